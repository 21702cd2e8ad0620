"""The year that a narrative has reached, and the years that it only touches on."""

from collections.abc import Sequence

from services.nlp.timex.chapters import Chapter, Chapters, Named
from services.nlp.timex.expressions import Expression, Fixed, InYear, Modified, Shifted, YearBefore
from services.nlp.timex.periods import COARSENESS, Period

AHEAD = 4
"""Years named later that are asked whether a leap is meant; whether a step is, the first of them says."""

LEAP = 50
"""Years beyond which a jump is a leap."""

NEXT_DOOR = 1
"""Years apart within which a story moves on without more ado."""

BARE_AHEAD, DATED_AHEAD = 1, 2
"""Years named next that must all be the old one for a neighbour to be a glance: a bare one, one with a month."""


def named_year(expression: Expression) -> int | None:
    """The year that an expression names itself."""
    while isinstance(expression, Modified):
        expression = expression.inner
    whole = expression.year if isinstance(expression, InYear) else expression
    if isinstance(whole, Fixed) and whole.period.unit in {"day", "month", "quarter", "season", "half_year", "year"}:
        return whole.period.year
    return None


def looks_back(expression: Expression) -> bool:
    """Whether an expression tells of a year or more before the story: "two years earlier", "the previous year"."""
    while isinstance(expression, Modified):
        expression = expression.inner
    if isinstance(expression, YearBefore):
        return True
    return (
        isinstance(expression, Shifted) and expression.amount < 0 and COARSENESS[expression.unit] >= COARSENESS["year"]
    )


class RunningYears:
    """Tells a new stretch of the story from a glance aside, by the headings and by the years that are named next."""

    def __init__(self, expressions: Sequence[Expression], spans: Sequence[tuple[int, int]], text: str) -> None:
        self._back = [looks_back(expression) for expression in expressions]
        self._years = [named_year(expression) for expression in expressions]
        self._bare = [isinstance(one, Fixed) and one.period.unit == "year" for one in expressions]
        self._places = [start for start, _ in spans]
        self._chapters = Chapters(
            text,
            [Named(*span, year) for span, year in zip(spans, self._years, strict=True) if year is not None],
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
        return self._chapters.at(self._places[number])

    def is_aside(self, number: int, reached: Period | None) -> bool:
        """Whether the expression of that number looks away from the date that the story has reached."""
        year = self._years[number]
        if year is None:
            return self._back[number]
        chapter = self.chapter(number)
        if chapter is not None:
            if self._places[number] < chapter.start:
                return year != chapter.first
            if year == chapter.first == chapter.last:
                return False
            if year not in chapter and all(later in chapter for later in self._following[number][:1]):
                return True
        return reached is not None and self._is_glance(number, year, reached.year)

    def _is_glance(self, number: int, year: int, running: int) -> bool:
        """Whether the story does not stay with a year, as the years named next have it."""
        following = self._following[number]
        jump = abs(year - running)
        if not following:
            return jump > LEAP
        if jump <= NEXT_DOOR:
            ahead = following[:BARE_AHEAD] if self._bare[number] else following[:DATED_AHEAD]
            return year != running and all(later == running for later in ahead)
        asked = following if jump > LEAP else following[:1]
        back = sum(abs(later - running) < abs(later - year) for later in asked)
        stay = sum(abs(later - running) > abs(later - year) for later in asked)
        return back > stay if jump <= LEAP else back >= stay
