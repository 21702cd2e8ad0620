"""Dates counted inside longer ones, and dates that need to know what a document is about."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from services.nlp.timex.expressions.reading import Calendrical, Found, Reading
from services.nlp.timex.periods import UNKNOWN, Period, Unit, full_year, month, year

if TYPE_CHECKING:
    from services.nlp.timex.context import Context


class Nth(Calendrical, frozen=True):
    """The n-th unit of a longer one, -1 the last: "the first week of May", "the 15th of that month"."""

    unit: Unit
    number: int
    whole: Calendrical

    def locate(self, context: Context) -> Found:
        """Count from the start, or from the end."""
        found = self.whole.locate(context)
        whole = found.period
        if whole is None or whole.first is None or whole.last is None:
            return Found(None, UNKNOWN[self.unit], found.anchor)
        if self.number < 0:
            end = Period.of(self.unit, whole.last)
            ends_after = end.first is not None and end.first > whole.last  # the weekend of a month's last week
            period = end.shift(self.number if ends_after else self.number + 1)
        else:
            start = Period.of(self.unit, whole.first)
            period = start.shift(self.number if self._begins_before(start, whole) else self.number - 1)
        return Found(period if period.first and period.first <= whole.last else None, UNKNOWN[self.unit], found.anchor)

    def _begins_before(self, period: Period, whole: Period) -> bool:
        """Whether counting must start a unit later: with the weekend, or the week, of which most lies inside."""
        if period.first is None or whole.first is None:
            return False
        inside = {"weekend": 0, "week": DAYS_OF_HALF_A_WEEK}.get(self.unit)
        return inside is not None and period.first + timedelta(days=inside) < whole.first


DAYS_OF_HALF_A_WEEK = 3


class WeekdayIn(Calendrical, frozen=True):
    """A weekday of a named week: "Friday of last week", "Tuesday of Easter week"."""

    number: int
    week: Calendrical

    def locate(self, context: Context) -> Found:
        """That day of the week."""
        found = self.week.locate(context)
        monday = found.period.to("week") if found.period else None
        if monday is None or monday.first is None:
            return Found(None, f"XXXX-WXX-{self.number}", found.anchor)
        return Found(Period.of("day", monday.first + timedelta(days=self.number - 1)), "", found.anchor)


class Containing(Calendrical, frozen=True):
    """The unit in which something lies: "the week of March 6", "that year"."""

    unit: Unit
    inner: Calendrical

    def locate(self, context: Context) -> Found:
        """The longer period."""
        found = self.inner.locate(context)
        return Found(found.period.to(self.unit) if found.period else None, UNKNOWN[self.unit], found.anchor)


class WeekendBy(Calendrical, frozen=True):
    """The weekend that a holiday makes long: the one before a Monday, else that of its week."""

    holiday: Calendrical

    def locate(self, context: Context) -> Found:
        """The weekend beside the day."""
        found = self.holiday.locate(context)
        weekend = found.period.to("weekend") if found.period else None
        is_monday = found.period is not None and found.period.first is not None and found.period.first.weekday() == 0
        return Found(weekend.shift(-1) if weekend and is_monday else weekend, UNKNOWN["weekend"], found.anchor)


class EarlyYear(Calendrical, frozen=True):
    """A year of two or three digits: one in a story of those centuries only ("By 930 they had a parliament").

    It is of the story's era: before Christ after "in 216 BC".
    """

    number: int

    def locate(self, context: Context) -> Found:
        """The year."""
        near, anchor = self._neighbour(context)
        return Found(year(1 - self.number if near is not None and near <= 0 else self.number), "", anchor)

    def read(self, context: Context) -> Reading | None:
        """A DATE near the last mention or, at the head of a story, near the next; nothing elsewhere."""
        near, _ = self._neighbour(context)
        if near is None or not context.narrative:
            return None
        reading = Calendrical.read(self, context)
        leap = None if reading is None or reading.period is None else abs(reading.period.year - near)
        return reading if leap is not None and leap <= CENTURIES_NEAR else None

    @staticmethod
    def _neighbour(context: Context) -> tuple[int | None, str | None]:
        """The year last mentioned, or the one named next."""
        if context.mentions:
            last, anchor = context.mentions[-1]
            return last.year, anchor
        return context.upcoming, None


class EarlyDecade(Calendrical, frozen=True):
    """ "The mid-30s": a decade in a history; in news degrees, dollars or years of age."""

    decade: Period

    def locate(self, context: Context) -> Found:  # noqa: ARG002  # the same in every context
        """The decade."""
        return Found(self.decade, self.decade.value)

    def read(self, context: Context) -> Reading | None:
        """A DATE in a history, nothing elsewhere."""
        return Calendrical.read(self, context) if context.narrative else None


CENTURIES_NEAR = 300
"""Years that a story of the early centuries leaps at most."""


class ShortYear(Calendrical, frozen=True):
    """A year of which two digits are written: "'68". In a history it is the one nearest to the story."""

    two_digits: int

    def locate(self, context: Context) -> Found:
        """The year of a century that the story, or else POSIX, chooses."""
        near = context.reached.year if context.reached else context.upcoming
        if not context.narrative or near is None:
            is_over = context.around.tense() == "past"
            return Found(year(self._seen_from(context.reference.year if context.reference else None, is_over)), "")
        before = near - (near - self.two_digits) % 100
        return Found(year(before if near - before < YEARS_BACK else before + CENTURY), "")

    def _seen_from(self, now: int | None, is_over: bool) -> int:  # noqa: FBT001  # what the verb says
        """The latest year that ends so and is not far ahead of a news story, POSIX's where it has no date."""
        if now is None:
            return full_year(self.two_digits)
        latest = now if is_over else now + YEARS_AHEAD
        return latest - (latest - self.two_digits) % CENTURY


CENTURY = 100
YEARS_BACK = 40
"""Years that a history looks back at most with two digits; else it has gone on to the next such year."""

YEARS_AHEAD = 20
"""Years ahead that news writes with two digits: "the class of '38"."""


class DayBeforeChrist(Calendrical, frozen=True):
    """A day of a year before Christ: a value that Python's calendar doesn't hold; the story moves to its month."""

    year: int
    month: int
    day: int

    def locate(self, context: Context) -> Found:  # noqa: ARG002  # the same in every context
        """Its month."""
        month_of_it = month(1 - self.year, self.month)
        return Found(month_of_it, f"{month_of_it.value}-{self.day:02d}")

    def read(self, context: Context) -> Reading:
        """A DATE."""
        found = self.locate(context)
        return Reading("DATE", found.partial, found.period, granularity="day")
