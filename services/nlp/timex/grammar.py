"""Rules as data: a pattern over categories and words, what it makes of them, and examples that a test runs.

A pattern is read over tokens, not characters. `MONTH DAYNUM ,? YEAR` names categories of the lexicon in capitals, and
words and signs as they are written; `( | )` and `?` have their usual meaning, `name=X` names a part, `!X` wants that X
does not follow, `~X` that it does not stand before, and `< >` enclose what the expression covers where the pattern also
names its surroundings. There is no unbounded repetition, so a rule looks at a bounded number of tokens and the whole
pass is linear.

Underneath, each combination of categories is one private character, a text is a string of them, and a rule is a
regular expression over that string: the idea of Chang and Manning's TokensRegex (2014), run by Python's own engine.
"""

import inspect
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from services.nlp.timex.beginnings import BeginningIndex
from services.nlp.timex.scanner import NOTHING, NUMBER_FORMS, Node, Scanner, plain_number

Build = Callable[..., object]
NO_SYMBOL = "\x00"
FIRST_SYMBOL = 0xE000
PATTERN_PART = re.compile(r"(?P<name>[a-z_]+)=|(?P<category>[A-Z_]{2,})|(?P<operator>[()|?<>!~])"
                          r"|(?P<word>[a-z]+(?:'[a-z]+)?|'s|[,.\-–—'/:&+;]|['a-z.]+)|(?P<space>\s+)")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its human name, what it looks for, what it makes, what the made thing may serve as."""

    name: str
    pattern: str
    examples: tuple[str, ...]
    gives: frozenset[str]
    build: Build
    family: str


@dataclass(slots=True)
class Family:
    """Rules of one kind, collected by its decorator."""

    name: str
    rules: list[Rule] = field(default_factory=list)

    def rule(self, name: str, pattern: str, *examples: str, gives: str = "") -> Callable[[Build], Build]:
        """Make a rule of a function from the meanings of a pattern's parts to a value (None: no match)."""

        def add(build: Build) -> Build:
            self.rules.append(Rule(name, pattern, examples, frozenset(gives.split()), build, self.name))
            return build

        return add


@dataclass(frozen=True, slots=True)
class Parts:
    """What a rule returns for a list or a range: a value for each named part, each an expression of its own."""

    values: Mapping[str, object]


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


class Grammar:
    """Stages of rules over one lexicon. Each stage rewrites what it recognises into one node for the next stage."""

    def __init__(self, lexicon: Mapping[str, Mapping[str, object]], stages: Sequence[Sequence[Family]]) -> None:
        rules = [rule for stage in stages for family in stage for rule in family.rules]
        literals = frozenset(
            part["word"] for rule in rules for part in PATTERN_PART.finditer(rule.pattern) if part["word"]
        )
        self.rules: tuple[Rule, ...] = tuple(rules)
        self.scanner = Scanner(lexicon, literals)
        self._symbols = self._number_combinations(rules)
        # The meanings of words live as long as the scanner, so their identity is a key, and a fast one.
        self._of_word = {id(meaning): self._symbols[frozenset(meaning)] for meaning in self.scanner.words.values()}
        self._of_word[id(NOTHING)] = NO_SYMBOL
        self._stages = tuple(
            Stage([self._compile(rule) for family in stage for rule in family.rules]) for stage in stages
        )

    def _number_combinations(self, rules: Iterable[Rule]) -> dict[frozenset[str], str]:
        """A private character for each combination of categories that can come."""
        combinations = {frozenset(meaning) for meaning in self.scanner.words.values()}
        combinations |= {frozenset(plain_number(form)) for form in NUMBER_FORMS}
        combinations |= {
            frozenset({kind}) for kind in ("ISO", "SLASHED", "CLOCK", "DECADE", "CODE", "SHORT", "ORD", "ISOWEEK")
        }
        combinations |= {frozenset({"ORD", "DAYORD", "DAYTH"}), frozenset({"over"})} | {
            rule.gives for rule in rules if rule.gives
        }
        ordered = sorted(combinations - {frozenset()}, key=sorted)
        return {categories: chr(FIRST_SYMBOL + index) for index, categories in enumerate(ordered)}

    def _compile(self, rule: Rule) -> Compiled:
        """Translate a pattern to a regular expression over private characters. Raises ValueError."""
        out: list[str] = []
        names: dict[str, str] = {}
        name = ""
        taken = {part["name"] for part in PATTERN_PART.finditer(rule.pattern) if part["name"]}
        position = 0
        while position < len(rule.pattern):
            part = PATTERN_PART.match(rule.pattern, position)
            if not part:
                raise ValueError(f"rule {rule.name!r}: cannot read {rule.pattern[position:]!r}")
            position = part.end()
            if part["name"]:
                name = part["name"]
            elif part["category"] or part["word"]:
                category = part["category"] or part["word"]
                symbols = self._class(category, rule)
                label = name or (category.lower() if part["category"] and category.lower() not in taken else "")
                taken.add(label)
                if out and out[-1] in {"(?!", "(?<!"}:
                    out.append(f"{symbols})")
                elif label:
                    names[label] = category
                    out.append(f"(?P<{label}>{symbols})")
                else:
                    out.append(symbols)
                name = ""
            elif part["operator"]:
                opened = f"(?P<{name}>" if name else "(?:"
                name = "" if part["operator"] == "(" else name
                out.append(
                    {"(": opened, "<": "(?P<extent>", ">": ")", "!": "(?!", "~": "(?<!"}.get(
                        part["operator"], part["operator"]
                    )
                )
        expression = re.compile("".join(out))
        parameters = inspect.signature(rule.build).parameters.values()
        wanted = tuple(one.name for one in parameters if one.name in expression.groupindex)
        for one in parameters:
            if one.name not in wanted and one.default is inspect.Parameter.empty:
                raise ValueError(f"rule {rule.name!r}: no part is named {one.name!r}")
        return Compiled(rule, expression, wanted, names, "extent" in expression.groupindex)

    def _class(self, category: str, rule: Rule) -> str:
        symbols = "".join(symbol for categories, symbol in self._symbols.items() if category in categories)
        if not symbols:
            raise ValueError(f"rule {rule.name!r}: nothing is a {category}")
        return f"[{symbols}]"

    def symbol(self, node: Node) -> str:
        """The private character of a node's categories."""
        if not node.meaning:
            return NO_SYMBOL
        return self._of_word.get(id(node.meaning)) or self._symbols.get(frozenset(node.meaning), NO_SYMBOL)

    def read(self, text: str, keep: Callable[[Node], bool]) -> list[Node]:
        """Nodes of a text after all stages. `keep` says whether a token with a meaning is to be believed."""
        nodes = self.scanner.scan(text)
        for node in nodes:
            if node.meaning and not keep(node):
                node.meaning = {}
        of_word = self._of_word
        symbols = [of_word.get(id(node.meaning)) or self.symbol(node) for node in nodes]
        for stage in self._stages:
            nodes, symbols = stage.rewrite(nodes, symbols, self.symbol)
        return nodes


class Stage:
    """Rules that are tried together: at each place the longest match wins, among equals the first rule."""

    def __init__(self, rules: Sequence[Compiled]) -> None:
        self._rules = rules
        self._index = BeginningIndex(rule.expression.pattern for rule in rules)
        self._firsts = re.compile(f"[{''.join(sorted(self._index.firsts))}]")
        self._by_pair: dict[str, tuple[tuple[int, Compiled], ...]] = {}

    def _candidates(self, pair: str) -> tuple[tuple[int, Compiled], ...]:
        """Rules that can begin with two symbols, and their order; worked out once for each pair."""
        found = self._by_pair.get(pair)
        if found is None:
            found = tuple((-number, self._rules[number]) for number in self._index.rules(pair))
            self._by_pair[pair] = found
        return found

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
            if position < copied:
                continue
            candidates = self._candidates(line[position : position + 2])
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
        self, candidates: Sequence[tuple[int, Compiled]], line: str, position: int, nodes: list[Node]
    ) -> tuple[int, int, list[Node]] | None:
        found = [
            (rule.span(match)[1], match.end(), order, match, rule)
            for order, rule in candidates
            if (match := rule.expression.match(line, position)) and match.end() > position
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
    if isinstance(value, Mapping):
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
