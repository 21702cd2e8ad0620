"""A day and a time of day, in either order."""

from services.nlp.timex.expressions import At, Calendrical, Expression, Shifted
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
