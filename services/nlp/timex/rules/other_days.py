"""Times of day on days told from others: "6 a.m. the next day", "9 p.m. that evening", "last night at 11 p.m."."""

from services.nlp.timex.expressions import At, Calendrical, Expression, Shifted, TheNext
from services.nlp.timex.rule import Family
from services.nlp.timex.rules.day_parts import OF_TODAY, at_today
from services.nlp.timex.rules.day_times import TimeOfDay, hours, in_part, said

other_days = Family("times of other days")


@other_days.rule(
    "time of a relative day",
    "(TIME_OF_DAY|DAYPART) ,? on? RELATIVE",
    "6 a.m. the next day",
    "3 p.m. on the same day",
    gives="TIME",
)
def time_relative(relative: Calendrical, time_of_day: TimeOfDay | None, daypart: TimeOfDay | None) -> Expression | None:
    clock = time_of_day or daypart
    is_day = isinstance(relative, Shifted | TheNext) and relative.unit == "day"
    return At(*clock, relative) if clock and is_day else None


@other_days.rule(
    "time in a part of a day",
    "TIME_OF_DAY ,? (on|in) the DAYPART of ON_DAY",
    "half past nine on the morning of 4 June",
    gives="TIME",
)
def time_in_part(time_of_day: TimeOfDay, daypart: TimeOfDay, on_day: Calendrical) -> Expression:
    return At(*in_part(time_of_day, daypart), on_day)


OTHER_DAY = (
    "((that very?|(the|that) same)|(after=(the? (next|following)))|(before=(the (previous|preceding)))|yester=last)"
)
"""What sets a part of the day apart from that of today."""


def other_day(after: object, before: object, yester: object) -> Calendrical:
    """The day of "that evening", "the next morning", "last night"."""
    return Shifted("day", -1, "this") if yester else Shifted("day", 1 if after else -1 if before else 0, "same")


@other_days.rule(
    "time in a part of another day",
    f"TIME_OF_DAY ,? (on|in)? {OTHER_DAY} DAYPART",
    "9 p.m. that evening",
    "10 o'clock the following morning",
    "11 p.m. last night",
    gives="TIME",
)
def time_other_day(
    time_of_day: TimeOfDay, daypart: TimeOfDay, after: object, before: object, yester: object
) -> Expression:
    return At(*in_part(time_of_day, daypart), other_day(after, before, yester))


@other_days.rule(
    "part of another day and time",
    f"{OTHER_DAY} DAYPART ,? at TIME_OF_DAY",
    "last night at 11 p.m.",
    "the next morning at 8:30",
    gives="TIME",
)
def part_other_day_time(
    time_of_day: TimeOfDay, daypart: TimeOfDay, after: object, before: object, yester: object
) -> Expression:
    return At(*in_part(time_of_day, daypart), other_day(after, before, yester))


@other_days.rule("day, part and time", "ON_DAY DAYPART ,? at TIME_OF_DAY", "Monday morning at 7:30", gives="TIME")
def day_part_time(on_day: Calendrical, daypart: TimeOfDay, time_of_day: TimeOfDay) -> Expression:
    return At(*in_part(time_of_day, daypart), on_day)


@other_days.rule(
    "this part of the day and time", f"{OF_TODAY} ,? at TIME_OF_DAY", "tonight at 9:30", "this evening at 8:30", gives="TIME"
)  # fmt: skip
def part_today_time(daypart: TimeOfDay | None, time_of_day: TimeOfDay) -> Expression:
    return at_today(time_of_day, daypart)


ENDS = "(.|,|;|:|on|to|when|with|until|or|in|CLOSING)"
"""What follows an hour that stands at the end of its phrase, so that it counts nothing."""


@other_days.rule(
    "this part of the day and hour", f"< {OF_TODAY} ,? at (HOUR|NUM) > {ENDS}", "tonight at 9.", "this evening at eight,", gives="TIME"
)  # fmt: skip
def part_today_hour(daypart: TimeOfDay | None, hour: int | None, num: float | None) -> Expression | None:
    clock = hours(said(hour, num), 0, None)
    return at_today(clock, daypart) if clock else None


@other_days.rule(
    "part of a day and hour", f"< (ON_DAY|{OTHER_DAY}) DAYPART ,? at (HOUR|NUM) > {ENDS}", "Friday night at 9.", "last night at 11,",
    gives="TIME",
)  # fmt: skip
@other_days.rule(
    "hour in a part of a day", f"(at|by|until|after|before|around|about) < (HOUR|NUM) (on? ON_DAY|{OTHER_DAY}) DAYPART >", "at 9 Friday night",
    "at 11 last night", gives="TIME",
)  # fmt: skip
def part_and_hour(
    daypart: TimeOfDay, hour: int | None, num: float | None, on_day: Calendrical | None, after: object, before: object,
    yester: object,
) -> Expression | None:  # fmt: skip
    clock = hours(said(hour, num), 0, None)
    return At(*in_part(clock, daypart), on_day or other_day(after, before, yester)) if clock else None
