"""A day and a time of day, in either order."""

from schemas.vocabulary import TimexMod
from services.nlp.timex.expressions import At, Calendrical, Expression, Fixed, InYear, Modified, Nth, PartOfYear, Shifted, Weekday, WeekdayIn, Yearly
from services.nlp.timex.grammar import Family

day_parts = Family("day and time of day")


@day_parts.rule("day and part", "ON_DAY ('s)? DAYPART", "Friday night", "yesterday morning", gives="TIME")
def day_part(on_day: Calendrical, daypart: tuple[str, str]) -> Expression:
    return At(*daypart, on_day)


@day_parts.rule("part of a day", "the? DAYPART of ON_DAY", "the morning of April 19", gives="TIME")
def part_of_day(on_day: Calendrical, daypart: tuple[str, str]) -> Expression:
    return At(*daypart, on_day)


@day_parts.rule("this morning", "this DAYPART", "this morning", gives="TIME")
def this_morning(daypart: tuple[str, str]) -> Expression:
    return At(*daypart, Shifted("day", 0, "this"))


@day_parts.rule("last night", "last DAYPART", "last night", gives="TIME")
def last_night(daypart: tuple[str, str]) -> Expression:
    return At(*daypart, Shifted("day", -1, "this"))


@day_parts.rule("tonight", "tonight", "tonight", gives="TIME")
def tonight() -> Expression:
    return At("NI", "part_of_day", Shifted("day", 0, "this"))


@day_parts.rule("that night", "(that|the same) DAYPART", "that night", gives="TIME")
def that_night(daypart: tuple[str, str]) -> Expression:
    return At(*daypart, Shifted("day", 0, "same"))


@day_parts.rule("next morning", "the? (next|following) DAYPART", "the next morning", gives="TIME")
def next_morning(daypart: tuple[str, str]) -> Expression:
    return At(*daypart, Shifted("day", 1, "same"))


@day_parts.rule("time and day", "TIME_OF_DAY (on|,)? ON_DAY", "5 p.m. EST Nov. 9", gives="TIME")
def time_day(on_day: Calendrical, time_of_day: tuple[str, str]) -> Expression:
    return At(*time_of_day, on_day)


@day_parts.rule("day and time", "ON_DAY (at|,)? TIME_OF_DAY", "Friday at 5 p.m.", gives="TIME")
def day_time(on_day: Calendrical, time_of_day: tuple[str, str]) -> Expression:
    return At(*time_of_day, on_day)


@day_parts.rule("time alone", "TIME_OF_DAY", "10:30", gives="TIME")
def time_alone(time_of_day: tuple[str, str]) -> Expression:
    return At(*time_of_day)


@day_parts.rule("part and day", "the? (EARLY_LATE HYPHEN?)? DAYPART ON_DAY", "mid-afternoon yesterday", gives="TIME")
def part_day(on_day: Calendrical, daypart: tuple[str, str], early_late: TimexMod | None) -> Expression:
    return At(*daypart, on_day, early_late)


@day_parts.rule(
    "month of a relative year", "IN_MONTH (of|in|,)? RELATIVE", "October of that year", "June last year", gives="DATE IN_MONTH"
)
def month_of_year(in_month: Calendrical, relative: Calendrical) -> Expression | None:
    return in_relative_year(in_month, relative)


@day_parts.rule("day of a relative year", "ON_DAY (of|in) RELATIVE", "July 25 of that year", gives="DATE ON_DAY")
def day_of_year(on_day: Calendrical, relative: Calendrical) -> Expression | None:
    if isinstance(on_day, Weekday) and isinstance(relative, Shifted) and relative.unit == "week":
        return WeekdayIn(on_day.number, relative)
    return in_relative_year(on_day, relative)


@day_parts.rule("season of a relative year", "IN_SEASON (of|in) RELATIVE", "the spring of that year", gives="DATE IN_SEASON")
def season_of_year(in_season: Calendrical, relative: Calendrical) -> Expression | None:
    return in_relative_year(in_season, relative)


@day_parts.rule("quarter of a relative year", "IN_QUARTER (of|in) RELATIVE", "the first quarter of next year", gives="DATE IN_QUARTER")
def quarter_of_year(in_quarter: Calendrical, relative: Calendrical) -> Expression | None:
    return in_relative_year(in_quarter, relative)


@day_parts.rule("relative year's quarter", "RELATIVE 's IN_QUARTER", "next year's first quarter", gives="DATE IN_QUARTER")
def years_quarter(in_quarter: Calendrical, relative: Calendrical) -> Expression | None:
    return in_relative_year(in_quarter, relative)


def in_relative_year(part: Calendrical, whole: Calendrical) -> Expression | None:
    """A part of a year in a year that is told by its distance."""
    if isinstance(part, Yearly) and part.direction is None and isinstance(whole, Shifted) and whole.unit == "year":
        return InYear(part.part, whole)
    return None


@day_parts.rule("n-th unit of a date", "the (ORD|last|final) UNIT (of|in) DATE", "the first week of May", "the last day of 1990", gives="DATE")
def nth_unit(ord: int | None, unit: str, date: Calendrical) -> Expression | None:  # noqa: A002  # the category's name
    if unit not in {"day", "week", "weekend", "month", "quarter"} or not isinstance(date, Calendrical):
        return None
    return Nth(unit, ord or -1, date)  # type: ignore[arg-type]


@day_parts.rule("half of a date", "the (ORD|latter|last|other) half of DATE", "the second half of 1989", gives="DATE")
def half_of(ord: int | None, date: Calendrical) -> Expression | None:  # noqa: A002  # the category's name
    number = ord or 2
    if number > 2:  # noqa: PLR2004  # two halves
        return None
    if isinstance(date, Fixed) and date.period.unit == "year":
        return InYear(PartOfYear("half_year", number - 1), date)
    return Modified(date, "START" if number == 1 else "END")
