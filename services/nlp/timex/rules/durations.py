"""How long something takes."""

from services.nlp.timex.expressions import Expression, Length, OneDay, Rate
from services.nlp.timex.rule import Family

durations = Family("durations")

HUNDRED = 100
"""From here on a number wants the plural: "2018 day" is no length."""

COUNT = "(NUM|SOME|NUM_RANGE)"
BETWEEN = "((very|long|full)? FULL HYPHEN?)?"
WHICH = "(back=(past|last)|ahead=(next|coming)|first|previous|preceding|after=following|final|latest|other|opening|closing|initial|succeeding|ensuing|intervening|recent)"


def length(num: float | None, some: str | None, num_range: float | None, unit: str) -> Length:
    """So many units; without a number the amount is not known."""
    return Length(num or num_range or ("X" if some else 1), unit)


@durations.rule(
    "number of units", f"(another)? ({COUNT} {BETWEEN}|felt=NUM very? FELT) (UNIT !ago|UNITS)",
    "two years", "15 great years", "several weeks", "12 to 18 months", "eight trading days", "another seven months", gives="LENGTH PLAIN",
)  # fmt: skip
def number_of_units(
    num: float | None, some: str | None, num_range: float | None, felt: float | None, unit: str | None,
    units: str | None,
) -> Expression | None:  # fmt: skip
    num = num or felt
    if unit in {"quarter", "second"} or (unit and (num or num_range or 0) >= HUNDRED):
        return None
    if unit == "day" and num == 1:
        return OneDay()
    return length(num, some, num_range, unit or units or "")


@durations.rule(
    "a unit", f"~UNITS (a|an|another) {BETWEEN} UNIT", "a year", "an hour", "an additional year", gives="LENGTH PLAIN"
)
def a_unit(unit: str) -> Expression | None:
    return Rate(unit) if unit not in {"quarter", "second", "weekend"} else None


@durations.rule(
    "half a unit", "(half (a|an)|(a|an) half HYPHEN?) UNIT", "half an hour", "a half-hour", gives="LENGTH PLAIN"
)
def half_unit(unit: str) -> Expression:
    return half_of(unit)


def half_of(unit: str) -> Length:
    """Half of a unit, in whole smaller ones where that can be said."""
    smaller = {
        "hour": (30, "minute"), "year": (6, "month"), "day": (12, "hour"), "minute": (30, "second"),
        "century": (50, "year"), "decade": (5, "year"),
    }  # fmt: skip
    amount, name = smaller.get(unit, (0.5, unit))
    return Length(amount, name)


@durations.rule(
    "the past half of a unit",
    "the? (past|last|next|coming|previous|preceding|following) half HYPHEN? UNIT",
    "the past half-century",
    gives="LENGTH",
)
def past_half_unit(unit: str) -> Expression | None:
    return half_of(unit) if unit in {"hour", "day", "year", "decade", "century"} else None


@durations.rule(
    "a unit and a half", "(a|an) UNIT HYPHEN? and HYPHEN? a HYPHEN? half", "a year and a half", gives="LENGTH PLAIN"
)
def unit_and_half(unit: str) -> Expression:
    return Length(1.5, unit)


@durations.rule(
    "the unit since something",
    "(in|over|during|for) < the UNIT > since",
    "in the decade since",
    gives="LENGTH",
)
def unit_since(unit: str) -> Expression | None:
    return Length(1, unit) if unit in {"week", "month", "year", "decade", "century"} else None


@durations.rule("units", "~both UNITS !apart !when !: !YEAR", "years", gives="LENGTH BARE")
def units(units: str) -> Expression | None:
    return (
        Length("X", units) if units in {"day", "week", "month", "year", "decade", "century", "hour", "minute"} else None
    )
