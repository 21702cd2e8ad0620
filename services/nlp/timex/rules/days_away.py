"""Days told by their distance from another day: "a year ago today", "a week from Monday", "Friday week"."""

from services.nlp.timex.expressions import Calendrical, Expression, PartOfYear, SameDay, Shifted, Weekday, Yearly
from services.nlp.timex.rule import Family
from services.nlp.timex.rules.distances import HEDGE

days_away = Family("days away from another")


@days_away.rule(
    "a year ago today",
    f"{HEDGE} (a|an|NUM) (UNIT|UNITS) ago (today|tomorrow=tomorrow|yesterday=yesterday|on? (last=last)? WEEKDAY)",
    "a year ago today",
    "a week ago Thursday",
    "ten years ago tomorrow",
    gives="DATE ON_DAY",
)
def ago_today(
    num: float | None, unit: str | None, units: str | None, weekday: int | None, tomorrow: str | None,
    yesterday: str | None,
) -> Expression | None:  # fmt: skip
    base = Weekday(weekday) if weekday else Shifted("day", 1 if tomorrow else -1 if yesterday else 0, "this")
    return day_away(unit or units or "", -int(num or 1), base)


@days_away.rule("this day years ago", "this day (a|NUM) (year|years) ago", "this day 50 years ago", gives="DATE ON_DAY")
def this_day_ago(num: float | None) -> Expression | None:
    return day_away("year", -int(num or 1), Shifted("day", 0, "this"))


@days_away.rule("weekdays ago", "(a|NUM) (WEEKDAYS|WEEKDAY) ago", "two Sundays ago", gives="DATE ON_DAY")
def weekdays_ago(num: float | None, weekdays: int | None, weekday: int | None) -> Expression:
    return Shifted("day", -7 * round((num or 1) - 1), Weekday(weekdays or weekday or 0, "last"))


@days_away.rule(
    "weekdays from now", "(a|NUM) (WEEKDAYS|WEEKDAY) (from (now|today)|hence)", "three Fridays from now", gives="DATE ON_DAY"
)  # fmt: skip
def weekdays_from_now(num: float | None, weekdays: int | None, weekday: int | None) -> Expression:
    return Shifted("day", 7 * round((num or 1) - 1), Weekday(weekdays or weekday or 0, "next"))


@days_away.rule("the weekday after next", "the? WEEKDAY after next", "the Friday after next", gives="DATE ON_DAY")
def weekday_after_next(weekday: int) -> Expression:
    return Shifted("day", 7, Weekday(weekday, "next"))


@days_away.rule("seasons ago", "(a|NUM) (SEASONS|SEASON) ago", "two summers ago", gives="DATE IN_SEASON")
def seasons_ago(num: float | None, seasons: int | None, season: int | None) -> Expression:
    part = PartOfYear("season", seasons if seasons is not None else season or 0)
    return Shifted("season", -4 * round((num or 1) - 1), Yearly(part, "last"))


@days_away.rule("the weekday before last", "the WEEKDAY before last", "the Friday before last", gives="DATE ON_DAY")
def weekday_before_last(weekday: int) -> Expression:
    return Shifted("day", -7, Weekday(weekday, "last"))


@days_away.rule(
    "from today",
    "(a|an|NUM) (UNIT|UNITS) from (today|tomorrow=tomorrow|(this|next)? WEEKDAY)",
    "two days from today",
    "a week from Monday",
    "two weeks from next Tuesday",
    gives="DATE ON_DAY",
)
def from_today(
    num: float | None, unit: str | None, units: str | None, weekday: int | None, tomorrow: str | None
) -> Expression | None:
    return day_away(unit or units or "", int(num or 1), coming(weekday, tomorrow))


def coming(weekday: int | None, tomorrow: str | None) -> Calendrical:
    """The coming weekday of a number, tomorrow, or today."""
    return Weekday(weekday, "next") if weekday else Shifted("day", 1 if tomorrow else 0, "this")


@days_away.rule(
    "a week on a day",
    "~in ~within ~for ~over ~than a UNIT (on WEEKDAY !'s|tomorrow=tomorrow)",
    "a week on Friday",
    "a fortnight tomorrow",
    gives="DATE ON_DAY",
)
def week_on(unit: str, weekday: int | None, tomorrow: str | None) -> Expression | None:
    return day_away(unit, 1, coming(weekday, tomorrow)) if unit in {"week", "fortnight"} else None


@days_away.rule(
    "a day and a week", "(WEEKDAY|(today|tomorrow=tomorrow)) (week|fortnight=fortnight) !HYPHEN !NUM", "Friday week", "tomorrow fortnight", gives="DATE ON_DAY"
)  # fmt: skip
def day_week(weekday: int | None, tomorrow: str | None, fortnight: str | None) -> Expression | None:
    return day_away(fortnight or "week", 1, coming(weekday, tomorrow))


@days_away.rule("a week last Tuesday", "(a|NUM) (UNIT|UNITS) last WEEKDAY", "a week last Tuesday", gives="DATE ON_DAY")
def week_last(num: float | None, unit: str | None, units: str | None, weekday: int) -> Expression | None:
    is_week = (unit or units) in {"week", "fortnight"}
    return day_away(unit or units or "", -int(num or 1), Weekday(weekday, "last")) if is_week else None


def day_away(unit: str, amount: int, base: Calendrical) -> Expression | None:
    """A day so many days, weeks, months or years from another day."""
    days = {"day": 1, "week": 7, "fortnight": 14}
    if unit in days:
        return Shifted("day", amount * days[unit], base)
    return SameDay(unit, amount, base) if unit in {"month", "year"} else None
