"""What recurs: TIMEX3's SET, with its quant and freq."""

from services.nlp.timex.expressions import Expression, Length, Recurring
from services.nlp.timex.periods import day as day_period
from services.nlp.timex.rule import Family, Parts

sets = Family("sets")

SEASON_NAMES = ("SP", "SU", "FA", "WI")
EACH = "(every|each=each)"
SET_DAY = "SET SET_DAY"
"""A day that recurs: a time of day may go with it."""

WORKING_DAY = "XXXX-WXX-WD"
"""Any of the days from Monday to Friday."""


def quant(each: str | None) -> str:
    """TIMEX3's quant is the word in capitals."""
    return "EACH" if each else "EVERY"


@sets.rule("frequency", "~average < FREQUENCY >", "daily", "annually", gives=SET_DAY)
def frequency(frequency: str) -> Expression:
    return Recurring(frequency)


@sets.rule(
    "every unit",
    f"{EACH} (NUM|SOME|NUM_RANGE|other=other|single)? (UNIT|UNITS)",
    "every day",
    "every two years",
    "every two to three weeks",
    "every other week",
    "every single day",
    gives=SET_DAY,
)
def every(
    each: str | None,
    num: float | None,
    some: str | None,
    num_range: float | None,
    other: str | None,
    unit: str | None,
    units: str | None,
) -> Expression | None:
    name = unit or units or ""
    if name == "weekend":
        return Recurring("XXXX-WXX-WE", quant(each))
    if unit == "second" and not num:
        return None
    return Recurring(Length(num or num_range or ("X" if some else 2 if other else 1), name).value, quant(each))


@sets.rule("every n-th unit", f"{EACH} ORD UNIT", "every second week", "every fourth year", gives="SET")
def every_nth(each: str | None, ord: int, unit: str) -> Expression | None:
    if not 1 < ord <= RARELY or unit == "second":
        return None
    return Recurring(Length(ord, unit).value, quant(each))


RARELY = 100
"""Units after which something returns at most: "every 500th day" counts visitors, not days."""


@sets.rule("every month and day", f"{EACH} MONTH (DAYNUM|DAYORD)", "every May 9", gives="SET")
@sets.rule("every day and month", f"{EACH} (DAYNUM|DAYORD) of? MONTH", "each 11 November", gives="SET")
def every_day_of_year(each: str | None, month: int, daynum: int | None, dayord: int | None) -> Expression | None:
    number = daynum or dayord or 0
    return Recurring(f"XXXX-{month:02d}-{number:02d}", quant(each)) if day_period(2000, month, number) else None


@sets.rule("every month by name", f"{EACH} MONTH", "every July", gives="SET")
def every_month(each: str | None, month: int) -> Expression:
    return Recurring(f"XXXX-{month:02d}", quant(each))


@sets.rule(
    "every one of two months", f"first=({EACH} one=MONTH) (and|or) last=(two=MONTH) !DAYNUM !DAYORD !YEAR",
    "every March and October", gives="SET",
)  # fmt: skip
def every_two_months(each: str | None, one: int, two: int) -> Parts:
    months = {"first": one, "last": two}
    return Parts({name: Recurring(f"XXXX-{month:02d}", quant(each)) for name, month in months.items()})


@sets.rule("every season", f"{EACH} SEASON", "every summer", gives="SET")
def every_season(each: str | None, season: int) -> Expression:
    return Recurring(f"XXXX-{SEASON_NAMES[season]}", quant(each))


@sets.rule("every part of the day", f"{EACH} single? PART", "every morning", "every single night", gives="SET SET_PART")
def every_part(each: str | None, part: str) -> Expression:
    return Recurring(f"XXXX-XX-XXT{part}", quant(each))


@sets.rule("weekdays", "WEEKDAYS", "Fridays", gives=SET_DAY)
def weekdays(weekdays: int) -> Expression:
    return Recurring(f"XXXX-WXX-{weekdays}")


@sets.rule(
    "parts of several weekdays",
    "first=(one=WEEKDAY) (, middle=(other=WEEKDAY))? ,? (and|or|to|through|DASH|/|&) last=(two=WEEKDAY PARTS)",
    "Friday and Saturday nights",
    gives="SET",
)
def parts_of_several(one: int, other: int | None, two: int, parts: str) -> Parts:
    days = {"first": one, "middle": other, "last": two}
    return Parts({name: Recurring(f"XXXX-WXX-{number}T{parts}") for name, number in days.items() if number})


@sets.rule("parts of weekdays", "WEEKDAY PARTS", "Monday mornings", gives="SET")
def parts_of_weekdays(weekday: int, parts: str) -> Expression:
    return Recurring(f"XXXX-WXX-{weekday}T{parts}")


@sets.rule("parts of days", "~NUM ~SOME < PARTS > !of", "evenings", "mornings", gives="SET")
def parts_of_days(parts: str) -> Expression | None:
    return Recurring(f"XXXX-XX-XXT{parts}") if parts != "NI" else None  # "the nights grew long"


@sets.rule(
    "nights", "(most|some|work|works|worked|working|at|on) < nights >", "work nights", "most nights", gives="SET"
)
def nights() -> Expression:
    return Recurring("XXXX-XX-XXTNI")


@sets.rule("most units", "~the < most UNITS > !of", "most days", "most years", gives="SET")
def most_units(units: str) -> Expression | None:
    if units not in {"day", "week", "weekend", "month", "year"}:
        return None
    return Recurring("XXXX-WXX-WE" if units == "weekend" else Length(1, units).value, "MOST")


@sets.rule("weekends", "weekends", "weekends", gives=SET_DAY)
def weekends() -> Expression:
    return Recurring("XXXX-WXX-WE")


@sets.rule(
    "working days", "(weekdays|weekday PARTS|(weeknights=weeknights))", "weekdays", "weekday mornings", "weeknights", gives=SET_DAY
)  # fmt: skip
def working_days(parts: str | None, weeknights: str | None) -> Expression:
    part = parts or ("NI" if weeknights else None)
    return Recurring(WORKING_DAY + (f"T{part}" if part else ""))


@sets.rule("every working day", f"{EACH} weekday PART?", "every weekday", "every weekday morning", gives=SET_DAY)
def every_working_day(each: str | None, part: str | None) -> Expression:
    return Recurring(WORKING_DAY + (f"T{part}" if part else ""), quant(each))


@sets.rule("every weekday", f"{EACH} single? WEEKDAY PART?", "every Friday", "every Sunday morning", gives=SET_DAY)
def every_weekday(each: str | None, weekday: int, part: str | None) -> Expression:
    return Recurring(f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""), quant(each))


@sets.rule(
    "every one of two weekdays",
    f"first=({EACH} one=WEEKDAY) (and|or|,) last=(two=WEEKDAY)",
    "every Tuesday and Friday",
    gives="SET",
)
def every_two_weekdays(each: str | None, one: int, two: int) -> Parts:
    return Parts(
        {"first": Recurring(f"XXXX-WXX-{one}", quant(each)), "last": Recurring(f"XXXX-WXX-{two}", quant(each))}
    )


@sets.rule(
    "every other weekday", "every (other|second) WEEKDAY", "every other Friday", "every second Sunday", gives=SET_DAY
)
def every_other_weekday(weekday: int) -> Expression:
    return Recurring(f"XXXX-WXX-{weekday}", "EVERY OTHER")


@sets.rule(
    "alternate days",
    "(alternate|alternating) (WEEKDAY|WEEKDAYS|UNITS)|every alternate (day_=WEEKDAY|UNIT)",
    "alternate Fridays", "alternate years", "every alternate week", gives=SET_DAY,
)  # fmt: skip
def alternate(
    weekday: int | None, weekdays: int | None, day_: int | None, unit: str | None, units: str | None
) -> Expression:
    number = weekday or weekdays or day_
    return Recurring(f"XXXX-WXX-{number}" if number else Length(2, unit or units or "").value, "EVERY OTHER")


@sets.rule(
    "every half or quarter of an hour",
    f"{EACH} (half HYPHEN? (an)?|quarter=(quarter HYPHEN? (of an)?)) hour",
    "every half hour",
    "every quarter of an hour",
    gives="SET",
)
def every_half_hour(each: str | None, quarter: object) -> Expression:
    return Recurring(Length(15 if quarter else 30, "minute").value, quant(each))


@sets.rule("per unit", "per UNIT", "per day", gives="SET")
def per_unit(unit: str) -> Expression | None:
    return Recurring(Length(1, unit).value) if unit not in {"second", "minute"} else None


@sets.rule("per annum", "per annum", "per annum", gives="SET")
def per_annum() -> Expression:
    return Recurring("P1Y")


@sets.rule(
    "so often a unit",
    "(once=once|twice=twice|thrice=thrice|(NUM|SOME) times) (a|an|each|every|per) UNIT",
    "twice a week",
    "three times a day",
    gives="SET",
)
def so_often(once: str | None, twice: str | None, thrice: str | None, num: float | None, unit: str) -> Expression:
    times = 1 if once else 2 if twice else 3 if thrice else int(num or 0)
    return Recurring(Length(1, unit).value, freq=f"{times or ''}X")


@sets.rule(
    "so often", "(once=once|twice=twice|NUM times) HYPHEN? FREQUENCY", "twice daily", "twice-weekly", gives="SET"
)
def so_often_daily(once: str | None, twice: str | None, num: float | None, frequency: str) -> Expression:
    times = 1 if once else 2 if twice else int(num or 0)
    return Recurring(frequency, freq=f"{times}X")


@sets.rule(
    "so often in so long",
    "(once=once|twice=twice|times=NUM times) every (NUM|SOME|NUM_RANGE) UNITS",
    "once every four years",
    gives="SET",
)
def so_often_in(
    once: str | None, twice: str | None, times: float | None, num: float | None, num_range: float | None, units: str
) -> Expression:
    often = 1 if once else 2 if twice else int(times or 0)
    return Recurring(Length(num or num_range or "X", units).value, "EVERY", f"{often}X")


@sets.rule("every so many units", "NUM HYPHEN FREQUENCY", "six-monthly", "four-yearly", gives="SET")
def every_so_many(num: float, frequency: str) -> Expression | None:
    if not frequency.startswith("P1") or not 1 < num < RARELY or num != int(num):
        return None
    return Recurring(frequency.replace("1", str(int(num))))


@sets.rule("twice as seldom", "bi HYPHEN FREQUENCY", "bi-weekly", gives=SET_DAY)
def twice_as_seldom(frequency: str) -> Expression:
    return Recurring(frequency.replace("1", "2"))


@sets.rule(
    "twice a year",
    "((bi|semi) HYPHEN (annual|annually)|half HYPHEN yearly)",
    "semi-annually",
    "half-yearly",
    gives="SET",
)
def twice_a_year() -> Expression:
    return Recurring("P6M")
