"""Dates so long before or after now, or before or after what was mentioned: "two weeks ago", "a year earlier"."""

from typing import TYPE_CHECKING

from services.nlp.timex.expressions import (
    Direction,
    Expression,
    HoursAway,
    Shifted,
    SomeAway,
    YearBefore,
)
from services.nlp.timex.rule import Family

if TYPE_CHECKING:
    from services.nlp.timex.periods import Unit

distances = Family("distances")

HEDGE = (
    "(about|around|some|nearly|almost|just|only|roughly|approximately|exactly|barely|at least"
    "|((well|slightly|(a (little|bit)))? (over|under|more than|less than)))?"
)
EXACTLY = "(just|only|exactly)?"
"""What stands before a distance and changes nothing; what does is a modifier."""
AMOUNT = "(NUM|SOME|a|an|NUM_RANGE|half=(half (a|an)|(a|an) half))"


BEFORE_ALL_CALENDARS = 1e5
"""Years away from which nobody counts in years of a calendar any more."""


def away(unit: str, sign: int, amount: float | str, direction: Direction) -> Expression:
    """So much before or after something; without an amount nothing but the direction is known."""
    if isinstance(amount, str) or (amount >= BEFORE_ALL_CALENDARS and unit == "year"):
        return SomeAway(unit, sign, direction)
    if unit in {"second", "minute", "hour"}:
        return HoursAway(unit, amount * sign, direction)
    named_unit: Unit = {"fortnight": "week", "night": "day"}.get(unit, unit)  # type: ignore[assignment]
    if unit == "fortnight":
        amount *= 2
    smaller: dict[Unit, tuple[Unit, int]] = {"year": ("month", 12), "decade": ("year", 10), "century": ("year", 100)}
    if amount != int(amount) and named_unit in smaller:
        finer, times = smaller[named_unit]
        return Shifted(finer, round(amount * times) * sign, direction)
    return Shifted(named_unit, round(amount) * sign, direction)


@distances.rule(
    "so long ago", f"{EXACTLY} {AMOUNT} HYPHEN? (UNIT|UNITS) (or (so|more))? AGO",
    "two weeks ago", "a year ago", "several months ago", "a half-century ago", gives="DATE DISTANCE",
)  # fmt: skip
def ago(
    num: float | None,
    some: str | None,
    num_range: float | None,
    unit: str | None,
    units: str | None,
    half: object,
) -> Expression | None:
    if unit == "year" and num is None and not some and not half:
        return YearBefore()
    if unit and num and (num >= HUNDRED or num != int(num)):
        return None
    return away(unit or units or "", -1, amount(num, some, num_range, half), "this")


HUNDRED = 100
"""A number from here on, and one that is not whole, counts something else: "up from 129,000 week ago"."""


@distances.rule(
    "a unit ago, without its article", "~HYPHEN ~half ~quarter < the? (year|week=week|month=month) (ago|earlier=earlier) >",
    "up 3 pct from year ago", "up 3 pct from the year ago", gives="DATE DISTANCE",
)  # fmt: skip
def unit_ago(week: str | None, month: str | None, earlier: str | None) -> Expression:
    direction: Direction = "same" if earlier else "this"
    return Shifted("week" if week else "month", -1, direction) if week or month else YearBefore(direction)


@distances.rule(
    "a unit and a half ago", f"{EXACTLY} (a|an) UNIT and a half (AGO|LATER !than)", "a year and a half ago", "a year and a half later",
    gives="DATE DISTANCE",
)  # fmt: skip
def unit_and_half_ago(unit: str, later: int | None) -> Expression:
    return away(unit, later or -1, 1.5, "same" if later else "this")


@distances.rule(
    "two units away",
    f"{EXACTLY} (NUM|a|an) (UNIT|UNITS) (and|,)? small=NUM (smaller=UNIT|smaller_=UNITS) (AGO|LATER !than)",
    "1 hr 6 min ago", "two years and three months later", gives="DATE DISTANCE",
)  # fmt: skip
def two_units_away(
    num: float | None, unit: str | None, units: str | None, small: float, smaller: str | None, smaller_: str | None,
    later: int | None,
) -> Expression | None:  # fmt: skip
    named = smaller or smaller_ or ""
    times = SMALLER.get((unit or units or "", named))
    return away(named, later or -1, (num or 1) * times + small, "same" if later else "this") if times else None


SMALLER = {
    ("year", "month"): 12, ("month", "week"): 4, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60,
    ("minute", "second"): 60,
}  # fmt: skip
"""How many of a smaller unit one unit has, where a distance is told in both."""


@distances.rule(
    "so long ago in short", "NUM (h=h|m=m|d=d|w=w) ago", "3h ago", "15m ago", "2d ago", gives="DATE DISTANCE"
)
def ago_in_short(num: float, h: str | None, m: str | None, d: str | None) -> Expression:
    return away("hour" if h else "minute" if m else "day" if d else "week", -1, num, "this")


@distances.rule(
    "a unit or two away",
    f"{EXACTLY} (a|an|NUM) (UNIT|UNITS) or few=NUM (AGO|LATER !than|now=from now)",
    "a year or two ago",
    "a day or two later",
    "a month or two from now",
    gives="DATE DISTANCE",
)
def or_two_away(unit: str | None, units: str | None, ago: int | None, later: int | None) -> Expression:
    direction: Direction = "this" if ago or not later else "same"
    return away(unit or units or "", ago or later or 1, "X", direction)


@distances.rule(
    "a quarter of a century away",
    f"{EXACTLY} a quarter (of a|HYPHEN)? century (AGO|LATER !than)",
    "a quarter of a century ago",
    "a quarter-century later",
    gives="DATE DISTANCE",
)
def quarter_century_away(later: int | None) -> Expression:
    return away("year", later or -1, 25, "same" if later else "this")


@distances.rule("units ago", "UNITS AGO", "years ago", gives="DATE DISTANCE")
def units_ago(units: str) -> Expression:
    return away(units, -1, "X", "this")


@distances.rule(
    "so long before or after", f"{EXACTLY} {AMOUNT} HYPHEN? (UNIT|UNITS) (or (so|more))? LATER !than",
    "two days later", "a year earlier", "several months earlier", gives="DATE DISTANCE LATER_DISTANCE",
)  # fmt: skip
def later(
    num: float | None, some: str | None, num_range: float | None, unit: str | None, units: str | None, later: int,
    half: object,
) -> Expression:  # fmt: skip
    if unit == "year" and num is None and not some and not half and later < 0:
        return YearBefore(direction="same")
    return away(unit or units or "", later, amount(num, some, num_range, half), "same")


def amount(num: float | None, some: str | None, num_range: float | None, half: object) -> float | str:
    """How many units a rule's AMOUNT says."""
    return num or num_range or ("X" if some else 0.5 if half else 1)


@distances.rule("units later", "UNITS LATER !than", "years later", gives="DATE DISTANCE")
def units_later(units: str, later: int) -> Expression:
    return away(units, later, "X", "same")


@distances.rule("from now", f"{AMOUNT} HYPHEN? (UNIT|UNITS) from now", "two years from now", gives="DATE DISTANCE")
def from_now(
    num: float | None, some: str | None, num_range: float | None, unit: str | None, units: str | None, half: object
) -> Expression:
    return away(unit or units or "", 1, amount(num, some, num_range, half), "this")


@distances.rule("units from now", "UNITS from now", "months from now", gives="DATE DISTANCE")
def units_from_now(units: str) -> Expression:
    return away(units, 1, "X", "this")


@distances.rule(
    "in so long a time",
    "in (just|about|around|only|roughly)? < AMOUNTS (UNIT|UNITS) ('s|')? time >".replace("AMOUNTS", AMOUNT),
    "in two weeks' time",
    "in a year's time",
    gives="DATE DISTANCE",
)
def in_time(
    num: float | None, some: str | None, num_range: float | None, unit: str | None, units: str | None, half: object
) -> Expression:
    return away(unit or units or "", 1, amount(num, some, num_range, half), "this")
