"""Dates that the calendar names: days, months, years."""

from services.nlp.timex.expressions import (
    Calendrical,
    Containing,
    DayOfYear,
    Fixed,
    InYear,
    Nth,
    OnWeekday,
    PartOfYear,
    Shifted,
    ShortYear,
    Weekday,
    Yearly,
)
from services.nlp.timex.periods import DAYS_OF_A_WEEK, day, full_year
from services.nlp.timex.periods import month as month_period
from services.nlp.timex.periods import year as year_period
from services.nlp.timex.rule import Family
from services.nlp.timex.rules.relative import that
from services.nlp.timex.rules.written import read_iso, read_iso_week, read_slashed

calendar_dates = Family("calendar dates")
A_WEEKDAY = "((this? (next|last|coming|past)|this)? WEEKDAY ,? the?)?"
"""A weekday may stand before its date: "this coming Sunday, March 8"."""

DAY, MONTH, YEAR = "DATE ON_DAY", "DATE IN_MONTH", "DATE IN_YEAR"


def month_of_year(number: int) -> PartOfYear:
    """A month by its number from 1."""
    return PartOfYear("month", number - 1)


def a_day(
    month: int, number: int, of: Calendrical | int | None = None, weekday: int | None = None
) -> Calendrical | None:
    """A day of a month, None where no year has it."""
    if day(2000, month, number) is None:
        return None
    part = DayOfYear(month, number)
    if of is None:
        return OnWeekday(part, weekday=weekday) if weekday else Yearly(part)
    if isinstance(of, int):
        fixed = day(of, month, number)
        return Fixed(fixed) if fixed else None
    return InYear(part, of)


@calendar_dates.rule("ISO date", "ISO", "2016-05-03", "2016-05-03T06:30:00Z", gives=DAY)
def iso_date(iso: str) -> object:
    return read_iso(iso)


@calendar_dates.rule("ISO month", "YEAR - TWO_DIGITS", "2025-11", gives="DATE IN_MONTH")
def iso_month(year: int, two_digits: int) -> Calendrical | None:
    is_range = two_digits > year % 100
    return None if is_range or not 1 <= two_digits <= 12 else Fixed(month_period(year, two_digits))  # noqa: PLR2004


@calendar_dates.rule("month and year in figures", "TWO_DIGITS / YEAR", "06/2016", gives="DATE IN_MONTH")
def figures_of_month(two_digits: int, year: int) -> Calendrical | None:
    return Fixed(month_period(year, two_digits)) if 1 <= two_digits <= 12 else None  # noqa: PLR2004  # months


@calendar_dates.rule("ISO week", "ISOWEEK", "2019-W07", gives="DATE IN_WEEK")
def iso_week(isoweek: str) -> object:
    return read_iso_week(isoweek)


@calendar_dates.rule(
    "numeric date", f"{A_WEEKDAY} SLASHED", "11/16/1989", "16.11.1989", "Tuesday, 2016/05/03", gives=DAY
)
def numeric_date(slashed: str) -> object:
    return read_slashed(slashed)


@calendar_dates.rule(
    "month day, year", f"{A_WEEKDAY} MONTH (daynum=DAYNUM|DAYORD|the dayth=DAYORD) ,? of? YEAR",
    "May 3, 2016", "Tuesday, May 3, 2016", "Sept. 27 1989", gives=DAY,
)  # fmt: skip
def month_day_year(
    month: int, daynum: int | None, dayord: int | None, dayth: int | None, year: int
) -> Calendrical | None:
    return a_day(month, daynum or dayord or dayth or 0, year)


@calendar_dates.rule(
    "day month year", f"{A_WEEKDAY} the? (DAYNUM|DAYORD) of? MONTH ,? of? YEAR",
    "3 May 2016", "Tuesday, 3 May 2016", "the 3rd of May, 2016", gives=DAY,
)  # fmt: skip
def day_month_year(month: int, daynum: int | None, dayord: int | None, year: int) -> Calendrical | None:
    return a_day(month, daynum or dayord or 0, year)


@calendar_dates.rule(
    "month day",
    f"{A_WEEKDAY} MONTH (DAYNUM|DAYORD|the DAYTH)",
    "May 3",
    "next Tuesday, May 3",
    "Friday, Oct. 13",
    "March eighth",
    gives=DAY,
)
def month_day(
    month: int, daynum: int | None, dayord: int | None, dayth: int | None, weekday: int | None
) -> Calendrical | None:
    return a_day(month, daynum or dayord or dayth or 0, weekday=weekday)


@calendar_dates.rule(
    "day month",
    f"{A_WEEKDAY} (the? (DAYNUM|DAYORD) of? MONTH|number=DAYNUM HYPHEN month_=MONTH !DAYNUM !HYPHEN)",
    "3 May", "the 25th of August", "14-October", gives=DAY,
)  # fmt: skip
def day_month(
    month: int | None, daynum: int | None, dayord: int | None, number: int | None, month_: int | None,
    weekday: int | None,
) -> Calendrical | None:  # fmt: skip
    return a_day(month or month_ or 0, daynum or dayord or number or 0, weekday=weekday)


@calendar_dates.rule(
    "day month, short year", "(DAYNUM|DAYORD) DASH MONTH DASH (YEAR|TWO_DIGITS)", "16-Nov-1989", "16-Nov-89", gives=DAY
)
def day_month_short_year(
    month: int, daynum: int | None, dayord: int | None, year: int | None, two_digits: int | None
) -> Calendrical | None:
    return a_day(month, daynum or dayord or 0, year or full_year(two_digits or 0))


@calendar_dates.rule(
    "day of a month of a short year",
    f"{A_WEEKDAY} (the? (DAYNUM|DAYORD) of?)? MONTH (later=DAYNUM ,?)? SHORT",
    "3 June '44",
    "June 3, '44",
    gives=DAY,
)
def day_of_short_year(
    month: int, daynum: int | None, dayord: int | None, later: int | None, short: str
) -> Calendrical | None:
    number = daynum or dayord
    return None if bool(number) == bool(later) else a_day(month, number or later or 0, ShortYear(int(short[1:])))


@calendar_dates.rule("year month day", "YEAR MONTH DAYNUM !YEAR", "1854 Oct 17", gives=DAY)
def year_month_day(year: int, month: int, daynum: int) -> Calendrical | None:
    return a_day(month, daynum, year)


@calendar_dates.rule("month and year", "MONTH ,? of? YEAR", "March 2016", "Sept. 1998", "October of 1963", gives=MONTH)
def month_year(month: int, year: int) -> Calendrical:
    return InYear(month_of_year(month), Fixed(year_period(year)))


@calendar_dates.rule("month and short year", "MONTH SHORT", "May '68", gives=MONTH)
def month_short_year(month: int, short: str) -> Calendrical:
    return InYear(month_of_year(month), ShortYear(int(short[1:])))


@calendar_dates.rule("month", "(the month of)? MONTH", "March", "the month of May", gives=MONTH)
def month(month: int) -> Calendrical:
    return Yearly(month_of_year(month))


@calendar_dates.rule("weekday", "(WEEKDAY)", "Tuesday", gives="DATE ON_DAY A_WEEKDAY")
def weekday(weekday: int) -> Calendrical:
    return Weekday(weekday)


@calendar_dates.rule("year", "YEAR", "2016", gives=YEAR)
def a_year(year: int) -> Calendrical:
    return Fixed(year_period(year))


@calendar_dates.rule("short year", "SHORT", "'68", gives=YEAR)
def short_year(short: str) -> Calendrical:
    return ShortYear(int(short[1:]))


@calendar_dates.rule(
    "day of the month by ordinal", "the DAYORD of (this|the|that) month", "the 15th of this month", gives=DAY
)
def ordinal_of_month(dayord: int) -> Calendrical:
    return Nth("day", dayord, that("month"))


@calendar_dates.rule(
    "week of a day",
    "the? week (of|ending=ending|beginning|starting) inner=(MONTH (DAYNUM|DAYORD)) (,? YEAR)?",
    "the week of March 6",
    "the week of March 6, 1992",
    gives="DATE IN_WEEK",
)
def week_of_day(
    month: int, daynum: int | None, dayord: int | None, ending: str | None, year: int | None
) -> Calendrical | None:
    inner = a_day(month, daynum or dayord or 0, year)
    return Containing("week", inner if ending else after_sunday(inner)) if inner else None


def after_sunday(day: Calendrical) -> Calendrical:
    """The day after: a week that is called by its Sunday begins with it, and ISO 8601's on the Monday after."""
    return Shifted("day", 1, day)


@calendar_dates.rule(
    "week of days",
    "the? week (of|from)? MONTH one=DAYNUM (to|through|DASH) two=DAYNUM (,? YEAR)?",
    "the week of May 22-28",
    gives="DATE IN_WEEK",
)
def week_of_days(month: int, one: int, two: int, year: int | None) -> Calendrical | None:
    inner = a_day(month, one, year)
    return Containing("week", after_sunday(inner)) if inner and 0 < two - one < DAYS_OF_A_WEEK else None
