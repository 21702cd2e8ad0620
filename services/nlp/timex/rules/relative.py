"""Dates told from the reference time or from what was mentioned before: "last week", "the following May"."""

from schemas.vocabulary import TimexMod
from services.nlp.timex.expressions import (
    Calendrical,
    DayOfYear,
    Direction,
    Expression,
    ForTheNext,
    LastMonth,
    LastYear,
    Length,
    Modified,
    Nth,
    NumberedWeekday,
    PartOfYear,
    Shifted,
    TheNext,
    TheUnit,
    TheWeekend,
    Today,
    Weekday,
    Yearly,
)
from services.nlp.timex.periods import Unit, day
from services.nlp.timex.rule import Family
from services.nlp.timex.rules.distances import away

relative = Family("relative dates")

POINTING = "((this|that) !last !next !this !that)?"


def that(unit: Unit) -> Calendrical:
    """The unit that was last spoken of."""
    return Shifted(unit, 0, "same")


for name, pattern, amount in (
    ("yesterday", "yesterday", -1),
    ("tomorrow", "tomorrow", 1),
    ("day before yesterday", "the? day before yesterday", -2),
    ("day after tomorrow", "the? day after tomorrow", 2),
):

    @relative.rule(name, pattern, pattern.replace("?", ""), gives="DATE ON_DAY")
    def a_day(amount: int = amount) -> Expression:
        return Shifted("day", amount, "this")


@relative.rule("today", "today", "today", gives="DATE ON_DAY")
def today() -> Expression:
    return Today("day", 0)


@relative.rule(
    "the past unit", "the? past UNIT (half=(and a half))?", "the past year", "past decade", "the past year and a half",
    gives="LENGTH",
)  # fmt: skip
def past_unit(unit: str, half: object) -> Expression:
    return Length(1.5 if half else 1, unit)


SHORT = frozenset(("second", "minute", "hour"))


def just_gone(unit: str) -> Expression:
    """The unit before the running one."""
    if unit == "year":
        return LastYear("year", -1)
    return Shifted("week", -2, "this") if unit == "fortnight" else Shifted(unit, -1, "this")  # type: ignore[arg-type]  # a unit of the calendar


@relative.rule(
    "the last unit, as a date",
    "the very? last (full|fiscal|financial|calendar|entire)? UNIT",
    "the last month",
    gives="DATE RELATIVE THE_LAST",
)
def the_last_unit(unit: str) -> Expression | None:
    return None if unit in SHORT else just_gone(unit)


@relative.rule(
    "last, this, next unit", f"(the=the very?|!following) {POINTING} (coming=coming|LOOKING) (full|fiscal|financial|calendar|entire)? UNIT (or so)?",
    "last week", "this year", "the following month", "that same day", "the next year or so", "the current fiscal year",
    gives="DATE RELATIVE",
)  # fmt: skip
def last_unit(
    looking: tuple[Direction, int] | None, the: str | None, unit: str, coming: str | None
) -> Expression | None:
    if unit in SHORT:
        return None
    direction, amount = looking or ("this", 1)
    if the and amount == 1 and direction == "this":
        return TheNext(unit)  # type: ignore[arg-type]  # a unit of the calendar
    if (direction, amount) == ("this", -1):
        return just_gone(unit)
    if unit == "fortnight":
        return Shifted("week", 2 * amount, direction)
    if unit == "weekend" and direction == "this" and amount == 1 and coming:
        return TheWeekend(coming=True)
    if unit == "weekend" and (direction, amount) == ("this", 0):
        return TheWeekend(this=True)
    return Shifted(unit, amount, direction)  # type: ignore[arg-type]  # every other unit is one of the calendar


@relative.rule("this last unit", "this last UNIT", "this last week", gives="DATE RELATIVE")
def this_last_unit(unit: str) -> Expression | None:
    return Shifted(unit, -1, "this") if unit in {"week", "month", "weekend"} else None  # type: ignore[arg-type]


@relative.rule(
    "for the next unit",
    "(for|over) < the next UNIT (or so)? >",
    "for the next year",
    gives="DATE RELATIVE",
)
def for_the_next(unit: str) -> Expression | None:
    return ForTheNext(unit) if unit in {"week", "month", "year", "decade", "century"} else None  # type: ignore[arg-type]


@relative.rule(
    "last, this, next month by name", f"(the|!following) {POINTING} (last=last|LOOKING) MONTH",
    "last April", "this September", "the following March", gives="DATE IN_MONTH",
)  # fmt: skip
def last_april(looking: tuple[Direction, int] | None, month: int, last: str | None) -> Expression:
    part = PartOfYear("month", month - 1)
    return LastMonth(part) if last else Yearly(part, named(looking or ("this", 0)))


@relative.rule(
    "last, this, next season", f"(the|!following) {POINTING} LOOKING SEASON",
    "last summer", "this past spring", "the following winter", gives="DATE IN_SEASON",
)  # fmt: skip
def last_summer(looking: tuple[Direction, int], season: int) -> Expression:
    return Yearly(PartOfYear("season", season), named(looking))


@relative.rule(
    "last, this, next weekday", f"(the|!following) {POINTING} LOOKING WEEKDAY",
    "last Friday", "this coming Sunday", "the following Monday", gives="DATE ON_DAY",
)  # fmt: skip
def last_friday(looking: tuple[Direction, int], weekday: int) -> Expression:
    return Weekday(weekday, named(looking))


def named(looking: tuple[Direction, int]) -> Direction:
    """One word for direction and amount."""
    direction, amount = looking
    names: dict[tuple[str, int], Direction] = {
        ("this", -1): "last", ("this", 0): "this", ("this", 1): "next",
        ("same", -1): "previous", ("same", 0): "same", ("same", 1): "following",
    }  # fmt: skip
    return names[direction, amount]


@relative.rule(
    "last, this, next month and day",
    f"(the|!following) {POINTING} LOOKING MONTH (DAYNUM|DAYORD)",
    "last Oct. 23",
    "next May 3rd",
    "the upcoming June 24",
    gives="DATE ON_DAY",
)
def last_day(looking: tuple[Direction, int], month: int, daynum: int | None, dayord: int | None) -> Expression | None:
    number = daynum or dayord or 0
    return Yearly(DayOfYear(month, number), named(looking)) if day(2000, month, number) else None


@relative.rule("the unit before last", "the? UNIT before last", "the year before last", gives="DATE RELATIVE")
def unit_before_last(unit: str) -> Expression | None:
    return away(unit, -1, 2, "this") if unit in {"week", "month", "year", "weekend"} else None


@relative.rule("the unit after next", "the? UNIT after next", "the week after next", gives="DATE RELATIVE")
def unit_after_next(unit: str) -> Expression | None:
    return away(unit, 1, 2, "this") if unit in {"week", "month", "year", "weekend"} else None


@relative.rule(
    "this time last year", "this time (LOOKING UNIT|a (one=UNIT) ago)", "this time last year", "this time next week",
    "this time a year ago", gives="DATE",
)  # fmt: skip
def this_time(looking: tuple[Direction, int] | None, unit: str | None, one: str | None) -> Expression | None:
    direction, amount = looking or ("this", -1)
    unit = unit or one
    return Shifted(unit, amount, direction) if unit in {"week", "month", "year"} else None  # type: ignore[arg-type]


@relative.rule("this week last year", "this week last year", "this week last year", gives="DATE IN_WEEK")
def week_last_year() -> Expression:
    return Shifted("week", -52, "this")


@relative.rule(
    "the unit",
    "the (fiscal|full|entire|whole)? UNIT !YEAR !NUM",
    "the year",
    "the full year",
    gives="DATE RELATIVE THE_UNIT",
)
def the_unit(unit: str) -> Expression | None:
    if unit == "weekend":
        return TheWeekend()
    return TheUnit(unit, 0, "this") if unit in {"week", "month", "year", "decade", "century"} else None  # type: ignore[arg-type]


@relative.rule(
    "weekend of what happened",
    "~a ~an ~every ~each ~first < weekend > (talks|summit|negotiations|election|elections|vote|referendum|attack|attacks|bombing|bombings|raid|raids|"
    "shooting|shootings|violence|clashes|fighting|riots|protests|coup|crash|storm|storms)",
    "weekend talks",
    gives="DATE RELATIVE",
)
def weekend_of() -> Expression:
    return TheWeekend()


@relative.rule(
    "the 26th",
    "(on|by|until|till|from|since|before|after|past|through) < the DAYTH > !of !UNIT !UNITS !MONTH",
    "on the 26th",
    gives="DATE ON_DAY",
)
def the_26th(dayth: int) -> Expression:
    return Nth("day", dayth, Shifted("month", 0, "same"))


@relative.rule(
    "weekday and number", "WEEKDAY ,? the DAYTH !of !UNIT !UNITS", "Monday the 12th", gives="DATE ON_DAY A_WEEKDAY"
)
@relative.rule(
    "weekday and number in words",
    "< WEEKDAY ,? the DAYORD > (.|,|;|:|CLOSING)",
    "Friday the thirteenth.",
    gives="DATE ON_DAY A_WEEKDAY",
)
def monday_the_12th(weekday: int, dayth: int | None = None, dayord: int | None = None) -> Expression:
    return NumberedWeekday(weekday, dayth or dayord or 0)


@relative.rule("the end of the day", "the EDGE of the day", "the end of the day", gives="DATE DAY_EDGE")
def end_of_the_day(edge: TimexMod) -> Expression:
    return Modified(Shifted("day", 0, "same"), edge)
