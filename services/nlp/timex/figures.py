"""What a report of figures tells of: its week, its month, its year, beside those to which they are compared."""

from collections.abc import Iterator

from services.nlp.timex.context import WINDOW, Context
from services.nlp.timex.periods import Period

COMPARED = frozenset(("month", "quarter", "year"))
"""Units by which figures are compared; weeks are compared in reports of a week alone."""

LAST_OF_REPORTS = 4
"""Months into a year in which the results of the one before it are told."""

WEEKS_OF_REPORTS = 4
"""Weeks back from now in which one lies that a report tells of."""


def told(context: Context, unit: str) -> Iterator[tuple[Period, str]]:
    """The last mentions of a unit, the latest first, without those with which others are compared."""
    for number in range(len(context.mentions) - 1, max(len(context.mentions) - 1 - WINDOW, -1), -1):
        mention, around = context.mentions[number], context.arounds[number]
        if mention[0].unit == unit and around is not None and not around.is_aside():
            yield mention


def tells_last_year(context: Context) -> bool:
    """Whether it is early in the year and the last year named, but for those compared, is the one before."""
    now = context.reference.first if context.reference else None
    if now is None or now.month > LAST_OF_REPORTS or context.narrative:
        return False
    named = next(told(context, "year"), None)
    return named is not None and named[0].year == now.year - 1


def base_of_previous(context: Context, unit: str) -> tuple[Period, str] | None:
    """What "the previous week" counts back from in news that compares figures, None where it is the last mention.

    That is the week, month, quarter or year told of, not one to which it was compared before.
    """
    if unit == "week":
        return week_reported(context)
    latest = context.latest
    if context.narrative or unit not in COMPARED or latest is None or latest.unit != unit:
        return None
    return next(told(context, unit), None)


def week_reported(context: Context) -> tuple[Period, str] | None:
    """The week of which a report tells, if it is one of the last."""
    now = context.reference.to("week") if context.reference else None
    week = context.reported_week
    is_near = now is not None and week is not None and 0 <= now.index - week[0].index <= WEEKS_OF_REPORTS
    return week if is_near and not context.narrative else None


def compared_before(context: Context) -> tuple[Period, str] | None:
    """The year with which that of the figures was compared last, where "a year earlier" compares with it again."""
    if context.narrative or not context.mentions or context.around.is_compared():
        return None
    last, around = context.mentions[-1], context.arounds[-1]
    if last[0].unit != "year" or around is None or not around.is_aside():
        return None
    pairs = zip(reversed(context.mentions[-WINDOW:]), reversed(context.arounds[-WINDOW:]), strict=True)
    first = next((period for (period, _), one in pairs if one is not None and not one.is_aside()), None)
    return last if first is not None and first.year == last[0].year + 1 else None
