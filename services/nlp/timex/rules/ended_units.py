"""Units that ended or begin on a day: "the quarter ended July 31", "the week to May 1", "the weekend of 14 May"."""

from services.nlp.timex.expressions import (
    Calendrical,
    Containing,
    Expression,
    InYear,
    Length,
    PartOfYear,
    QuarterEnded,
    Shifted,
    TheWeekend,
    Yearly,
)
from services.nlp.timex.periods import Unit
from services.nlp.timex.rule import Family

ended_units = Family("units that ended on a day")


@ended_units.rule(
    "the quarter that ended on a day",
    "< THE_QUARTER > (that? ended|ending|to|through) (on|in)? (the end of)? (ON_DAY|IN_MONTH)",
    "the quarter ended July 31",
    "the quarter to March",
    gives="DATE IN_QUARTER",
)
def quarter_ended(on_day: Calendrical | None, in_month: Calendrical | None) -> Expression | None:
    end = on_day or in_month
    return QuarterEnded(end) if end else None


@ended_units.rule(
    "the numbered quarter that ended on a day",
    "< IN_QUARTER > (,? which)? (ended=(that? ended)|ending) (on)? ON_DAY",
    "fiscal third quarter ended March 31, 2022",
    gives="DATE IN_QUARTER",
)
def numbered_quarter_ended(in_quarter: Calendrical, on_day: Calendrical, ended: object) -> Expression | None:
    if not isinstance(in_quarter, Yearly) or in_quarter.direction is not None:
        return None
    is_over = ended and isinstance(on_day, Yearly) and on_day.direction is None
    end = Yearly(on_day.part, "last") if is_over and isinstance(on_day, Yearly) else on_day
    most = Shifted("day", -DAYS_OF_MOST, end) if in_quarter.part == FOURTH else end
    return InYear(in_quarter.part, Containing("year", most))


FOURTH = PartOfYear("quarter", 3)
DAYS_OF_MOST = 31
"""Days back from the end of a fourth quarter to the year in which most of it lies: one that ended in January."""


@ended_units.rule(
    "the unit that ended on a day",
    "THE_UNIT (of|(that? ended)|ending|beginning|starting|commencing) on? (ON_DAY|IN_MONTH)",
    "the week ended April 23",
    "the weekend of 14 May",
    gives="DATE",
)
def unit_ended(the_unit: Calendrical, on_day: Calendrical | None, in_month: Calendrical | None) -> Expression | None:
    unit, inner = running_unit(the_unit), on_day or in_month
    fits = unit in {"week", "weekend"} if on_day else unit == "month"
    return Containing(unit, inner) if unit and inner and fits else None


@ended_units.rule(
    "the unit up to a day",
    "< THE_UNIT > (to|through|ended|ending) (the? EDGE (of|HYPHEN))? (ON_DAY|IN_MONTH)",
    "the month to April 15",
    "the year to end-March",
    gives="LENGTH",
)
def unit_up_to(the_unit: Calendrical) -> Expression | None:
    unit = running_unit(the_unit)
    return Length(1, unit) if unit in {"week", "month", "year"} else None


def running_unit(the_unit: Calendrical | None) -> Unit | None:
    """The unit of "the week", "the weekend", None for one that is told from now ("last week")."""
    if isinstance(the_unit, TheWeekend):
        return "weekend"
    return the_unit.unit if isinstance(the_unit, Shifted) and the_unit.amount == 0 else None
