"""Times of day as they are said: "half past six", "a quarter to midnight", "ten minutes to three", "12 noon"."""

from services.nlp.timex.rule import Family, Parts
from services.nlp.timex.rules.day_times import (
    AT_NIGHT,
    WHERE,
    WHERE_AFTER_HALF,
    TimeOfDay,
    half_said,
    hours,
    read_clock,
    said,
)

spoken_times = Family("times of day as they are said")

NOON, DAY = 12, 24
MINUTES_SAID = frozenset((1, 2, 3, 4, 5, 10, 15, 20, 25))
SPOKEN_HOUR = f"((HOUR|num=NUM) (AMPM|{AT_NIGHT})|noon=noon|midnight=midnight)"
BEFORE_TIME = "(at|by|until|till|around|about|before|after|since)"


def past(
    minutes: int,
    hour: int | None,
    num: float | None,
    noon: str | None,
    midnight: str | None,
    half_of_day: int | None,
) -> TimeOfDay | None:
    """So many minutes after the hour that is said, before it if they are below nought."""
    whole = NOON if noon else (DAY if minutes < 0 else 0) if midnight else said(hour, num)
    if minutes < 0:
        whole, minutes = whole - 1, 60 + minutes
    return hours(whole, minutes, None if noon or midnight else half_of_day) if whole >= 0 else None


@spoken_times.rule(
    "half or quarter past, quarter to",
    f"(thirty=half past|a? quarter (past|to=to)) {SPOKEN_HOUR}",
    "half past six", "half past 6 in the evening", "a quarter to nine", "a quarter past midnight", gives="TIME_OF_DAY",
)  # fmt: skip
def half_past(
    hour: int | None, num: float | None, noon: str | None, midnight: str | None, ampm: int | None, part: str | None,
    night: str | None, to: str | None, thirty: str | None,
) -> TimeOfDay | None:  # fmt: skip
    minutes = 30 if thirty else -15 if to else 15
    return past(minutes, hour, num, noon, midnight, half_said(ampm, part, night))


@spoken_times.rule(
    "minutes past",
    f"minutes=NUM (minute|minutes)? past {SPOKEN_HOUR}",
    "twenty past eight",
    "ten minutes past 9 p.m.",
    gives="TIME_OF_DAY",
)
def minutes_past(
    minutes: float, hour: int | None, num: float | None, noon: str | None, midnight: str | None, ampm: int | None,
    part: str | None, night: str | None,
) -> TimeOfDay | None:  # fmt: skip
    is_said = minutes in MINUTES_SAID
    return past(int(minutes), hour, num, noon, midnight, half_said(ampm, part, night)) if is_said else None


@spoken_times.rule(
    "minutes to an hour",
    "minutes=NUM (minute|minutes) to ((HOUR|num=NUM) (AMPM|o'clock|in the PART|at night=night)|noon=noon|midnight=midnight)",
    "ten minutes to midnight", "five minutes to 6 p.m.", "ten minutes to three in the afternoon", gives="TIME_OF_DAY",
)  # fmt: skip
@spoken_times.rule(
    "minutes to a bare hour",
    f"{BEFORE_TIME} < minutes=NUM (minute|minutes) to (HOUR|num=NUM) > !UNITS !UNIT !DASH !in !at !AMPM !o'clock",
    "at ten minutes to three",
    gives="TIME_OF_DAY",
)
def minutes_to(
    minutes: float, hour: int | None, num: float | None = None, noon: str | None = None, midnight: str | None = None,
    ampm: int | None = None, part: str | None = None, night: str | None = None,
) -> TimeOfDay | None:  # fmt: skip
    is_said = minutes == int(minutes) and 1 <= minutes < 60  # noqa: PLR2004  # minutes
    return past(-int(minutes), hour, num, noon, midnight, half_said(ampm, part, night)) if is_said else None


@spoken_times.rule(
    "noon and midnight",
    f"((HOUR|NUM|CLOCK) o'clock?)? (noon|midday|mid HYPHEN day|midnight=midnight) {WHERE}",
    "noon", "midnight", "12 noon", "twelve o'clock midnight", gives="TIME_OF_DAY NOON",
)  # fmt: skip
def noon(midnight: str | None, hour: int | None, num: float | None, clock: str | None) -> TimeOfDay | None:
    spoken = clock in {"12:00", "12.00"} if clock else (hour is None and num is None) or said(hour, num) == NOON
    return (("24:00" if midnight else "12:00"), "hour") if spoken else None


@spoken_times.rule(
    "time without its colon", "(MILITARY|early=SMALL_YEAR) AMPM", "1140 a.m.", "930 p.m.", gives="TIME_OF_DAY"
)
def without_colon(military: int | None, early: int | None, ampm: int) -> TimeOfDay | None:
    return hours(*divmod(military or early or 0, 100), ampm)


@spoken_times.rule(
    "clock to a half of the day",
    f"first=CLOCK (to|and|until|till|DASH) last=((HOUR|num=NUM|until=CLOCK) AMPM {WHERE_AFTER_HALF})",
    "3:30 to 6 p.m.", "10:30–11:15 a.m.", gives="TIME_OF_DAY",
)  # fmt: skip
def clock_to_half(first: str, hour: int | None, num: float | None, until: str | None, ampm: int) -> Parts | None:
    last = hours(*read_clock(until), ampm) if until else hours(said(hour, num), 0, ampm)
    begins = read_clock(first)
    if last is None or not 0 < begins[0] <= NOON:
        return None
    same, other = hours(*begins, ampm), hours(*begins, NOON - ampm)
    begin = same if same and same <= last else other
    return Parts({"first": begin, "last": last}) if begin else None
