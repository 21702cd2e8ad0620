"""How long something takes."""

from services.nlp.timex.expressions import Expression, Length, Modified
from services.nlp.timex.grammar import Family
from services.nlp.timex.rules.relative import HEDGE

durations = Family("durations")


def length(num: float | None, some: str | None, num_range: float | None, unit: str) -> Expression:
    """So many units; without a number the amount is not known."""
    return Length(num or num_range or ("X" if some else 1), unit)


@durations.rule(
    "number of units", "(NUM|SOME|NUM_RANGE) (UNIT|UNITS)", "two years", "several weeks", "12 to 18 months", gives="LENGTH"
)
def number_of_units(
    num: float | None, some: str | None, num_range: float | None, unit: str | None, units: str | None
) -> Expression:
    return length(num, some, num_range, unit or units or "")


@durations.rule("a unit", "(a|an|half an|half a) (UNIT)", "a year", "an hour", gives="LENGTH A_UNIT")
def a_unit(unit: str) -> Expression:
    return Length(1, unit)


@durations.rule("units", "UNITS", "years", gives="BARE_UNITS")
def units(units: str) -> Expression:
    return Length("X", units)


@durations.rule("unit with hyphen", "(NUM|SOME) HYPHEN (UNIT) (HYPHEN (long|old))?", "two-year", "30-day", "8-month-old", gives="LENGTH")
def hyphenated(num: float | None, some: str | None, unit: str) -> Expression:
    return length(num, some, None, unit)


@durations.rule("unit-long", "UNIT HYPHEN? (long)", "week-long", gives="LENGTH")
def unit_long(unit: str) -> Expression:
    return Length(1, unit)


@durations.rule("units-long", "UNITS HYPHEN long", "decades-long", gives="LENGTH")
def units_long(units: str) -> Expression:
    return Length("X", units)


@durations.rule(
    "past or next units",
    "the? (first|last|past|previous|preceding|next|coming|following|final|latest|full|other|recent|opening) (NUM|SOME|NUM_RANGE)? (trading|business|working|consecutive|full|whole|long)? (UNITS)",
    "the past two months", "the next few years", "the first nine months", gives="LENGTH",
)  # fmt: skip
def past_units(num: float | None, some: str | None, num_range: float | None, units: str) -> Expression:
    return length(num, some or ("X" if not num and not num_range else None), num_range, units)


@durations.rule("the units", "the (NUM|SOME) (UNITS)", "the nine months", gives="LENGTH")
def the_units(num: float | None, some: str | None, units: str) -> Expression:
    return length(num, some, None, units)
