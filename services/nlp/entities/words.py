"""The words of a document with what the model says of each, read out once: asking spaCy per word is slow."""

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from spacy.attrs import DEP, HEAD, ORTH, SPACY, TAG
from spacy.tokens import Doc

COLUMNS = (ORTH, TAG, DEP, SPACY, HEAD)
CLOSERS = frozenset({".", "!", "?", ":", ";", '"', "“", "”", "``", "''", "`", "…", "•", "*"})
PROPER = frozenset({"NNP", "NNPS"})


@dataclass(frozen=True)
class Words:
    """Parallel sequences, one item a word; `heads` are word numbers, `starts` and `ends` code points into `text`."""

    text: str
    forms: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    headline_end: int

    @classmethod
    def of(cls, doc: Doc, headline_end: int) -> "Words":
        """Read out a parsed document."""
        strings = doc.vocab.strings
        columns = doc.to_array(COLUMNS).tolist() if len(doc) else []
        spelt = {number: strings[number] for number in {number for row in columns for number in row[:3]}}
        forms = tuple([spelt[row[0]] for row in columns])
        lengths = [len(form) for form in forms]
        ends = tuple(accumulate(length + row[3] for length, row in zip(lengths, columns, strict=True)))
        starts = (0, *ends[:-1])[: len(forms)]
        return cls(
            text=doc.text,
            forms=forms,
            tags=tuple([spelt[row[1]] for row in columns]),
            deps=tuple([spelt[row[2]] for row in columns]),
            heads=tuple([place + _signed(row[4]) for place, row in enumerate(columns)]),
            starts=starts,
            ends=tuple([start + length for start, length in zip(starts, lengths, strict=True)]),
            headline_end=headline_end or _first_line(doc.text),
        )

    def __len__(self) -> int:
        """The number of words."""
        return len(self.forms)

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The words in small letters."""
        return tuple([form.lower() for form in self.forms])

    @cached_property
    def upper(self) -> tuple[bool, ...]:
        """Whether each word begins with a capital letter."""
        return tuple([form[:1].isupper() for form in self.forms])

    @cached_property
    def breaks(self) -> tuple[bool, ...]:
        """Whether each word is white space with a line break."""
        return tuple([not form.isprintable() and ("\n" in form or "\r" in form) for form in self.forms])

    @cached_property
    def figured(self) -> frozenset[int]:
        """The numbers of the words that hold a digit."""
        return frozenset(
            place for place, form in enumerate(self.forms) if not form.isalpha() and any(c.isdigit() for c in form)
        )

    @cached_property
    def opens(self) -> tuple[bool, ...]:
        """Whether each word opens a sentence, a line or a quotation, where a capital letter says nothing."""
        return (True, *(self.breaks[place] or form in CLOSERS for place, form in enumerate(self.forms[:-1])))

    def said(self, start: int, end: int) -> str:
        """The text from one word up to another."""
        return self.text[self.starts[start] : self.ends[end - 1]]


def _signed(head: int) -> int:
    """The distance to the head: spaCy hands it out as an unsigned 64-bit number."""
    return head - (1 << 64) if head >= 1 << 63 else head


HEADLINE = 160
"""A first line longer than this many code points is a paragraph."""


def _first_line(text: str) -> int:
    """Where the headline of a text ends that came without one: its first line if that is short and no sentence."""
    begin = len(text) - len(text.lstrip())
    line = text[begin : begin + HEADLINE + 1].split("\n", 1)
    headline = line[0].rstrip()
    whole = len(line) == 1 or len(headline) > HEADLINE or headline.endswith((".", ":"))
    return 0 if whole else begin + len(headline)
