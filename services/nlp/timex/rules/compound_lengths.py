"""Lengths of several numbers: "two hours and 15 minutes", "three years and five days", "10- and 30-year"."""

from services.nlp.timex.expressions import Compound, Expression, Length
from services.nlp.timex.rule import Family, Parts

compound_lengths = Family("lengths in several units")


@compound_lengths.rule(
    "two units together", "(one=NUM|a|an) (first=UNIT|first_=UNITS) (and|,|, and)? two=NUM (second=UNIT|second_=UNITS)",
    "two hours and 15 minutes", "one year and six months", gives="LENGTH PLAIN",
)  # fmt: skip
def two_units(
    one: float | None, first: str | None, first_: str | None, two: float, second: str | None, second_: str | None
) -> Expression | None:
    long, short = first or first_ or "", second or second_ or ""
    return Compound(Length(one or 1, long), Length(two, short)) if short in PARTS.get(long, ()) else None


PARTS = {
    "year": frozenset(("month", "week", "day")), "month": frozenset(("week", "day")), "week": frozenset(("day",)),
    "day": frozenset(("hour",)), "hour": frozenset(("minute",)), "minute": frozenset(("second",)),
}  # fmt: skip
"""What a length of two units goes on with."""


@compound_lengths.rule(
    "three units together",
    "(one=NUM|a|an) (first=UNIT|first_=UNITS) ,? two=NUM (second=UNIT|second_=UNITS) ,? and? three=NUM (third=UNIT|third_=UNITS)",
    "two hours, 4 minutes and 11 seconds", "three years, two months and five days", gives="LENGTH PLAIN",
)  # fmt: skip
def three_units(
    one: float | None, first: str | None, first_: str | None, two: float, second: str | None, second_: str | None,
    three: float, third: str | None, third_: str | None,
) -> Expression | None:  # fmt: skip
    rest = two_units(two, second, second_, three, third, third_)
    longest = Length(one or 1, first or first_ or "")
    if not isinstance(rest, Compound) or rest.long.unit not in PARTS.get(longest.unit, ()):
        return None
    return Compound(longest, rest)


@compound_lengths.rule(
    "two hyphens and one unit", "first=(NUM HYPHEN?) (and|or|~NUM ,) last=(two=NUM HYPHEN UNIT)", "10- and 30-year", "three and six-month",
    gives="LENGTH PLAIN HYPHENATED",
)  # fmt: skip
@compound_lengths.rule(
    "three hyphens and one unit", "first=(NUM HYPHEN?) , middle=(mid=NUM HYPHEN?) ,? (and|or) last=(two=NUM HYPHEN UNIT)",
    "one-, three- and six-month", gives="LENGTH PLAIN HYPHENATED",
)  # fmt: skip
def suspended(num: float, two: float, unit: str, mid: float | None = None) -> Parts | None:
    lengths = {"first": num, "middle": mid, "last": two}
    if unit == "quarter" or not num < (mid or two) <= two:
        return None
    return Parts({name: Length(number, unit) for name, number in lengths.items() if number})
