"""Early, late and middle parts of a day, with and without their day: "late in the afternoon", "early Monday morning"."""

from schemas.vocabulary import TimexMod
from services.nlp.timex.expressions import (
    At,
    AtSomething,
    BarePart,
    Calendrical,
    DayInMind,
    Expression,
    Shifted,
)
from services.nlp.timex.rule import Family
from services.nlp.timex.rules.day_times import TimeOfDay

early_parts = Family("early and late parts of a day")


@early_parts.rule(
    "early in the morning of a day", "in? < (EARLY_LATE in)? the (EARLY_LATE|early) DAYPART (hours)? (of|on) ON_DAY >",
    "the early morning of 8 August 1983", gives="TIME",
)  # fmt: skip
def early_part_of_day(on_day: Calendrical, daypart: TimeOfDay, early_late: TimexMod | None) -> Expression:
    return At(*daypart, on_day, early_late or "START")


@early_parts.rule(
    "early in the part of a day",
    "EARLY_LATE in the DAYPART (of|on) ON_DAY",
    "early in the morning of 8 August",
    gives="TIME",
)
def early_in_part(on_day: Calendrical, daypart: TimeOfDay, early_late: TimexMod) -> Expression:
    return At(*daypart, on_day, early_late)


@early_parts.rule("late in the afternoon", "EARLY_LATE in the DAYPART", "late in the afternoon", gives="TIME")
def late_in_part(daypart: TimeOfDay, early_late: TimexMod) -> Expression:
    return At(*daypart, Shifted("day", 0, "same"), early_late)


@early_parts.rule(
    "later in the afternoon", "(earlier|later) ((on in)|in) the DAYPART !of", "later in the afternoon", gives="TIME"
)
def later_in_part(daypart: TimeOfDay) -> Expression:
    return At(*daypart, Shifted("day", 0, "same"))


@early_parts.rule(
    "early hours of a day",
    "EARLY_HOURS (of|on)? ON_DAY DAYPART?",
    "the early hours of 8 August 1983",
    "the predawn hours Monday",
    gives="TIME",
)
def early_hours_of_day(on_day: Calendrical, early_hours: TimeOfDay) -> Expression:
    return At(*early_hours, on_day, "START")


@early_parts.rule(
    "early hours of the morning", "EARLY_HOURS of the DAYPART", "the early hours of the morning", gives="TIME"
)
def early_hours_of_the(daypart: TimeOfDay) -> Expression:
    return At(*daypart, Shifted("day", 0, "same"), "START")


@early_parts.rule("early on a day's part", "EARLY_LATE (on)? ON_DAY DAYPART", "early Monday morning", gives="TIME")
def early_day_part(on_day: Calendrical, daypart: TimeOfDay, early_late: TimexMod) -> Expression:
    return At(*daypart, on_day, early_late)


@early_parts.rule(
    "day and late part", "ON_DAY EARLY_LATE HYPHEN? DAYPART", "Tuesday late afternoon", gives="TIME"
)  # fmt: skip
def day_late_part(on_day: Calendrical, daypart: TimeOfDay, early_late: TimexMod) -> Expression:
    return At(*daypart, on_day, early_late)


@early_parts.rule("middle of a part of a day", "MID_DAYPART (on)? ON_DAY", "midafternoon Friday", gives="TIME")
def mid_part_of_day(mid_daypart: TimeOfDay, on_day: Calendrical) -> Expression:
    return At(*mid_daypart, on_day, "MID")


@early_parts.rule("middle of a part of this day", "MID_DAYPART", "midafternoon", gives="TIME")
def mid_part(mid_daypart: TimeOfDay) -> Expression:
    return At(*mid_daypart, Shifted("day", 0, "same"), "MID")


@early_parts.rule("part and day", "the? (EARLY_LATE HYPHEN?)? DAYPART ON_DAY", "mid-afternoon yesterday", gives="TIME")
def part_day(on_day: Calendrical, daypart: TimeOfDay, early_late: TimexMod | None) -> Expression:
    return At(*daypart, on_day, early_late)


@early_parts.rule("the morning", "in? < the (EARLY_LATE)? DAYPART > !before", "the morning", gives="TIME")
def the_morning(daypart: TimeOfDay) -> Expression:
    return At(*daypart, DayInMind("day", 0, "same", is_morning=daypart[0] == "MO"))


@early_parts.rule(
    "the night of something",
    "< the (EARLY_LATE)? DAYPART > of (the|a|an|his|her|their|its)",
    "the night of the",
    gives="TIME",
)
def night_of_something(daypart: TimeOfDay) -> Expression:
    return AtSomething(*daypart, Shifted("day", 0, "same"))


@early_parts.rule(
    "by late afternoon",
    "(by|in|until|since) < (EARLY_LATE HYPHEN?) DAYPART >",
    "by late afternoon",
    "by mid-morning",
    gives="TIME",
)
def by_late_afternoon(daypart: TimeOfDay, early_late: TimexMod) -> Expression:
    return At(*daypart, Shifted("day", 0, "same"), early_late)


@early_parts.rule(
    "from mid-morning",
    "(through|till|from|around|before|after|to) < mid HYPHEN? DAYPART >",
    "through mid-morning",
    "around mid-afternoon",
    gives="TIME",
)
def from_mid_part(daypart: TimeOfDay) -> Expression:
    return At(*daypart, Shifted("day", 0, "same"), "MID")


@early_parts.rule("night", "DAYPART", "night", gives="TIME")
def bare_part(daypart: TimeOfDay) -> Expression | None:
    return BarePart(daypart[0]) if daypart[0] in {"NI", "DT"} else None
