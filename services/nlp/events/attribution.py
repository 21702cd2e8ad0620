"""According to whom: the source and the word of saying, for reported speech and for quotations."""

import re
from bisect import bisect_left

from services.nlp.annotations import Attribution, Span
from services.nlp.events.accusations import accusation
from services.nlp.events.appositions import entity_of
from services.nlp.events.names import Names
from services.nlp.events.phrases import phrase_of
from services.nlp.events.quotes import quote_at
from services.nlp.events.subjects import subject_of
from services.nlp.events.syntax import Syntax
from services.nlp.events.voice import is_passive

_NEAR = 1
"""Sentences before or after a quotation in which its speaker may stand."""

_BREAK = re.compile(r"\n[ \t]*\n")
"""Ends of paragraphs."""

_THAT = frozenset({"that"})
_MOST_VERBS = 32
"""Verbs of saying of one sentence that are compared; a sentence of a newspaper has one or two."""


class Sources:
    """Who is quoted where in a document."""

    def __init__(self, syntax: Syntax, reporting: frozenset[int], names: Names) -> None:
        self._syntax, self._reporting, self._names = syntax, reporting, names
        self._of_cue: dict[int, Attribution] = {}
        self._reported_in = frozenset(syntax.sentence_of[token] for token in reporting)
        self._speech = _speech_by_quote(syntax, reporting)

    def of(self, token: int) -> Attribution | None:
        """Who reports the event at a token: the verb above it, "according to", or the speaker of its quotation."""
        cue = self._above(token) if self._syntax.sentence_of[token] in self._reported_in else None
        if cue is not None:
            return self._attribution(cue, token)
        according = _according(self._syntax, token) if "according" in self._syntax.sentence(token).words else None
        if according is not None:
            return self._according(*according, token)
        number = quote_at(self._syntax.quotes, self._syntax.starts[token])
        cue = self._speech.get(number) if number is not None else None
        return self._attribution(cue, token) if cue is not None and cue != token else None

    def _above(self, token: int) -> int | None:
        """The nearest verb of saying that governs a clause in which the event stands."""
        syntax = self._syntax
        below = token
        for above in syntax.ancestors(token):
            if (
                above in self._reporting
                and syntax.deps[below] in ("ccomp", "xcomp", "parataxis")
                and not _is_cut_off(syntax, below, above)
                and not self._is_tag(above)
                and not (token == below and self._is_tag(below))
            ):
                return above
            cue = _behind(syntax, token, below, above)
            if cue in self._reporting:
                return cue
            below = above
        own = [
            child for child in syntax.children[below] if syntax.deps[child] == "parataxis" and child in self._reporting
        ]
        return own[0] if own and own[0] != token and own[0] not in syntax.ancestors(token) else None

    def _is_tag(self, verb: int) -> bool:
        """As in "the mayor said it was over, the agency has reported", which reports that the mayor said so.

        The parser hangs the tag beneath the first verb, and what was said beneath the tag.
        """
        syntax, first = self._syntax, self._syntax.heads[verb]
        if syntax.deps[verb] != "ccomp" or first not in self._reporting or first > verb:
            return False
        told, who = syntax.child(verb, "ccomp"), syntax.child(verb, "nsubj")
        return told is not None and who is not None and first < told < who

    def _attribution(self, cue: int, token: int) -> Attribution:
        """Who says it with a verb; all that one says has one source, but for an event within the source's own words."""
        found = self._of_cue.get(cue)
        if found is None:
            found = self._of_cue[cue] = self._read(cue, cue)
        inside = found.source is not None and found.source.start <= self._syntax.starts[token] < found.source.end
        return self._read(cue, token) if inside else found

    def _read(self, cue: int, token: int) -> Attribution:
        syntax = self._syntax
        source = _agent(syntax, cue) if is_passive(syntax, cue) else subject_of(syntax, cue, passive=False)
        said = Span(syntax.starts[cue], syntax.ends[cue], syntax.text[syntax.starts[cue] : syntax.ends[cue]])
        if source is None:
            return Attribution(cue=said)
        return Attribution(*self._named(source, token), cue=said)

    def _according(self, cue: int, last: int, source: int, token: int) -> Attribution:
        syntax = self._syntax
        start, end = syntax.starts[cue], syntax.ends[last]
        return Attribution(*self._named(source, token), cue=Span(start, end, syntax.text[start:end]))

    def _named(self, head: int, token: int) -> tuple[Span, str | None]:
        """The source's words, without the event where the parser hangs that on it: "accused by a guard [of lying]"."""
        syntax = self._syntax
        first, last = phrase_of(syntax, head, self._names)
        last = head if head < token <= last else last
        start, end = syntax.starts[first], syntax.ends[last]
        entity = entity_of(syntax, head, self._names)
        return Span(start, end, syntax.text[start:end]), entity.id if entity else None


def _agent(syntax: Syntax, verb: int) -> int | None:
    """Who says it in "it was said by a miner"; nobody does in "she was told that"."""
    by = syntax.child(verb, "agent")
    return None if by is None else syntax.child(by, "pobj")


def _behind(syntax: Syntax, token: int, below: int, above: int) -> int | None:
    """The verb in "accused of" and in "said in a statement that", whose clause the parser hangs on the statement."""
    if syntax.deps[below] == "prep":
        thing, found = syntax.child(below, "pcomp", "pobj"), accusation(syntax, below)
        return found[0] if found and thing in (token, syntax.heads[token]) else None
    if syntax.deps[below] != "acl" or syntax.deps[above] != "pobj" or syntax.said(below, _THAT, "mark") is None:
        return None
    return syntax.heads[syntax.heads[above]]


def _is_cut_off(syntax: Syntax, clause: int, cue: int) -> bool:
    """As in "the mine closed; the mayor said the road would follow": the first clause is the article's own."""
    return any(syntax.lower[child] == ";" and clause < child < cue for child in syntax.children[cue])


def _according(syntax: Syntax, token: int) -> tuple[int, int, int] | None:
    """As in "according to the police" beside the event or a verb above it: its first and last word and the source."""
    for place in (token, *syntax.ancestors(token)):
        for child in syntax.children[place]:
            if syntax.lower[child] == "according":
                for to in syntax.children[child]:
                    source = syntax.child(to, "pobj")
                    if source is not None and to > child:
                        return child, to, source
    return None


def _speech_by_quote(syntax: Syntax, reporting: frozenset[int]) -> dict[int, int]:
    """The verb of saying of each quotation: outside quotations, in its sentences or the next, its paragraph first."""
    quotes = syntax.quotes
    if not quotes:
        return {}
    verbs: dict[int, list[int]] = {}
    for token in sorted(reporting):
        if quote_at(quotes, syntax.starts[token]) is None and syntax.tags[token].startswith("VB"):
            known = verbs.setdefault(syntax.sentence_of[token], [])
            if len(known) < _MOST_VERBS:
                known.append(token)
    speech: dict[int, int] = {}
    breaks = [found.start() for found in _BREAK.finditer(syntax.text)]
    for first, end, number in _sentences_of_quotes(syntax, quotes):
        start, stop = quotes[number]
        near = [verb for sentence in range(first - _NEAR, end + _NEAR + 1) for verb in verbs.get(sentence, ())]
        if near:
            speech[number] = min(
                near,
                key=lambda verb: (
                    _breaks_between(breaks, start, syntax.starts[verb]),
                    max(start - syntax.ends[verb], syntax.starts[verb] - stop),
                    verb,
                ),
            )
    return speech


def _breaks_between(breaks: list[int], one: int, other: int) -> int:
    """Paragraphs that end between two places: a speaker goes on in the paragraph that names him."""
    return abs(bisect_left(breaks, one) - bisect_left(breaks, other))


def _sentences_of_quotes(syntax: Syntax, quotes: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """First and last sentence of each quotation, and its number: one pass over both."""
    found = []
    at = 0
    ends = [syntax.ends[sentence.end - 1] for sentence in syntax.sentences]
    for number, (start, stop) in enumerate(quotes):
        while at < len(ends) and ends[at] <= start:
            at += 1
        last = at
        while last + 1 < len(ends) and ends[last] < stop:
            last += 1
        found.append((at, last, number))
    return found
