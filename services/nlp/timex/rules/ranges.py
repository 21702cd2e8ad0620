"""Ranges and lists, in which parts lend each other their month or year."""

from services.nlp.timex.expressions import DayOfYear, Expression, Fixed, InYear, Yearly
from services.nlp.timex.grammar import Family, Parts
from services.nlp.timex.periods import day
from services.nlp.timex.periods import year as year_period

ranges = Family("ranges and lists")


@ranges.rule("year to short year", "first=YEAR DASH last=TWO_DIGITS", "1990–95", gives="DATE IN_YEAR")
def year_short_year(first: int, last: int) -> Parts | None:
    if last <= first % 100:
        return None
    return Parts({"first": Fixed(year_period(first)), "last": Fixed(year_period(first // 100 * 100 + last))})


@ranges.rule("day to day month", "first=DAYNUM (DASH|to|and|or) last=DAYNUM month=MONTH year=YEAR?", "3 to 5 May", gives="DATE ON_DAY")
def day_to_day_month(first: int, last: int, month: int, year: int | None) -> Parts | None:
    return None
