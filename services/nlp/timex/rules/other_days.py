"""Times of day on days told from others: "6 a.m. the next day", "9 p.m. that evening", "last night at 11 p.m."."""

from services.nlp.timex.expressions import At, Calendrical, Expression, Shifted, TheNext
from services.nlp.timex.rule import Family
from services.nlp.timex.rules.day_times import TimeOfDay, in_part

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


@other_days.rule(
    "day, part and time", "ON_DAY DAYPART ,? at TIME_OF_DAY", "Monday morning at 7:30", gives="TIME"
)  # fmt: skip
def day_part_time(on_day: Calendrical, daypart: TimeOfDay, time_of_day: TimeOfDay) -> Expression:
    return At(*in_part(time_of_day, daypart), on_day)
