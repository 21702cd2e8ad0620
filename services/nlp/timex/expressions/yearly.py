"""Parts of a year, named with their year or without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from services.nlp.timex.expressions.reading import Calendrical, Direction, Found, Reading
from services.nlp.timex.expressions.relative_dates import Shifted
from services.nlp.timex.nearness import nearest
from services.nlp.timex.old_news import told_of
from services.nlp.timex.periods import COARSENESS, SEASONS, UNKNOWN, Period, Unit, day

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from services.nlp.timex.context import Context


BEGINS_AGAIN = 8
"""Months back from which on a history has rather come to the next year than turned back."""


BEGINS_AGAIN_AFTER_WINTER = 5
"""The same after "that winter", which is told of to its end: up to July."""


class Fixed(Calendrical, frozen=True):
    """A period that the text names in full."""

    period: Period

    def locate(self, context: Context) -> Found:  # noqa: ARG002  # the same in every context
        """The period itself."""
        return Found(self.period, self.period.value)


class PartOfYear(Struct, frozen=True, gc=False):
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
                "season": f"XXXX-{SEASONS[self.number % 4]}",
                "half_year": f"XXXX-H{self.number + 1}"}[self.unit]  # fmt: skip


class DayOfYear(Struct, frozen=True, gc=False):
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


class MovableDay(Struct, frozen=True, gc=False):
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


class Yearly(Calendrical, frozen=True):
    """A part of a year without its year: "March", "3 May", "last summer", "Christmas"; `ends`: it ends a range."""

    part: YearlyPart
    direction: Direction | None = None
    ends: bool = False

    def locate(self, context: Context) -> Found:
        """In the year that direction, tense and narrative suggest."""
        runs_on = context.years_run_on or context.of_unknown_day
        base, anchor = context.base_for(self.direction or (None if runs_on else "this"))
        if base is None:
            return Found(None, self.part.partial)
        if self.direction is None and (told := told_of(context, self._around_latest(context))):
            return Found(told[0], self.part.partial, told[1])
        period = choose_year(self.part, base, self.direction, context)
        if period and self.direction is None and context.ahead is not None and context.has_ended(period):
            period = (next_after(self.part, context.ahead) if context.goes_on() else None) or period
        return Found(period, self.part.partial, anchor)

    def _around_latest(self, context: Context) -> list[Period]:
        """Its occurrences in the year of the last mention and in those beside it."""
        latest = context.latest
        years = (
            (latest.year - 1, latest.year, latest.year + 1) if latest and context.reference and latest.year > 0 else ()
        )
        return [period for year in years if (period := self.part.of(year))]


class AnySeason(Yearly, frozen=True):
    """ "In summer": that of every year beside the present tense ("it is shut in winter"), otherwise a certain one."""

    def locate(self, context: Context) -> Found:
        """Of no certain year, or as any other part of a year."""
        if context.around.tense() == "present":
            return Found(None, self.part.partial)
        return Yearly.locate(self, context)


class KnownByItsDay(Calendrical, frozen=True):
    """A day that names what happened on it once: "9/11", "the Sept. 11 attacks". Before it came it was as any other.

    `sure`: the words leave no doubt; "since Sept. 11" may be told of the latest one.
    """

    day: date
    sure: bool

    def locate(self, context: Context) -> Found:
        """That day, the nearest of its date where it is none yet or another is near."""
        any_year = Yearly(DayOfYear(self.day.month, self.day.day))
        if self.sure and context.reference is None:
            return Found(Period.of("day", self.day), "")
        found = any_year.locate(context)
        now = context.reference.first if context.reference else None
        if now is None or now < self.day or (context.narrative and not self.sure):
            return found
        near = found.period is not None and abs(found.period.index - now.toordinal()) <= DAYS_NEAR
        return found if near and not self.sure else Found(Period.of("day", self.day), "")


DAYS_NEAR = 40
"""Days from a date within which its latest return is rather meant."""


class LastMonth(Calendrical, frozen=True):
    """ "Last February": not the month that has just gone by, which is "last month", unless the year has turned."""

    part: PartOfYear

    def locate(self, context: Context) -> Found:
        """The latest one before the base, the one before that for the month before."""
        found = Yearly(self.part, "last").locate(context)
        base, _ = context.base_for("last")
        here = base.to("month") if base else None
        if found.period is None or here is None:
            return found
        just_gone = found.period == here.shift(-1) and found.period.year == here.year
        return Found(found.period.shift(-12), found.partial, found.anchor) if just_gone else found


def choose_year(part: YearlyPart, base: Period, direction: Direction | None, context: Context) -> Period | None:
    """The occurrence of a yearly part that is meant, seen from a base."""
    day_of_base = base.first
    if direction is None and context.years_run_on:
        return part.of(year_of_story(part, base, context))
    is_year_alone = direction is None and context.reference is None and base.unit == "year"
    if day_of_base is None or is_year_alone:
        return part.of(base.year)
    here = Period.of(part.unit, day_of_base)
    is_year = base.unit == "year"
    if is_year and direction == "following":
        return part.of(base.year + 1)
    year = base.year if is_year else here.year
    near = [period for offset in (-1, 0, 1) if (period := part.of(year + offset))]
    if direction in {"last", "previous"}:
        return max((period for period in near if period.index < here.index), default=None)
    if direction in {"next", "following"}:
        return min((period for period in near if period.index > here.index), default=None)
    if direction in {"this", "same"}:
        is_over = direction == "this" and has_just_gone(part, year, day_of_base) and context.around.tense() == "past"
        return part.of(year - 1 if is_over else year)
    return nearest(context, near, here)


def next_after(part: YearlyPart, ahead: Period) -> Period | None:
    """The first occurrence of a yearly part that begins with a date or after it, None if that is nearly a year away."""
    begins = ahead.first
    near = (part.of(ahead.year + away) for away in (0, 1))
    return next(
        (one for one in near if one and one.last and begins and 0 <= (one.last - begins).days <= LONGEST_STEP), None
    )


LONGEST_STEP = 270
"""Days from one date of a plan to the next at most: "this October, with tickets on sale from 14 September"."""


def has_just_gone(part: YearlyPart, year: int, day: date) -> bool:
    """Whether a day lies shortly after last year's part and long before this year's: "this winter" in March."""
    before, ahead = part.of(year - 1), part.of(year)
    if before is None or before.last is None or ahead is None or ahead.first is None:
        return False
    gone = (day - before.last).days
    return 0 < FARTHER * gone < (ahead.first - day).days


FARTHER = 3
"""So many times farther off is what lies ahead."""


def year_of_story(part: YearlyPart, base: Period, context: Context) -> int:
    """The year that a history has reached, or the next where its months begin again: "In December … In January"."""
    before, here = base.first, part.of(base.year)
    is_winter = base == context.that_winter
    is_coarse = COARSENESS[base.unit] > COARSENESS["month"] and not is_winter
    if before is None or here is None or here.first is None or is_coarse:
        return base.year
    ends = context.chapter is not None and base.year >= context.chapter.last
    back = BEGINS_AGAIN_AFTER_WINTER if is_winter else BEGINS_AGAIN
    begins_again = before.month - here.first.month >= back and not ends and not context.around.looks_back()
    return base.year + 1 if begins_again else base.year


class YearsEnd(Shifted, frozen=True):
    """ "Year-end": that of this year, the last one beside a verb in the past ("it had 40 shops at year-end")."""

    def locate(self, context: Context) -> Found:
        """The year that ends then."""
        tense = context.around.tense()
        is_over = not context.years_run_on and (tense == "past" or (tense is None and context.year_has_turned))
        return Shifted("year", -1 if is_over else 0, self.direction).locate(context)


class InYear(Calendrical, frozen=True):
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


class InEarlyYear(InYear, frozen=True):
    """A part of a year of three digits: "14 March 409". Like such a year it is a date in a story of those centuries."""

    def read(self, context: Context) -> Reading | None:
        """A DATE near the last mention, nothing elsewhere."""
        return Calendrical.read(self, context) if self.year.read(context) else None
