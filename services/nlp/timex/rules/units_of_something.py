"""Units that something names: "the third week of the trial", "her last year of school"."""

from services.nlp.timex.expressions import (
    Calendrical,
    Expression,
    Length,
    Shifted,
)
from services.nlp.timex.rule import Family

units_of_something = Family("units of something")


LASTING = frozenset(("hour", "week", "month", "year", "decade"))
"""Units of which one tells how long: "the first year of the siege". A first day is rather one in the calendar."""


@units_of_something.rule("n-th unit of something", "the ORD UNIT", "the first year", "the third week", gives="LENGTH")
def nth_of_something(ord: int, unit: str) -> Expression | None:  # noqa: ARG001  # which one it is does not change how long
    return Length(1, unit) if unit in LASTING else None


@units_of_something.rule("last unit of something", "< relative=THE_LAST > of", "the last month of", gives="LENGTH")
@units_of_something.rule(
    "the owner's last unit of something",
    "(its|their|his|her|my|our|your|'s) < RELATIVE > of",
    "her last year of",
    gives="LENGTH",
)
def last_of_something(relative: Calendrical) -> Expression | None:
    is_last = isinstance(relative, Shifted) and relative.amount == -1 and relative.direction == "this"
    return Length(1, relative.unit) if is_last and isinstance(relative, Shifted) and relative.unit in LASTING else None
