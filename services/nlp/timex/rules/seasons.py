"""Seasons, quarters, halves and fiscal years."""

from services.nlp.timex.expressions import Expression, Fixed, InYear, PartOfYear, Yearly
from services.nlp.timex.grammar import Family
from services.nlp.timex.periods import year as year_period
from services.nlp.timex.rules.calendar_dates import full_year

seasons = Family("seasons, quarters, fiscal years")


@seasons.rule("season", "the? SEASON", "summer", "the winter", gives="DATE IN_SEASON")
def season(season: int) -> Expression:
    return Yearly(PartOfYear("season", season))


@seasons.rule("season and year", "the? SEASON ,? of? YEAR", "summer 2007", "the spring of 1917", gives="DATE IN_SEASON")
def season_year(season: int, year: int) -> Expression:
    return InYear(PartOfYear("season", season), Fixed(year_period(year)))


@seasons.rule("quarter", "the? (fiscal HYPHEN?)? ORD HYPHEN? (fiscal HYPHEN?)? quarter", "the third quarter", "third-quarter", gives="DATE IN_QUARTER")
def quarter(ord: int) -> Expression | None:  # noqa: A002  # the category's name
    return Yearly(PartOfYear("quarter", ord - 1)) if ord <= 4 else None  # noqa: PLR2004  # four quarters


@seasons.rule("quarter and year", "the? (fiscal HYPHEN?)? ORD HYPHEN? quarter (of|in|,)? fiscal? YEAR", "the third quarter of 1984", gives="DATE IN_QUARTER")
def quarter_year(ord: int, year: int) -> Expression | None:  # noqa: A002  # the category's name
    return InYear(PartOfYear("quarter", ord - 1), Fixed(year_period(year))) if ord <= 4 else None  # noqa: PLR2004


@seasons.rule("year and quarter", "the? YEAR ORD HYPHEN? quarter", "the 1988 third quarter", gives="DATE IN_QUARTER")
def year_quarter(ord: int, year: int) -> Expression | None:  # noqa: A002  # the category's name
    return InYear(PartOfYear("quarter", ord - 1), Fixed(year_period(year))) if ord <= 4 else None  # noqa: PLR2004


@seasons.rule("fiscal year", "(fiscal year?) YEAR", "fiscal 1989", gives="DATE IN_YEAR")
def fiscal_year(year: int) -> Expression:
    return Fixed(year_period(year))


@seasons.rule("quarter or half by code", "CODE ((of|in|,)? (fiscal|fy)? (YEAR|SHORT))?", "Q3", "H1 2016", gives="DATE IN_QUARTER")
def quarter_code(code: str, year: int | None, short: str | None) -> Expression | None:
    letters, number = code.rstrip("0123456789").rstrip("'"), int(code.lstrip("fyqhc'"))
    if letters in {"fy", "cy"}:
        return None if year or short else Fixed(year_period(number if number > 99 else full_year(number)))  # noqa: PLR2004
    per_year = {"q": 4, "h": 2}[letters]
    if not 1 <= number <= per_year:
        return None
    part = PartOfYear("quarter" if letters == "q" else "half_year", number - 1)
    if not year and not short:
        return Yearly(part)
    return InYear(part, Fixed(year_period(year or full_year(int((short or "")[1:])))))


@seasons.rule("year and quarter code", "YEAR CODE", "2016 Q3", gives="DATE IN_QUARTER")
def year_quarter_code(year: int, code: str) -> Expression | None:
    number = int(code[1:]) if code[0] == "q" else 0
    return InYear(PartOfYear("quarter", number - 1), Fixed(year_period(year))) if 1 <= number <= 4 else None  # noqa: PLR2004


@seasons.rule("season across two years", "the? SEASON ,? of? YEAR (DASH|/) (TWO_DIGITS|last=YEAR)", "the winter of 1941-42", gives="DATE IN_SEASON")
def season_years(season: int, year: int) -> Expression:
    return InYear(PartOfYear("season", season), Fixed(year_period(year)))


@seasons.rule("half and year", "the? (ORD|latter|last) half of YEAR", "the second half of 1989", gives="DATE IN_HALF")
def half_year(ord: int | None, year: int) -> Expression | None:  # noqa: A002  # the category's name
    number = ord or 2
    return InYear(PartOfYear("half_year", number - 1), Fixed(year_period(year))) if number <= 2 else None  # noqa: PLR2004
