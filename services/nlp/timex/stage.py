"""Runs rules over a row of nodes: a rule is a regular expression over the private characters of their categories."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from services.nlp.timex.beginnings import BeginningIndex, thirds
from services.nlp.timex.rule import Parts, Rule
from services.nlp.timex.scanner import Node


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule ready to run."""

    rule: Rule
    expression: re.Pattern[str]
    wanted: tuple[str, ...]
    names: Mapping[str, str]
    marks_extent: bool
    """Whether the pattern also names the surroundings of what it covers."""

    def span(self, match: re.Match[str]) -> tuple[int, int]:
        """The tokens that the expression covers."""
        return match.span("extent") if self.marks_extent else match.span()


Candidate = tuple[int, frozenset[str] | None, Callable[[str, int], re.Match[str] | None], Compiled]
"""A rule that can begin somewhere: its order among equals, what can stand third, how it is matched, itself."""


class Candidates(dict[str, tuple[Candidate, ...]]):
    """Rules that can begin with two symbols, and their order; worked out once for each pair."""

    def __init__(self, rules: Sequence[Compiled]) -> None:
        super().__init__()
        self._rules = [
            (-n, thirds(rule.expression.pattern), rule.expression.match, rule) for n, rule in enumerate(rules)
        ]
        self._index = BeginningIndex(rule.expression.pattern for rule in rules)
        self.firsts = self._index.firsts

    def __missing__(self, pair: str) -> tuple[Candidate, ...]:
        found = self[pair] = tuple([self._rules[number] for number in self._index.rules(pair)])
        return found


class Stage:
    """Rules that are tried together: at each place the longest match wins, among equals the first rule."""

    def __init__(self, rules: Sequence[Compiled]) -> None:
        self._candidates = Candidates(rules)
        # Half of all symbols and more begin nothing: they are passed over without being looked at one by one.
        self._firsts = re.compile(f"[{self._candidates.firsts}]")

    def rewrite(
        self, nodes: list[Node], symbols: list[str], symbol_of: Callable[[Node], str]
    ) -> tuple[list[Node], list[str]]:
        """The nodes with every match made one node."""
        line = "".join(symbols)
        out: list[Node] = []
        out_symbols: list[str] = []
        copied = 0
        for first in self._firsts.finditer(line):
            position = first.start()
            candidates = self._candidates[line[position : position + 2]] if position >= copied else ()
            made = self._match(candidates, line, position, nodes) if candidates else None
            if made is None:
                continue
            begin, past, new = made
            out += nodes[copied:begin]
            out_symbols += symbols[copied:begin]
            out += new
            out_symbols += [symbol_of(node) for node in new]
            copied = past
        if not copied:
            return nodes, symbols
        return out + nodes[copied:], out_symbols + symbols[copied:]

    def _match(
        self, candidates: Sequence[Candidate], line: str, position: int, nodes: list[Node]
    ) -> tuple[int, int, list[Node]] | None:
        third = line[position + 2 : position + 3]
        found = [
            (rule.span(match)[1], match.end(), order, match, rule)
            for order, thirds_of_it, match_at, rule in candidates
            if (thirds_of_it is None or third in thirds_of_it)  # two thirds of all fail here, at an eighth of the cost
            and (match := match_at(line, position))
            and match.end() > position
        ]
        if len(found) > 1:
            found.sort(key=itemgetter(0, 1, 2), reverse=True)
        for *_, match, rule in found:
            arguments = {name: meaning_of(match, name, rule, nodes) for name in rule.wanted}
            value = rule.rule.build(**arguments)
            if value is not None:
                return self._made(match, rule, value, nodes)
        return None

    @staticmethod
    def _made(match: re.Match[str], rule: Compiled, value: object, nodes: list[Node]) -> tuple[int, int, list[Node]]:
        """The first token covered, the one after the last, and the nodes that stand for them."""
        if isinstance(value, Parts):
            new: list[Node] = []
            spans = sorted((match.span(name), part) for name, part in value.values.items() if match.group(name))
            copied = spans[0][0][0]
            for (first, past), part in spans:
                new += nodes[copied:first]
                new.append(node_of(nodes[first:past], rule.rule, part))
                copied = past
            return spans[0][0][0], copied, new
        first, past = rule.span(match)
        return first, past, [node_of(nodes[first:past], rule.rule, value)]


def node_of(nodes: list[Node], rule: Rule, value: object) -> Node:
    """One node for many."""
    if isinstance(value, dict):
        return Node(nodes[0].start, nodes[-1].end, value, rule.name)
    return Node(nodes[0].start, nodes[-1].end, dict.fromkeys(rule.gives, value), rule.name)


def meaning_of(match: re.Match[str], name: str, rule: Compiled, nodes: list[Node]) -> object:
    """What a named part stands for: the meaning of its token, the tokens of a group, None if absent."""
    first, past = match.span(name)
    if first < 0:
        return None
    if name in rule.names:
        return nodes[first].meaning[rule.names[name]]
    return tuple(nodes[first:past])
