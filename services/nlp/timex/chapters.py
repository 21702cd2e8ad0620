"""Headings of a history that name the years of which their chapters tell: "1917", "The blockade (1806–1812)"."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

HEADING = re.compile(
    r"(?:\A|(?<=\n\n)|(?<=\n\r\n)|(?<=[.!?:\"”’)]\n))(?=\S)(?P<line>[^\n]{1,80}(?<![.!?:;,…\"”\s]))"
    r"[ \t\r]{0,3}(?=\n\s*[A-Z\d\"“‘'(]|\Z)"
)
"""A short line that ends without a full stop and after which a new one begins."""

OPEN = re.compile(r"\b(?:since|from|after|before|until|till|to|by)(?: the)? $", re.IGNORECASE)
"""What leaves a chapter open at one side: "The islands since 1950"."""


class Chapter(Struct, frozen=True, gc=False):
    """A stretch of text under a heading, and the first and last year that its heading names."""

    heading: int
    start: int
    end: int
    first: int
    last: int

    def __contains__(self, year: int) -> bool:
        """Whether a year is one of the chapter's."""
        return self.first <= year <= self.last


class Named(Struct, frozen=True, gc=False):
    """A year that a text names, and the place of its expression."""

    start: int
    end: int
    year: int


class Chapters:
    """The chapters of a history, found by their headings."""

    def __init__(self, text: str, named: Sequence[Named]) -> None:
        self._chapters = list(find_chapters(text, named))
        self._starts = [chapter.heading for chapter in self._chapters]

    def at(self, place: int) -> Chapter | None:
        """The chapter in which a character stands, None outside of all."""
        index = bisect_right(self._starts, place) - 1
        chapter = self._chapters[index] if index >= 0 else None
        return chapter if chapter is not None and place < chapter.end else None


def find_chapters(text: str, named: Sequence[Named]) -> Iterator[Chapter]:
    """Between two headings that name years the first is in force, the last one until any heading follows it."""
    lines = [match.span("line") for match in HEADING.finditer(text)]
    dated = [
        (*line, years) for line, inside in years_of_lines(lines, named) if (years := closed_years(text, line, inside))
    ]
    for (start, end, (first, last)), (following, *_) in pairwise(dated):
        yield Chapter(start, end, following, first, last)
    if dated:
        start, end, (first, last) = dated[-1]
        following = next((line for line, _ in lines if line > end), len(text))
        yield Chapter(start, end, following, first, last)


def years_of_lines(
    lines: Iterable[tuple[int, int]], named: Sequence[Named]
) -> Iterator[tuple[tuple[int, int], list[Named]]]:
    """Each line with the years that are named in it; both are in the order of the text."""
    index = 0
    for start, end in lines:
        while index < len(named) and named[index].start < start:
            index += 1
        first = index
        while index < len(named) and named[index].end <= end:
            index += 1
        if first < index:
            yield (start, end), list(named[first:index])


def closed_years(text: str, line: tuple[int, int], named: Sequence[Named]) -> tuple[int, int] | None:
    """First and last year of a heading that begins or ends with them, None where they bound nothing."""
    begins = named[0].start == line[0]
    ends = text[named[-1].end : line[1]] in {"", ")"}
    if not begins and (not ends or line[0] == 0):  # "The war of 1812" above a whole text is its title
        return None
    if len(named) == 1 and OPEN.search(text, line[0], named[0].start):
        return None
    years = [one.year for one in named]
    return min(years), max(years)
