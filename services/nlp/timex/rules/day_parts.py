"""A day and a time of day, in either order."""

from schemas.vocabulary import TimexMod
from services.nlp.timex.expressions import (
    At,
    BarePart,
    Calendrical,
    Containing,
    Expression,
    Fixed,
    InYear,
    Length,
    Modified,
    Nth,
    PartOfYear,
    QuarterEnded,
    Shifted,
    Weekday,
    WeekdayIn,
    WeekendBy,
    Yearly,
)
from services.nlp.timex.grammar import Family, Parts
from services.nlp.timex.rules.day_times import TimeOfDay, hours

day_parts = Family("day and time of day")


@day_parts.rule("day and part", "ON_DAY ('s)? DAYPART", "Friday night", "yesterday morning", gives="TIME")
def day_part(on_day: Calendrical, daypart: TimeOfDay) -> Expression:
    return At(*daypart, on_day)


@day_parts.rule(
    "part of a day",
    "A_WEEKDAY? the? DAYPART (of|on) ON_DAY",
    "the morning of April 19",
    "Sunday dawn of 5 May 1940",
    gives="TIME",
)
def part_of_day(on_day: Calendrical, daypart: TimeOfDay) -> Expression:
    return At(*daypart, on_day)


@day_parts.rule("week of a holiday", "the? HOLIDAY week", "Easter week", gives="DATE IN_WEEK")
def holiday_week(holiday: Calendrical) -> Expression:
    return Containing("week", holiday)


@day_parts.rule("weekend of a holiday", "the? HOLIDAY weekend", "Memorial Day weekend", gives="DATE")
def holiday_weekend(holiday: Calendrical) -> Expression:
    return WeekendBy(holiday)


@day_parts.rule("this morning", "this DAYPART", "this morning", gives="TIME")
def this_morning(daypart: TimeOfDay) -> Expression:
    return At(*daypart, Shifted("day", 0, "this"))


@day_parts.rule("last night", "last DAYPART", "last night", gives="TIME")
def last_night(daypart: TimeOfDay) -> Expression:
    return At(*daypart, Shifted("day", -1, "this"))


@day_parts.rule("tonight", "tonight", "tonight", gives="TIME")
def tonight() -> Expression:
    return At("NI", "part_of_day", Shifted("day", 0, "this"))


@day_parts.rule("that night", "(that|the same) DAYPART", "that night", gives="TIME")
def that_night(daypart: TimeOfDay) -> Expression:
    return At(*daypart, Shifted("day", 0, "same"))


@day_parts.rule("next morning", "the? (next|following) DAYPART", "the next morning", gives="TIME")
def next_morning(daypart: TimeOfDay) -> Expression:
    return At(*daypart, Shifted("day", 1, "same"))


@day_parts.rule(
    "time and day",
    "TIME_OF_DAY ,? on? ON_DAY DAYPART?",
    "5 p.m. EST Nov. 9",
    "8 o'clock on Monday evening",
    gives="TIME",
)
def time_day(on_day: Calendrical, time_of_day: TimeOfDay, daypart: TimeOfDay | None) -> Expression:
    return At(*in_part(time_of_day, daypart), on_day)


@day_parts.rule("day and time", "ON_DAY ,? at? TIME_OF_DAY", "Friday at 5 p.m.", gives="TIME")
def day_time(on_day: Calendrical, time_of_day: TimeOfDay) -> Expression:
    return At(*time_of_day, on_day)


@day_parts.rule(
    "two times and day",
    "first=(one=TIME_OF_DAY) (to|and|until|DASH) last=(two=TIME_OF_DAY on? ON_DAY)",
    "3 p.m. and 5 p.m. Wednesday",
    gives="TIME",
)
def two_times(one: TimeOfDay, two: TimeOfDay, on_day: Calendrical) -> Parts:
    return Parts({"first": At(*one, on_day), "last": At(*two, on_day)})


@day_parts.rule(
    "time, other clock and day",
    "first=(one=TIME_OF_DAY) OPENING last=(two=TIME_OF_DAY (,? on? inner=ON_DAY)?) CLOSING (,? on? outer=ON_DAY)?",
    "10:35 a.m. (0735 GMT) Friday",
    "4 in the morning (4 a.m. EDT Thursday)",
    gives="TIME",
)
def other_clock(one: TimeOfDay, two: TimeOfDay, inner: Calendrical | None, outer: Calendrical | None) -> Parts | None:
    on_day = inner or outer
    return Parts({"first": At(*one, on_day), "last": At(*two, on_day)}) if on_day else None


@day_parts.rule(
    "time to time", "first=(one=TIME_OF_DAY) (to|until|DASH) last=(two=TIME_OF_DAY)", "19:00–03:00", gives="TIME"
)
def time_to_time(one: TimeOfDay, two: TimeOfDay) -> Parts:
    return Parts({"first": At(*one), "last": At(*two)})


@day_parts.rule(
    "hour to time",
    "first=HOUR (to|and|until|DASH) last=(two=TIME_OF_DAY (on? ON_DAY)?)",
    "3 to 5 p.m. on Wednesday",
    gives="TIME",
)
def hour_to_time(first: int, two: TimeOfDay, on_day: Calendrical | None) -> Parts | None:
    after_noon = two[0] > "12" and first < 12  # noqa: PLR2004  # the half of the day
    made = hours(first, 0, 12 if after_noon else None)
    return Parts({"first": At(*made, on_day), "last": At(*two, on_day)}) if made else None


def in_part(time_of_day: TimeOfDay, part: TimeOfDay | None) -> TimeOfDay:
    """A time on twelve hours in its part of the day: 8 o'clock in the evening."""
    clock, granularity = time_of_day
    if part and part[0] in {"AF", "EV", "NI"} and clock < "12":
        return f"{int(clock[:2]) + 12:02d}{clock[2:]}", granularity
    return time_of_day


@day_parts.rule("time alone", "TIME_OF_DAY", "10:30", gives="TIME")
def time_alone(time_of_day: TimeOfDay) -> Expression:
    return At(*time_of_day)


@day_parts.rule(
    "early in the morning of a day", "(EARLY_LATE in)? the (EARLY_LATE|early) DAYPART (hours)? of ON_DAY",
    "the early morning of 29 April 1975", gives="TIME",
)  # fmt: skip
def early_part_of_day(on_day: Calendrical, daypart: TimeOfDay, early_late: TimexMod | None) -> Expression:
    return At(*daypart, on_day, early_late or "START")


@day_parts.rule(
    "early in the part of a day",
    "EARLY_LATE in the DAYPART of ON_DAY",
    "early in the morning of 29 April",
    gives="TIME",
)
def early_in_part(on_day: Calendrical, daypart: TimeOfDay, early_late: TimexMod) -> Expression:
    return At(*daypart, on_day, early_late)


@day_parts.rule(
    "early hours of a day", "EARLY_HOURS of ON_DAY DAYPART?", "the early hours of 29 April 1975", gives="TIME"
)
def early_hours_of_day(on_day: Calendrical, early_hours: TimeOfDay) -> Expression:
    return At(*early_hours, on_day, "START")


@day_parts.rule("early on a day's part", "EARLY_LATE (on)? ON_DAY DAYPART", "early Monday morning", gives="TIME")
def early_day_part(on_day: Calendrical, daypart: TimeOfDay, early_late: TimexMod) -> Expression:
    return At(*daypart, on_day, early_late)


@day_parts.rule("part and day", "the? (EARLY_LATE HYPHEN?)? DAYPART ON_DAY", "mid-afternoon yesterday", gives="TIME")
def part_day(on_day: Calendrical, daypart: TimeOfDay, early_late: TimexMod | None) -> Expression:
    return At(*daypart, on_day, early_late)


@day_parts.rule(
    "month of a relative year",
    "IN_MONTH (of|in|,)? RELATIVE",
    "October of that year",
    "June last year",
    gives="DATE IN_MONTH",
)
def month_of_year(in_month: Calendrical, relative: Calendrical) -> Expression | None:
    return in_relative_year(in_month, relative)


@day_parts.rule("day of a relative year", "ON_DAY (of|in) RELATIVE", "July 25 of that year", gives="DATE ON_DAY")
def day_of_year(on_day: Calendrical, relative: Calendrical) -> Expression | None:
    if isinstance(on_day, Weekday) and isinstance(relative, Shifted) and relative.unit == "week":
        return WeekdayIn(on_day.number, relative)
    return in_relative_year(on_day, relative)


@day_parts.rule(
    "season of a relative year", "IN_SEASON (of|in) RELATIVE", "the spring of that year", gives="DATE IN_SEASON"
)
def season_of_year(in_season: Calendrical, relative: Calendrical) -> Expression | None:
    return in_relative_year(in_season, relative)


@day_parts.rule(
    "quarter of a relative year",
    "IN_QUARTER (of|in) RELATIVE",
    "the first quarter of next year",
    gives="DATE IN_QUARTER",
)
def quarter_of_year(in_quarter: Calendrical, relative: Calendrical) -> Expression | None:
    return in_relative_year(in_quarter, relative)


@day_parts.rule(
    "relative year's quarter", "RELATIVE 's IN_QUARTER", "next year's first quarter", gives="DATE IN_QUARTER"
)
def years_quarter(in_quarter: Calendrical, relative: Calendrical) -> Expression | None:
    return in_relative_year(in_quarter, relative)


@day_parts.rule(
    "the quarter that ended on a day",
    "< THE_QUARTER > (that? ended|ending) (on)? ON_DAY",
    "the quarter ended July 31",
    gives="DATE IN_QUARTER",
)
def quarter_ended(on_day: Calendrical) -> Expression:
    return QuarterEnded(on_day)


def in_relative_year(part: Calendrical, whole: Calendrical) -> Expression | None:
    """A part of a year in a year that is told by its distance."""
    if isinstance(part, Yearly) and part.direction is None and isinstance(whole, Shifted) and whole.unit == "year":
        return InYear(part.part, whole)
    return None


@day_parts.rule(
    "n-th unit of a date",
    "the (ORD|last|final) UNIT (of|in) DATE",
    "the first week of May",
    gives="DATE",
)
def nth_unit(ord: int | None, unit: str, date: Calendrical) -> Expression | None:
    if unit not in {"day", "week", "weekend", "month", "quarter"} or not isinstance(date, Calendrical):
        return None
    return Nth(unit, ord or -1, date)  # type: ignore[arg-type]


LASTING = frozenset(("hour", "week", "month", "year", "decade"))
"""Units of which one tells how long: "the first year of the siege". A first day is rather one in the calendar."""


@day_parts.rule("n-th unit of something", "the ORD UNIT", "the first year", "the third week", gives="LENGTH")
def nth_of_something(ord: int, unit: str) -> Expression | None:  # noqa: ARG001  # which one it is does not change how long
    return Length(1, unit) if unit in LASTING else None


@day_parts.rule("last unit of something", "< RELATIVE > of", "the last month of", gives="LENGTH")
def last_of_something(relative: Calendrical) -> Expression | None:
    is_last = isinstance(relative, Shifted) and relative.amount == -1 and relative.direction == "this"
    return Length(1, relative.unit) if is_last and isinstance(relative, Shifted) and relative.unit in LASTING else None


@day_parts.rule(
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


@day_parts.rule("the morning", "in? < the (EARLY_LATE)? DAYPART >", "the morning", gives="TIME")
def the_morning(daypart: TimeOfDay) -> Expression:
    return At(*daypart, Shifted("day", 0, "same"))


@day_parts.rule(
    "by late afternoon",
    "(by|in|until|since) < (EARLY_LATE HYPHEN?) DAYPART >",
    "by late afternoon",
    "by mid-morning",
    gives="TIME",
)
def by_late_afternoon(daypart: TimeOfDay, early_late: TimexMod) -> Expression:
    return At(*daypart, Shifted("day", 0, "same"), early_late)


@day_parts.rule("night", "DAYPART", "night", gives="TIME")
def bare_part(daypart: TimeOfDay) -> Expression | None:
    return BarePart(daypart[0]) if daypart[0] in {"NI", "DT"} else None


@day_parts.rule("last unit of a date", "RELATIVE (of|in) DATE", "the last day of 1990", gives="DATE")
def last_unit_of(relative: Calendrical, date: Calendrical) -> Expression | None:
    is_last = isinstance(relative, Shifted) and relative.amount == -1 and relative.direction == "this"
    if not is_last or not isinstance(relative, Shifted) or not isinstance(date, Calendrical):
        return None
    return Nth(relative.unit, -1, date) if relative.unit in {"day", "week", "weekend", "month", "quarter"} else None
