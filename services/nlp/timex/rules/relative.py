"""Dates told from the reference time or from what was mentioned before."""

from schemas.vocabulary import TimexMod
from services.nlp.timex.expressions import (
    Calendrical,
    DayOfYear,
    Direction,
    Expression,
    ForTheNext,
    HoursAway,
    LastMonth,
    Length,
    Modified,
    Nth,
    PartOfYear,
    Reported,
    SameDay,
    Shifted,
    SomeAway,
    TheNext,
    TheWeekend,
    Today,
    UnknownUnit,
    Weekday,
    YearBefore,
    Yearly,
)
from services.nlp.timex.grammar import Family
from services.nlp.timex.periods import Unit, day

relative = Family("relative dates")

QUARTERS = 4
HEDGE = "(about|around|some|nearly|almost|over|just|only|roughly|approximately|exactly|barely|more than|less than|at least|well over)?"
POINTING = "((this|that) !last !next !this !that)?"
AMOUNT = "(NUM|SOME|a|an|NUM_RANGE|half=half (a|an))"


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


@relative.rule("the past unit", "the? past UNIT", "the past year", "past decade", gives="LENGTH")
def past_unit(unit: str) -> Expression:
    return Length(1, unit)


@relative.rule(
    "last, this, next unit", f"the=the? {POINTING} (coming=coming|LOOKING) (full|fiscal|financial|calendar|entire)? UNIT (or so)?",
    "last week", "this year", "the following month", "that same day", "the next year or so", "the current fiscal year",
    gives="DATE RELATIVE",
)  # fmt: skip
def last_unit(
    looking: tuple[Direction, int] | None, the: str | None, unit: str, coming: str | None
) -> Expression | None:
    if unit in {"second", "minute", "hour"}:
        return None
    direction, amount = looking or ("this", 1)
    if the and amount == 1 and direction == "this":
        return TheNext(unit)  # type: ignore[arg-type]  # a unit of the calendar
    if unit == "fortnight":
        return Shifted("week", 2 * amount, direction)
    if unit == "weekend" and direction == "this" and amount == 1 and coming:
        return TheWeekend(coming=True)
    if unit == "weekend" and (direction, amount) == ("this", 0):
        return TheWeekend(this=True)
    return Shifted(unit, amount, direction)  # type: ignore[arg-type]  # every other unit is one of the calendar


@relative.rule("for the next unit", "for < the next UNIT >", "for the next year", gives="DATE RELATIVE")
def for_the_next(unit: str) -> Expression | None:
    return ForTheNext(unit) if unit in {"week", "month", "year", "decade"} else None  # type: ignore[arg-type]


@relative.rule(
    "last, this, next month by name", f"the? {POINTING} (last=last|LOOKING) MONTH",
    "last April", "this September", "the following March", gives="DATE IN_MONTH",
)  # fmt: skip
def last_april(looking: tuple[Direction, int] | None, month: int, last: str | None) -> Expression:
    part = PartOfYear("month", month - 1)
    return LastMonth(part) if last else Yearly(part, named(looking or ("this", 0)))


@relative.rule(
    "last, this, next season", f"the? {POINTING} LOOKING SEASON",
    "last summer", "this past spring", "the following winter", gives="DATE IN_SEASON",
)  # fmt: skip
def last_summer(looking: tuple[Direction, int], season: int) -> Expression:
    return Yearly(PartOfYear("season", season), named(looking))


@relative.rule(
    "last, this, next weekday", f"the? {POINTING} LOOKING WEEKDAY",
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
    "so long ago", f"{HEDGE} {AMOUNT} (UNIT|UNITS) (or (so|more))? AGO",
    "two weeks ago", "a year ago", "several months ago", gives="DATE DISTANCE",
)  # fmt: skip
def ago(
    num: float | None,
    some: str | None,
    num_range: float | None,
    unit: str | None,
    units: str | None,
    half: str | None = None,
) -> Expression:
    if unit == "year" and num is None and not some:
        return YearBefore()
    return away(unit or units or "", -1, num or num_range or ("X" if some else 0.5 if half else 1), "this")


@relative.rule(
    "a unit and a half ago", f"{HEDGE} (a|an) UNIT and a half AGO", "a year and a half ago", gives="DATE DISTANCE"
)
def unit_and_half_ago(unit: str) -> Expression:
    return away(unit, -1, 1.5, "this")


@relative.rule(
    "last, this, next month and day",
    f"{POINTING} LOOKING MONTH (DAYNUM|DAYORD)",
    "last Oct. 23",
    "next May 3rd",
    gives="DATE ON_DAY",
)
def last_day(looking: tuple[Direction, int], month: int, daynum: int | None, dayord: int | None) -> Expression | None:
    number = daynum or dayord or 0
    return Yearly(DayOfYear(month, number), named(looking)) if day(2000, month, number) else None


@relative.rule("units ago", "UNITS AGO", "years ago", gives="DATE DISTANCE")
def units_ago(units: str) -> Expression:
    return away(units, -1, "X", "this")


@relative.rule(
    "so long before or after", f"{HEDGE} {AMOUNT} (UNIT|UNITS) (or (so|more))? LATER",
    "two days later", "a year earlier", "several months earlier", gives="DATE DISTANCE LATER_DISTANCE",
)  # fmt: skip
def later(
    num: float | None, some: str | None, num_range: float | None, unit: str | None, units: str | None, later: int
) -> Expression:
    if unit == "year" and num is None and not some and later < 0:
        return YearBefore(direction="same")
    return away(unit or units or "", later, num or num_range or ("X" if some else 1), "same")


@relative.rule("units later", "UNITS LATER", "years later", gives="DATE DISTANCE")
def units_later(units: str, later: int) -> Expression:
    return away(units, later, "X", "same")


@relative.rule("from now", f"{AMOUNT} (UNIT|UNITS) from now", "two years from now", gives="DATE DISTANCE")
def from_now(num: float | None, some: str | None, unit: str | None, units: str | None) -> Expression:
    return away(unit or units or "", 1, num or ("X" if some else 1), "this")


@relative.rule(
    "so long before or after, alone", f"< {HEDGE} {AMOUNT} (UNIT|UNITS) AFTER > (,|.|;|:)", "two years before.",
    gives="DATE DISTANCE",
)  # fmt: skip
def before_alone(
    num: float | None, some: str | None, num_range: float | None, unit: str | None, units: str | None, after: int
) -> Expression | None:
    return away(unit or units or "", after, num or num_range or ("X" if some else 1), "same")


@relative.rule("the day after that", "the UNIT (AFTER|LATER) (that|this)", "the day after that", gives="DATE RELATIVE")
def day_after_that(unit: str, after: int | None, later: int | None) -> Expression | None:
    return away(unit, after or later or 0, 1, "same") if unit in {"day", "week", "month", "year"} else None


@relative.rule("the unit before last", "the UNIT before last", "the year before last", gives="DATE RELATIVE")
def unit_before_last(unit: str) -> Expression | None:
    return away(unit, -1, 2, "this") if unit in {"week", "month", "year", "weekend"} else None


@relative.rule("the unit after next", "the UNIT after next", "the week after next", gives="DATE RELATIVE")
def unit_after_next(unit: str) -> Expression | None:
    return away(unit, 1, 2, "this") if unit in {"week", "month", "year", "weekend"} else None


@relative.rule(
    "a year ago today",
    "(a|an|NUM) (UNIT|UNITS) ago (today|on? WEEKDAY)",
    "a year ago today",
    "a week ago Thursday",
    gives="DATE ON_DAY",
)
def ago_today(num: float | None, unit: str | None, units: str | None, weekday: int | None) -> Expression | None:
    base = Weekday(weekday) if weekday else Shifted("day", 0, "this")
    return day_away(unit or units or "", -int(num or 1), base)


@relative.rule(
    "from today",
    "(a|an|NUM) (UNIT|UNITS) from (today|tomorrow=tomorrow|WEEKDAY)",
    "two days from today",
    "a week from Monday",
    gives="DATE ON_DAY",
)
def from_today(
    num: float | None, unit: str | None, units: str | None, weekday: int | None, tomorrow: str | None
) -> Expression | None:
    base = Weekday(weekday, "next") if weekday else Shifted("day", 1 if tomorrow else 0, "this")
    return day_away(unit or units or "", int(num or 1), base)


def day_away(unit: str, amount: int, base: Calendrical) -> Expression | None:
    """A day so many days, weeks, months or years from another day."""
    days = {"day": 1, "week": 7, "fortnight": 14}
    if unit in days:
        return Shifted("day", amount * days[unit], base)
    return SameDay(unit, amount, base) if unit in {"month", "year"} else None


@relative.rule("this week last year", "this week last year", "this week last year", gives="DATE IN_WEEK")
def week_last_year() -> Expression:
    return Shifted("week", -52, "this")


@relative.rule("the day after", "< the UNIT (AFTER|LATER) > (,|.|;|:)", "the day after,", gives="DATE RELATIVE")
def the_day_after(unit: str, after: int | None, later: int | None) -> Expression | None:
    return away(unit, after or later or 0, 1, "same") if unit in {"day", "week", "month", "year"} else None


@relative.rule(
    "the unit beside an event", "< the UNIT > (after|before|following) !, !.", "the week after", gives="DATE BESIDE"
)
def unit_beside(unit: str) -> Expression | None:
    return UnknownUnit(unit) if unit in {"week", "month", "year", "decade"} else None  # type: ignore[arg-type]


@relative.rule(
    "the latest unit",
    "the latest (fiscal|full|financial)? (UNIT|period)",
    "the latest quarter",
    "the latest period",
    gives="DATE RELATIVE",
)
def the_latest(unit: str | None) -> Expression | None:
    if unit in {None, "quarter"}:
        return Reported()
    return Shifted(unit, -1, "this") if unit in {"day", "week", "month", "year"} else None  # type: ignore[arg-type]


@relative.rule(
    "a year ago in a report",
    "(the|a)? (year HYPHEN (ago|earlier)|prior HYPHEN year) (period|quarter|month|(ORD HYPHEN? quarter))?",
    "the year-ago period", "the year-earlier quarter", "year-earlier", gives="DATE",
)  # fmt: skip
def year_ago(ord: int | None) -> Expression | None:
    if ord is None:
        return YearBefore()
    return Shifted("quarter", -4, Yearly(PartOfYear("quarter", ord - 1))) if ord <= QUARTERS else None


@relative.rule(
    "the period of a year", "the YEAR (period|quarter=quarter)", "the 1988 period", "the 1988 quarter", gives="DATE"
)
def period_of_year(year: int, quarter: str | None) -> Expression:
    return Reported(year, is_quarter=bool(quarter))


@relative.rule(
    "the quarter", "the (fiscal|full|entire|whole)? quarter", "the quarter", gives="DATE RELATIVE THE_QUARTER"
)
def the_quarter() -> Expression:
    return Reported()


@relative.rule("the year that ended", "< the (fiscal|full)? UNIT > (ended|ending)", "the year ended", gives="LENGTH")
def year_ended(unit: str) -> Expression | None:
    return Length(1, unit) if unit == "year" else None


@relative.rule(
    "the unit",
    "the (fiscal|full|entire|whole)? UNIT",
    "the year",
    "the full year",
    gives="DATE RELATIVE THE_UNIT",
)
def the_unit(unit: str) -> Expression | None:
    if unit == "weekend":
        return TheWeekend()
    return Shifted(unit, 0, "this") if unit in {"week", "month", "year", "decade", "century"} else None  # type: ignore[arg-type]


@relative.rule(
    "year's end", "(the|this)? (UNIT 's? HYPHEN? end)", "year-end", "month's end", "year end", gives="DATE YEAR_END"
)
def years_end(unit: str) -> Expression | None:
    if unit not in {"week", "month", "quarter", "year", "decade", "century"}:
        return None
    return Modified(Shifted(unit, 0, "this"), "END")  # type: ignore[arg-type]


def away(unit: str, sign: int, amount: float | str, direction: Direction) -> Expression:
    """So much before or after something; without an amount nothing but the direction is known."""
    if isinstance(amount, str):
        return SomeAway(unit, sign, direction)
    if unit in {"second", "minute", "hour"}:
        return HoursAway(unit, amount * sign, direction)
    named_unit: Unit = {"fortnight": "week", "night": "day"}.get(unit, unit)  # type: ignore[assignment]
    if unit == "fortnight":
        amount *= 2
    smaller: dict[Unit, tuple[Unit, int]] = {"year": ("month", 12), "decade": ("year", 10), "century": ("year", 100)}
    if amount != int(amount) and named_unit in smaller:
        finer, times = smaller[named_unit]
        return Shifted(finer, round(amount * times) * sign, direction)
    return Shifted(named_unit, round(amount) * sign, direction)


@relative.rule(
    "the 26th", "(on|by|until|from|since) < the DAYTH > !of !UNIT !UNITS", "on the 26th", gives="DATE ON_DAY"
)
def the_26th(dayth: int) -> Expression:
    return Nth("day", dayth, Shifted("month", 0, "same"))


@relative.rule("the end of the day", "the EDGE of the day", "the end of the day", gives="DATE")
def end_of_the_day(edge: TimexMod) -> Expression:
    return Modified(Shifted("day", 0, "same"), edge)


@relative.rule(
    "no time: three quarters of", "(NUM|a) HYPHEN? (quarters|quarter) of the", "three quarters of the", gives=""
)
def three_quarters() -> dict[str, object]:
    return {}


@relative.rule(
    "no time: figures of speech",
    "(call it a day|morning HYPHEN after|minutes of the meeting)",
    "call it a day",
    gives="",
)
def figures_of_speech() -> dict[str, object]:
    return {}
