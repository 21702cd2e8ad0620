"""Ranges and lists of days, which lend each other their month and year: "3, 5 and 7 May", "May 30 to June 2"."""

from services.nlp.timex.expressions import (
    Calendrical,
    Nth,
    Shifted,
    WeekdayNextTo,
    WeekdayOfRange,
)
from services.nlp.timex.rule import Family, Parts
from services.nlp.timex.rules.calendar_dates import a_day
from services.nlp.timex.scanner import Node

ranges_of_days = Family("ranges of days")
JOIN = "(DASH|to|and|or|through|until|till|till|/|&|,)"
NUMBERED = "(DAYNUM|DAYORD)"
DAY_BEFORE = "(WEEKDAY ,?)?"


def year_before(one: int, two: int, year: int) -> int:
    """The year of a month from which a range runs to another of a named year: "from November to January 1956"."""
    return year - 1 if one > two else year


def number_in(nodes: tuple[Node, ...]) -> int:
    """The day number that a part of a list names."""
    found = (node.meaning.get("DAYNUM") or node.meaning.get("DAYORD") for node in nodes)
    return next(int(str(number)) for number in found if number)


def dated(days: dict[str, tuple[Node, ...] | None], month: int, year: int | None) -> Parts | None:
    """Each day of a list with the month and year of them all."""
    made = {name: a_day(month, number_in(nodes), year) for name, nodes in days.items() if nodes}
    return Parts(made) if all(made.values()) else None


@ranges_of_days.rule(
    "days of one month", f"(from|between|on)? first=({DAY_BEFORE} the? {NUMBERED}) {JOIN} last=({DAY_BEFORE} the? {NUMBERED} of? MONTH (,? of? YEAR)?)",
    "3 to 5 May", "Saturday 23 and Sunday 24 May", "22-25 April 1951", "the 4th to the 11th of June 1957", gives="DATE ON_DAY",
)  # fmt: skip
def days_of_month(first: tuple[Node, ...], last: tuple[Node, ...], month: int, year: int | None) -> Parts | None:
    return dated({"first": first, "last": last}, month, year)


@ranges_of_days.rule(
    "three or four days of one month",
    f"(on)? first=(the? {NUMBERED}) , middle=(the? {NUMBERED}) (, third=(the? {NUMBERED}))? ,? (and|or) last=(the? {NUMBERED} of? MONTH (,? of? YEAR)?)",
    "3, 5 and 7 May", "the 22nd, 23rd, 30th or 31st of March", gives="DATE ON_DAY",
)  # fmt: skip
def several_days(
    first: tuple[Node, ...], middle: tuple[Node, ...], third: tuple[Node, ...] | None, last: tuple[Node, ...],
    month: int, year: int | None,
) -> Parts | None:  # fmt: skip
    return dated({"first": first, "middle": middle, "third": third, "last": last}, month, year)


@ranges_of_days.rule(
    "days by number", "(from|between) first=(the one=DAYTH) (to|and|until|through) last=(the two=DAYTH) !of !UNIT !UNITS !MONTH",
    "from the 10th to the 14th", gives="DATE ON_DAY",
)  # fmt: skip
def days_by_number(one: int, two: int) -> Parts:
    of_month = Shifted("month", 0, "same")
    return Parts({"first": Nth("day", one, of_month), "last": Nth("day", two, of_month)})


@ranges_of_days.rule(
    "month and days", f"first=(MONTH {NUMBERED}) (DASH|to|and|or|through|&) last=({NUMBERED} (,? YEAR)?) !of !UNITS",
    "January 25-29", "March 5-9, 1918", "June 3 and 4", gives="DATE ON_DAY",
)  # fmt: skip
def month_days(first: tuple[Node, ...], last: tuple[Node, ...], month: int, year: int | None) -> Parts | None:
    return dated({"first": first, "last": last}, month, year)


@ranges_of_days.rule(
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


@ranges_of_days.rule(
    "month and three or four days",
    f"first=(MONTH {NUMBERED}) , middle={NUMBERED} (, third={NUMBERED})? ,? (and|or) last=({NUMBERED} (,? YEAR)?) !UNITS",
    "May 3, 5 and 7", "May 22, 23, 30 and 31", gives="DATE ON_DAY",
)  # fmt: skip
def month_several_days(
    first: tuple[Node, ...], middle: tuple[Node, ...], third: tuple[Node, ...] | None, last: tuple[Node, ...],
    month: int, year: int | None,
) -> Parts | None:  # fmt: skip
    return dated({"first": first, "middle": middle, "third": third, "last": last}, month, year)


@ranges_of_days.rule(
    "days of two months",
    f"first=({NUMBERED} of? one=MONTH) (DASH|to|and|or|through|until) last=({NUMBERED} of? two=MONTH ,? YEAR)",
    "5 June to 4 August 1952", gives="DATE ON_DAY",
)  # fmt: skip
def days_of_two_months(first: tuple[Node, ...], one: int, last: tuple[Node, ...], two: int, year: int) -> Parts | None:
    return two_days(a_day(one, number_in(first), year_before(one, two, year)), a_day(two, number_in(last), year))


@ranges_of_days.rule(
    "two months and days",
    f"first=(one=MONTH {NUMBERED}) (DASH|to|and|or|through|until) last=(two=MONTH {NUMBERED} ,? YEAR)",
    "June 5 to August 4, 1952", gives="DATE ON_DAY",
)  # fmt: skip
def two_months_days(first: tuple[Node, ...], one: int, last: tuple[Node, ...], two: int, year: int) -> Parts | None:
    return two_days(a_day(one, number_in(first), year_before(one, two, year)), a_day(two, number_in(last), year))


def two_days(first: Calendrical | None, last: Calendrical | None) -> Parts | None:
    """Both, if both are days."""
    return Parts({"first": first, "last": last}) if first and last else None


@ranges_of_days.rule(
    "weekday to weekday", "(from|between) first=(one=WEEKDAY) (to|and|until|through|till) last=(two=WEEKDAY)",
    "from Monday to Wednesday", gives="DATE ON_DAY A_WEEKDAY",
)  # fmt: skip
@ranges_of_days.rule(
    "weekday through weekday", "first=(one=WEEKDAY) (to|through|DASH) last=(two=WEEKDAY)", "Monday through Thursday", "Mon–Fri",
    gives="DATE ON_DAY A_WEEKDAY",
)  # fmt: skip
def weekday_to_weekday(one: int, two: int) -> Parts:
    return Parts({"first": WeekdayOfRange(one), "last": WeekdayOfRange(two, "following")})


@ranges_of_days.rule(
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


@ranges_of_days.rule(
    "two weekdays and their days",
    f"first=(one=WEEKDAY) (and|or|to|through|DASH|&) middle=(two=WEEKDAY) ,? third=(MONTH {NUMBERED}) (and|or|to|through|DASH|&) last=({NUMBERED} (,? YEAR)?) !of !UNITS",
    "Saturday and Sunday, May 3 and 4", gives="DATE ON_DAY",
)  # fmt: skip
def two_weekdays_and_days(
    third: tuple[Node, ...], last: tuple[Node, ...], month: int, year: int | None
) -> Parts | None:
    return dated({"first": third, "middle": last, "third": third, "last": last}, month, year)
