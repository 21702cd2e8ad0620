"""The year that a narrative has reached, and the years that it only touches on."""

from collections.abc import Sequence

from services.nlp.timex.expressions import Expression, Fixed, InYear, Modified
from services.nlp.timex.periods import Period

AHEAD = 4
"""Years named later that are asked whether a leap is meant; whether a step is, the first of them says."""

LEAP = 50
"""Years beyond which a jump is a leap."""


def named_year(expression: Expression) -> int | None:
    """The year that an expression names itself."""
    while isinstance(expression, Modified):
        expression = expression.inner
    whole = expression.year if isinstance(expression, InYear) else expression
    if isinstance(whole, Fixed) and whole.period.unit in {"day", "month", "quarter", "season", "half_year", "year"}:
        return whole.period.year
    return None


NEXT_DOOR = 1
"""Years apart within which a story moves on without more ado."""


BARE_AHEAD, DATED_AHEAD = 1, 2
"""Years named next that must all be the old one for a neighbour to be a glance: a bare one, one with a month."""


class RunningYears:
    """Tells a new stretch of the story from a glance aside, by the years that are named next."""

    def __init__(self, expressions: Sequence[Expression]) -> None:
        self._years = [named_year(expression) for expression in expressions]
        self._bare = [isinstance(one, Fixed) and one.period.unit == "year" for one in expressions]
        self._following: list[tuple[int, ...]] = [()] * len(self._years)
        ahead: tuple[int, ...] = ()
        for number in range(len(self._years) - 1, -1, -1):
            self._following[number] = ahead
            year = self._years[number]
            if year is not None:
                ahead = (year, *ahead)[:AHEAD]

    def is_glance(self, number: int, running: Period | None) -> bool:
        """Whether the expression of that number names a year that the story does not stay with."""
        year = self._years[number]
        if year is None or running is None:
            return False
        following = self._following[number]
        jump = abs(year - running.year)
        if not following:
            return jump > LEAP
        if jump <= NEXT_DOOR:
            ahead = following[:BARE_AHEAD] if self._bare[number] else following[:DATED_AHEAD]
            return year != running.year and all(later == running.year for later in ahead)
        asked = following if jump > LEAP else following[:1]
        back = sum(abs(later - running.year) < abs(later - year) for later in asked)
        stay = sum(abs(later - running.year) > abs(later - year) for later in asked)
        return back > stay if jump <= LEAP else back >= stay
