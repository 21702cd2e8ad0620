"""Dates told from the reference time or from what was mentioned before."""

from services.nlp.timex.expressions import (
    Calendrical,
    Direction,
    Expression,
    HoursAway,
    PartOfYear,
    Shifted,
    SomeAway,
    Weekday,
    YearBefore,
    Yearly,
)
from services.nlp.timex.grammar import Family
from services.nlp.timex.periods import Unit

relative = Family("relative dates")

HEDGE = "(about|around|some|nearly|almost|over|just|only|roughly|approximately|exactly|barely|more than|less than|at least|well over)?"
AMOUNT = "(NUM|SOME|a|an|NUM_RANGE|half=half (a|an))"


def that(unit: Unit) -> Calendrical:
    """The unit that was last spoken of."""
    return Shifted(unit, 0, "same")


for name, pattern, amount in (
    ("today", "today", 0),
    ("yesterday", "yesterday", -1),
    ("tomorrow", "tomorrow", 1),
    ("day before yesterday", "the? day before yesterday", -2),
    ("day after tomorrow", "the? day after tomorrow", 2),
):

    @relative.rule(name, pattern, pattern.replace("?", ""), gives="DATE ON_DAY")
    def a_day(amount: int = amount) -> Expression:
        return Shifted("day", amount, "this")


def looking(look: tuple[Direction, int], the: object, unit: Unit) -> Expression:
    """A unit seen from the reference time, or from the last mention: "the next day" is not "next day"."""
    direction, amount = look
    if the and amount == 1:
        direction = "same"
    return Shifted(unit, amount, direction)


@relative.rule(
    "last, this, next unit", "the=the? (this|that|the)? LOOKING UNIT",
    "last week", "this year", "the following month", "that same day", gives="DATE RELATIVE",
)  # fmt: skip
def last_unit(looking: tuple[Direction, int], the: str | None, unit: str) -> Expression | None:
    if unit in {"second", "minute", "hour"}:
        return None
    direction, amount = looking
    if the and amount == 1:
        direction = "same"
    if unit == "fortnight":
        return Shifted("week", 2 * amount, direction)
    return Shifted(unit, amount, direction)  # type: ignore[arg-type]  # every other unit is one of the calendar


@relative.rule(
    "last, this, next month by name", "the? (this|that)? LOOKING MONTH",
    "last April", "this September", "the following March", gives="DATE IN_MONTH",
)  # fmt: skip
def last_april(looking: tuple[Direction, int], month: int) -> Expression:
    return Yearly(PartOfYear("month", month - 1), named(looking))


@relative.rule(
    "last, this, next season", "the? (this|that)? LOOKING SEASON",
    "last summer", "this past spring", "the following winter", gives="DATE IN_SEASON",
)  # fmt: skip
def last_summer(looking: tuple[Direction, int], season: int) -> Expression:
    return Yearly(PartOfYear("season", season), named(looking))


@relative.rule(
    "last, this, next weekday", "the? (this|that)? LOOKING WEEKDAY",
    "last Friday", "this coming Sunday", "the following Monday", gives="DATE ON_DAY",
)  # fmt: skip
def last_friday(looking: tuple[Direction, int], weekday: int) -> Expression:
    return Weekday(weekday, named(looking))


def named(looking: tuple[Direction, int]) -> Direction:
    """One word for direction and amount."""
    direction, amount = looking
    names: dict[tuple[str, int], Direction] = {
        ("this", -1): "last", ("this", 0): "this", ("this", 1): "next",
        ("same", -1): "previous", ("same", 0): "same", ("same", 1): "following",
    }  # fmt: skip
    return names[direction, amount]


@relative.rule(
    "so long ago", f"{HEDGE} {AMOUNT} (UNIT|UNITS) (or (so|more))? AGO",
    "two weeks ago", "a year ago", "several months ago", gives="DATE DISTANCE",
)  # fmt: skip
def ago(
    num: float | None, some: str | None, num_range: float | None, unit: str | None, units: str | None, half: str | None = None
) -> Expression:
    if unit == "year" and num is None and not some:
        return YearBefore()
    return away(unit or units or "", -1, num or num_range or ("X" if some else 0.5 if half else 1), "this")


@relative.rule("units ago", "UNITS AGO", "years ago", gives="DATE DISTANCE")
def units_ago(units: str) -> Expression:
    return away(units, -1, "X", "this")


@relative.rule(
    "so long before or after", f"{HEDGE} {AMOUNT} (UNIT|UNITS) (or (so|more))? LATER",
    "two days later", "a year earlier", "several months before", gives="DATE DISTANCE LATER_DISTANCE",
)  # fmt: skip
def later(
    num: float | None, some: str | None, num_range: float | None, unit: str | None, units: str | None, later: int
) -> Expression:
    if unit == "year" and num is None and not some and later < 0:
        return YearBefore(direction="same")
    return away(unit or units or "", later, num or num_range or ("X" if some else 1), "same")


@relative.rule("units later", "UNITS LATER", "years later", gives="DATE DISTANCE")
def units_later(units: str, later: int) -> Expression:
    return away(units, later, "X", "same")


@relative.rule("from now", f"{AMOUNT} (UNIT|UNITS) from now", "two years from now", gives="DATE DISTANCE")
def from_now(num: float | None, some: str | None, unit: str | None, units: str | None) -> Expression:
    return away(unit or units or "", 1, num or ("X" if some else 1), "this")


@relative.rule("the unit", "the UNIT", "the year", gives="THE_UNIT")
def the_unit(unit: str) -> str:
    return unit


@relative.rule("the unit before or after", "the UNIT LATER", "the year before", gives="DATE RELATIVE")
def the_day_after(unit: str, later: int) -> Expression | None:
    return away(unit, later, 1, "same")


def away(unit: str, sign: int, amount: float | str, direction: Direction) -> Expression:
    """So much before or after something; without an amount nothing but the direction is known."""
    if isinstance(amount, str):
        return SomeAway(unit, sign, direction)
    if unit in {"second", "minute", "hour"}:
        return HoursAway(unit, amount * sign, direction)
    named_unit: Unit = {"fortnight": "week", "night": "day"}.get(unit, unit)  # type: ignore[assignment]
    if unit == "fortnight":
        amount *= 2
    if amount != int(amount) and named_unit in {"year", "decade"}:
        return Shifted("month", round(amount * (12 if unit == "year" else 120)) * sign, direction)
    return Shifted(named_unit, round(amount) * sign, direction)
