"""Holidays of the English-speaking news, by the rule that sets their day."""

from collections.abc import Callable
from datetime import date, timedelta

from services.nlp.timex.expressions import DayOfYear, Direction, Expression, Fixed, InYear, MovableDay, Yearly
from services.nlp.timex.grammar import Family
from services.nlp.timex.periods import year as year_period
from services.nlp.timex.rules.relative import named

holidays = Family("holidays")

FIXED: dict[str, tuple[int, int]] = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26),
    "new year 's eve": (12, 31), "new year 's day": (1, 1), "halloween": (10, 31), "independence day": (7, 4),
    "fourth of july": (7, 4), "valentine 's day": (2, 14),
    "(st|saint) .? patrick 's day": (3, 17), "remembrance day": (11, 11), "earth day": (4, 22),
    "groundhog day": (2, 2), "all saints ' day": (11, 1), "all souls day": (11, 2), "juneteenth": (6, 19), "australia day": (1, 26),
    "canada day": (7, 1), "flag day": (6, 14), "pearl harbor day": (12, 7), "epiphany": (1, 6), "guy fawkes night": (11, 5), "veterans day": (11, 11), "armistice day": (11, 11), "bastille day": (7, 14),
    "april fools day": (4, 1), "may day": (5, 1), "all saints day": (11, 1),
}  # fmt: skip


def nth_weekday(month: int, weekday: int, nth: int) -> Callable[[int], date]:
    """The n-th Monday (0) … of a month, the last where n is -1."""

    def when(year: int) -> date:
        if nth > 0:
            first = date(year, month, 1)
            return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)

    return when


def easter(days: int) -> Callable[[int], date]:
    """So many days after Easter Sunday (Gregorian calendar; Butcher's algorithm, 1876)."""

    def when(year: int) -> date:
        a, b, c = year % 19, year // 100, year % 100
        d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
        e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
        f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
        return date(year, f // 31, f % 31 + 1) + timedelta(days=days)

    return when


MOVABLE: dict[str, Callable[[int], date]] = {
    "thanksgiving day": nth_weekday(11, 3, 4), "thanksgiving": nth_weekday(11, 3, 4),
    "labor day": nth_weekday(9, 0, 1), "memorial day": nth_weekday(5, 0, -1),
    "columbus day": nth_weekday(10, 0, 2), "presidents day": nth_weekday(2, 0, 3),
    "martin luther king day": nth_weekday(1, 0, 3), "mother 's day": nth_weekday(5, 6, 2),
    "father 's day": nth_weekday(6, 6, 3), "easter": easter(0), "easter sunday": easter(0),
    "easter monday": easter(1), "good friday": easter(-2), "palm sunday": easter(-7), "ash wednesday": easter(-46),
    "maundy thursday": easter(-3), "pentecost": easter(49), "whit monday": easter(50),
    "election day": lambda year: nth_weekday(11, 0, 1)(year) + timedelta(days=1),
}  # fmt: skip


def add(phrase: str, part: DayOfYear | MovableDay) -> None:
    """Three rules for a holiday: alone, with a direction, with a year."""

    @holidays.rule(
        f"last, this, next {phrase}", f"the? (this|that)? LOOKING {phrase}", f"last {phrase}", gives="DATE ON_DAY"
    )
    def directed(looking: tuple[Direction, int]) -> Expression:
        return Yearly(part, named(looking))

    @holidays.rule(phrase, phrase, phrase, gives="DATE ON_DAY")
    def alone() -> Expression:
        return Yearly(part)

    @holidays.rule(f"{phrase} and year", f"{phrase} (of|,|in)? YEAR", f"{phrase} 2016", gives="DATE ON_DAY")
    def with_year(year: int) -> Expression:
        return InYear(part, Fixed(year_period(year)))


for phrase, (month, number) in FIXED.items():
    add(phrase, DayOfYear(month, number))
for phrase, when in MOVABLE.items():
    add(phrase, MovableDay(phrase, when))
