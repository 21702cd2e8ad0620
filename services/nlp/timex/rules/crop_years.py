"""Months that begin and end a year of crops or sales: "1986/87 (Oct-Sept)", "the October/September 1986/87 season"."""

from services.nlp.timex.expressions import Fixed, InYear
from services.nlp.timex.periods import year as year_period
from services.nlp.timex.rule import Family, Parts
from services.nlp.timex.rules.calendar_dates import month_of_year

crop_years = Family("years of crops")

MONTHS = "begin=MONTH (DASH|/|to) end=MONTH"
YEARS = "first=YEAR (DASH|/) last=TWO_DIGITS"
NAMED = "(season|year|crop|campaign)?"


@crop_years.rule(
    "crop year and its months", f"{YEARS} {NAMED} OPENING {MONTHS} CLOSING", "1986/87 (Oct-Sept)", gives="DATE IN_YEAR"
)
@crop_years.rule(
    "months of a crop year", f"OPENING? {MONTHS} CLOSING? {YEARS}", "October/September 1986/87", gives="DATE IN_YEAR"
)
def months_of_crop_year(first: int, last: int, begin: int, end: int) -> Parts | None:
    """The months follow each other from one year into the next."""
    if last != (first + 1) % 100 or end >= begin:
        return None
    years = Fixed(year_period(first)), Fixed(year_period(first + 1))
    return Parts(
        {
            "first": years[0],
            "last": years[1],
            "begin": InYear(month_of_year(begin), years[0]),
            "end": InYear(month_of_year(end), years[1]),
        }
    )
