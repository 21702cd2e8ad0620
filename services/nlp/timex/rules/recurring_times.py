"""A time of day on days that recur: "7 p.m. every Monday", "weekdays at 6:30", "five every morning"."""

from services.nlp.timex.expressions import Expression, HoursOfRange, Recurring, WeekdayOfRange, Yearly
from services.nlp.timex.expressions.yearly import DayOfYear
from services.nlp.timex.rule import Family, Parts
from services.nlp.timex.rules.day_times import TimeOfDay, hours, in_part, said
from services.nlp.timex.rules.other_days import ENDS
from services.nlp.timex.rules.sets import EACH, quant

recurring_times = Family("times that recur")


def on_days(recurring: Expression, time_of_day: TimeOfDay) -> Expression | None:
    """The set of that time on those days, None where they are no days, or have a time already."""
    if not isinstance(recurring, Recurring) or recurring.freq or "T" in recurring.value:
        return None
    day = "XXXX-XX-XX" if recurring.value == "P1D" else recurring.value
    return Recurring(f"{day}T{time_of_day[0]}", recurring.quant) if day.startswith("XXXX") else None


@recurring_times.rule(
    "time on days that recur",
    "TIME_OF_DAY ,? on? SET_DAY",
    "7 p.m. every Monday",
    "noon on Sundays",
    gives="SET",
)
def time_on_days(set_day: Expression, time_of_day: TimeOfDay) -> Expression | None:
    return on_days(set_day, time_of_day)


@recurring_times.rule(
    "days that recur and time", "SET_DAY ,? at? TIME_OF_DAY", "every Monday at 7 p.m.", "daily at noon", gives="SET"
)
def days_and_time(set_day: Expression, time_of_day: TimeOfDay) -> Expression | None:
    return on_days(set_day, time_of_day)


@recurring_times.rule(
    "time in a part of every day", "TIME_OF_DAY ,? in? SET_PART", "5 a.m. every morning", "half past eight each evening",
    gives="SET",
)  # fmt: skip
def time_every_part(set_part: Recurring, time_of_day: TimeOfDay) -> Expression:
    return in_every_part(set_part, time_of_day)


def in_every_part(every: Recurring, time_of_day: TimeOfDay) -> Recurring:
    """The set of that time in the part of every day."""
    part = every.value.rpartition("T")[2]
    return Recurring(f"XXXX-XX-XXT{in_part(time_of_day, (part, ''))[0]}", every.quant)


@recurring_times.rule(
    "part of every day and time", "SET_PART ,? at TIME_OF_DAY", "every morning at 9:15", "each evening at 8 p.m.", gives="SET"
)  # fmt: skip
def every_part_time(set_part: Recurring, time_of_day: TimeOfDay) -> Expression:
    return in_every_part(set_part, time_of_day)


@recurring_times.rule(
    "hour in a part of every day", "(at|by|until|before|after|from) < (HOUR|NUM) SET_PART >", "at five every morning", gives="SET"
)  # fmt: skip
@recurring_times.rule(
    "part of every day and hour", f"< SET_PART ,? at (HOUR|NUM) > {ENDS}", "every night at nine.", gives="SET"
)
def hour_every_part(hour: int | None, num: float | None, set_part: Recurring) -> Expression | None:
    clock = hours(said(hour, num), 0, None)
    return in_every_part(set_part, clock) if clock else None


@recurring_times.rule(
    "hours and range of weekdays",
    "first=(one=TIME_OF_DAY) (to|until|DASH) last=(two=TIME_OF_DAY) ,? from? begin=ON_DAY (to|through|DASH) end=ON_DAY",
    "9am–5pm Monday to Friday",
    gives="SET",
)
def hours_of_range(one: TimeOfDay, two: TimeOfDay, begin: Expression, end: Expression) -> Parts | None:
    if not isinstance(begin, WeekdayOfRange) or not isinstance(end, WeekdayOfRange):
        return None
    return Parts({
        "first": HoursOfRange(*one, begin), "last": HoursOfRange(*two, begin), "begin": begin, "end": end,
    })  # fmt: skip


@recurring_times.rule("every holiday", f"{EACH} HOLIDAY", "every Christmas", "each Easter", gives="SET")
def every_holiday(each: str | None, holiday: Expression) -> Expression | None:
    if not isinstance(holiday, Yearly) or holiday.direction is not None:
        return None
    part = holiday.part
    return Recurring(part.partial if isinstance(part, DayOfYear) else "P1Y", quant(each))
