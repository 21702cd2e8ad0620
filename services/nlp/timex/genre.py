"""Whether a document is news, told from the day it appeared, or a history, whose dates run on from one another."""

from collections.abc import Sequence

from services.nlp.timex.expressions import (
    At,
    Calendrical,
    DayOfYear,
    Expression,
    Fixed,
    FromNow,
    InYear,
    LastMonth,
    Modified,
    Shifted,
    TheUnit,
    TheWeekend,
    Weekday,
    YearBefore,
    Yearly,
)
from services.nlp.timex.periods import DAYS_OF_A_WEEK, Period
from services.nlp.timex.running import named_year

# Unions are made once: to make one takes as long as to ask it.
DIRECTED = Shifted | Yearly
OF_THE_DAY = Weekday | TheWeekend | LastMonth
FOR_READERS_OF_THE_DAY = Weekday | LastMonth

FEWEST = 4
"""A history names at least so many years before its own."""

FEWEST_OF_STORY = 3
"""So many distant years make "the end of the year" that of the story."""

FAR_AWAY = 2
"""Years between a document and the first date it names that let even a short text be a history."""

WEIGHT = 3
"""One date told from the reference time speaks for news as much as so many distant years for a history."""

LAST_OF_LAST_YEAR = 6
"""Months into a year in which news tells how the one before it went, beside the one before that."""

FEWEST_OF_FIGURES = 4
"""A history of fewer distant years may rather be news that names the base of an index: "1967 equals 100"."""

FEWEST_MONTHS, LATEST = 3, 5
"""Months that figures name at least, and of how many, with the running one."""

SINCE = ("since ", "Since ")
LONGEST_SINCE = 6

FEW_DAYS = 3
"""Days between an article's own date and the one by which it is filed."""

HARDLY = 25
"""A history tells hardly one of so many expressions from today; news that tells a history tells more."""


def is_narrative(
    expressions: Sequence[Expression], spans: Sequence[tuple[int, int]], text: str, reference: Period | None
) -> bool:
    """A history names many years before its own day, or starts with one, and hardly a day relative to it.

    "Since 1997" is said from now, and to name a year to come is news.
    """
    far = near = own = of_some_year = 0
    opens_far: bool | None = None
    now = reference.year if reference else None
    oldest = earliest_compared(reference) if reference else 0
    for expression, (start, _) in zip(expressions, spans, strict=True):
        inner = innermost(expression)
        year = named_year(inner)
        if year is None:
            if opens_far and isinstance(inner, TheUnit):  # "by the end of the year", perhaps of 1813
                of_some_year += is_told_from_now(inner)
            else:
                near += (
                    is_told_from_now(inner)
                    or is_of_this_week(inner, reference)
                    or (opens_far is None and is_clock(inner))
                    or (isinstance(inner, FromNow) and inner.sign < 0)
                )
        elif text.endswith(SINCE, max(start - LONGEST_SINCE, 0), start):
            continue
        elif now is None:
            far += 1
            opens_far = True
        else:
            far += year < oldest
            near += year > now + 1
            own += abs(year - now) <= 1
            opens_far = year < now - FAR_AWAY if opens_far is None else opens_far
    near += of_some_year if far < FEWEST_OF_STORY else 0
    near += bool(0 < far < FEWEST_OF_FIGURES and reference and tells_latest_months(expressions, reference))
    return far > WEIGHT * near and (far >= FEWEST or (bool(opens_far) and own < far))


def tells_latest_months(expressions: Sequence[Expression], now: Period) -> bool:
    """Whether it begins with a month of the last ones and names no others, as figures do: "up from December"."""
    first = next((one for one in expressions if isinstance(one, Yearly) or named_year(innermost(one))), None)
    if now.first is None or not isinstance(first, Yearly) or first.part.unit != "month":
        return False
    last = now.first.month - 1
    months = [one.part.number for one in expressions if isinstance(one, Yearly) and one.part.unit == "month"]  # type: ignore[union-attr]  # of a year
    return len(months) >= FEWEST_MONTHS and all((last - month) % 12 < LATEST for month in months)


def earliest_compared(now: Period) -> int:
    """The first year that news names as soon as this one: until summer the one to which it compares the last."""
    return now.year - (2 if now.first and now.first.month <= LAST_OF_LAST_YEAR else 1)


def is_clock(expression: Expression) -> bool:
    """Whether it is a time of day without its day: before any year is named, one of the day that news tells of."""
    return isinstance(expression, At) and expression.day is None and expression.clock[0].isdigit()


def is_of_this_week(expression: Expression, reference: Period | None) -> bool:
    """Whether it is a day of the last week by its date alone, as some agencies write them: "on March 3".

    Of the days that a history names without their year one in fifty is such a day by chance.
    """
    if not isinstance(expression, Yearly) or not isinstance(expression.part, DayOfYear) or reference is None:
        return False
    days = (expression.part.of(year) for year in (reference.year, reference.year - 1))
    return any(day is not None and 0 <= reference.index - day.index < DAYS_OF_A_WEEK for day in days)


def innermost(expression: Expression) -> Expression:
    """What an expression is told from: without modifiers, time of day, part of the year, distance from a day."""
    while isinstance(expression, TOLD_FROM_ANOTHER):  # hardly any is
        if isinstance(expression, Modified):
            expression = expression.inner
        elif isinstance(expression, At) and expression.day is not None:
            expression = expression.day
        elif isinstance(expression, Shifted) and isinstance(expression.direction, Calendrical):
            expression = expression.direction
        elif isinstance(expression, InYear) and isinstance(expression.year, Shifted):
            expression = expression.year
        else:
            break
    return expression


TOLD_FROM_ANOTHER = (Modified, At, Shifted, InYear)
"""Expressions that may be told from another."""


def is_told_from_now(expression: Expression) -> bool:
    """Whether an expression looks from the reference time: "Friday", "last week", "next May", "a year ago"."""
    if isinstance(expression, TheUnit) and expression.unit != "year":  # "month's end" is that of the story, too
        return False
    if isinstance(expression, DIRECTED):
        return expression.direction in {"last", "this", "next"}
    if isinstance(expression, YearBefore):
        return expression.direction == "this"
    return isinstance(expression, OF_THE_DAY)


def is_of_today(expressions: Sequence[Expression], reference: Period | None) -> bool:
    """Whether it was written for its day: it names that day, as a dateline does, or looks from it ("last month")."""
    if reference is None:
        return False
    inner = [innermost(expression) for expression in expressions]
    days = (one.period for one in inner if isinstance(one, Fixed) and one.period.unit == "day")
    if any(abs(day.index - reference.index) <= FEW_DAYS for day in days):
        return True
    return HARDLY * sum(map(looks_from_today, inner)) >= len(inner) > 0


def is_of_unknown_day(expressions: Sequence[Expression], reference: Period | None, *, narrative: bool) -> bool:
    """Whether it looks from a day that nobody knows: "yesterday", "last week", without a date of its own.

    So does "Friday" in news; in a history it is of the week that was told.
    """
    if reference is not None:
        return False
    inner = [innermost(one) for one in expressions]
    return any(
        looks_from_today(one)
        or (isinstance(one, Shifted) and one.unit == "day" and one.direction == "this" and one.amount)
        for one in inner
        if not (narrative and isinstance(one, Weekday))
    )


def looks_from_today(expression: Expression) -> bool:
    """Whether only a reader of that day can place it: "Tuesday", "last month", "next year"."""
    if isinstance(expression, Shifted):
        return expression.direction == "this" and expression.unit != "day" and abs(expression.amount) == 1
    return isinstance(expression, FOR_READERS_OF_THE_DAY) and is_told_from_now(expression)
