"""Times of day, modified values, and what is only vaguely before, now or after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from services.nlp.timex.days_of_times import day_for_time, goes_on_next_day, has_not_come
from services.nlp.timex.expressions.lengths import Length
from services.nlp.timex.expressions.reading import Calendrical, Direction, Expression, Reading
from services.nlp.timex.periods import UNKNOWN

if TYPE_CHECKING:
    from schemas.vocabulary import TimexMod
    from services.nlp.timex.context import Context


MIDNIGHT = "24:00"


class Modified(Struct, frozen=True, gc=False):
    """A value with a modifier: "early 2016", "about two years"."""

    inner: Expression
    mod: TimexMod

    def read(self, context: Context) -> Reading | None:
        """The same reading, modified."""
        reading = self.inner.read(context)
        return replace(reading, mod=self.mod) if reading else None


class At(Struct, frozen=True, gc=False):
    """A time of day, on a day if one is given: `clock` is the part of the value after the T."""

    clock: str
    granularity: str
    day: Calendrical | None = None
    mod: TimexMod | None = None

    def read(self, context: Context) -> Reading:
        """The day's value and the time."""
        if self.day:
            found = self.day.locate(context)
            period, anchor, partial = found.period, found.anchor, found.partial
            if period is None and self.day.is_that_one() and not context.narrative:
                period, anchor = day_for_time(context)  # the day last named lies ahead of what is told
        else:
            period, anchor = day_for_time(context)
            partial = UNKNOWN["day"]
            if self.clock == MIDNIGHT and period is not None and has_not_come(context, period):
                period = period.shift(-1)
        told_on = self.day is None or self.day.is_that_one()
        if told_on and context.evening is not None and period and goes_on_next_day(context, period, self.clock):
            period = period.shift(1)
        value = f"{period.value if period else partial}T{self.clock}"
        first, last = (period.first, period.last) if period else (None, None)
        return Reading("TIME", value, period, self.mod, None, None, self.granularity, anchor, first, last)


class AtSomething(At, frozen=True):
    """ "The night of the vote": of the day just told, which is hardly that of a story that tells of it as known."""

    def read(self, context: Context) -> Reading:
        """A TIME, of an unknown day where no earlier one was named."""
        reading = At.read(self, context)
        if reading.period is None or reading.period != context.reference:
            return reading
        return Reading("TIME", f"{UNKNOWN['day']}T{self.clock}", None, self.mod, None, None, self.granularity)


class HoursOfRange(At, frozen=True):
    """A time on each day of a range of weekdays: "9am–5pm Monday to Friday"; a SET where a place is open then."""

    def read(self, context: Context) -> Reading:
        """A SET of what is so every week, else a TIME of the first day."""
        if context.around.is_regular():
            return Reading("SET", f"{UNKNOWN['day']}T{self.clock}")
        return At.read(self, context)


class BarePart(Struct, frozen=True, gc=False):
    """ "Night" by itself: in a history a TIME of an unknown day."""

    part: str

    def read(self, context: Context) -> Reading | None:
        """A TIME of no known day in a history; elsewhere none."""
        if not context.narrative:
            return None
        return Reading("TIME", f"XXXX-XX-XXT{self.part}", granularity="part_of_day")


class Vague(Struct, frozen=True, gc=False):
    """PAST_REF, PRESENT_REF or FUTURE_REF; some words only in histories, some only with a verb in the future."""

    value: str
    only: Literal["narrative", "future"] | None = None

    def read(self, context: Context) -> Reading | None:
        """A DATE without a place in the calendar, except that the present is where the reference time is."""
        if self.only == "narrative" and not context.narrative:
            return None
        if self.only == "future" and (context.narrative or context.around.tense() != "future"):
            return None
        if self.value == "PRESENT_REF" and context.reference is not None:
            today = context.reference.first
            return Reading("DATE", self.value, None, None, None, None, "vague", "reference_time", today, today)
        return Reading("DATE", self.value, granularity="vague")


class OneDay(Struct, frozen=True, gc=False):
    """ "One day": some day to come before a verb in the future, else how long something takes."""

    def read(self, context: Context) -> Reading | None:
        """FUTURE_REF, or a DURATION."""
        if not context.narrative and context.around.leads() and context.around.tense() == "future":
            return Vague("FUTURE_REF").read(context)
        return Length(1, "day").read(context)


class SomeAway(Struct, frozen=True, gc=False):
    """An unknown number of units before or after something: "years ago", "several days later"."""

    unit: str
    sign: int
    direction: Direction = "this"

    def read(self, context: Context) -> Reading:  # noqa: ARG002  # nothing more can be known
        """PAST_REF or FUTURE_REF, as seen from the base."""
        return Reading("DATE", "PAST_REF" if self.sign < 0 else "FUTURE_REF", granularity="vague")


class HoursAway(Struct, frozen=True, gc=False):
    """So many hours, minutes or seconds before or after something of which the clock is not known."""

    unit: str
    amount: float
    direction: Direction = "this"

    def read(self, context: Context) -> Reading:
        """The day's value with an unknown time where it stays in the day or nearly, whole days beyond."""
        base, anchor = context.base_for(self.direction, "day")
        if base is None:
            return Reading("TIME", "XXXX-XX-XXTXX", granularity="hour")
        hours = self.amount / {"second": 3600, "minute": 60, "hour": 1}[self.unit]
        period = base.shift(int(hours / 24))
        return Reading(
            "TIME", f"{period.value}TXX", period, None, None, None, "hour", anchor, period.first, period.last
        )
