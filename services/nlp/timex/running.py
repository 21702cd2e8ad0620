"""The year that a narrative has reached, and the years that it only touches on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from services.nlp.timex.chapters import Chapter, Chapters, Named
from services.nlp.timex.expressions import Expression, Fixed, InYear, Modified, Shifted, YearBefore, Yearly
from services.nlp.timex.periods import COARSENESS, Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from services.nlp.timex.context import Context

AHEAD = 4
"""Years named later that are asked whether a leap is meant; whether a step is, the first of them says."""

LEAP = 50
"""Years beyond which a jump is a leap."""

NEXT_DOOR = 1
"""Years apart within which a story moves on without more ado."""

BARE_AHEAD, DATED_AHEAD = 1, 2
"""Years named next that must all be the old one for a neighbour to be a glance: a bare one, one with a month."""

LEADING: Final = re.compile(
    r"(?:\A|\n\s*|[.!?][\"”’')]*\s+)"
    r"(?:(?:On|In|By|At|During|Throughout|Around|About|Early|Late|Later)\s+(?:(?:in|on)\s+)?(?:the\s+)?)?\Z"
)
"""From the end of a sentence to a date that leads the next: "On ", "Late in the "."""

NEAR: Final = 40
"""Characters before a date in which its sentence must begin if it leads it."""


SINCE: Final = re.compile(r"\b[Ss]ince (?:(?:the|at least|early|late|around|about) ){0,2}\Z")
LONGEST_BEFORE: Final = 24
"""Characters of "since at least the late "."""

NAMED: Final = re.compile(r" (?!(?:and|as|at|but|by|in|of|on|or|to|until|was|were|when|with)\b)[a-z]")
"""A noun behind the date that names it."""


def leads_sentence(text: str, start: int) -> bool:
    """Whether a date that begins there leads its sentence."""
    return LEADING.search(text, max(start - NEAR, 0), start) is not None


def named_year(expression: Expression) -> int | None:
    """The year that an expression names itself."""
    while isinstance(expression, Modified):
        expression = expression.inner
    whole = expression.year if isinstance(expression, InYear) else expression
    if isinstance(whole, Fixed) and whole.period.unit in {"day", "month", "quarter", "season", "half_year", "year"}:
        return whole.period.year
    return None


def looks_away(expression: Expression) -> bool:
    """Whether an expression looks a year or more back ("two years earlier"), or ahead to the end of a range."""
    while isinstance(expression, Modified):
        expression = expression.inner
    if isinstance(expression, Yearly):
        return expression.ends
    if isinstance(expression, YearBefore):
        return True
    return (
        isinstance(expression, Shifted) and expression.amount < 0 and COARSENESS[expression.unit] >= COARSENESS["year"]
    )


def is_told_from_later(period: Period, context: Context) -> bool:
    """Whether an earlier date is told from the one that the story has reached: "he had left in January"."""
    first, reached = period.first, context.reached.first if context.reached else None
    return first is not None and reached is not None and first < reached and context.around.looks_back()


def is_glance(text: str, start: int, end: int) -> bool:
    """Whether a date only says since when, or which thing is meant: "since 2005", "the 2011 floods"."""
    before = max(start - LONGEST_BEFORE, 0)
    if SINCE.search(text, before, start):
        return True
    return text.endswith(("the ", "The "), before, start) and NAMED.match(text, end) is not None


class RunningYears:
    """Tells a new stretch of the story from a glance aside, by the headings and by the years that are named next."""

    def __init__(self, expressions: Sequence[Expression], spans: Sequence[tuple[int, int]], text: str) -> None:
        self._expressions = expressions
        self._spans = spans
        self._text = text
        self._years = [named_year(expression) for expression in expressions]
        self._chapters = Chapters(
            text, [Named(*span, year) for span, year in zip(spans, self._years, strict=True) if year is not None]
        )
        self._following: list[tuple[int, ...]] = [()] * len(self._years)
        ahead: tuple[int, ...] = ()
        for number in range(len(self._years) - 1, -1, -1):
            self._following[number] = ahead
            year = self._years[number]
            if year is not None:
                ahead = (year, *ahead)[:AHEAD]

    def chapter(self, number: int) -> Chapter | None:
        """The chapter in which the expression of that number stands, None outside of chapters."""
        return self._chapters.at(self._spans[number][0])

    def upcoming(self, number: int) -> int | None:
        """The year that is named next after the expression of that number."""
        return next(iter(self._following[number]), None)

    def is_aside(self, number: int, period: Period, context: Context) -> bool:
        """Whether the expression of that number, read as a period, looks away from where the story is."""
        year = self._years[number]
        chapter = self.chapter(number)
        if year is not None and chapter is not None:
            if self._spans[number][0] < chapter.start:
                return year != chapter.first
            if year == chapter.first == chapter.last:
                return False
        if is_told_from_later(period, context):
            return True
        if year is None:
            return looks_away(self._expressions[number])
        touched_on = self._leaves(chapter, number, year) or self._is_glance(number, year, context.reached)
        return touched_on and not self._opens_a_stretch(number)

    def _leaves(self, chapter: Chapter | None, number: int, year: int) -> bool:
        """Whether a year is none of the chapter, to which the next one comes back."""
        following = self._following[number]
        return chapter is not None and year not in chapter and (not following or following[0] in chapter)

    def _opens_a_stretch(self, number: int) -> bool:
        """Whether a date leads its sentence and one without a year follows in its paragraph.

        "On 9 May 1841 a small force set out. It took the mill on 3 July." goes on from there, whatever follows.
        """
        start, end = self._spans[number]
        if number + 1 >= len(self._spans) or not isinstance(self._expressions[number + 1], Yearly):
            return False
        return leads_sentence(self._text, start) and self._text.find("\n", end, self._spans[number + 1][0]) < 0

    def _is_glance(self, number: int, year: int, reached: Period | None) -> bool:
        """Whether the story does not stay with a year, as the years named next have it."""
        if reached is None:
            return False
        running = reached.year
        following = self._following[number]
        jump = abs(year - running)
        if not following:
            return jump > LEAP
        if jump <= NEXT_DOOR:
            ahead = following[:BARE_AHEAD] if self._is_bare(number) else following[:DATED_AHEAD]
            return year != running and all(later == running for later in ahead)
        asked = following if jump > LEAP else following[:1]
        back = sum(abs(later - running) < abs(later - year) for later in asked)
        stay = sum(abs(later - running) > abs(later - year) for later in asked)
        return back > stay if jump <= LEAP else back >= stay

    def _is_bare(self, number: int) -> bool:
        """Whether the expression of that number is a year and no more."""
        expression = self._expressions[number]
        return isinstance(expression, Fixed) and expression.period.unit == "year"
