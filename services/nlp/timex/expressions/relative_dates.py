"""Dates told from the reference time or from what was mentioned before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.nlp.timex.expressions.lengths import Length
from services.nlp.timex.expressions.reading import Calendrical, Direction, Found, Reading
from services.nlp.timex.expressions.times import Vague
from services.nlp.timex.figures import base_of_previous, week_reported
from services.nlp.timex.nearness import nearest
from services.nlp.timex.periods import UNKNOWN, Period, Unit, day, month

if TYPE_CHECKING:
    from services.nlp.timex.context import Context


SATURDAY = 6


class Weekday(Calendrical, frozen=True):
    """A day of the week, 1 is Monday."""

    number: int
    direction: Direction | None = None

    def locate(self, context: Context) -> Found:
        """The nearest one in the direction that words or tense give."""
        partial = f"XXXX-WXX-{self.number}"
        if self.direction is None and context.around.is_any():
            return Found(None, partial)
        base, anchor = self._base(context)
        base = base.to("day") if base else None
        if base is None:
            return Found(None, partial)
        told = context.weekday_ahead(self.number, base) if self.direction is None else None
        if told is not None:
            return Found(told, partial, anchor)
        ahead = (self.number - 1 - (base.index - 1)) % 7
        forward = base.shift(ahead)
        if self.direction in {"last", "previous"}:
            return Found(forward.shift(-7), partial, anchor)
        if self.direction in {"next", "following"}:
            return Found(forward if ahead else forward.shift(7), partial, anchor)
        if self.direction == "this":
            back = ahead and context.around.tense() == "past"
            return Found(nearest(context, [forward.shift(-7), forward], base) if back else forward, partial, anchor)
        if not ahead:
            return Found(forward, partial, anchor)
        if context.days_run_on:
            return Found(forward, partial, anchor)
        return Found(forward if context.around.tense() in {"future", "open"} else forward.shift(-7), partial, anchor)

    def _base(self, context: Context) -> tuple[Period | None, str | None]:
        """What it counts from; "the previous Friday" from a day, for which a month is no base."""
        if self.direction in {"previous", "following"}:
            return context.last("day")
        return context.base_for(self.direction or (None if context.days_run_on else "this"))


class LaterWeekday(Weekday, frozen=True):
    """ "Later on Tuesday": the day of which is told, though the story may bear the date of the day after it."""

    def locate(self, context: Context) -> Found:
        """That weekday, never as much as five days ahead."""
        found = Weekday.locate(self, context)
        now = context.reference
        if found.period is None or now is None or context.days_run_on or found.period.index - now.index < FAR_AHEAD:
            return found
        return Found(found.period.shift(-7), found.partial, found.anchor)


FAR_AHEAD = 5


class WeekdayOfList(Weekday, frozen=True):
    """A weekday after another: "Thursday or Friday"; one that would be to come is none of what was done."""

    def locate(self, context: Context) -> Found:
        """The first one after the last mention, if a verb in the past does not tell else."""
        found = Weekday(self.number, "following").locate(context)
        now = context.reference.index if context.reference else None
        is_ahead = found.period is not None and now is not None and found.period.index > now
        return Weekday(self.number).locate(context) if is_ahead and context.around.tense() == "past" else found


class WeekdayOfRange(Weekday, frozen=True):
    """One end of a range of weekdays: "from Monday to Wednesday"; a SET where a place is open then, every week."""

    def read(self, context: Context) -> Reading | None:
        """A SET of what is so every week, a DATE of anything else."""
        if context.around.is_regular():
            return Reading("SET", f"XXXX-WXX-{self.number}")
        return Calendrical.read(self, context)


class WeekdayBeside(Calendrical, frozen=True):
    """The weekday nearest to the day last mentioned, by another clock: "10:20 p.m. Friday (0220 GMT Saturday)"."""

    number: int

    def locate(self, context: Context) -> Found:
        """At most three days away."""
        base, anchor = context.last("day")
        if base is None or base.unit != "day":
            return Found(None, f"XXXX-WXX-{self.number}", anchor)
        return Found(base.shift((self.number - 1 - (base.index - 1) + 3) % 7 - 3), "", anchor)


class NumberedWeekday(Calendrical, frozen=True):
    """ "Monday the 12th": the nearest day of that number that is such a weekday."""

    weekday: int
    number: int

    def locate(self, context: Context) -> Found:
        """In the month of the base, or in the nearest before or after it."""
        base, anchor = context.base_for(None if context.days_run_on else "this", "month")
        here = base.to("month") if base else None
        for away in MONTHS_AROUND if here else ():
            first = here.shift(away).first if here else None
            found = day(first.year, first.month, self.number) if first else None
            if found is not None and found.first is not None and found.first.isoweekday() == self.weekday:
                return Found(found, "", anchor)
        return Found(None, f"XXXX-WXX-{self.weekday}", anchor)


MONTHS_AROUND = (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5)


class Shifted(Calendrical, frozen=True):
    """So many units before or after something: "last year", "two days ago", "the week after that"."""

    unit: Unit
    amount: int
    direction: Direction | Calendrical = "this"
    result: Unit | None = None

    def locate(self, context: Context) -> Found:
        """Shift the period of the unit in which the base lies."""
        unit = self.result or self.unit
        known = (
            context.year_alone(self.unit, self.amount)
            if self.direction == "same"
            and (self.amount or self.unit == "week")
            and not (self.unit == "week" and week_reported(context))
            else None
        )
        if known is not None:
            year, timex_id = known
            return Found(None, year.value + UNKNOWN[unit].removeprefix("XXXX"), timex_id, year)
        if isinstance(self.direction, Calendrical):
            found = self.direction.locate(context)
            base, anchor = found.period, found.anchor
        else:
            is_told_from_today = self.unit == "day" and self.direction == "this"
            base, anchor = context.today() if is_told_from_today else context.base_for(self.direction, self.unit)
            if self.is_previous():
                base, anchor = base_of_previous(context, self.unit) or (base, anchor)
        start = base.to(self.unit) if base else None
        if start is None:
            return Found(None, UNKNOWN[unit], anchor)
        shifted = start.shift(self.amount).to(unit)
        if self.amount > 0 and self.direction == "same" and shifted is not None and context.is_beyond_now(shifted):
            return Found(None, UNKNOWN[unit], anchor)
        return Found(shifted, UNKNOWN[unit], anchor)

    def is_previous(self) -> bool:
        """Whether it is the unit before the one last named: "the previous week"."""
        return self.direction == "same" and self.amount == -1

    def is_that_one(self) -> bool:
        """Whether nothing lies between it and what was last named."""
        return self.direction == "same" and self.amount == 0


class DayInMind(Shifted, frozen=True):
    """The day of "the evening": that of the story, but where a verb looks ahead from a day that is over, a later one.

    "It rained last night. The wind will drop in the evening" is told of today, "in the morning" of tomorrow.
    """

    is_morning: bool = False

    def locate(self, context: Context) -> Found:
        """The day last named, or the one that the verb looks to."""
        found = super().locate(context)
        is_over = found.period is not None and not context.narrative and context.has_ended(found.period)
        if not is_over or context.around.tense() != "future":
            return found
        return Shifted("day", int(self.is_morning), "this").locate(context)


class Today(Shifted, frozen=True):
    """ "Today": in a history, beside the present tense and outside of quotations, the time of who reads it."""

    def read(self, context: Context) -> Reading | None:
        """A DATE, PRESENT_REF where a history tells what is still so."""
        reading = Calendrical.read(self, context)
        known = reading is not None and reading.period is not None
        if known or not context.days_run_on or context.around.is_quoted() or context.around.tense() == "past":
            return reading
        return Vague("PRESENT_REF").read(context)


class TheWeekend(Calendrical, frozen=True):
    """ "The weekend": the last one, or the coming one of a verb in the future."""

    coming: bool = False
    this: bool = False

    def locate(self, context: Context) -> Found:
        """The weekend of this week where it has begun or is to come, the one before otherwise."""
        base, anchor = context.base_for(None if context.days_run_on else "this")
        start = base.first if base else None
        if start is None:
            return Found(None, UNKNOWN["weekend"])
        begun = start.isoweekday() >= SATURDAY
        weekend = Period.of("weekend", start)
        coming = self.coming or begun or context.around.tense() == "future" or context.days_run_on
        coming = coming or (self.this and context.around.tense() != "past")
        return Found(weekend if coming else weekend.shift(-1), UNKNOWN["weekend"], anchor)


class TheNext(Calendrical, frozen=True):
    """ "The next year": from the last mention in the past tense, from the reference time otherwise."""

    unit: Unit

    def locate(self, context: Context) -> Found:
        """One unit after the base."""
        lies_ahead = self.unit in {"decade", "century"}
        runs_on = self.unit == "day" or (context.around.tense() == "past" and not lies_ahead)
        return Shifted(self.unit, 1, "same" if runs_on else "this").locate(context)


class ForTheNext(TheNext, frozen=True):
    """ "For the next year": in a history how long something went on, otherwise the coming one, as in a forecast."""

    def read(self, context: Context) -> Reading | None:
        """A DURATION in a history, a DATE elsewhere."""
        if context.years_run_on:
            return Length(1, self.unit).read(context)
        return Calendrical.read(self, context)


class On(Shifted, frozen=True):
    """ "Ten years on, …": as much later in a history; in news how long something has gone on."""

    def read(self, context: Context) -> Reading | None:
        """A DATE in a history, a DURATION elsewhere."""
        if context.years_run_on:
            return Calendrical.read(self, context)
        return Length(self.amount, self.unit).read(context)


class UnknownUnit(Calendrical, frozen=True):
    """ "The week after the vote": a week, but only the vote's date would tell which."""

    unit: Unit

    def locate(self, context: Context) -> Found:  # noqa: ARG002  # nothing more can be known
        """The unit alone."""
        return Found(None, UNKNOWN[self.unit])


class SameDay(Calendrical, frozen=True):
    """The same day some months or years away: "a year ago today"."""

    unit: str
    amount: int
    base: Calendrical

    def locate(self, context: Context) -> Found:
        """The day of that number in the other month, its last day where it is shorter."""
        found = self.base.locate(context)
        first = found.period.first if found.period else None
        if first is None:
            return Found(None, UNKNOWN["day"], found.anchor)
        other = month(first.year, first.month).shift(self.amount * (12 if self.unit == "year" else 1))
        last = other.last
        if last is None:
            return Found(None, UNKNOWN["day"], found.anchor)
        return Found(Period.of("day", last.replace(day=min(first.day, last.day))), "", found.anchor)
