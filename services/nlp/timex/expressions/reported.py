"""Dates of reports of results, which mean the quarter that is reported on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.nlp.timex.expressions.reading import Calendrical, Direction, Found, Reading
from services.nlp.timex.expressions.relative_dates import Shifted
from services.nlp.timex.figures import compared_before, told
from services.nlp.timex.periods import UNKNOWN, Period

if TYPE_CHECKING:
    from services.nlp.timex.context import Context


HALVES = 2


class YearBefore(Calendrical, frozen=True):
    """ "A year earlier": in a report of results the same quarter of the year before, the year before otherwise."""

    direction: Direction = "this"

    def locate(self, context: Context) -> Found:
        """Four quarters before the quarter that is reported on."""
        if context.quarter is not None and context.reports_quarter:
            quarter, anchor = context.quarter
            return Found(quarter.shift(-4), UNKNOWN["quarter"], anchor)
        last, reference = context.latest, context.reference
        if last is not None and last.unit == "half_year" and not context.narrative:
            return Found(last.shift(-HALVES), UNKNOWN["half_year"], context.mentions[-1][1])
        near = last is not None and reference is not None and abs(last.year - reference.year) <= 1
        if near and last is not None and self._is_of_what_is_told(last, context):
            return self._before(*context.last("year"))
        if self.direction != "same" or (near and not context.narrative):
            return Shifted("year", -1, "this").locate(context)
        if (again := compared_before(context)) is not None:
            return Found(again[0], UNKNOWN["year"], again[1])
        return self._before(*context.last("year"))

    @staticmethod
    def _before(base: Period | None, anchor: str | None) -> Found:
        """The year before that of a date."""
        year = base.to("year") if base else None
        return Found(year.shift(-1) if year else None, UNKNOWN["year"], anchor)

    def _is_of_what_is_told(self, last: Period, context: Context) -> bool:
        """Whether figures of a month late in the year before are compared with those of a year earlier."""
        is_of_year_before = context.reference is not None and last.year == context.reference.year - 1
        compares = self.direction == "same" or context.around.is_compared()
        if last.unit != "month" or not is_of_year_before or not compares or context.narrative:
            return False
        month = next(told(context, "month"), None)
        return month is None or month[0].year == last.year


class QuarterBefore(YearBefore, frozen=True):
    """ "The same quarter last year": that of the year before, by the quarter last named or else the one before this."""

    def locate(self, context: Context) -> Found:
        """Four quarters before it."""
        return Shifted("quarter", -4, Reported()).locate(context)


class LastYear(Shifted, frozen=True):
    """ "Last year": the same quarter of it where a report of results sets an amount against an earlier one."""

    def read(self, context: Context) -> Reading | None:
        """A DATE: "earned $3 million, compared with $2 million last year"."""
        tells = context.reports_quarter and not context.reports_last_year and context.quarter is not None
        if tells and context.around.is_set_against():
            return QuarterBefore().read(context)
        return Calendrical.read(self, context)


class Reported(Calendrical, frozen=True):
    """ "The quarter", "the latest period" in a report of results: the quarter last named, else the one before this."""

    year: int | None = None
    is_quarter: bool = True

    def locate(self, context: Context) -> Found:
        """The reported quarter, in another year if one is given."""
        if self.year is not None and not self.is_quarter and not context.reports_quarter:
            return Found(Period("year", self.year), "")
        if context.quarter is None:
            found = Shifted("quarter", -1, "this").locate(context)
        else:
            found = Found(context.quarter[0], UNKNOWN["quarter"], context.quarter[1])
        if self.year is None or found.period is None:
            return found
        return Found(Period("quarter", self.year * 4 + found.period.index % 4), UNKNOWN["quarter"], found.anchor)


class QuarterEnded(Calendrical, frozen=True):
    """ "The quarter ended July 31": the one reported on, else the quarter in which most of those three months lie."""

    end: Calendrical

    def locate(self, context: Context) -> Found:
        """The quarter that was named by its number, else that of the day in the middle."""
        if context.quarter is not None and context.reports_quarter:
            return Reported().locate(context)
        found = self.end.locate(context)
        back = {"day": DAYS_OF_HALF_A_QUARTER, "month": 1}.get(found.period.unit) if found.period else None
        middle = found.period.shift(-back) if found.period and back else None
        return Found(middle.to("quarter") if middle else None, UNKNOWN["quarter"], found.anchor)


DAYS_OF_HALF_A_QUARTER = 45
