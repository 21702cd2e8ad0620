"""A parsed document as plain arrays: what the rules of this room read, without spaCy's objects."""

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from services.nlp.events.quotes import find_quotes
from services.nlp.events.rehanging import rehung
from services.nlp.sections import Section, find_sections
from services.nlp.tokens import Tokens, children_of

if TYPE_CHECKING:
    from services.nlp.events.tense import Verbal

MAX_CLIMB = 24
"""Steps a rule climbs towards the root at most, so that a sentence of 50,000 words costs linear time."""

MAX_CHILDREN = 64
"""Dependents of one word that rules look at: a parser at a loss hangs thousands on one root."""


class Sentence(Struct, frozen=True, gc=False):
    """Tokens `first` to `end` (exclusive), the section they stand in and its words in small letters.

    Rules that wait for a word ask here first whether the sentence has it: most do not.
    """

    number: int
    first: int
    end: int
    section: Section
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Syntax:
    """Tokens by index. Arcs never leave a paragraph: a token whose head stands in another one is a root."""

    text: str
    lower: tuple[str, ...]
    tags: tuple[str, ...]
    deps: list[str]
    heads: list[int]
    children: list[list[int]]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lefts: list[int]
    rights: list[int]
    sentence_of: list[int]
    sentences: list[Sentence]
    words: frozenset[str]
    """Every word in small letters. What most documents do not have is asked of it first."""
    quotes: list[tuple[int, int]]
    """The quotations of the text, in code points."""
    verbals: dict[int, "Verbal"] = field(default_factory=dict)
    """The verb groups that were read so far."""
    roots: dict[int, str] = field(default_factory=dict)
    """What other mentions of an event would have in common with a trigger, as far as it was asked for."""

    def __len__(self) -> int:
        return len(self.lower)

    def child(self, token: int, *deps: str) -> int | None:
        """The first child with one of these relations."""
        relations = self.deps
        for child in self.children[token]:
            if relations[child] in deps:
                return child
        return None

    def said(self, token: int, words: Container[str], *deps: str) -> int | None:
        """The first child that is one of these words, with one of these relations if any are named."""
        relations, lower = self.deps, self.lower
        for child in self.children[token]:
            if lower[child] in words and (not deps or relations[child] in deps):
                return child
        return None

    def ancestors(self, token: int, most: int = MAX_CLIMB) -> Iterator[int]:
        """The heads above a token, nearest first, `most` of them at most."""
        for _ in range(most):
            head = self.heads[token]
            if head == token:
                return
            yield head
            token = head

    def depth(self, token: int) -> int:
        """How many heads stand above a token, as far as rules climb."""
        heads = self.heads
        for steps in range(MAX_CLIMB):
            if heads[token] == token:
                return steps
            token = heads[token]
        return MAX_CLIMB

    def sentence(self, token: int) -> Sentence:
        """The sentence of a token."""
        return self.sentences[self.sentence_of[token]]


def read(tokens: Tokens, headline_end: int) -> Syntax:
    """The arrays of a document, cut at the ends of its sections and of the parser's sentences."""
    heads, deps, children = list(tokens.heads), list(tokens.deps), tokens.children
    sentences = _split(tokens, find_sections(tokens.text, headline_end))
    sentence_of: list[int] = []
    for one in sentences:
        sentence_of += [one.number] * (one.end - one.first)
    cut = [i for i, head in enumerate(tokens.heads) if sentence_of[i] != sentence_of[head]]
    for i in cut:
        heads[i], deps[i] = i, "ROOT"
    moved = {token: head for token, head in rehung(tokens).items() if sentence_of[token] == sentence_of[head]}
    for token, head in moved.items():
        heads[token] = head
    if cut or moved:
        children = children_of(heads)
    lefts, rights = _edges(heads, children)
    if max(map(len, children), default=0) > MAX_CHILDREN:
        children = [below[:MAX_CHILDREN] for below in children]
    return Syntax(
        tokens.text, tokens.lower, tokens.tags, deps, heads, children, tokens.starts, tokens.ends, lefts, rights,
        sentence_of, sentences, frozenset(tokens.lower), find_quotes(tokens.text),
    )  # fmt: skip


def _split(tokens: Tokens, sections: Sequence[Section]) -> list[Sentence]:
    """Sentences begin where the parser's do and where a section does; white space begins none."""
    if not len(tokens):
        return []
    section_of = {0: 0}
    for number, section in enumerate(sections[:-1], start=1):
        first = bisect_left(tokens.starts, section.end)
        while first < len(tokens) and tokens.lower[first].isspace():
            first += 1
        section_of[first] = number
    opening = {i for i in tokens.begins if not tokens.lower[i].isspace()}
    firsts = sorted({*opening, *section_of} - {len(tokens)})
    sentences: list[Sentence] = []
    at = 0
    for number, (first, end) in enumerate(pairwise([*firsts, len(tokens)])):
        at = section_of.get(first, at)
        sentences.append(Sentence(number, first, end, sections[at], frozenset(tokens.lower[first:end])))
    return sentences


def _edges(heads: list[int], children: list[list[int]]) -> tuple[list[int], list[int]]:
    """First and last token of each subtree: one walk down from the roots, one back up."""
    order = [i for i, head in enumerate(heads) if head == i]
    for token in order:
        order.extend(children[token])
    lefts, rights = list(range(len(heads))), list(range(len(heads)))
    for token in reversed(order):
        head = heads[token]
        if lefts[token] < lefts[head]:  # noqa: PLR1730  # a third of the time of min()
            lefts[head] = lefts[token]
        if rights[token] > rights[head]:  # noqa: PLR1730
            rights[head] = rights[token]
    return lefts, rights
