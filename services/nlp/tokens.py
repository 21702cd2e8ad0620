"""The tokens of a document with what the model says of each, read out once: asking spaCy token by token is slow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LENGTH, SENT_START, SPACY, TAG
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
    columns = doc.to_array([TAG, DEP, ENT_TYPE, ENT_IOB, HEAD, SENT_START, LENGTH, SPACY]).T
    # The distance to the head may be negative: spaCy hands it out as an unsigned number.
    iob, offsets, openings, lengths, spaces = columns[3:].astype("int64")
    ends = (lengths + spaces).cumsum() - spaces
    starts = tuple((ends - lengths).tolist())
    stops = tuple(ends.tolist())
    # One string for a word, however often it stands there: it is lowered once, and hashed once for all who look it up.
    once: dict[str, str] = {}
    forms = [once.setdefault(form := text[start:end], form) for start, end in zip(starts, stops, strict=True)]
    lowered = {form: form.lower() for form in once}
    names = _names(columns[2], iob)
    heads = tuple((offsets + np.arange(len(doc))).tolist())
    strings = doc.vocab.strings
    keys, places = np.unique(columns[:2], return_inverse=True)
    tags, deps = np.array([strings[key] for key in keys.tolist()], dtype=object)[places].tolist()
    return Tokens(
        text=text,
        forms=tuple(forms),
        lower=tuple([lowered[form] for form in forms]),
        tags=tuple(tags),
        deps=tuple(deps),
        heads=heads,
        children=children_of(heads),
        starts=starts,
        ends=stops,
        begins=tuple(np.flatnonzero(openings == 1).tolist()),
        names=tuple([(first, _before_gap(starts, stops, first, end), strings[label]) for first, end, label in names]),
    )


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
