"""Dates that are written with digits and signs alone."""

import re
from datetime import date

from services.nlp.timex.expressions import At, Expression, Fixed
from services.nlp.timex.periods import Period, day

ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[t ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(z|[+-]\d\d:?\d\d)?)?")
LAST_MONTH, LAST_HOUR, LAST_MINUTE, CENTURY_TURN = 12, 24, 59, 69


def read_iso(written: str) -> Expression | None:
    """A date or a date and time after ISO 8601, None where it is neither."""
    match = ISO.fullmatch(written)
    if not match:
        return None
    the_day = day(int(match[1]), int(match[2]), int(match[3]))
    if the_day is None:
        return None
    if match[4] is None:
        return Fixed(the_day)
    if int(match[4]) > LAST_HOUR or int(match[5]) > LAST_MINUTE:
        return None
    seconds = f":{match[6]}" if match[6] else ""
    zone = (match[7] or "").upper()
    return At(f"{match[4]}:{match[5]}{seconds}{zone}", "second" if seconds else "minute", Fixed(the_day))


def read_iso_week(written: str) -> Expression | None:
    """A week after ISO 8601: 2019-W07."""
    try:
        return Fixed(Period.of("week", date.fromisocalendar(int(written[:4]), int(written[6:]), 1)))
    except ValueError:
        return None


def read_slashed(written: str) -> Expression | None:
    """Year first, or month first as in American news unless only the other order gives a date; day first with dots."""
    numbers = [int(number) for number in re.split(r"[/.-]", written)]
    first, second, third = numbers
    if len(re.split(r"[/.-]", written)[0]) == 4:  # noqa: PLR2004  # a year has four digits
        found = day(first, second, third)
        return Fixed(found) if found else None
    year = third if third > 99 else third + (1900 if third >= CENTURY_TURN else 2000)  # noqa: PLR2004  # two digits
    orders = (
        ((second, first),)
        if "." in written
        else ((second, first), (first, second))
        if "-" in written
        else ((first, second), (second, first))
    )
    for month_number, number in orders:
        found = day(year, month_number, number)
        if found:
            return Fixed(found)
    return None
