"""What recurs."""

from services.nlp.timex.expressions import Expression, Length, Recurring
from services.nlp.timex.grammar import Family

sets = Family("sets")


@sets.rule("frequency", "FREQUENCY", "daily", "annually", gives="SET")
def frequency(frequency: str) -> Expression:
    return Recurring(frequency)


@sets.rule("every unit", "(every|each) NUM? (UNIT|UNITS)", "every day", "every two years", gives="SET")
def every(num: float | None, unit: str | None, units: str | None) -> Expression:
    return Recurring(Length(num or 1, unit or units or "").value, "EVERY")


@sets.rule("every month by name", "(every|each) MONTH", "every July", gives="SET")
def every_month(month: int) -> Expression:
    return Recurring(f"XXXX-{month:02d}", "EVERY")


@sets.rule("weekdays", "WEEKDAYS", "Fridays", gives="SET")
def weekdays(weekdays: int) -> Expression:
    return Recurring(f"XXXX-WXX-{weekdays}", "EVERY")


@sets.rule("every weekday", "(every|each) WEEKDAY", "every Friday", gives="SET")
def every_weekday(weekday: int) -> Expression:
    return Recurring(f"XXXX-WXX-{weekday}", "EVERY")


@sets.rule("per unit", "(per) UNIT", "per day", gives="SET")
def per_unit(unit: str) -> Expression | None:
    if unit in {"second", "minute"}:
        return None
    return Recurring(Length(1, unit).value)
