"""Ranges and lists, in which parts lend each other their month or year."""

from services.nlp.timex.expressions import (
    Direction,
    Expression,
    Fixed,
    InYear,
    PartOfYear,
    Yearly,
)
from services.nlp.timex.periods import year as year_period
from services.nlp.timex.rule import Family, Parts
from services.nlp.timex.rules.calendar_dates import month_of_year
from services.nlp.timex.rules.ranges_of_days import year_before
from services.nlp.timex.rules.relative import last_unit

ranges = Family("ranges and lists")


@ranges.rule(
    "months of one year", "first=(one=MONTH) (and|or|/|&) last=(two=MONTH ,? of? YEAR)",
    "April and June 1955", "August/September 1956", gives="DATE IN_MONTH",
)  # fmt: skip
def months_of_year(one: int, two: int, year: int) -> Parts:
    return two_months(one, year, two, year)


@ranges.rule(
    "months up to a year", "first=(one=MONTH) (DASH|to|through|until) last=(two=MONTH ,? of? YEAR)",
    "April to June 1955", "November–January 1956", gives="DATE IN_MONTH",
)  # fmt: skip
def months_up_to(one: int, two: int, year: int) -> Parts:
    return two_months(one, year_before(one, two, year), two, year)


def two_months(one: int, first: int, two: int, last: int) -> Parts:
    """Two months, each with its year."""
    months = {"first": (one, first), "last": (two, last)}
    return Parts(
        {name: InYear(month_of_year(month), Fixed(year_period(year))) for name, (month, year) in months.items()}
    )


@ranges.rule(
    "three or four months of one year",
    "first=(one=MONTH) , middle=(two=MONTH) (, third=(three=MONTH))? ,? (and|or) last=(four=MONTH ,? of? YEAR)",
    "March, April and June 2016", gives="DATE IN_MONTH",
)  # fmt: skip
def several_months(one: int, two: int, three: int | None, four: int, year: int) -> Parts:
    whole = Fixed(year_period(year))
    months = {"first": one, "middle": two, "third": three, "last": four}
    return Parts({name: InYear(month_of_year(number), whole) for name, number in months.items() if number})


@ranges.rule(
    "seasons of one year", "first=(the? one=SEASON) (DASH|to|and|or|/|&) last=(the? two=SEASON ,? of? YEAR)",
    "the spring and summer of 1979", gives="DATE IN_SEASON",
)  # fmt: skip
def seasons_of_year(one: int, two: int, year: int) -> Parts:
    whole = Fixed(year_period(year))
    return Parts({"first": InYear(PartOfYear("season", one), whole), "last": InYear(PartOfYear("season", two), whole)})


@ranges.rule(
    "a unit and the one beside it",
    "first=(one=LOOKING UNIT) ((and|or|to) last=(two=LOOKING) (,|.|;|:|CLOSING)|(as|than) other=(three=LOOKING) "
    "!UNIT !UNITS !MONTH !SEASON !WEEKDAY !PART !NUM !SOME !HYPHEN)",
    "this year and next.", "more this year than last", gives="DATE RELATIVE",
)  # fmt: skip
def unit_and_neighbour(
    one: tuple[Direction, int], unit: str, two: tuple[Direction, int] | None, three: tuple[Direction, int] | None
) -> Parts | None:
    if unit not in {"week", "month", "quarter", "year"} or one[0] != "this":
        return None
    first, other = last_unit(one, None, unit, None), last_unit(two or three, None, unit, None)
    return (
        Parts({"first": first, "last" if two else "other": other})
        if first and other and one != (two or three)
        else None
    )


@ranges.rule(
    "month to month",
    "(from|between) first=(one=MONTH) (to|and|until|through|till) last=(two=MONTH (,? of? YEAR)?) !DAYNUM !DAYORD",
    "from March to May", "between March and June 2016", gives="DATE IN_MONTH",
)  # fmt: skip
def month_to_month(one: int, two: int, year: int | None) -> Parts:
    if year:
        return two_months(one, year_before(one, two, year), two, year)
    return Parts({"first": Yearly(month_of_year(one)), "last": Yearly(month_of_year(two), "following", ends=True)})


@ranges.rule(
    "year to short year",
    "first=YEAR (DASH|/) last=TWO_DIGITS (year|!UNIT !UNITS !MONTH)",
    "1990–95",
    "1914/18",
    "the 1986/87 year",
    gives="DATE IN_YEAR",
)
def year_short_year(first: int, last: int) -> Parts | None:
    if last <= first % 100:
        return None
    return Parts({"first": Fixed(year_period(first)), "last": Fixed(year_period(first // 100 * 100 + last))})


@ranges.rule(
    "the years from one to another",
    "first=(the years one=YEAR) (DASH|to|and|or|until|through) last=(two=YEAR|short=TWO_DIGITS)",
    "the years 1955–1957", "the years 1914-18", gives="DATE IN_YEAR",
)  # fmt: skip
def the_years(one: int, two: int | None, short: int | None) -> Parts | None:
    ends = two or one // 100 * 100 + (short or 0)
    return Parts({"first": Fixed(year_period(one)), "last": Fixed(year_period(ends))}) if ends > one else None


@ranges.rule(
    "quarters", "first=(the? one=ORD) (and|or|to) last=(the? two=ORD quarters (of YEAR)?)",
    "the second and fourth quarters", "the third and fourth quarters of 2018", gives="DATE IN_QUARTER",
)  # fmt: skip
def quarters(one: int, two: int, year: int | None) -> Parts | None:
    if max(one, two) > 4:  # noqa: PLR2004  # four quarters
        return None
    return Parts({"first": quarter(one, year), "last": quarter(two, year)})


@ranges.rule(
    "three or four quarters",
    "first=(the? one=ORD) , middle=(the? two=ORD) (, third=(the? three=ORD))? ,? (and|or) last=(the? four=ORD quarters (of YEAR)?)",
    "the first, second and fourth quarters", "the first, second, third and fourth quarters of 2018", gives="DATE IN_QUARTER",
)  # fmt: skip
def several_quarters(one: int, two: int, three: int | None, four: int, year: int | None) -> Parts | None:
    numbers = {"first": one, "middle": two, "third": three, "last": four}
    if max(number or 0 for number in numbers.values()) > 4:  # noqa: PLR2004  # four quarters
        return None
    return Parts({name: quarter(number, year) for name, number in numbers.items() if number})


@ranges.rule(
    "quarter to quarter of a year", "first=(the? one=ORD quarter) (and|or|to|through|until) last=(the? two=ORD quarter of YEAR)",
    "the third quarter to the fourth quarter of 2018", gives="DATE IN_QUARTER",
)  # fmt: skip
def quarter_to_quarter(one: int, two: int, year: int) -> Parts | None:
    return Parts({"first": quarter(one, year), "last": quarter(two, year)}) if max(one, two) <= 4 else None  # noqa: PLR2004


def quarter(number: int, year: int | None) -> Expression:
    """A quarter of a year, or of the one that the context gives."""
    part = PartOfYear("quarter", number - 1)
    return InYear(part, Fixed(year_period(year))) if year else Yearly(part)
