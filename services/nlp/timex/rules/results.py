"""Periods and days of reports of results: "the quarter", "the year-ago period", "year-end"."""

from services.nlp.timex.expressions import (
    Expression,
    Fixed,
    InYear,
    Length,
    Modified,
    PartOfYear,
    QuarterBefore,
    Reported,
    Shifted,
    TheUnit,
    YearBefore,
    Yearly,
    YearsEnd,
)
from services.nlp.timex.periods import year as full_period
from services.nlp.timex.rule import Family

results = Family("reports of results")

SAME = "(same|comparable|corresponding|equivalent|like)"
"""What a report calls the period to which it compares its own."""

QUARTERS, HALVES = 4, 2


@results.rule(
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


@results.rule(
    "a year ago in a report",
    "(the same?|a)? (year HYPHEN (ago|earlier)|prior HYPHEN year) (period|quarter=quarter|month|(ORD HYPHEN? (quarter|half=half)))?",
    "the year-ago period", "the same year-ago period", "the year-earlier quarter", "the year-earlier first half", "year-earlier", gives="DATE",
)  # fmt: skip
@results.rule(
    "a year ago in a report, without its hyphen",
    "(the|a)? year (ago|earlier) (period|quarter=quarter|(ORD HYPHEN? (quarter|half=half)))",
    "the year ago period",
    "the year earlier first quarter",
    gives="DATE",
)
def year_ago(ord: int | None, quarter: str | None, half: str | None) -> Expression | None:
    if ord is None:
        return QuarterBefore() if quarter else YearBefore()
    if half:
        return Shifted("half_year", -2, Yearly(PartOfYear("half_year", ord - 1))) if ord <= HALVES else None
    return Shifted("quarter", -4, Yearly(PartOfYear("quarter", ord - 1))) if ord <= QUARTERS else None


@results.rule(
    "the same period a year ago",
    f"the {SAME} (period|time|quarter=quarter|month=month) (of|in)? "
    "(last year|a year (ago|earlier)|the (year (before|LATER)|(previous|preceding|prior) year))",
    "the same period last year",
    "the same quarter a year earlier",
    "the comparable period last year",
    gives="DATE",
)
def same_period(quarter: str | None, month: str | None) -> Expression:
    if quarter:
        return QuarterBefore()
    return Shifted("month", -12, "same") if month else YearBefore()


@results.rule(
    "the same period of a year",
    f"the {SAME} (period|quarter=quarter) (of|in)? YEAR",
    "the same period of 1988",
    "the same quarter in 1988",
    gives="DATE",
)
@results.rule(
    "the period of a year", "the YEAR (period|quarter=quarter)", "the 1988 period", "the 1988 quarter", gives="DATE"
)
def period_of_year(year: int, quarter: str | None) -> Expression:
    return Reported(year, is_quarter=bool(quarter))


@results.rule(
    "quarter of a round year",
    "the? fiscal? DECADE ORD HYPHEN? (quarter|half=half)",
    "1990's third quarter",
    gives="DATE IN_QUARTER",
)
def quarter_of_round_year(decade: str, ord: int, half: str | None) -> Expression | None:
    """A year that ends with a nought looks like a decade where it owns something."""
    year = decade.removesuffix("'s")
    if not year.isdecimal() or len(year) != len("1990") or ord > (HALVES if half else QUARTERS):
        return None
    return InYear(PartOfYear("half_year" if half else "quarter", ord - 1), Fixed(full_period(int(year))))


@results.rule(
    "the quarter", "the (fiscal|full|entire|whole)? quarter", "the quarter", gives="DATE RELATIVE THE_QUARTER"
)
def the_quarter() -> Expression:
    return Reported()


@results.rule(
    "the year that ended",
    "~YEAR ~TWO_DIGITS < (the (fiscal|full|financial)?|(fiscal|financial)) UNIT > (,? (that|which))? (ended|ending|(to|through) (the end of)? (MONTH|YEAR))",
    "the year ended",
    "the year to March",
    "its fiscal year ending",
    gives="LENGTH",
)
def year_ended(unit: str) -> Expression | None:
    return Length(1, unit) if unit in {"year", "decade"} else None


@results.rule(
    "year's end", "(the|this)? (UNIT 's? HYPHEN? end)", "year-end", "month's end", "year end", gives="DATE YEAR_END"
)
def years_end(unit: str) -> Expression | None:
    if unit not in {"week", "month", "quarter", "year", "decade", "century"}:
        return None
    return Modified(YearsEnd("year", 0) if unit == "year" else TheUnit(unit, 0, "this"), "END")  # type: ignore[arg-type]
