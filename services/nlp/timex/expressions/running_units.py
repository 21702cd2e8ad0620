"""The unit that runs, or the one that has just run out: "the year", "the end of the month"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.nlp.timex.expressions.reading import Found
from services.nlp.timex.expressions.relative_dates import Shifted
from services.nlp.timex.figures import tells_last_year, told, week_reported
from services.nlp.timex.periods import COARSENESS, UNKNOWN

if TYPE_CHECKING:
    from services.nlp.timex.context import Context
    from services.nlp.timex.periods import Period

MONTHS_TOLD = 3
"""So many months back lies at most the one whose figures are told: "sales fell in May. For the month, …"."""


class TheUnit(Shifted, frozen=True):
    """ "The year", "the month": the running one, in news that looks back the one that is over.

    That is the year before where its last quarter is reported on, or where January tells how it went, and the month
    of which figures are told.
    """

    def locate(self, context: Context) -> Found:
        """The running unit, or the one that is over."""
        if self.unit == "month" and (month := month_told(context)):
            return Found(month[0], UNKNOWN["month"], month[1])
        if self.unit == "week" and (week := week_reported(context)) and context.around.tense() in {"past", None}:
            return Found(week[0], UNKNOWN["week"], week[1])
        if self.unit == "quarter" and context.quarter and context.around.tense() == "past":
            return Found(context.quarter[0], UNKNOWN["quarter"], context.quarter[1])
        return Shifted(self.unit, self.amount - is_year_over(self, context), self.direction).locate(context)


class RunningUnit(TheUnit, frozen=True):
    """ "The end of the year": that of the year just told of where it leads a sentence in the past, else of this one."""

    begins: bool = False

    def locate(self, context: Context) -> Found:
        """The unit of the last mention or of the reference time."""
        last, now = context.latest, context.reference.to(self.unit) if context.reference else None
        told = last.to(self.unit) if last and COARSENESS[last.unit] <= COARSENESS[self.unit] else None
        is_past = told is not None and now is not None and told.index < now.index
        if (
            is_past
            and not context.reports_quarter
            and context.around.opens_sentence()
            and context.around.tense() == "past"
            and not context.around.reaches_now()
        ):
            return Shifted(self.unit, 0, "same").locate(context)
        return TheUnit.locate(self, context)


def is_year_over(unit: TheUnit, context: Context) -> bool:
    """Whether a verb in the past tells of the year before; "since the start of the year" is since that of this one."""
    if unit.unit != "year" or (tense := context.around.tense()) not in {"past", "present", None}:
        return False
    if tense == "present":
        return context.reports_last_year and context.around.is_of_accounts()
    if isinstance(unit, RunningUnit) and unit.begins:
        return False
    if context.reports_last_year:
        return True
    is_told = tense == "past" and (context.year_has_turned or tells_last_year(context))
    return is_told and not context.around.is_begun()


def month_told(context: Context) -> tuple[Period, str] | None:
    """The month named last that is over, where a verb in the past tells more of it, None for the running one."""
    now = context.reference.to("month") if context.reference else None
    if now is None or context.narrative or context.around.tense() != "past":
        return None
    month = next(told(context, "month"), None)
    return month if month is not None and 0 < now.index - month[0].index <= MONTHS_TOLD else None
