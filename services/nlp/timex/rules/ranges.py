"""Ranges and lists, in which parts lend each other their month or year."""

from services.nlp.timex.expressions import (
    Calendrical,
    Direction,
    Expression,
    Fixed,
    InYear,
    Nth,
    PartOfYear,
    Shifted,
    WeekdayNextTo,
    WeekdayOfRange,
    Yearly,
)
from services.nlp.timex.periods import year as year_period
from services.nlp.timex.rule import Family, Parts
from services.nlp.timex.rules.calendar_dates import a_day, month_of_year
from services.nlp.timex.rules.relative import last_unit
from services.nlp.timex.scanner import Node

ranges = Family("ranges and lists")
JOIN = "(DASH|to|and|or|through|until|till|till|/|&|,)"
NUMBERED = "(DAYNUM|DAYORD)"
DAY_BEFORE = "(WEEKDAY ,?)?"


def number_in(nodes: tuple[Node, ...]) -> int:
    """The day number that a part of a list names."""
    found = (node.meaning.get("DAYNUM") or node.meaning.get("DAYORD") for node in nodes)
    return next(int(str(number)) for number in found if number)


def dated(days: dict[str, tuple[Node, ...] | None], month: int, year: int | None) -> Parts | None:
    """Each day of a list with the month and year of them all."""
    made = {name: a_day(month, number_in(nodes), year) for name, nodes in days.items() if nodes}
    return Parts(made) if all(made.values()) else None


@ranges.rule(
    "days of one month", f"(from|between|on)? first=({DAY_BEFORE} the? {NUMBERED}) {JOIN} last=({DAY_BEFORE} the? {NUMBERED} of? MONTH (,? of? YEAR)?)",
    "3 to 5 May", "Saturday 23 and Sunday 24 May", "22-25 April 1951", "the 4th to the 11th of June 1957", gives="DATE ON_DAY",
)  # fmt: skip
def days_of_month(first: tuple[Node, ...], last: tuple[Node, ...], month: int, year: int | None) -> Parts | None:
    return dated({"first": first, "last": last}, month, year)


@ranges.rule(
    "three or four days of one month",
    f"(on)? first=(the? {NUMBERED}) , middle=(the? {NUMBERED}) (, third=(the? {NUMBERED}))? ,? (and|or) last=(the? {NUMBERED} of? MONTH (,? of? YEAR)?)",
    "3, 5 and 7 May", "the 22nd, 23rd, 30th or 31st of March", gives="DATE ON_DAY",
)  # fmt: skip
def several_days(
    first: tuple[Node, ...], middle: tuple[Node, ...], third: tuple[Node, ...] | None, last: tuple[Node, ...],
    month: int, year: int | None,
) -> Parts | None:  # fmt: skip
    return dated({"first": first, "middle": middle, "third": third, "last": last}, month, year)


@ranges.rule(
    "days by number", "(from|between) first=(the one=DAYTH) (to|and|until|through) last=(the two=DAYTH) !of !UNIT !UNITS !MONTH",
    "from the 10th to the 14th", gives="DATE ON_DAY",
)  # fmt: skip
def days_by_number(one: int, two: int) -> Parts:
    of_month = Shifted("month", 0, "same")
    return Parts({"first": Nth("day", one, of_month), "last": Nth("day", two, of_month)})


@ranges.rule(
    "month and days", f"first=(MONTH {NUMBERED}) (DASH|to|and|or|through|&) last=({NUMBERED} (,? YEAR)?) !of !UNITS",
    "January 25-29", "March 5-9, 1918", "June 3 and 4", gives="DATE ON_DAY",
)  # fmt: skip
def month_days(first: tuple[Node, ...], last: tuple[Node, ...], month: int, year: int | None) -> Parts | None:
    return dated({"first": first, "last": last}, month, year)


@ranges.rule(
    "month and ranges of days",
    f"first=(MONTH {NUMBERED}) DASH second={NUMBERED} , third={NUMBERED} DASH fourth={NUMBERED} (,? and? fifth={NUMBERED} DASH last={NUMBERED})? !of !UNITS",
    "July 3-5, 9-11 and 20-22", gives="DATE ON_DAY",
)  # fmt: skip
def month_ranges_of_days(
    first: tuple[Node, ...], second: tuple[Node, ...], third: tuple[Node, ...], fourth: tuple[Node, ...],
    fifth: tuple[Node, ...] | None, last: tuple[Node, ...] | None, month: int,
) -> Parts | None:  # fmt: skip
    days = {"first": first, "second": second, "third": third, "fourth": fourth, "fifth": fifth, "last": last}
    numbers = [number_in(nodes) for nodes in days.values() if nodes]
    return dated(days, month, None) if numbers == sorted(numbers) else None


@ranges.rule(
    "month and three or four days",
    f"first=(MONTH {NUMBERED}) , middle={NUMBERED} (, third={NUMBERED})? ,? (and|or) last=({NUMBERED} (,? YEAR)?) !UNITS",
    "May 3, 5 and 7", "May 22, 23, 30 and 31", gives="DATE ON_DAY",
)  # fmt: skip
def month_several_days(
    first: tuple[Node, ...], middle: tuple[Node, ...], third: tuple[Node, ...] | None, last: tuple[Node, ...],
    month: int, year: int | None,
) -> Parts | None:  # fmt: skip
    return dated({"first": first, "middle": middle, "third": third, "last": last}, month, year)


@ranges.rule(
    "days of two months",
    f"first=({NUMBERED} of? one=MONTH) (DASH|to|and|or|through|until) last=({NUMBERED} of? two=MONTH ,? YEAR)",
    "5 June to 4 August 1952", gives="DATE ON_DAY",
)  # fmt: skip
def days_of_two_months(first: tuple[Node, ...], one: int, last: tuple[Node, ...], two: int, year: int) -> Parts | None:
    return two_days(a_day(one, number_in(first), year_before(one, two, year)), a_day(two, number_in(last), year))


@ranges.rule(
    "two months and days",
    f"first=(one=MONTH {NUMBERED}) (DASH|to|and|or|through|until) last=(two=MONTH {NUMBERED} ,? YEAR)",
    "June 5 to August 4, 1952", gives="DATE ON_DAY",
)  # fmt: skip
def two_months_days(first: tuple[Node, ...], one: int, last: tuple[Node, ...], two: int, year: int) -> Parts | None:
    return two_days(a_day(one, number_in(first), year_before(one, two, year)), a_day(two, number_in(last), year))


def two_days(first: Calendrical | None, last: Calendrical | None) -> Parts | None:
    """Both, if both are days."""
    return Parts({"first": first, "last": last}) if first and last else None


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


def year_before(one: int, two: int, year: int) -> int:
    """The year of a month from which a range runs to another of a named year: "from November to January 1956"."""
    return year - 1 if one > two else year


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
    "weekday to weekday", "(from|between) first=(one=WEEKDAY) (to|and|until|through|till) last=(two=WEEKDAY)",
    "from Monday to Wednesday", gives="DATE ON_DAY A_WEEKDAY",
)  # fmt: skip
@ranges.rule(
    "weekday through weekday", "first=(one=WEEKDAY) (to|through|DASH) last=(two=WEEKDAY)", "Monday through Thursday", "Mon–Fri",
    gives="DATE ON_DAY A_WEEKDAY",
)  # fmt: skip
def weekday_to_weekday(one: int, two: int) -> Parts:
    return Parts({"first": WeekdayOfRange(one), "last": WeekdayOfRange(two, "following")})


@ranges.rule(
    "weekday to a dated weekday",
    "(from|between)? first=(one=WEEKDAY) (to|and|or|until|through|till|DASH) last=(WEEKDAY ,? (the? number=DAYNUM of? MONTH|day_month=MONTH (DAYNUM|DAYORD)) (,? YEAR)?)",
    "from Saturday to Monday, May 25", gives="DATE ON_DAY",
)  # fmt: skip
def weekday_to_dated(
    one: int, number: int | None, month: int | None, day_month: int | None, daynum: int | None, dayord: int | None,
    year: int | None,
) -> Parts | None:  # fmt: skip
    last = a_day(month or day_month or 0, number or daynum or dayord or 0, year)
    return Parts({"first": WeekdayNextTo(one, -1, last), "last": last}) if last else None


@ranges.rule(
    "two weekdays and their days",
    f"first=(one=WEEKDAY) (and|or|to|through|DASH|&) middle=(two=WEEKDAY) ,? third=(MONTH {NUMBERED}) (and|or|to|through|DASH|&) last=({NUMBERED} (,? YEAR)?) !of !UNITS",
    "Saturday and Sunday, May 3 and 4", gives="DATE ON_DAY",
)  # fmt: skip
def two_weekdays_and_days(
    third: tuple[Node, ...], last: tuple[Node, ...], month: int, year: int | None
) -> Parts | None:
    return dated({"first": third, "middle": last, "third": third, "last": last}, month, year)


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
