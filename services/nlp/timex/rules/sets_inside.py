"""What recurs inside a longer time that recurs: "the first Friday of every month", "six days a week"."""

from services.nlp.timex.expressions import Expression, Length, Recurring
from services.nlp.timex.rule import Family
from services.nlp.timex.rules.sets import EACH, SET_DAY, quant

sets_inside = Family("sets inside longer ones")

COUNTED = "(the? (ORD (and|or))? (ord_=ORD|last|final))"
"""Which of those in a month: "the first", "the first and third", "the last"."""


@sets_inside.rule(
    "one weekday of every month",
    f"on? < {COUNTED} NUM? (WEEKDAY|WEEKDAYS|weekend=weekend|weekend_=weekends) (of|in) {EACH} (UNIT|MONTH) >",
    "the first Saturday of each month",
    "the first and third Tuesdays of every month",
    "the last weekend of every month",
    gives=SET_DAY,
)
def weekday_of_every(each: str | None, weekday: int | None, weekdays: int | None) -> Expression:
    return Recurring(f"XXXX-WXX-{weekday or weekdays or 'WE'}", quant(each))


@sets_inside.rule(
    "one unit of every longer one",
    f"{COUNTED} NUM? (one=UNIT|many=UNITS) (of|in) {EACH} (whole=UNIT|MONTH)",
    "the first day of every month",
    "the last two weeks of each year",
    gives="SET",
)
def unit_of_every(
    each: str | None, ord_: int | None, one: str | None, num: float | None, whole: str | None, month: int | None
) -> Expression:
    number = ord_ if one == "day" and not num else None
    return Recurring(numbered(number, whole, month), quant(each))


@sets_inside.rule(
    "a numbered day of every month", f"the? DAYORD (of|in) {EACH} (whole=month)", "the 15th of every month", gives=SET_DAY
)  # fmt: skip
def day_of_every_month(each: str | None, dayord: int) -> Expression:
    return Recurring(numbered(dayord, "month", None), quant(each))


def numbered(number: int | None, whole: str | None, month: int | None) -> str:
    """The value of a day by its number in every month, or else that of what it is in."""
    if month is not None:
        return f"XXXX-{month:02d}" + (f"-{number:02d}" if number else "")
    return f"XXXX-XX-{number:02d}" if number and whole == "month" else Length(1, whole or "month").value


@sets_inside.rule(
    "so long in every unit",
    "NUM UNITS (a|an|each=each|every=every|per) UNIT",
    "six days a week",
    "three hours each day",
    gives="SET",
)
def so_long_in(num: float, units: str, unit: str, each: str | None, every: str | None) -> Expression | None:
    if units not in WITHIN.get(unit, ()) or num != int(num):
        return None
    return Recurring(
        Length(1, unit).value, "EACH" if each else "EVERY" if every else None, f"{int(num)}{COUNTED_IN[units]}"
    )


COUNTED_IN = {"hour": "H", "day": "D", "night": "D", "week": "W", "month": "M"}
WITHIN = {
    "day": frozenset(("hour",)), "week": frozenset(("day", "hour", "night")), "month": frozenset(("day", "week")),
    "year": frozenset(("day", "week", "month")),
}  # fmt: skip
"""What is counted in each unit: "five days a week"; the guideline's freq."""
