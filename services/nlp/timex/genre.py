"""Whether a document is news, told from the day it appeared, or a history, whose dates run on from one another."""

from collections.abc import Sequence

from services.nlp.timex.expressions import Expression, Modified, Shifted, Weekday, YearBefore
from services.nlp.timex.periods import Period
from services.nlp.timex.running import named_year

FEWEST = 4
"""A history names at least so many years other than its own."""

WEIGHT = 3
"""One date told from the reference time speaks for news as much as so many distant years for a history."""


def is_narrative(expressions: Sequence[Expression], reference: Period | None) -> bool:
    """A history names many years far from its own day, or starts with one, and hardly a day relative to it."""
    far = near = 0
    first_is_far: bool | None = None
    now = reference.year if reference else None
    for expression in expressions:
        inner = expression.inner if isinstance(expression, Modified) else expression
        year = named_year(inner)
        if year is not None:
            is_far = now is None or abs(year - now) > 1
            far += is_far
            first_is_far = is_far if first_is_far is None else first_is_far
        elif isinstance(inner, Weekday | YearBefore) or (isinstance(inner, Shifted) and inner.direction == "this"):
            near += 1
    return far > WEIGHT * near and (far >= FEWEST or bool(first_is_far))
