"""The second end of a range, which is told from the first: "7 p.m. Friday to 2 a.m. Saturday", "2 January–31 May".

Each by itself might be read on another side of now; a range runs forwards.
"""

import re
from typing import Final

from msgspec.structs import replace

from services.nlp.timex.expressions import (
    At,
    Calendrical,
    DayOfYear,
    Expression,
    InYear,
    Modified,
    PartOfYear,
    Weekday,
    WeekdayOfList,
    Yearly,
)

LONGEST_JOIN: Final = 12
"""Characters between the two ends at most."""

JOIN: Final = re.compile(
    r"(?: (?:to|until|till|through|thru) (?:about |around )?|[-–—]| (?P<pause>[-–—]) "
    r"|(?P<listed> (?:and|or) (?:on )?))\Z"
)
"""From one end to the other; a dash between spaces may also be a pause. Weekdays of a list run forwards, too."""

A_YEAR: Final = 372
FARTHEST: Final = 279
"""Days of a year of twelve long months, and of a range at most: "moved from June to May" runs backwards."""


def end_of_range(first: Expression, last: Expression, between: str) -> Expression | None:
    """The second of two expressions, told from the first, None where they are no range."""
    join = JOIN.match(between)
    if join is None:
        return None
    if isinstance(last, Modified):
        inner = end_of_range(first, last.inner, between)
        return replace(last, inner=inner) if inner else None
    start, end = day_of(first), day_of(last)
    is_sure = not join["pause"] or (isinstance(first, At) == isinstance(last, At) and not isinstance(last, Weekday))
    if not is_sure:
        return None
    if join["listed"]:
        told: Calendrical | None = weekday_after(start, end)
    else:
        told = weekday_from(start, end) or part_of_year_from(start, end)
    return replace(last, day=told) if told and isinstance(last, At) else told


def day_of(expression: Expression) -> Expression | None:
    """The day of a time, and a date itself."""
    if isinstance(expression, Modified):
        return day_of(expression.inner)
    return expression.day if isinstance(expression, At) else expression


def weekday_from(start: Expression | None, end: Expression | None) -> Weekday | None:
    """A weekday without more ado, as the next one after the weekday on which the range starts, or the same day."""
    if not isinstance(start, Weekday) or type(end) is not Weekday or end.direction is not None:
        return None
    return Weekday(end.number, "same" if start.number == end.number else "following")


def weekday_after(start: Expression | None, end: Expression | None) -> Weekday | None:
    """Another weekday of a list than the one before it."""
    told = weekday_from(start, end)
    return WeekdayOfList(told.number) if told and told.direction == "following" else None


def part_of_year_from(start: Expression | None, end: Expression | None) -> Yearly | None:
    """A month or a day of a month without a year, as the next one after the start of the range."""
    if type(end) is not Yearly or end.direction is not None or not isinstance(start, Yearly | InYear):
        return None
    first, last = place_in_year(start), place_in_year(end)
    if first is None or last is None or type(start.part) is not type(end.part):
        return None
    return Yearly(end.part, "following", ends=True) if 0 < (last - first) % A_YEAR <= FARTHEST else None


def place_in_year(expression: Yearly | InYear) -> int | None:
    """Days from the beginning of the year to a month or a day, None for anything else."""
    part = expression.part
    if isinstance(part, DayOfYear):
        return 31 * part.month + part.day
    return 31 * part.number if isinstance(part, PartOfYear) and part.unit == "month" else None
