"""Parts of longer dates: "October of that year", "the first week of May", "Memorial Day weekend"."""

from msgspec.structs import replace

from schemas.vocabulary import TimexMod
from services.nlp.timex.expressions import (
    Calendrical,
    Containing,
    Expression,
    Fixed,
    InYear,
    Modified,
    Nth,
    OneDay,
    PartOfYear,
    QuarterBefore,
    Shifted,
    UnknownUnit,
    Weekday,
    WeekdayIn,
    WeekendBy,
    YearBefore,
    Yearly,
)
from services.nlp.timex.rule import Family, Parts

parts_of_dates = Family("parts of longer dates")


@parts_of_dates.rule("one day of a time", "PLAIN RELATIVE", "one day last week", gives="DATE")
def one_day_of(plain: Expression, relative: Calendrical) -> Expression | None:
    return relative if isinstance(plain, OneDay) else None


@parts_of_dates.rule("week of a holiday", "the? HOLIDAY week", "Easter week", gives="DATE IN_WEEK")
def holiday_week(holiday: Calendrical) -> Expression:
    return Containing("week", holiday)


@parts_of_dates.rule(
    "week of a holiday of a year", "the? HOLIDAY week (of|,)? IN_YEAR", "Easter week of 1916", gives="DATE IN_WEEK"
)
def holiday_week_of_year(holiday: Calendrical, in_year: Calendrical) -> Expression | None:
    is_yearly = isinstance(holiday, Yearly) and holiday.direction is None
    return Containing("week", InYear(holiday.part, in_year)) if is_yearly and isinstance(holiday, Yearly) else None


@parts_of_dates.rule(
    "the unit before or after a day",
    "(the day|beside=BESIDE) (AFTER) ON_DAY",
    "the day after Christmas",
    "the week before Easter",
    gives="DATE",
)
def unit_after_day(beside: UnknownUnit | None, after: int, on_day: Calendrical) -> Expression:
    return Shifted(beside.unit if beside else "day", after, on_day)


@parts_of_dates.rule("the end of a day", "DAY_EDGE (on)? ON_DAY", "the end of the day Tuesday", gives="DATE")
def end_of_a_day(day_edge: Modified, on_day: Calendrical) -> Expression:
    return Modified(on_day, day_edge.mod)


@parts_of_dates.rule("weekend of a holiday", "the? HOLIDAY weekend", "Memorial Day weekend", gives="DATE")
def holiday_weekend(holiday: Calendrical) -> Expression:
    return WeekendBy(holiday)


@parts_of_dates.rule("weekend of a day", "the? ON_DAY weekend", "the Fourth of July weekend", gives="DATE")
def day_weekend(on_day: Calendrical) -> Expression | None:
    return WeekendBy(on_day) if isinstance(on_day, Yearly) else None


@parts_of_dates.rule(
    "month of a relative year",
    "IN_MONTH (of|in|,)? RELATIVE",
    "October of that year",
    "June last year",
    gives="DATE IN_MONTH",
)
def month_of_year(in_month: Calendrical, relative: Calendrical) -> Expression | None:
    return in_relative_year(in_month, relative)


@parts_of_dates.rule(
    "months of a relative year",
    "first=(one=IN_MONTH) (and|or|to|through|until|till|DASH|/) last=(two=IN_MONTH (of|in|,)? RELATIVE)",
    "between January and September this year", gives="DATE IN_MONTH",
)  # fmt: skip
@parts_of_dates.rule(
    "quarters of a relative year",
    "first=(one=IN_QUARTER) (and|or|to|through|DASH|/) last=(two=IN_QUARTER (of|in)? RELATIVE)",
    "the first and third quarters of last year", gives="DATE IN_QUARTER",
)  # fmt: skip
def two_parts_of_year(one: Calendrical, two: Calendrical, relative: Calendrical) -> Parts | None:
    if not (isinstance(one, Yearly) and isinstance(two, Yearly) and isinstance(relative, Shifted)):
        return None
    is_range = two.direction is not None
    if relative.unit != "year" or one.direction is not None or not isinstance(one.part, PartOfYear):
        return None
    is_across = is_range and isinstance(two.part, PartOfYear) and one.part.number > two.part.number
    begins = replace(relative, amount=relative.amount - 1) if is_across else relative  # "November to January this year"
    return Parts({"first": InYear(one.part, begins), "last": InYear(two.part, relative)})


@parts_of_dates.rule(
    "day of a relative year", "ON_DAY (of|in)? !THE_UNIT RELATIVE", "July 25 of that year", "June 12 last year", gives="DATE ON_DAY"
)  # fmt: skip
def day_of_year(on_day: Calendrical, relative: Calendrical) -> Expression | None:
    if isinstance(on_day, Weekday) and isinstance(relative, Shifted) and relative.unit == "week":
        if relative.amount == 0 and relative.direction == "this":
            return on_day  # whether the week begins on Sunday or Monday
        return WeekdayIn(on_day.number, relative)
    return in_relative_year(on_day, relative)


@parts_of_dates.rule(
    "season of a relative year", "IN_SEASON (of|in)? RELATIVE", "the spring of that year", gives="DATE IN_SEASON"
)
def season_of_year(in_season: Calendrical, relative: Calendrical) -> Expression | None:
    return in_relative_year(in_season, relative)


@parts_of_dates.rule(
    "quarter of a relative year",
    "IN_QUARTER (of|in)? RELATIVE",
    "the first quarter of next year",
    "the third quarter last year",
    gives="DATE IN_QUARTER",
)
def quarter_of_year(in_quarter: Calendrical, relative: Calendrical) -> Expression | None:
    return in_relative_year(in_quarter, relative)


@parts_of_dates.rule(
    "relative year's quarter", "RELATIVE 's (IN_QUARTER|IN_SEASON|IN_HALF|HOLIDAY)", "next year's first quarter", "last year's summer",
    "last year's Christmas", gives="DATE IN_QUARTER",
)  # fmt: skip
def years_quarter(
    relative: Calendrical, in_quarter: Calendrical | None, in_season: Calendrical | None, in_half: Calendrical | None,
    holiday: Calendrical | None,
) -> Expression | None:  # fmt: skip
    part = in_quarter or in_season or in_half or holiday
    return in_relative_year(part, relative) if part else None


@parts_of_dates.rule(
    "relative year's period", "RELATIVE 's (quarter=quarter|period)", "last year's quarter", "the previous year's period",
    gives="DATE",
)  # fmt: skip
def years_period(relative: Calendrical, quarter: str | None) -> Expression | None:
    is_year_before = isinstance(relative, Shifted) and relative.unit == "year" and relative.amount == -1
    if not is_year_before:
        return None
    return QuarterBefore() if quarter else YearBefore()


def in_relative_year(part: Calendrical, whole: Calendrical) -> Expression | None:
    """A part of a year in a year that is told by its distance."""
    if isinstance(part, Yearly) and part.direction is None and isinstance(whole, Shifted) and whole.unit == "year":
        return InYear(part.part, whole)
    return None


@parts_of_dates.rule(
    "n-th unit of a date",
    "the (ORD|last|final) UNIT (of|in) DATE",
    "the first week of May",
    gives="DATE",
)
def nth_unit(ord: int | None, unit: str, date: Calendrical) -> Expression | None:
    counted = {"day", "week", "weekend", "month", "quarter"} | ({"decade"} if is_long(date) else set())
    if unit not in counted or not isinstance(date, Calendrical):
        return None
    return Nth(unit, ord or -1, date)  # type: ignore[arg-type]


@parts_of_dates.rule(
    "part of a date",
    "the (early|earlier|first|opening|late=(late|latter|later|last|closing)) part of DATE",
    "the early part of next year",
    "the latter part of 1943",
    gives="DATE",
)
def part_of(late: str | None, date: Calendrical) -> Expression:
    return Modified(date, "END" if late else "START")


@parts_of_dates.rule(
    "half of a date", "the (ORD|latter|last|other) half of DATE", "the second half of last year", gives="DATE"
)
def half_of(ord: int | None, date: Calendrical) -> Expression | None:
    number = ord or 2
    if number > 2:  # noqa: PLR2004  # two halves
        return None
    is_year = isinstance(date, Shifted) and date.unit == "year"
    if is_year or (isinstance(date, Fixed) and date.period.unit == "year"):
        return InYear(PartOfYear("half_year", number - 1), date)
    return Modified(date, "START" if number == 1 else "END")


QUARTERS: tuple[TimexMod, ...] = ("START", "MID", "MID", "END")
"""What TIMEX3 can say of the quarters of a century."""


def is_long(date: Expression) -> bool:
    """Whether a date is a decade, a century or more, the quarters of which have no names."""
    return isinstance(date, Fixed) and date.period.unit in {"decade", "century", "millennium"}


@parts_of_dates.rule(
    "quarter of a century", "IN_QUARTER of DATE", "the second quarter of the 4th century BC", gives="DATE"
)  # fmt: skip
def quarter_of_century(in_quarter: Calendrical, date: Calendrical) -> Expression | None:
    if not isinstance(in_quarter, Yearly) or not isinstance(in_quarter.part, PartOfYear) or not is_long(date):
        return None
    return Modified(date, QUARTERS[in_quarter.part.number])


@parts_of_dates.rule("last unit of a date", "RELATIVE (of|in) DATE", "the last day of 1990", gives="DATE")
def last_unit_of(relative: Calendrical, date: Calendrical) -> Expression | None:
    is_last = isinstance(relative, Shifted) and relative.amount == -1 and relative.direction == "this"
    if not is_last or not isinstance(relative, Shifted) or not isinstance(date, Calendrical):
        return None
    if (
        relative.unit == "quarter"
        and isinstance(date, Fixed)
        and date.period.unit in {"decade", "century", "millennium"}
    ):
        return Modified(date, "END")
    if relative.unit == "decade" and is_long(date):
        return Nth("decade", -1, date)
    return Nth(relative.unit, -1, date) if relative.unit in {"day", "week", "weekend", "month", "quarter"} else None
