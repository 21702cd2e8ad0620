"""Tables of word sequences with one value each, and finding them in a text, longest first, in linear time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from services.nlp.entities.words import Words

V = TypeVar("V")

LONGEST = 12
"""Words in a phrase; a bound, so that no text makes the search more than linear."""


@dataclass(frozen=True)
class Phrases(Generic[V]):
    """Values by word sequence; `lengths` holds, by first word, how long the sequences are, the longest first."""

    values: Mapping[tuple[str, ...], V]
    lengths: Mapping[str, tuple[int, ...]]
    firsts: frozenset[str]
    """The first words."""

    @classmethod
    def of(cls, phrases: Iterable[tuple[Sequence[str], V]]) -> "Phrases[V]":
        """A table of phrases, each a sequence of words as the tokenizer cuts them, of `LONGEST` at most."""
        values = {tuple(words): value for words, value in phrases if 0 < len(words) <= LONGEST}
        lengths: dict[str, set[int]] = {}
        for words in values:
            lengths.setdefault(words[0], set()).add(len(words))
        longest_first = {first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()}
        return cls(values, longest_first, frozenset(lengths))

    def at(self, forms: Sequence[str], start: int) -> tuple[int, V] | None:
        """The end and the value of the longest phrase that begins here, if there is one."""
        for length in self.lengths.get(forms[start], ()):
            words = tuple(forms[start : start + length])
            if len(words) == length and words in self.values:
                return start + length, self.values[words]
        return None

    def find(self, words: Words) -> Iterator[tuple[int, int, V]]:
        """Every phrase of a text, from left to right, without overlap."""
        clear = 0
        for start in words.places_of(self.firsts):
            if start >= clear and (found := self.at(words.forms, start)):
                clear = found[0]
                yield start, found[0], found[1]
