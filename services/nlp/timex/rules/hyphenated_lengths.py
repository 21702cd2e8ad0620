"""Lengths in one word, and ages: "a two-year term", "week-long", "a 19 year old"."""

from services.nlp.timex.expressions import Age, Expression, Length
from services.nlp.timex.rule import Family
from services.nlp.timex.rules.durations import HUNDRED, length

hyphenated_lengths = Family("lengths in one word")


@hyphenated_lengths.rule(
    "unit with hyphen",
    "(NUM|SOME|NUM_RANGE) HYPHEN (UNIT|UNITS) !HYPHEN !old",
    "two-year",
    "30-day",
    "three-months money",
    gives="LENGTH PLAIN HYPHENATED",
)
def hyphenated(
    num: float | None, some: str | None, num_range: float | None, unit: str | None, units: str | None
) -> Expression | None:
    if (unit or units) == "quarter" or (units and (num or num_range or 0) >= HUNDRED):
        return None
    return length(num, some, num_range, unit or units or "")


@hyphenated_lengths.rule(
    "unit with hyphen and long",
    "NUM HYPHEN? UNIT HYPHEN? long !ago",
    "two-year-long",
    "a three week-long strike -> three week-long",
    gives="LENGTH PLAIN",
)
def hyphenated_long(num: float, unit: str) -> Expression:
    return Length(num, unit)


@hyphenated_lengths.rule("the unit-old", "the < UNIT HYPHEN old >", "the month-old", gives="LENGTH PLAIN")
def the_unit_old(unit: str) -> Expression | None:
    return Length(1, unit) if unit != "year" else None


@hyphenated_lengths.rule(
    "age in months or days",
    "(NUM HYPHEN many=UNIT HYPHEN?|(a|an)? one=UNIT HYPHEN) old",
    "8-month-old",
    "a two-week old",
    "month-old",
    gives="LENGTH PLAIN",
)
def age_hyphenated(num: float | None, many: str | None, one: str | None) -> Expression | None:
    unit = many or one or ""
    return Length(num or 1, unit) if unit != "year" else None


@hyphenated_lengths.rule(
    "age", "(NUM|NUM_RANGE) (UNIT|UNITS) old", "18 years old", "a 19 year old", "between 18 and 20 years old", gives="LENGTH"
)  # fmt: skip
def age(num: float | None, num_range: float | None, unit: str | None, units: str | None) -> Expression:
    return Age(Length(num or num_range or 0, unit or units or ""))


@hyphenated_lengths.rule(
    "unit-long",
    "(a|an|the)? ((UNIT|UNITS) HYPHEN? long|UNIT_LONG)",
    "week-long",
    "decades-long",
    "monthlong",
    gives="LENGTH PLAIN",
)
def unit_long(unit: str | None, units: str | None, unit_long: str | None) -> Expression:
    return Length("X" if units else 1, unit or units or unit_long or "")
