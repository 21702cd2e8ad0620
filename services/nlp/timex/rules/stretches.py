"""Lengths that reach to now, from now, or over a part of something: "the past two months", "the year ahead"."""

from services.nlp.timex.expressions import AtOneEnd, Expression, FromNow, Length, Modified
from services.nlp.timex.rule import Family
from services.nlp.timex.rules.durations import BETWEEN, COUNT, WHICH, length

stretches = Family("stretches of time")


@stretches.rule(
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


@stretches.rule(
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


@stretches.rule(
    "the units", f"the {COUNT} {BETWEEN} {WHICH}? UNITS", "the nine months", "the four previous weeks", gives="LENGTH"
)
def the_units(num: float | None, some: str | None, num_range: float | None, units: str) -> Expression:
    return length(num, some, num_range, units)


@stretches.rule(
    "the last unit",
    "(in|over|for|during|within|throughout) < the last UNIT > !of",
    "over the last month",
    gives="LENGTH",
)
def last_unit(unit: str) -> Expression | None:
    return FromNow(Length(1, unit), -1) if unit in {"minute", "hour", "week", "month", "year", "decade"} else None


@stretches.rule(
    "the units ahead", "the? UNITS (ahead !of|(to come))", "the weeks ahead", "the years to come", gives="LENGTH"
)
def units_ahead(units: str) -> Expression:
    return Length("X", units)


@stretches.rule(
    "the next unit or two",
    "the (ahead=(next|coming)|past|last) UNIT or NUM",
    "the next day or two",
    gives="LENGTH",
)
def unit_or_two(unit: str, ahead: object) -> Expression:
    return Modified(FromNow(Length(1, unit), 1 if ahead else -1), "APPROX")


@stretches.rule("the unit ahead", "the UNIT (ahead|(to come))", "the year ahead", "the week to come", gives="LENGTH")
def unit_ahead(unit: str) -> Expression | None:
    return FromNow(Length(1, unit), 1) if unit in {"week", "month", "year", "decade"} else None


@stretches.rule("seasons", f"the? {WHICH}? NUM SEASONS", "the past three summers", gives="SET")
def number_of_seasons(num: float) -> Expression:
    return Length(num, "season")


@stretches.rule(
    "early or late units",
    "< the? (early|earlier|later|late) UNITS > of",
    "the early days of",
    gives="LENGTH BARE",
)
def early_units(units: str) -> Expression | None:
    return Length("X", units) if units in {"day", "week", "month", "year", "decade"} else None


@stretches.rule("units and units", "UNITS and UNITS", "weeks and months", gives="LENGTH BARE")
def units_and_units(units: str) -> Expression:
    return Length("X", units)


@stretches.rule(
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


@stretches.rule("single unit", "(a|one) (single|whole|full|entire) UNIT", "a single day", gives="LENGTH PLAIN")
def single_unit(unit: str) -> Expression:
    return Length(1, unit)


@stretches.rule(
    "so long or so",
    "(a|an|NUM|SOME) (UNIT|UNITS) or (so|more|few=NUM)",
    "two weeks or so",
    "a month or two",
    gives="LENGTH",
)
def or_so(num: float | None, some: str | None, unit: str | None, units: str | None) -> Expression:
    return Modified(length(num, some, None, unit or units or ""), "APPROX")


@stretches.rule("hours in short", "~at ~by NUM HYPHEN? h !.", "48 h", gives="LENGTH PLAIN")
def hours_in_short(num: float) -> Expression:
    return Length(num, "hour")


@stretches.rule(
    "the next hour",
    "(in|over|for|during|within|throughout) < the (next|coming|following) UNIT >",
    "over the next hour",
    gives="LENGTH",
)
def next_hour(unit: str) -> Expression | None:
    return Length(1, unit) if unit in {"minute", "hour"} else None


@stretches.rule("some units", "some UNITS", "some years", gives="LENGTH PLAIN")
def some_units(units: str) -> Expression:
    return Length("X", units)
