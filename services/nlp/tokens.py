"""The tokens of a document with what the model says of each, read out once: asking spaCy token by token is slow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LENGTH, LOWER, ORTH, SENT_START, TAG
from spacy.strings import StringStore
from spacy.tokens import Doc

Column = NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel sequences, one item a token; `starts` and `ends` are code points into `text`.

    `heads` and `children` are token numbers; `begins` are the tokens that begin a sentence; `names` are the model's
    entities: first token, end, label.
    """

    text: str
    forms: tuple[str, ...]
    lower: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    children: list[list[int]]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    begins: tuple[int, ...]
    names: tuple[tuple[int, int, str], ...]

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.forms)


def read_tokens(doc: Doc, text: str) -> Tokens:
    """Read out a parsed document. `text` is the document's: putting it together again from its words is slow."""
    if not len(doc):
        return Tokens(text, (), (), (), (), (), [], (), (), (), ())
    columns = doc.to_array([ORTH, LOWER, TAG, DEP, IDX, LENGTH, ENT_TYPE, ENT_IOB, HEAD, SENT_START]).T
    # The distance to the head may be negative: spaCy hands it out as an unsigned number.
    heads = tuple((columns[8].astype("int64") + np.arange(len(doc))).tolist())
    starts, ends = tuple(columns[4].tolist()), tuple((columns[4] + columns[5]).tolist())
    word = _spellings(doc.vocab.strings).__getitem__
    forms, lower, tags, deps = (tuple(map(word, column)) for column in columns[:4].tolist())
    names = _names(columns[6], columns[7])
    return Tokens(
        text=text,
        forms=forms,
        lower=lower,
        tags=tags,
        deps=deps,
        heads=heads,
        children=children_of(heads),
        starts=starts,
        ends=ends,
        begins=tuple(np.flatnonzero(columns[9] == 1).tolist()),
        names=tuple([(first, _before_gap(starts, ends, first, end), word(label)) for first, end, label in names]),
    )


MOST_SPELLINGS = 1 << 15
"""Words that are kept from one document to the next: five megabytes."""


class Spellings(dict[int, str]):
    """Words by spaCy's numbers for them, each made a string once and hashed once for all who look it up."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, number: int) -> str:
        if len(self) >= MOST_SPELLINGS:
            self.clear()
        word = self[number] = str(self._strings[number])
        return word


@lru_cache(4)
def _spellings(strings: StringStore) -> Spellings:
    """The words of a model that were met so far; a process has one model, a test some."""
    return Spellings(strings)


def children_of(heads: Sequence[int]) -> list[list[int]]:
    """The tokens that each one governs, in the order of the text."""
    children: list[list[int]] = [[] for _ in heads]
    for token, head in enumerate(heads):
        if head != token:
            children[head].append(token)
    return children


LONGEST_PHRASE = 200
"""Characters of a name or a time. What is longer has a gap in it, where an address or a picture was blanked out."""


def _before_gap(starts: Sequence[int], ends: Sequence[int], first: int, end: int) -> int:
    """Where a name ends: at the gap, if it has one."""
    if ends[end - 1] - starts[first] <= LONGEST_PHRASE:
        return end
    return next((token for token in range(first + 1, end) if ends[token] - starts[first] > LONGEST_PHRASE), end)


BEGINS, GOES_ON = 3, 1
"""How spaCy writes the B and the I of the IOB scheme."""


def _names(labels: Column, iob: Column) -> Iterator[tuple[int, int, int]]:
    """First token, end and label of each entity."""
    firsts = np.flatnonzero(iob == BEGINS)
    ends = np.append(np.flatnonzero(iob != GOES_ON), len(iob))
    next_ends = ends[np.searchsorted(ends, firsts, side="right")]
    return zip(firsts.tolist(), next_ends.tolist(), labels[firsts].tolist(), strict=True)
