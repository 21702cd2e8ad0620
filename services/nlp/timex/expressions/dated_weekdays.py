"""Days of a month that are named with their weekday, which tells their year where nothing else does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.nlp.timex.expressions.reading import Found
from services.nlp.timex.expressions.yearly import Yearly

if TYPE_CHECKING:
    from services.nlp.timex.context import Context
    from services.nlp.timex.periods import Period


class OnWeekday(Yearly, frozen=True):
    """A day of a month with its weekday, which tells the year where the words around it do not: "Tuesday, March 17"."""

    weekday: int = 0

    def locate(self, context: Context) -> Found:
        """Where the day would be without its weekday if that is right there, else in a year told of in which it is."""
        found = Yearly.locate(self, context)
        if found.period is None or self.is_right(found.period) or self._is_near(found.period, context):
            return found
        years = (found.period.year, *context.years_told())
        days = (self.part.of(year + away) for year in years for away in AROUND)
        is_told = context.reference is not None and context.around.tense() == "past"
        last = context.reference.index if context.reference and is_told else None
        fitting = (day for day in days if day is not None and self.is_right(day))
        right = next((day for day in fitting if last is None or day.index <= last), None)
        return Found(right, found.partial, found.anchor) if right else found

    def is_right(self, day: Period) -> bool:
        """Whether a day is of the weekday that stands beside it."""
        return day.first is not None and day.first.isoweekday() == self.weekday

    @staticmethod
    def _is_near(day: Period, context: Context) -> bool:
        """Whether a day is so near to now that rather its weekday is wrong."""
        return (
            not context.narrative
            and context.reference is not None
            and (abs(day.index - context.reference.index) <= SURELY_MEANT)
        )


AROUND = (0, 1, -1)
SURELY_MEANT = 60
"""Days from now within which a date is meant whatever weekday stands beside it."""
