"""Weeks by their number in the calendar, as business and schools of Europe count them: "calendar week 31"."""

from datetime import date
from functools import partial

from services.nlp.timex.expressions import Calendrical, Fixed, InYear, MovableDay, Yearly
from services.nlp.timex.periods import year as year_period
from services.nlp.timex.rule import Family

numbered_weeks = Family("weeks by number")

LAST_WEEK = 53
LATE = 27
"""From here on a bare number is the calendar's: seasons, terms and trials have fewer weeks."""


def monday(year: int, week: int) -> date:
    """The first day of a week. Raises ValueError for a year that has no such week."""
    return date.fromisocalendar(year, week, 1)


def week(number: float) -> MovableDay | None:
    """A week of any year by its number."""
    is_week = 1 <= number <= LAST_WEEK and number == int(number)
    return MovableDay(f"week {number:.0f}", partial(monday, week=int(number)), "week") if is_week else None


@numbered_weeks.rule(
    "week of a year by number",
    "calendar? week NUM (of|in|,)? YEAR",
    "week 31 of 2019",
    "calendar week 7, 2021",
    gives="DATE IN_WEEK",
)
def week_of_year(num: float, year: int) -> Calendrical | None:
    part = week(num)
    return InYear(part, Fixed(year_period(year))) if part else None


@numbered_weeks.rule("week by number", "calendar week NUM !of", "calendar week 31", gives="DATE IN_WEEK")
def week_by_number(num: float) -> Calendrical | None:
    part = week(num)
    return Yearly(part) if part else None


@numbered_weeks.rule(
    "late week by number",
    "(in|from|since|until|by|to|before|after) < week NUM > !of !DASH !/",
    "in week 31",
    gives="DATE IN_WEEK",
)
def late_week_by_number(num: float) -> Calendrical | None:
    part = week(num)
    return Yearly(part) if part and num >= LATE else None
