"""Stretches of the calendar: a unit and how many of it lie before, so that shifting is adding."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta
from typing import Literal

from msgspec import Struct

Unit = Literal[
    "day", "weekend", "week", "month", "quarter", "season", "half_year", "year", "decade", "century", "millennium",
]  # fmt: skip

COARSENESS: dict[str, int] = {
    "second": 0, "minute": 1, "hour": 2, "day": 3, "weekend": 4, "week": 5, "month": 6, "quarter": 7, "season": 7,
    "half_year": 8, "year": 9, "decade": 10, "century": 11, "millennium": 12,
}  # fmt: skip
"""Units from fine to coarse."""

MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "season": 3, "half_year": 6, "year": 12}
YEARS: dict[str, int] = {"decade": 10, "century": 100, "millennium": 1000}
SEASONS = ("SP", "SU", "FA", "WI")
DAYS_OF_A_WEEK = 7

UNKNOWN: dict[str, str] = {
    "day": "XXXX-XX-XX", "weekend": "XXXX-WXX-WE", "week": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "season": "XXXX-XX", "half_year": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX", "millennium": "X",
}  # fmt: skip
"""TIMEX3's value of a period of which only the unit is known."""


class Period(Struct, frozen=True, order=True, gc=False):
    """One day, week, month … or year, by the number of such units since year 0 (days and weeks: since year 1).

    A season belongs to the year in which it starts and spring is March to May (northern hemisphere, meteorological).
    Years before Christ are years ≤ 0: 1 BC is year 0, as astronomers count. They have values but no dates. Their
    decades, centuries and millennia are negative, the last of them -1: the 330s BC are decade -34.
    """

    unit: Unit
    index: int

    @classmethod
    def of(cls, unit: Unit, day: date) -> Period:
        """The period of that unit in which a day lies."""
        if unit == "day":
            return cls(unit, day.toordinal())
        if unit in {"week", "weekend"}:
            return cls(unit, (day.toordinal() - 1) // 7)
        if unit == "season":
            return cls(unit, (day.year * 12 + day.month - 3) // 3)
        if unit in MONTHS:
            return cls(unit, (day.year * 12 + day.month - 1) // MONTHS[unit])
        return cls(unit, day.year // YEARS[unit])

    def shift(self, amount: int) -> Period:
        """So many periods later."""
        return Period(self.unit, self.index + amount)

    @property
    def year(self) -> int:
        """The year in which it starts, 0 and below before Christ."""
        if self.unit in MONTHS:
            return (self.index * MONTHS[self.unit] + (2 if self.unit == "season" else 0)) // 12
        if self.unit in YEARS:
            return self.index * YEARS[self.unit]
        first = self.first
        return first.year if first else 0

    @property
    def first(self) -> date | None:
        """The first day, None outside the calendar that Python knows."""
        try:
            if self.unit == "day":
                return date.fromordinal(self.index)
            if self.unit == "week":
                return date.fromordinal(self.index * 7 + 1)
            if self.unit == "weekend":
                return date.fromordinal(self.index * 7 + 6)
            if self.unit in MONTHS:
                month = self.index * MONTHS[self.unit] + (2 if self.unit == "season" else 0)
                return date(month // 12, month % 12 + 1, 1)
            return date(max(self.index * YEARS[self.unit], 1 if self.index == 0 else 0), 1, 1)
        except (ValueError, OverflowError):
            return None

    @property
    def last(self) -> date | None:
        """The last day, None outside the calendar that Python knows."""
        if self.unit == "day":
            return self.first
        first = self.first
        if first is None:
            return None
        if self.unit in {"week", "weekend"}:
            return first + timedelta(days=6 if self.unit == "week" else 1)
        if self.unit in MONTHS:
            month = first.year * 12 + first.month + MONTHS[self.unit] - 2
            year, number = divmod(month, 12)
            return date(year, number + 1, monthrange(year, number + 1)[1]) if year <= MAXYEAR else None
        year = (self.index + 1) * YEARS[self.unit] - 1
        return date(year, 12, 31) if year <= MAXYEAR else None

    @property
    def value(self) -> str:
        """The period as TIMEX3 writes it: 1998-03-01, 1998-W09, 1998-W09-WE, 1998-Q1, 1998-SU, 199, 19, BC0264."""
        unit = self.unit
        if unit in {"day", "week", "weekend"}:
            return self._value_in_days()
        if unit in {"decade", "century", "millennium"}:
            width = {"decade": 3, "century": 2, "millennium": 1}[unit]
            return f"{self.index:0{width}d}" if self.index >= 0 else f"BC{-self.index - 1:0{width}d}"
        year = self.year
        head = f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"
        if unit == "month":
            return f"{head}-{self.index % 12 + 1:02d}"
        if unit == "quarter":
            return f"{head}-Q{self.index % 4 + 1}"
        if unit == "season":
            return f"{head}-{SEASONS[self.index % 4]}"
        return f"{head}-H{self.index % 2 + 1}" if unit == "half_year" else head

    def _value_in_days(self) -> str:
        """A day by month and day, a week and its end by the week of the year."""
        first = self.first
        if first is None:
            return UNKNOWN[self.unit]
        if self.unit == "day":
            return first.isoformat()
        iso = first.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if self.unit == "weekend" else "")

    def to(self, unit: Unit) -> Period | None:
        """The period of another unit in which this one starts."""
        if unit == self.unit:
            return self
        if unit in YEARS:
            before_christ = 1 - self.year
            return Period(unit, -(before_christ // YEARS[unit]) - 1 if before_christ > 0 else self.year // YEARS[unit])
        if unit == "year":
            return Period(unit, self.year)
        first = self.first
        return Period.of(unit, first) if first else None


def year(number: int) -> Period:
    """A year by its number."""
    return Period("year", number)


def month(year_number: int, number: int) -> Period:
    """A month by year and number from 1 to 12."""
    return Period("month", year_number * 12 + number - 1)


def day(year_number: int, month_number: int, number: int) -> Period | None:
    """A day, None where the calendar has none such."""
    try:
        return Period("day", date(year_number, month_number, number).toordinal())
    except ValueError:
        return None


def full_year(two_digits: int) -> int:
    """The year that two digits mean, as POSIX has it: 69-99 are 19xx."""
    return two_digits + (1900 if two_digits >= 69 else 2000)  # noqa: PLR2004
