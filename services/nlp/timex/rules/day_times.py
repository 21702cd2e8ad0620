"""Times of day, on their own and with a day."""

from services.nlp.timex.expressions import At, Calendrical, Expression, Shifted
from services.nlp.timex.grammar import Family

day_times = Family("times of day")


@day_times.rule("clock", "CLOCK AMPM? ZONE?", "10:30", "10:35 a.m.", gives="TIME_OF_DAY")
def clock(clock: str, ampm: int | None, zone: str | None) -> tuple[str, str] | None:
    hour, minute = (int(part) for part in clock.replace(".", ":").split(":")[:2])
    return hours(hour, minute, ampm, zone)


@day_times.rule("hour", "(HOUR|NUM) AMPM ZONE?", "5 p.m. EST", gives="TIME_OF_DAY")
def hour(hour: int | None, num: int | None, ampm: int, zone: str | None) -> tuple[str, str] | None:
    return hours(hour or int(num or 0), None, ampm, zone)


def hours(hour: int, minute: int | None, ampm: int | None, zone: str | None) -> tuple[str, str] | None:
    """The part of the value after the T, and its granularity."""
    if hour > 24 or (minute or 0) > 59:  # noqa: PLR2004  # a clock
        return None
    if ampm is not None and hour <= 12:  # noqa: PLR2004  # half a day
        hour = hour % 12 + ampm
    return f"{hour:02d}:{minute or 0:02d}{zone or ''}", "minute" if minute else "hour"


@day_times.rule("noon and midnight", "(noon=noon|midnight)", "noon", "midnight", gives="TIME_OF_DAY")
def noon(noon: str | None) -> tuple[str, str]:
    return ("12:00" if noon else "24:00"), "hour"


@day_times.rule("part of the day", "PART", "night", gives="DAYPART")
def part(part: str) -> tuple[str, str]:
    return part, "part_of_day"
