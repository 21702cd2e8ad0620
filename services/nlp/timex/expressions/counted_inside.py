"""What is counted inside a date or beside one: "the first Tuesday in November", "the Friday before Easter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from services.nlp.timex.expressions.lengths import AtOneEnd
from services.nlp.timex.expressions.reading import Calendrical, Found, Reading
from services.nlp.timex.periods import Period, Unit

if TYPE_CHECKING:
    from services.nlp.timex.context import Context


class NthWeekday(Calendrical, frozen=True):
    """The n-th Monday (1) … of a longer date, -1 the last: "the first Tuesday in November"."""

    weekday: int
    number: int
    whole: Calendrical

    def locate(self, context: Context) -> Found:
        """Count the weeks from the first one of it, or from the last."""
        found = self.whole.locate(context)
        first = found.period.first if found.period else None
        last = found.period.last if found.period else None
        partial = f"XXXX-WXX-{self.weekday}"
        if first is None or last is None:
            return Found(None, partial, found.anchor)
        if self.number > 0:
            away = (self.weekday - first.isoweekday()) % 7 + 7 * (self.number - 1)
            day = Period.of("day", first).shift(away)
        else:
            day = Period.of("day", last).shift(-((last.isoweekday() - self.weekday) % 7))
        return Found(day if day.first and day.first <= last else None, partial, found.anchor)


class WeekdayNextTo(Calendrical, frozen=True):
    """The n-th Monday (1) … after a day, or before it: "the Friday before Christmas"."""

    weekday: int
    number: int
    day: Calendrical

    def locate(self, context: Context) -> Found:
        """Count the weeks from the next one."""
        found = self.day.locate(context)
        partial = f"XXXX-WXX-{self.weekday}"
        period = found.period
        if period is None or period.unit != "day":
            return Found(None, partial, found.anchor)
        sign = 1 if self.number > 0 else -1
        away = (sign * (self.weekday - 1 - (period.index - 1))) % 7 or 7
        return Found(period.shift(sign * (away + 7 * (abs(self.number) - 1))), partial, found.anchor)


class UnitsOf(AtOneEnd, frozen=True):
    """Units at one end of a date: "the last three days of April"."""

    whole: Calendrical

    def read(self, context: Context) -> Reading:
        """A DURATION with its first and last day, as far as the calendar tells them."""
        reading = self.length.read(context)
        period, amount, unit = self.whole.locate(context).period, self.length.amount, self.length.unit
        whole = (period.first, period.last) if period else (None, None)
        counted: Unit | None = {"day": "day", "week": "day", "month": "month", "year": "year"}.get(unit)  # type: ignore[assignment]
        if isinstance(amount, str) or amount != int(amount) or counted is None or None in whole:
            return reading
        times = int(amount) * (7 if unit == "week" else 1)
        near = Period.of(counted, whole[0 if self.sign > 0 else 1])  # type: ignore[arg-type]  # both are known
        first, last = sorted((near, near.shift(self.sign * (times - 1))), key=lambda one: one.index)
        return replace(reading, granularity="interval", first=first.first, last=last.last)
