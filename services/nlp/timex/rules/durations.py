"""How long something takes."""

from services.nlp.timex.expressions import Age, AtOneEnd, Expression, FromNow, Length, Modified, OneDay, Rate
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


@durations.rule(
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


@durations.rule(
    "unit with hyphen and long",
    "NUM HYPHEN? UNIT HYPHEN? long !ago",
    "two-year-long",
    "a three week-long strike -> three week-long",
    gives="LENGTH PLAIN",
)
def hyphenated_long(num: float, unit: str) -> Expression:
    return Length(num, unit)


@durations.rule("the unit-old", "the < UNIT HYPHEN old >", "the month-old", gives="LENGTH PLAIN")
def the_unit_old(unit: str) -> Expression | None:
    return Length(1, unit) if unit != "year" else None


@durations.rule(
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


@durations.rule(
    "age", "(NUM|NUM_RANGE) (UNIT|UNITS) old", "18 years old", "a 19 year old", "between 18 and 20 years old", gives="LENGTH"
)  # fmt: skip
def age(num: float | None, num_range: float | None, unit: str | None, units: str | None) -> Expression:
    return Age(Length(num or num_range or 0, unit or units or ""))


@durations.rule(
    "unit-long",
    "(a|an|the)? ((UNIT|UNITS) HYPHEN? long|UNIT_LONG)",
    "week-long",
    "decades-long",
    "monthlong",
    gives="LENGTH PLAIN",
)
def unit_long(unit: str | None, units: str | None, unit_long: str | None) -> Expression:
    return Length("X" if units else 1, unit or units or unit_long or "")


@durations.rule(
    "first or last units of something",
    f"< the (start=first|opening=opening|last|final|closing) {COUNT}? {BETWEEN} UNITS > of",
    "the last three days of",
    "the opening weeks of",
    gives="LENGTH AT_ONE_END",
)
def units_of(
    num: float | None, some: str | None, num_range: float | None, units: str, start: str | None, opening: str | None
) -> Expression:
    found = length(num, some or (None if num or num_range else "X"), num_range, units)
    return AtOneEnd(found, 1 if start or opening else -1)


@durations.rule(
    "past or next units", f"article=(the|these|those)? {WHICH} {COUNT}? {BETWEEN} UNITS !ago",
    "the past two months", "the next few years", "the first nine months", "the following days", gives="LENGTH",
)  # fmt: skip
def past_units(
    article: object,
    num: float | None,
    some: str | None,
    num_range: float | None,
    units: str,
    back: object,
    ahead: object,
    after: object,
) -> Expression | None:
    if after and num and not article:  # "following two weeks of protests": a preposition
        return None
    found = length(num, some or (None if num or num_range else "X"), num_range, units)
    return FromNow(found, -1 if back else 1) if back or ahead else found


@durations.rule(
    "the units", f"the {COUNT} {BETWEEN} {WHICH}? UNITS", "the nine months", "the four previous weeks", gives="LENGTH"
)
def the_units(num: float | None, some: str | None, num_range: float | None, units: str) -> Expression:
    return length(num, some, num_range, units)


@durations.rule(
    "the last unit",
    "(in|over|for|during|within|throughout) < the last UNIT > !of",
    "over the last month",
    gives="LENGTH",
)
def last_unit(unit: str) -> Expression | None:
    return FromNow(Length(1, unit), -1) if unit in {"minute", "hour", "week", "month", "year", "decade"} else None


@durations.rule(
    "the units ahead", "the? UNITS (ahead !of|(to come))", "the weeks ahead", "the years to come", gives="LENGTH"
)
def units_ahead(units: str) -> Expression:
    return Length("X", units)


@durations.rule(
    "the next unit or two",
    "the (ahead=(next|coming)|past|last) UNIT or NUM",
    "the next day or two",
    gives="LENGTH",
)
def unit_or_two(unit: str, ahead: object) -> Expression:
    return Modified(FromNow(Length(1, unit), 1 if ahead else -1), "APPROX")


@durations.rule("the unit ahead", "the UNIT (ahead|(to come))", "the year ahead", "the week to come", gives="LENGTH")
def unit_ahead(unit: str) -> Expression | None:
    return FromNow(Length(1, unit), 1) if unit in {"week", "month", "year", "decade"} else None


@durations.rule("seasons", f"the? {WHICH}? NUM SEASONS", "the past three summers", gives="SET")
def number_of_seasons(num: float) -> Expression:
    return Length(num, "season")


@durations.rule(
    "early or late units",
    "< the? (early|earlier|later|late) UNITS > of",
    "the early days of",
    gives="LENGTH BARE",
)
def early_units(units: str) -> Expression | None:
    return Length("X", units) if units in {"day", "week", "month", "year", "decade"} else None


@durations.rule("units and units", "UNITS and UNITS", "weeks and months", gives="LENGTH BARE")
def units_and_units(units: str) -> Expression:
    return Length("X", units)


@durations.rule(
    "quarter of a unit",
    "(a quarter|NUM HYPHEN? quarters) (of a|of an)? UNIT",
    "a quarter of a century",
    "three quarters of an hour",
    "a quarter century",
    gives="LENGTH PLAIN",
)
def quarter_of_unit(unit: str, num: float | None) -> Expression | None:
    known = {"century": (25, "year"), "hour": (15, "minute"), "year": (3, "month")}
    amount, smaller = known.get(unit, (0, ""))
    return Length(amount * (num or 1), smaller) if amount else None


@durations.rule("single unit", "(a|one) (single|whole|full|entire) UNIT", "a single day", gives="LENGTH PLAIN")
def single_unit(unit: str) -> Expression:
    return Length(1, unit)


@durations.rule(
    "so long or so",
    "(a|an|NUM|SOME) (UNIT|UNITS) or (so|more|few=NUM)",
    "two weeks or so",
    "a month or two",
    gives="LENGTH",
)
def or_so(num: float | None, some: str | None, unit: str | None, units: str | None) -> Expression:
    return Modified(length(num, some, None, unit or units or ""), "APPROX")


@durations.rule("hours in short", "~at ~by NUM HYPHEN? h !.", "48 h", gives="LENGTH PLAIN")
def hours_in_short(num: float) -> Expression:
    return Length(num, "hour")


@durations.rule(
    "the next hour",
    "(in|over|for|during|within|throughout) < the (next|coming|following) UNIT >",
    "over the next hour",
    gives="LENGTH",
)
def next_hour(unit: str) -> Expression | None:
    return Length(1, unit) if unit in {"minute", "hour"} else None


@durations.rule("some units", "some UNITS", "some years", gives="LENGTH PLAIN")
def some_units(units: str) -> Expression:
    return Length("X", units)
