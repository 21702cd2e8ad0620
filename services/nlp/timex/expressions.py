"""Values that wait for a context: what a rule makes of an expression in the first pass, read in the second."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, Protocol

from services.nlp.timex.periods import COARSENESS, SEASONS, UNKNOWN, YEARS, Period, Unit, day, month, year

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.vocabulary import TimexMod, TimexType
    from services.nlp.timex.context import Context

Direction = Literal["last", "this", "next", "previous", "following", "same"]
"""`last`, `this`, `next` look from the reference time, `previous`, `same`, `following` from what was last mentioned."""

SATURDAY = 6
DEICTIC = {"last": -1, "this": 0, "next": 1}
ANAPHORIC = {"previous": -1, "same": 0, "following": 1}


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means in its context."""

    type: TimexType
    value: str
    period: Period | None = None
    mod: TimexMod | None = None
    quant: str | None = None
    freq: str | None = None
    granularity: str | None = None
    anchor: str | None = None
    first: date | None = None
    last: date | None = None


class Expression(Protocol):
    """Anything a rule may return."""

    def read(self, context: Context) -> Reading | None:
        """The meaning in a context, None where it is no time there after all."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place in the calendar, or the little that is known of it, and what it was found from."""

    period: Period | None
    partial: str
    anchor: str | None = None


class Calendrical:
    """An expression that names a period: read as a DATE."""

    __slots__ = ()

    def locate(self, context: Context) -> Found:
        """Where in the calendar it is."""
        raise NotImplementedError

    def read(self, context: Context) -> Reading | None:
        """The period as a DATE."""
        found = self.locate(context)
        period = found.period
        if period is None:
            return Reading("DATE", found.partial, anchor=found.anchor)
        return Reading(
            "DATE", period.value, period, None, None, None, period.unit, found.anchor, period.first, period.last
        )


@dataclass(frozen=True, slots=True)
class Fixed(Calendrical):
    """A period that the text names in full."""

    period: Period

    def locate(self, context: Context) -> Found:  # noqa: ARG002  # the same in every context
        """The period itself."""
        return Found(self.period, self.period.value)


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """A month, quarter, season or half of any year, numbered from 0."""

    unit: Unit
    number: int

    def of(self, number: int) -> Period | None:
        """That part of one year."""
        per_year = {"month": 12, "quarter": 4, "season": 4, "half_year": 2}[self.unit]
        return Period(self.unit, number * per_year + self.number)

    @property
    def partial(self) -> str:
        """Its value in an unknown year."""
        return {"month": f"XXXX-{self.number + 1:02d}", "quarter": f"XXXX-Q{self.number + 1}",
                "season": f"XXXX-{SEASONS[self.number % 4]}", "half_year": f"XXXX-H{self.number + 1}"}[self.unit]  # fmt: skip


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A day of a month of any year."""

    month: int
    day: int
    unit: Unit = "day"

    def of(self, number: int) -> Period | None:
        """That day of one year, None where it has none such."""
        return day(number, self.month, self.day)

    @property
    def partial(self) -> str:
        """Its value in an unknown year."""
        return f"XXXX-{self.month:02d}-{self.day:02d}"


@dataclass(frozen=True, slots=True)
class MovableDay:
    """A holiday that moves: a function from the year to its day."""

    name: str
    when: Callable[[int], date]
    length: Unit = "day"

    @property
    def unit(self) -> Unit:
        """Day, week or weekend."""
        return self.length

    def of(self, number: int) -> Period | None:
        """That holiday of one year, None outside the calendar."""
        try:
            return Period.of(self.length, self.when(number))
        except (ValueError, OverflowError):
            return None

    @property
    def partial(self) -> str:
        """Its value in an unknown year."""
        return UNKNOWN[self.length]


YearlyPart = PartOfYear | DayOfYear | MovableDay


@dataclass(frozen=True, slots=True)
class Yearly(Calendrical):
    """A part of a year without its year: "March", "3 May", "last summer", "Christmas"."""

    part: YearlyPart
    direction: Direction | None = None

    def locate(self, context: Context) -> Found:
        """In the year that direction, tense and narrative suggest."""
        base, anchor = context.base_for(self.direction)
        if base is None:
            return Found(None, self.part.partial)
        period = choose_year(self.part, base, self.direction, context)
        return Found(period, self.part.partial, anchor)


def choose_year(part: YearlyPart, base: Period, direction: Direction | None, context: Context) -> Period | None:
    """The occurrence of a yearly part that is meant, seen from a base."""
    day_of_base = base.first
    if direction is None and context.narrative:
        return part.of(base.year)
    if day_of_base is None:
        return part.of(base.year)
    here = Period.of(part.unit, day_of_base)
    near = [period for offset in (-1, 0, 1) if (period := part.of(base.year + offset))]
    if direction in {"last", "previous"}:
        return max((period for period in near if period.index < here.index), default=None)
    if direction in {"next", "following"}:
        return min((period for period in near if period.index > here.index), default=None)
    if direction in {"this", "same"}:
        return part.of(base.year)
    return context.nearest(near, here)


@dataclass(frozen=True, slots=True)
class InYear(Calendrical):
    """A part of a year that is named with it: "March 2016", "October of that year"."""

    part: YearlyPart
    year: Calendrical

    def locate(self, context: Context) -> Found:
        """In that year."""
        found = self.year.locate(context)
        if found.period is None:
            return Found(None, self.part.partial, found.anchor)
        period = self.part.of(found.period.year)
        return Found(period, self.part.partial, found.anchor)


@dataclass(frozen=True, slots=True)
class Weekday(Calendrical):
    """A day of the week, 1 is Monday."""

    number: int
    direction: Direction | None = None

    def locate(self, context: Context) -> Found:
        """The nearest one in the direction that words or tense give."""
        partial = f"XXXX-WXX-{self.number}"
        base, anchor = context.base_for(self.direction or ("same" if context.narrative else None))
        base = base.to("day") if base else None
        if base is None:
            return Found(None, partial)
        ahead = (self.number - 1 - (base.index - 1)) % 7
        forward = base.shift(ahead)
        if self.direction in {"last", "previous"}:
            return Found(forward.shift(-7), partial, anchor)
        if self.direction in {"next", "following"}:
            return Found(forward if ahead else forward.shift(7), partial, anchor)
        if self.direction == "this":
            return Found(context.nearest([forward.shift(-7), forward] if ahead else [forward], base), partial, anchor)
        if not ahead:
            return Found(forward, partial, anchor)
        if context.narrative:
            return Found(forward, partial, anchor)
        return Found(forward if context.tense() in {"future", "open"} else forward.shift(-7), partial, anchor)


@dataclass(frozen=True, slots=True)
class Shifted(Calendrical):
    """So many units before or after something: "last year", "two days ago", "the week after that"."""

    unit: Unit
    amount: int
    direction: Direction | Calendrical = "this"
    result: Unit | None = None

    def locate(self, context: Context) -> Found:
        """Shift the period of the unit in which the base lies."""
        unit = self.result or self.unit
        if isinstance(self.direction, Calendrical):
            found = self.direction.locate(context)
            base, anchor = found.period, found.anchor
        else:
            base, anchor = context.base_for(self.direction, self.unit)
        start = base.to(self.unit) if base else None
        if start is None:
            return Found(None, UNKNOWN[unit], anchor)
        return Found(start.shift(self.amount).to(unit), UNKNOWN[unit], anchor)


@dataclass(frozen=True, slots=True)
class TheWeekend(Calendrical):
    """ "The weekend": the last one, or the coming one of a verb in the future."""

    coming: bool = False
    this: bool = False

    def locate(self, context: Context) -> Found:
        """The weekend of this week where it has begun or is to come, the one before otherwise."""
        base, anchor = context.base_for("same" if context.narrative else None)
        start = base.first if base else None
        if start is None:
            return Found(None, UNKNOWN["weekend"])
        begun = start.isoweekday() >= SATURDAY
        weekend = Period.of("weekend", start)
        coming = self.coming or begun or context.tense() == "future" or context.narrative
        coming = coming or (self.this and context.tense() != "past")
        return Found(weekend if coming else weekend.shift(-1), UNKNOWN["weekend"], anchor)


@dataclass(frozen=True, slots=True)
class TheNext(Calendrical):
    """ "The next year": from what was mentioned in the past tense, from the reference time otherwise; days always run on."""

    unit: Unit

    def locate(self, context: Context) -> Found:
        """One unit after the base."""
        runs_on = self.unit == "day" or context.tense() == "past"
        return Shifted(self.unit, 1, "same" if runs_on else "this").locate(context)


@dataclass(frozen=True, slots=True)
class SameDay(Calendrical):
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


@dataclass(frozen=True, slots=True)
class Nth(Calendrical):
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
            period = Period.of(self.unit, whole.last).shift(self.number + 1)
        else:
            period = Period.of(self.unit, whole.first).shift(self.number - 1)
            if period.first is not None and period.first < whole.first and self.unit == "weekend":
                period = period.shift(1)
        return Found(period if period.first and period.first <= whole.last else None, UNKNOWN[self.unit], found.anchor)


@dataclass(frozen=True, slots=True)
class WeekdayIn(Calendrical):
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


@dataclass(frozen=True, slots=True)
class Containing(Calendrical):
    """The unit in which something lies: "the week of March 6", "that year"."""

    unit: Unit
    inner: Calendrical

    def locate(self, context: Context) -> Found:
        """The longer period."""
        found = self.inner.locate(context)
        return Found(found.period.to(self.unit) if found.period else None, UNKNOWN[self.unit], found.anchor)


@dataclass(frozen=True, slots=True)
class YearBefore(Calendrical):
    """ "A year earlier": in a report of results the same quarter of the year before, the year before otherwise."""

    direction: Direction = "this"

    def locate(self, context: Context) -> Found:
        """Four quarters before the quarter that is reported on."""
        if context.quarter is not None and context.reports_quarter:
            quarter, anchor = context.quarter
            return Found(quarter.shift(-4), UNKNOWN["quarter"], anchor)
        return Shifted("year", -1, self.direction).locate(context)


@dataclass(frozen=True, slots=True)
class Reported(Calendrical):
    """ "The quarter", "the latest period" in a report of results: the quarter last named, else the one before this."""

    year: int | None = None

    def locate(self, context: Context) -> Found:
        """The reported quarter, in another year if one is given."""
        if context.quarter is None:
            if self.year is not None:
                return Found(Period("year", self.year), "")
            return Shifted("quarter", -1, "this").locate(context)
        quarter, anchor = context.quarter
        if self.year is not None:
            quarter = Period("quarter", self.year * 4 + quarter.index % 4)
        return Found(quarter, UNKNOWN["quarter"], anchor)


@dataclass(frozen=True, slots=True)
class Modified:
    """A value with a modifier: "early 2016", "about two years"."""

    inner: Expression
    mod: TimexMod

    def read(self, context: Context) -> Reading | None:
        """The same reading, modified."""
        reading = self.inner.read(context)
        return replace(reading, mod=self.mod) if reading else None


@dataclass(frozen=True, slots=True)
class At:
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
        else:
            period, anchor = context.day_for_time()
            partial = UNKNOWN["day"]
        value = f"{period.value if period else partial}T{self.clock}"
        first, last = (period.first, period.last) if period else (None, None)
        return Reading("TIME", value, period, self.mod, None, None, self.granularity, anchor, first, last)


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: amount "X" where it is not known."""

    amount: float | str
    unit: str

    @property
    def value(self) -> str:
        """ISO 8601's period, as TIMEX3 extends it: P2Y, PT3H, PXD, P1DE, P2CE."""
        amount = (
            self.amount
            if isinstance(self.amount, str)
            else f"{self.amount:g}"
            if self.amount < 1e5
            else f"{self.amount:.0f}"
        )
        if self.unit in {"second", "minute", "hour"}:
            return f"PT{amount}{self.unit[0].upper()}"
        if self.unit == "fortnight":
            return f"P{amount}W" if isinstance(self.amount, str) else f"P{self.amount * 2:g}W"
        return f"P{amount}{DURATION_LETTERS[self.unit]}"

    def read(self, context: Context) -> Reading:  # noqa: ARG002  # the same in every context
        """A DURATION."""
        return Reading("DURATION", self.value)


@dataclass(frozen=True, slots=True)
class FromNow:
    """A length that ends or begins at the reference time: "the past five days", "the next three years"."""

    length: Length
    sign: int

    def read(self, context: Context) -> Reading:
        """A DURATION with its two ends: whole units, the running one left out."""
        base, anchor = context.base_for("this", "day")
        unit = "week" if self.length.unit == "fortnight" else self.length.unit
        here = base.to(unit) if base and unit in UNKNOWN else None  # type: ignore[arg-type]  # a unit of the calendar
        if here is None or isinstance(self.length.amount, str) or self.length.amount != int(self.length.amount):
            return self.length.read(context)
        far = here.shift(self.sign * int(self.length.amount))
        ends = (far, here.shift(-1)) if self.sign < 0 else (here.shift(1), far)
        first, last = ends[0].first, ends[1].last
        if first is None or last is None:
            return self.length.read(context)
        return Reading("DURATION", self.length.value, None, None, None, None, "interval", anchor, first, last)


@dataclass(frozen=True, slots=True)
class EarlyYear(Calendrical):
    """A year of three digits: one in a story of those centuries only ("By 930 they had a parliament")."""

    number: int

    def locate(self, context: Context) -> Found:
        """The year."""
        return Found(year(self.number), "", context.last()[1])

    def read(self, context: Context) -> Reading | None:
        """A DATE near the last mention, nothing elsewhere."""
        last = context.last()[0]
        near = last is not None and abs(last.year - self.number) <= CENTURIES_NEAR
        return Calendrical.read(self, context) if near and context.narrative else None


CENTURIES_NEAR = 300
"""Years that a story of the early centuries leaps at most."""


@dataclass(frozen=True, slots=True)
class BarePart:
    """ "Night" by itself: in a history a TIME of an unknown day."""

    part: str

    def read(self, context: Context) -> Reading | None:
        """A TIME of no known day in a history; elsewhere none."""
        if not context.narrative:
            return None
        return Reading("TIME", f"XXXX-XX-XXT{self.part}", granularity="part_of_day")


@dataclass(frozen=True, slots=True)
class Compound:
    """A length of two units: "two hours and 15 minutes"."""

    long: Length
    short: Length

    def read(self, context: Context) -> Reading:  # noqa: ARG002  # the same in every context
        """One DURATION: P1Y6M, PT2H15M, P1DT6H."""
        long, short = self.long.value, self.short.value
        if long.startswith("PT"):
            return Reading("DURATION", long + short.removeprefix("PT"))
        return Reading("DURATION", long + short.removeprefix("P"))


@dataclass(frozen=True, slots=True)
class Rate:
    """ "A year": a SET after an amount ("$2 million a year"), a DURATION elsewhere."""

    unit: str

    @property
    def value(self) -> str:
        """The length of one unit."""
        return Length(1, self.unit).value

    def read(self, context: Context) -> Reading:
        """As the tree has it."""
        return Reading("SET" if context.is_rate() else "DURATION", self.value)


DURATION_LETTERS = {"day": "D", "night": "D", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q", "season": "S", "half_year": "H",
                    "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recurring:
    """A SET: what recurs, TIMEX3's quant and freq."""

    value: str
    quant: str | None = None
    freq: str | None = None

    def read(self, context: Context) -> Reading:  # noqa: ARG002  # the same in every context
        """A SET."""
        return Reading("SET", self.value, quant=self.quant, freq=self.freq)


@dataclass(frozen=True, slots=True)
class Vague:
    """PAST_REF, PRESENT_REF or FUTURE_REF; some words only in histories, some only with a verb in the future."""

    value: str
    only: Literal["narrative", "future"] | None = None

    def read(self, context: Context) -> Reading | None:
        """A DATE without a place in the calendar, except that the present is where the reference time is."""
        if self.only == "narrative" and not context.narrative:
            return None
        if self.only == "future" and (context.narrative or context.tense() != "future"):
            return None
        if self.value == "PRESENT_REF" and context.reference is not None:
            today = context.reference.first
            return Reading("DATE", self.value, None, None, None, None, "vague", "reference_time", today, today)
        return Reading("DATE", self.value, granularity="vague")


__all__ = [
    "ANAPHORIC",
    "COARSENESS",
    "DEICTIC",
    "YEARS",
    "At",
    "BarePart",
    "Calendrical",
    "Compound",
    "Containing",
    "DayOfYear",
    "Direction",
    "EarlyYear",
    "Expression",
    "Fixed",
    "Found",
    "FromNow",
    "HoursAway",
    "InYear",
    "Length",
    "Modified",
    "MovableDay",
    "Nth",
    "PartOfYear",
    "Period",
    "Rate",
    "Reading",
    "Recurring",
    "Reported",
    "SameDay",
    "Shifted",
    "SomeAway",
    "TheNext",
    "TheWeekend",
    "Vague",
    "Weekday",
    "WeekdayIn",
    "YearBefore",
    "Yearly",
    "day",
    "month",
    "year",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class SomeAway:
    """An unknown number of units before or after something: "years ago", "several days later"."""

    unit: str
    sign: int
    direction: Direction = "this"

    def read(self, context: Context) -> Reading:  # noqa: ARG002  # nothing more can be known
        """PAST_REF or FUTURE_REF, as seen from the base."""
        return Reading("DATE", "PAST_REF" if self.sign < 0 else "FUTURE_REF", granularity="vague")


@dataclass(frozen=True, slots=True)
class HoursAway:
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
