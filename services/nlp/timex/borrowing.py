"""Expressions that take their day or their year from the one after them.

"At 5:30 local time on 3 May", "the May Rising of 1842", "the October mutiny (1934)".
"""

import re
from collections.abc import Sequence
from typing import Final

from services.nlp.timex.belief.names import HAPPENINGS
from services.nlp.timex.ends_of_ranges import LONGEST_JOIN, end_of_range
from services.nlp.timex.expressions import (
    At,
    Calendrical,
    Containing,
    DayOfYear,
    Expression,
    Fixed,
    InYear,
    LastYear,
    Modified,
    Shifted,
    UnknownUnit,
    Yearly,
)
from services.nlp.timex.periods import COARSENESS, Unit

ANAPHORIC: Final = frozenset(("same", "previous", "following"))
FARTHEST: Final = 40
"""Characters between the two at most."""

TO_DAY: Final = re.compile(r",?(?: [A-Z]\w+(?: [A-Z]\w+)?)?(?: time)?,? on \Z")
"""From a time of day to its day, over the name of a zone."""

APPOSED: Final = re.compile(r"(?:,? \(|, (?:on |in )?)\Z")
"""From a date told from another to the same in full: "two years later (218 BC)", "the next day, 5 May 1940,"."""

BESIDE: Final = re.compile(r"(?:, | \(| ?(?:-|--|–|—) ?)\Z")
"""From a date to what it lies beside."""

PARTS_REPORTED: Final = frozenset(("quarter", "half_year"))
RESULT: Final = re.compile(
    r" (?:[a-z]+ )?(?:earnings|growth|income|loss(?:es)?|net|orders|output|profits?|results|revenues?|sales) \Z"
)
"""From a part of the year to "last year", over what was earned in it: "third-quarter profit last year"."""

HAPPENING: Final = re.compile(r"(?: [A-Z][\w'’-]+){0,2} (\w+)[\"”]? (?:of |\()\Z")
"""From a part of the year to its year, over what happened then."""


def with_borrowed(expressions: Sequence[Expression], spans: Sequence[tuple[int, int]], text: str) -> list[Expression]:
    """The expressions in order, those that borrow something together with what they borrow."""
    found = list(expressions)
    for number in range(len(found) - 1):
        start, end = spans[number][1], spans[number + 1][0]
        if 0 < end - start <= FARTHEST:
            found[number] = borrowed(found[number], found[number + 1], text[start:end]) or found[number]
            found[number + 1] = explained(found[number], found[number + 1], text[start:end]) or found[number + 1]
            if end - start <= LONGEST_JOIN:
                found[number + 1] = end_of_range(found[number], found[number + 1], text[start:end]) or found[number + 1]
    return found


def explained(expression: Expression, following: Expression, between: str) -> Expression | None:
    """The second of two expressions where it says beside what the first lies: "last week, the week after the vote"."""
    if not isinstance(following, UnknownUnit) or not isinstance(expression, Calendrical) or not BESIDE.match(between):
        return None
    return Shifted(following.unit, 0, "same")


def borrowed(expression: Expression, following: Expression, between: str) -> Expression | None:
    """The first of two expressions with the day or the year of the second, None where it borrows nothing."""
    if isinstance(expression, At) and expression.day is None and TO_DAY.match(between):
        day = as_day(following)
        return At(expression.clock, expression.granularity, day, expression.mod) if day else None
    if isinstance(expression, Shifted) and expression.direction in ANAPHORIC and APPOSED.match(between):
        named = in_full(following, expression.unit)
        return Containing(expression.unit, named) if named else None
    if isinstance(expression, Yearly) and expression.direction is None:
        if isinstance(following, LastYear) and expression.part.unit in PARTS_REPORTED and RESULT.match(between):
            return InYear(expression.part, following)
        happening = HAPPENING.match(between)
        year = as_year(following) if happening and happening[1].lower() in HAPPENINGS else None
        return InYear(expression.part, year) if year else None
    return None


def in_full(expression: Expression, unit: Unit) -> Calendrical | None:
    """A date that needs no other to be told and is at least as fine as a unit, None for any other expression."""
    inner = expression.inner if isinstance(expression, Modified) else expression
    if isinstance(inner, Fixed):
        own: str = inner.period.unit
    elif isinstance(inner, InYear) and isinstance(inner.year, Fixed):
        own = inner.part.unit
    else:
        return None
    return inner if COARSENESS[own] <= COARSENESS[unit] else None


def as_day(expression: Expression) -> Calendrical | None:
    """An expression that names a day of the calendar, None for any other."""
    if isinstance(expression, Fixed):
        return expression if expression.period.unit == "day" else None
    return expression if isinstance(expression, Yearly | InYear) and isinstance(expression.part, DayOfYear) else None


def as_year(expression: Expression) -> Calendrical | None:
    """The year that an expression names, with or without a modifier, None for any other."""
    inner = expression.inner if isinstance(expression, Modified) else expression
    return inner if isinstance(inner, Fixed) and inner.period.unit == "year" else None
