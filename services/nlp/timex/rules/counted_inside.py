"""What is counted inside a longer date: "the first Tuesday in November", "the last three days of April"."""

from services.nlp.timex.expressions import (
    AtOneEnd,
    Calendrical,
    Expression,
    Length,
    Nth,
    NthWeekday,
    Recurring,
    Shifted,
    UnitsOf,
    Weekday,
    WeekdayNextTo,
)
from services.nlp.timex.rule import Family, Parts
from services.nlp.timex.rules.parts_of_dates import nth_unit

counted_inside = Family("counted inside a date")


@counted_inside.rule(
    "n-th weekday of a date",
    "the (ORD|final) A_WEEKDAY (of|in) DATE",
    "the first Tuesday in November",
    "the second Monday of next month",
    gives="DATE ON_DAY",
)
def nth_weekday(ord: int | None, a_weekday: Calendrical, date: Calendrical) -> Expression | None:
    if not isinstance(a_weekday, Weekday) or not isinstance(date, Calendrical):
        return None
    return NthWeekday(a_weekday.number, ord or -1, date)


@counted_inside.rule(
    "two n-th weekdays of a date",
    "first=(the one=ORD) (and|or) last=(two=ORD (A_WEEKDAY|SET_DAY) (of|in) DATE)",
    "the first and third Sunday of next month",
    "the first and third Mondays in May",
    gives="DATE ON_DAY",
)
def two_nth_weekdays(
    one: int, two: int, a_weekday: Calendrical | None, set_day: Expression | None, date: Calendrical
) -> Parts | None:
    number = a_weekday.number if isinstance(a_weekday, Weekday) else number_of(set_day)
    if not number or not isinstance(date, Calendrical):
        return None
    return Parts({"first": NthWeekday(number, one, date), "last": NthWeekday(number, two, date)})


def number_of(set_day: Expression | None) -> int:
    """The number of a weekday that recurs ("Mondays"), 0 where it is none."""
    value = set_day.value if isinstance(set_day, Recurring) else ""
    return int(value[-1]) if value.startswith("XXXX-WXX-") and value[-1].isdecimal() else 0


@counted_inside.rule(
    "two n-th units of a date",
    "first=(the one=ORD) (and|or) last=(two=ORD (UNIT|BARE) (of|in) DATE)",
    "the second and third weeks of May",
    gives="DATE",
)
def two_nth_units(one: int, two: int, unit: str | None, bare: Length | None, date: Calendrical) -> Parts | None:
    first, last = (nth_unit(number, bare.unit if bare else unit or "", date) for number in (one, two))
    return Parts({"first": first, "last": last}) if first and last else None


@counted_inside.rule("last weekday of a date", "ON_DAY (of|in) DATE", "the last Friday in April", gives="DATE ON_DAY")
def last_weekday(on_day: Calendrical, date: Calendrical) -> Expression | None:
    is_last = isinstance(on_day, Weekday) and on_day.direction == "last"
    if not is_last or not isinstance(on_day, Weekday) or not isinstance(date, Calendrical):
        return None
    return NthWeekday(on_day.number, -1, date)


@counted_inside.rule(
    "weekday next to a day",
    "the (ORD|last)? A_WEEKDAY AFTER ON_DAY",
    "the Friday before Christmas",
    "the second Monday after Easter",
    gives="DATE ON_DAY",
)
def weekday_next_to(ord: int | None, a_weekday: Calendrical, after: int, on_day: Calendrical) -> Expression | None:
    is_bare = isinstance(a_weekday, Weekday) and not isinstance(on_day, Weekday)
    return WeekdayNextTo(a_weekday.number, after * (ord or 1), on_day) if is_bare else None  # type: ignore[attr-defined]


@counted_inside.rule(
    "weekday next to an n-th weekday",
    "the A_WEEKDAY AFTER the ORD inner=A_WEEKDAY (of|in) DATE",
    "the Tuesday after the first Monday in November",
    gives="DATE ON_DAY",
)
def weekday_next_to_nth(
    a_weekday: Calendrical, after: int, ord: int, inner: Calendrical, date: Calendrical
) -> Expression | None:
    if not (isinstance(a_weekday, Weekday) and isinstance(inner, Weekday) and isinstance(date, Calendrical)):
        return None
    return WeekdayNextTo(a_weekday.number, after, NthWeekday(inner.number, ord, date))


@counted_inside.rule(
    "unit before the last",
    "the? (second=second|next|third=third) HYPHEN to HYPHEN RELATIVE (of|in) DATE",
    "the second-to-last day of February",
    gives="DATE",
)
def unit_before_last(relative: Calendrical, date: Calendrical, third: str | None) -> Expression | None:
    is_last = isinstance(relative, Shifted) and relative.amount == -1 and relative.direction == "this"
    if not is_last or not isinstance(relative, Shifted) or not isinstance(date, Calendrical):
        return None
    return (
        Nth(relative.unit, -3 if third else -2, date) if relative.unit in {"day", "week", "weekend", "month"} else None
    )


@counted_inside.rule(
    "last weekday before a day", "ON_DAY AFTER HOLIDAY", "the last Saturday before Christmas", gives="DATE ON_DAY"
)
def last_weekday_before(on_day: Calendrical, after: int, holiday: Calendrical) -> Expression | None:
    is_last = isinstance(on_day, Weekday) and on_day.direction == "last" and after < 0
    return WeekdayNextTo(on_day.number, -1, holiday) if is_last else None  # type: ignore[attr-defined]


@counted_inside.rule(
    "units at one end of a date",
    "< AT_ONE_END > of DATE",
    "the last three days of April",
    gives="LENGTH",
)
def units_at_end(at_one_end: AtOneEnd, date: Calendrical) -> Expression | None:
    is_date = isinstance(date, Calendrical)
    return UnitsOf(at_one_end.length, at_one_end.sign, date) if is_date else None
