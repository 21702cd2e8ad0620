"""Distances from what was told before, and units beside it: "three years after that", "the day before"."""

from services.nlp.timex.expressions import (
    Expression,
    InYear,
    Length,
    On,
    PartOfYear,
    Shifted,
    UnknownUnit,
)
from services.nlp.timex.rule import Family
from services.nlp.timex.rules.distances import AMOUNT, EXACTLY, HEDGE, amount, away

distances_from_that = Family("distances from what was told")


@distances_from_that.rule(
    "so long after that",
    f"< {EXACTLY} {AMOUNT} (UNIT|UNITS) AFTER (that|this) > (,|.|;|:|and|but|he|she|it|they|we|the|a|an|his|her|their|in|on|at|was|were|came)",
    "three years after that,",
    gives="DATE DISTANCE",
)
@distances_from_that.rule(
    "so long before or after, alone", f"< {EXACTLY} {AMOUNT} (UNIT|UNITS) AFTER > (,|.|;|:)", "two years before.",
    gives="DATE DISTANCE",
)  # fmt: skip
def before_alone(
    num: float | None,
    some: str | None,
    num_range: float | None,
    unit: str | None,
    units: str | None,
    after: int,
    half: object,
) -> Expression | None:
    return away(unit or units or "", after, amount(num, some, num_range, half), "same")


@distances_from_that.rule(
    "sooner or later than something",
    f"< {AMOUNT} (UNIT|UNITS) > LATER than",
    "a month later than",
    gives="LENGTH PLAIN",
)
def later_than(
    num: float | None, some: str | None, num_range: float | None, unit: str | None, units: str | None, half: object
) -> Expression:
    return Length(amount(num, some, num_range, half), unit or units or "")


@distances_from_that.rule(
    "years on", "< NUM (years|decades=decades|months=months) on > ,", "ten years on,", gives="DATE DISTANCE"
)
def years_on(num: float, decades: str | None, months: str | None) -> Expression:
    return On("decade" if decades else "month" if months else "year", round(num), "same")


@distances_from_that.rule(
    "the day after that", "the UNIT (AFTER|LATER) (that|this)", "the day after that", gives="DATE RELATIVE"
)
def day_after_that(unit: str, after: int | None, later: int | None) -> Expression | None:
    return away(unit, after or later or 0, 1, "same") if unit in {"day", "week", "month", "year"} else None


@distances_from_that.rule(
    "years ago this month",
    f"{HEDGE} (a|an|NUM) (UNIT|UNITS) ago this (one=UNIT)",
    "thirty years ago this month",
    "six months ago this week",
    gives="DATE",
)
def ago_this(num: float | None, unit: str | None, units: str | None, one: str) -> Expression | None:
    longer, shorter = DAYS.get(unit or units or "", 0), DAYS.get(one, 0)
    if not 0 < shorter < longer and one != "weekend":
        return None
    return Shifted(one, -round((num or 1) * longer / shorter), "this")  # type: ignore[arg-type]  # a unit of the calendar


@distances_from_that.rule(
    "years ago this summer",
    f"{HEDGE} (a|an|NUM) (year|years) ago this (SEASON|MONTH)",
    "thirty years ago this summer",
    gives="DATE",
)
def ago_this_part(num: float | None, season: int | None, month: int | None) -> Expression:
    part = PartOfYear("season", season) if season is not None else PartOfYear("month", (month or 1) - 1)
    return InYear(part, Shifted("year", -round(num or 1), "this"))


DAYS = {"week": 7, "weekend": 7, "month": 365.25 / 12, "year": 365.25}
"""How many days lie between one of a kind and the next."""


STANDS_ALONE = "(,|.|;|:|((in|by|at|with|when|and|from|on|to|but) !HYPHEN))"
"""What follows "the day before" where no event does: "he had left the day before in a car"."""


@distances_from_that.rule(
    "the day after",
    f"< the UNIT (AFTER|LATER) > {STANDS_ALONE}",
    "the day after,",
    "the day before in",
    gives="DATE RELATIVE",
)
def the_day_after(unit: str, after: int | None, later: int | None) -> Expression | None:
    return away(unit, after or later or 0, 1, "same") if unit in {"day", "week", "month", "year"} else None


@distances_from_that.rule(
    "the unit beside an event",
    "< the UNIT > (after|before|following) !, !.",
    "the week after",
    gives="DATE BESIDE",
)
def unit_beside(unit: str) -> Expression | None:
    return UnknownUnit(unit) if unit in {"week", "month", "year", "decade"} else None  # type: ignore[arg-type]
