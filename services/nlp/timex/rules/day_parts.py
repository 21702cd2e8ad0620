"""A day and a time of day, in either order."""

from services.nlp.timex.expressions import (
    At,
    Calendrical,
    Expression,
    Nth,
    Shifted,
    Weekday,
    WeekdayBeside,
    YearBefore,
)
from services.nlp.timex.rule import Family, Parts
from services.nlp.timex.rules.day_times import TimeOfDay, hours, in_part, said
from services.nlp.timex.rules.days_away import day_away

day_parts = Family("day and time of day")


@day_parts.rule(
    "day and part", "ON_DAY ('s|in the)? DAYPART", "Friday night", "yesterday morning", "Tuesday in the evening", gives="TIME"
)  # fmt: skip
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


@day_parts.rule(
    "part of a numbered day", "the? DAYPART (of|on) the DAYTH !of !UNIT !UNITS", "the morning of the 14th", gives="TIME"
)
def part_of_numbered_day(dayth: int, daypart: TimeOfDay) -> Expression:
    return At(*daypart, Nth("day", dayth, Shifted("month", 0, "same")))


@day_parts.rule(
    "time and day",
    "TIME_OF_DAY ,? on? ON_DAY DAYPART? !TIME_OF_DAY",
    "5 p.m. EST Nov. 9",
    "8 o'clock on Monday evening",
    gives="TIME",
)
def time_day(on_day: Calendrical, time_of_day: TimeOfDay, daypart: TimeOfDay | None) -> Expression:
    return At(*in_part(time_of_day, daypart), on_day)


@day_parts.rule("day and time", "ON_DAY ,? at? TIME_OF_DAY", "Friday at 5 p.m.", gives="TIME")
def day_time(on_day: Calendrical, time_of_day: TimeOfDay) -> Expression:
    return At(*time_of_day, on_day)


OF_TODAY = "(this DAYPART|tonight=tonight)"


def at_today(clock: TimeOfDay, daypart: TimeOfDay | None) -> Expression:
    """A time of the day of the reference time, in a part of it."""
    return At(*in_part(clock, daypart or ("NI", "part_of_day")), Shifted("day", 0, "this"))


@day_parts.rule("time this morning", f"TIME_OF_DAY {OF_TODAY}", "11:30 this morning", "6 o'clock tonight", gives="TIME")
def time_this_morning(time_of_day: TimeOfDay, daypart: TimeOfDay | None) -> Expression:
    return at_today(time_of_day, daypart)


@day_parts.rule(
    "hour this morning", f"(at|by|until|after|before) < (HOUR|NUM) {OF_TODAY} >", "at 2 this morning", gives="TIME"
)
def hour_this_morning(hour: int | None, num: float | None, daypart: TimeOfDay | None) -> Expression | None:
    clock = hours(said(hour, num), 0, None)
    return at_today(clock, daypart) if clock else None


@day_parts.rule(
    "years ago tonight", f"DISTANCE {OF_TODAY}", "thirty years ago tonight", "a week ago this morning", gives="TIME"
)
def ago_tonight(distance: Expression, daypart: TimeOfDay | None) -> Expression | None:
    told = Shifted("year", -1) if isinstance(distance, YearBefore) else distance
    if not isinstance(told, Shifted) or told.direction != "this" or told.amount >= 0:
        return None
    day = day_away(told.unit, told.amount, Shifted("day", 0, "this"))
    return At(*(daypart or ("NI", "part_of_day")), day) if isinstance(day, Calendrical) else None


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
    "first=(one=TIME_OF_DAY) OPENING last=(two=TIME_OF_DAY (,? on? inner=ON_DAY ZONE?)?) CLOSING (,? on? outer=ON_DAY)?",
    "9:20 a.m. (0620 GMT) Monday",
    "5 in the morning (5 a.m. EST Monday)",
    gives="TIME",
)
def other_clock(one: TimeOfDay, two: TimeOfDay, inner: Calendrical | None, outer: Calendrical | None) -> Parts | None:
    on_day = inner or outer
    if on_day is None:
        return None
    step = days_between(one, two)
    other = Shifted("day", -step if inner else step, on_day) if step else on_day
    return Parts({"first": At(*one, other if inner else on_day), "last": At(*two, on_day if inner else other)})


def days_between(one: TimeOfDay, two: TimeOfDay) -> int:
    """Days from the date of a clock to that of another which shows the same moment elsewhere: -1, 0 or 1.

    No two are half a day apart: at "1:15 a.m. (1715 GMT)" it is still the day before in Greenwich.
    """
    clocks = (one[0], two[0])
    if not all(clock[0].isdigit() for clock in clocks):
        return 0
    first, second = (int(clock[:2]) for clock in clocks)
    return -1 if second - first > NOON else 1 if first - second > NOON else 0


NOON = 12


@day_parts.rule(
    "day and time, other clock and day",
    "first=(one=TIME_OF_DAY on? outer=ON_DAY) OPENING last=(two=TIME_OF_DAY ,? on? inner=ON_DAY) CLOSING",
    "10:20 p.m. Friday (0220 GMT Saturday)",
    gives="TIME",
)
def other_clock_and_day(one: TimeOfDay, outer: Calendrical, two: TimeOfDay, inner: Calendrical) -> Parts:
    other = WeekdayBeside(inner.number) if isinstance(inner, Weekday) else inner
    return Parts({"first": At(*one, outer), "last": At(*two, other)})


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
    later = first + 12
    after_noon = two[0] > "12" and first < 12 and f"{later:02d}:00" <= two[0]  # noqa: PLR2004  # the half of the day
    made = hours(later if after_noon else first, 0, None)
    return Parts({"first": At(*made, on_day), "last": At(*two, on_day)}) if made else None


@day_parts.rule("time alone", "TIME_OF_DAY", "10:30", gives="TIME")
def time_alone(time_of_day: TimeOfDay) -> Expression:
    return At(*time_of_day)
