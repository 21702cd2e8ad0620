"""Days of feasts that move: functions from a year of our calendar to the day."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

When = Callable[[int], date]


def nth_weekday(month: int, weekday: int, nth: int) -> When:
    """The n-th Monday (0) … of a month, the last where n is -1."""

    def when(year: int) -> date:
        if nth > 0:
            first = date(year, month, 1)
            return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)

    return when


def days_after(days: int, when: When) -> When:
    """So many days after another feast."""
    return lambda year: when(year) + timedelta(days=days)


def easter(days: int) -> When:
    """So many days after Easter Sunday (Gregorian calendar; Butcher's algorithm, 1876)."""

    def when(year: int) -> date:
        a, b, c = year % 19, year // 100, year % 100
        d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
        e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
        f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
        return date(year, f // 31, f % 31 + 1) + timedelta(days=days)

    return when


def orthodox_easter(days: int) -> When:
    """So many days after Easter Sunday of the Julian calendar (Meeus, Astronomical Algorithms)."""

    def when(year: int) -> date:
        moon = (19 * (year % 19) + 15) % 30
        sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        month, day = divmod(moon + sunday + 114, 31)
        behind = year // 100 - year // 400 - 2  # days of that calendar behind ours
        return date(year, month, day + 1) + timedelta(days=behind + days)

    return when


def advent(year: int) -> date:
    """The fourth Sunday before Christmas Day."""
    eve = date(year, 12, 24)
    return eve - timedelta(days=eve.isoweekday() % 7 + 21)


def victoria_day(year: int) -> date:
    """The Monday before 25 May."""
    return date(year, 5, 24) - timedelta(days=date(year, 5, 24).weekday())


HEBREW_EPOCH: Final = -1373427
"""Python's ordinal of the eve of the first day of the Hebrew calendar."""


def hebrew_months_day(year: int) -> int:
    """Days from the epoch to the new moon that begins a Hebrew year, moved from the days on which it must not fall."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day  # noqa: PLR2004  # Sunday, Wednesday, Friday


def hebrew_new_year(hebrew: int) -> int:
    """Python's ordinal of the first day of a Hebrew year (Reingold and Dershowitz, Calendrical Calculations)."""
    before, here, after = (hebrew_months_day(year) for year in (hebrew - 1, hebrew, hebrew + 1))
    delay = 2 if after - here == 356 else 1 if here - before == 382 else 0  # noqa: PLR2004  # lengths that no year has
    return HEBREW_EPOCH + here + delay


def after_rosh_hashanah(days: int) -> When:
    """So many days after the Jewish new year that falls into a year of ours: the feasts of the autumn."""
    return lambda year: date.fromordinal(hebrew_new_year(year + 3761) + days)


def after_passover(days: int) -> When:
    """So many days after the first day of Passover, always as long before the next new year: the feasts of spring."""
    return lambda year: date.fromordinal(hebrew_new_year(year + 3761) - 163 + days)


def hanukkah(year: int) -> date:
    """The first day: 25 Kislev, in a year whose second month may be a day longer."""
    first, following = hebrew_new_year(year + 3761), hebrew_new_year(year + 3762)
    is_long = (following - first) % 10 == 5  # noqa: PLR2004  # 355 or 385 days
    return date.fromordinal(first + 83 + is_long)


LUNAR_NEW_YEARS: Final = (
    "217 206 127 214 203 124 212 131 218 208 128 215 205 125 213 202 121 209 130 217 206 127 215 203 123 211 131 218 "
    "207 128 216 205 125 213 202 220 209 129 217 206 127 215 204 123 210 131 219 207 128 216 205 124 212 201 122 209 "
    "129 218 207 126 214 203 123 210 131 219 208 128 216 205 125 212 201 122 210 129 217 206 126 213 203 123 211 131 "
    "219 208 128 215 204 124 212 201 122 210 130 217 206 126 214 202 123"
)
"""Month and day of the Chinese new year from 1950 on, by the moon over Beijing."""

DIWALIS: Final = (
    "1114 1104 1025 1112 1101 1021 1109 1028 1017 1105 1026 1113 1103 1023 1111 1030 1019 1107 1027 1114 1104 1024 "
    "1112 1031 1020"
)
"""Month and day of Diwali in India from 2001 on."""


def listed(first_year: int, days: str) -> When:
    """The day that a list from a first year on has; raises ValueError for any other year."""
    months_and_days = [divmod(int(one), 100) for one in days.split()]

    def when(year: int) -> date:
        if not 0 <= year - first_year < len(months_and_days):
            raise ValueError(year)
        month, day = months_and_days[year - first_year]
        return date(year, month, day)

    return when


lunar_new_year: Final = listed(1950, LUNAR_NEW_YEARS)
diwali: Final = listed(2001, DIWALIS)
