"""A parsed document as plain arrays: what the rules of this room read, without spaCy's objects."""

from dataclasses import dataclass
from itertools import accumulate
from operator import add

from spacy.attrs import DEP, HEAD, LENGTH, LOWER, SENT_START, SPACY, TAG
from spacy.tokens import Doc

from services.nlp.sections import Section, find_sections

MAX_CLIMB = 24
"""Steps a rule climbs towards the root at most, so that a sentence of 50,000 words costs linear time."""

MAX_CHILDREN = 64
"""Dependents of one word that rules look at: a parser at a loss hangs thousands on one root."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `end` (exclusive) and the section they stand in."""

    number: int
    first: int
    end: int
    section: Section


@dataclass(frozen=True, slots=True)
class Syntax:
    """Tokens by index. Arcs never leave a paragraph: a token whose head stands in another one is a root."""

    text: str
    lower: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    children: list[list[int]]
    starts: list[int]
    ends: list[int]
    lefts: list[int]
    rights: list[int]
    sentence_of: list[int]
    sentences: list[Sentence]

    def __len__(self) -> int:
        return len(self.lower)

    def child(self, token: int, *deps: str) -> int | None:
        """The first child with one of these relations."""
        return next((child for child in self.children[token] if self.deps[child] in deps), None)

    def ancestors(self, token: int) -> list[int]:
        """The heads above a token, nearest first, at most MAX_CLIMB."""
        above: list[int] = []
        while (head := self.heads[token]) != token and len(above) < MAX_CLIMB:
            above.append(head)
            token = head
        return above

    def sentence(self, token: int) -> Sentence:
        """The sentence of a token."""
        return self.sentences[self.sentence_of[token]]


def read(doc: Doc, headline_end: int) -> Syntax:
    """The arrays of a document, cut at the ends of its sections and of spaCy's sentences."""
    lower, tags, deps, offsets, openings, lengths, spaces = _columns(doc)
    heads = [i + offset for i, offset in enumerate(offsets)]
    starts = list(accumulate(map(add, lengths, spaces), initial=0))[:-1]
    ends = list(map(add, starts, lengths))
    opens = [opening == 1 for opening in openings]
    sentences, sentence_of = _split(starts, opens, lower, find_sections(doc.text, headline_end))
    children: list[list[int]] = [[] for _ in lower]
    for i, head in enumerate(heads):
        if head == i:
            continue
        if sentence_of[head] != sentence_of[i]:
            heads[i], deps[i] = i, "ROOT"
        else:
            children[head].append(i)
    lefts, rights = _edges(heads, children)
    children = [below[:MAX_CHILDREN] for below in children]
    return Syntax(doc.text, lower, tags, deps, heads, children, starts, ends, lefts, rights, sentence_of, sentences)


def _columns(doc: Doc) -> tuple[list[str], list[str], list[str], list[int], list[int], list[int], list[int]]:
    """Lower case, tag, relation, distance to the head, whether a sentence opens, length and space after, by token."""
    if not len(doc):
        return [], [], [], [], [], [], []
    words, tags, deps = doc.to_array([LOWER, TAG, DEP]).T.tolist()
    names = {key: doc.vocab.strings[key] for key in {*words, *tags, *deps}}
    # distances may be negative: spaCy hands them out as unsigned numbers
    numbers = doc.to_array([HEAD, SENT_START, LENGTH, SPACY]).astype("int64").T.tolist()
    lower, tag, dep = ([names[key] for key in keys] for keys in (words, tags, deps))
    offsets, openings, lengths, spaces = numbers
    return lower, tag, dep, offsets, openings, lengths, spaces


def _split(
    starts: list[int], opens: list[bool], lower: list[str], sections: list[Section]
) -> tuple[list[Sentence], list[int]]:
    """Sentences end where spaCy's do and where a section does; each token's sentence."""
    sentences: list[Sentence] = []
    sentence_of: list[int] = []
    first = at = 0
    for i, start in enumerate(starts):
        here = at
        while here + 1 < len(sections) and start >= sections[here].end:
            here += 1
        if i > first and (here != at or opens[i]) and not lower[i].isspace():
            sentences.append(Sentence(len(sentences), first, i, sections[at]))
            first = i
        if here != at and not lower[i].isspace():
            at = here
        sentence_of.append(len(sentences))
    if starts:
        sentences.append(Sentence(len(sentences), first, len(starts), sections[at]))
    return sentences, sentence_of


def _edges(heads: list[int], children: list[list[int]]) -> tuple[list[int], list[int]]:
    """First and last token of each subtree: one walk down from the roots, one back up."""
    order = [i for i, head in enumerate(heads) if head == i]
    for token in order:
        order.extend(children[token])
    lefts, rights = list(range(len(heads))), list(range(len(heads)))
    for token in reversed(order):
        head = heads[token]
        lefts[head] = min(lefts[head], lefts[token])
        rights[head] = max(rights[head], rights[token])
    return lefts, rights
