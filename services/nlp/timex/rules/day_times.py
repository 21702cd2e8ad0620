"""Times of day, before they meet their day."""

from services.nlp.timex.rule import Family, Parts

day_times = Family("times of day")

TimeOfDay = tuple[str, str]
"""The part of the value after the T, and its granularity. Zones stand in the words, not in the value, as in TempEval-3."""

PLACE_TIME = "((TIME_OF|new york city?|hong kong) (mean|standard|daylight|summer)? time)"
BRACKETED_ZONE = "(OPENING ZONE CLOSING)"
WHERE = f"(ZONE|{PLACE_TIME}|{BRACKETED_ZONE})?"
WHERE_AFTER_HALF = f"(ZONE|{PLACE_TIME}|{BRACKETED_ZONE}|eastern|pacific|, {PLACE_TIME})?"
"""After a.m. and p.m. the zones of America may stand alone."""

AT_NIGHT = "(in the part=PART|at night=night)?"


def said(hour: int | None, num: float | None) -> int:
    """The hour of which a rule says (HOUR|NUM)."""
    return hour if hour is not None else int(num or 0)


@day_times.rule(
    "clock",
    f"CLOCK (AMPM {WHERE_AFTER_HALF}|(hrs|hours|h)? {WHERE})",
    "10:30",
    "9:20 a.m.",
    "14:30 GMT",
    gives="TIME_OF_DAY",
)
def clock(clock: str, ampm: int | None) -> TimeOfDay | None:
    hour, minute, *second = (int(part) for part in clock.replace(".", ":").split(":"))
    return hours(hour, minute, ampm, second[0] if second else None)


@day_times.rule("hour", f"(HOUR|NUM) AMPM {WHERE_AFTER_HALF}", "5 p.m. EST", gives="TIME_OF_DAY")
def hour(hour: int | None, num: float | None, ampm: int) -> TimeOfDay | None:
    return hours(said(hour, num), 0, ampm)


@day_times.rule(
    "o'clock",
    f"(HOUR|NUM) o'clock (AMPM|{AT_NIGHT}) {WHERE}",
    "8 o'clock",
    "8 o'clock in the evening",
    gives="TIME_OF_DAY O_CLOCK",
)
def o_clock(
    hour: int | None, num: float | None, ampm: int | None, part: str | None, night: str | None
) -> TimeOfDay | None:
    return hours(said(hour, num), 0, half_said(ampm, part, night))


@day_times.rule(
    "hour in the morning",
    "(HOUR|NUM|CLOCK) (in the PART|at night=night)",
    "4 in the morning",
    "11 at night",
    gives="TIME_OF_DAY",
)
def hour_in_the_morning(
    hour: int | None, num: float | None, clock: str | None, part: str | None, night: str | None
) -> TimeOfDay | None:
    if clock:
        return hours(*read_clock(clock), half(part, night))
    return hours(said(hour, num), 0, half(part, night))


@day_times.rule(
    "military time", "MILITARY (zone=ZONE|(hours|hrs) after=ZONE|(hours|hrs))", "1430 hours", "1430 GMT", "1800 GMT", "1550 hrs EDT",
    gives="TIME_OF_DAY",
)  # fmt: skip
def military(military: int, zone: str | None, after: str | None) -> TimeOfDay | None:
    is_count = not (zone or after) and military % 100 == 0  # "1500 hours of work"
    return None if is_count else hours(military // 100, military % 100, None)


@day_times.rule(
    "two military times of one zone", "first=(one=MILITARY) (or|and|to|through|DASH|/) last=(two=MILITARY (hours|hrs)? ZONE)",
    "1300 to 1530 GMT", "2000 or 2100 EST", gives="TIME_OF_DAY",
)  # fmt: skip
def two_military(one: int, two: int) -> Parts | None:
    made = {"first": hours(one // 100, one % 100, None), "last": hours(two // 100, two % 100, None)}
    return Parts(made) if all(made.values()) else None


@day_times.rule(
    "military time on the hour",
    "(at|by|until|till|from|around|before) < MILITARY (hours|hrs) ZONE? > !of",
    "at 1800 hours",
    gives="TIME_OF_DAY",
)
def military_hour(military: int) -> TimeOfDay | None:
    return hours(military // 100, military % 100, None)


@day_times.rule(
    "military time with a nought",
    f"(at|by|until|till|from|to|around|about|before|after) < ZERO_HOUR {WHERE} > !hours !hrs", "at 0630", "at 0630 GMT",
    gives="TIME_OF_DAY",
)  # fmt: skip
def zero_hour(zero_hour: int) -> TimeOfDay | None:
    return hours(zero_hour // 100, zero_hour % 100, None)


@day_times.rule("part of the day", "PART", "night", gives="DAYPART")
def part(part: str) -> TimeOfDay:
    return part, "part_of_day"


@day_times.rule("middle of a part of the day", "MIDPART", "midafternoon", gives="MID_DAYPART")
def mid_part(midpart: str) -> TimeOfDay:
    return midpart, "part_of_day"


@day_times.rule("first light", "first light", "first light", gives="DAYPART")
def first_light() -> TimeOfDay:
    return "MO", "part_of_day"


@day_times.rule(
    "early hours",
    "the (early|small|wee|predawn|(pre HYPHEN dawn)|morning|evening=evening|night=night|(early morning))  hours",
    "the early hours",
    gives="EARLY_HOURS",
)
def early_hours(evening: str | None, night: str | None) -> TimeOfDay:
    return ("EV" if evening else "NI" if night else "MO"), "part_of_day"


def read_clock(written: str) -> tuple[int, int]:
    """Hour and minute of a clock's figures."""
    hour, minute = written.replace(".", ":").split(":")[:2]
    return int(hour), int(minute)


def half_said(ampm: int | None, part: str | None, night: str | None) -> int | None:
    """0 or 12 for what says in which half of the day it is, None where nothing does."""
    return ampm if ampm is not None else half(part, night)


def half(part: str | None, night: str | None) -> int | None:
    """The half of the day that a part of it lies in: 0 or 12, None where nothing is said."""
    if part is None and night is None:
        return None
    return 0 if part == "MO" else 12


def in_part(time_of_day: TimeOfDay, part: TimeOfDay | None) -> TimeOfDay:
    """A time on twelve hours in its part of the day: 8 o'clock in the evening."""
    clock, granularity = time_of_day
    if part and part[0] in {"AF", "EV", "NI"} and clock < "12":
        return f"{int(clock[:2]) + 12:02d}{clock[2:]}", granularity
    return time_of_day


def hours(hour: int, minute: int, ampm: int | None, second: int | None = None) -> TimeOfDay | None:
    """The part of the value after the T, and its granularity; None where no clock shows it."""
    if hour > 24 or minute > 59 or (ampm is not None and hour > 12):  # noqa: PLR2004  # a clock
        return None
    if ampm is not None:
        hour = hour % 12 + ampm
    if second is not None:
        return f"{hour:02d}:{minute:02d}:{second:02d}", "second"
    return f"{hour:02d}:{minute:02d}", "minute" if minute else "hour"
