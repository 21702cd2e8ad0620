"""Seasons, quarters, halves and fiscal years."""

from services.nlp.timex.expressions import Expression, Fixed, InYear, PartOfYear, Shifted, Yearly
from services.nlp.timex.grammar import Family
from services.nlp.timex.periods import year as year_period

seasons = Family("seasons, quarters, fiscal years")


@seasons.rule("season", "the? SEASON", "summer", "the winter", gives="DATE IN_SEASON")
def season(season: int) -> Expression:
    return Yearly(PartOfYear("season", season))


@seasons.rule("season and year", "the? SEASON ,? of? YEAR", "summer 2007", "the spring of 1917", gives="DATE IN_SEASON")
def season_year(season: int, year: int) -> Expression:
    return InYear(PartOfYear("season", season), Fixed(year_period(year)))


@seasons.rule("quarter", "(the|its)? (fiscal HYPHEN?)? ORD HYPHEN? quarter", "the third quarter", "third-quarter", gives="DATE IN_QUARTER")
def quarter(ord: int) -> Expression | None:  # noqa: A002  # the category's name
    return Yearly(PartOfYear("quarter", ord - 1)) if ord <= 4 else None  # noqa: PLR2004  # four quarters


@seasons.rule("quarter and year", "(the)? (fiscal HYPHEN?)? ORD HYPHEN? quarter (of|in|,)? fiscal? YEAR", "the third quarter of 1984", gives="DATE IN_QUARTER")
def quarter_year(ord: int, year: int) -> Expression | None:  # noqa: A002  # the category's name
    return InYear(PartOfYear("quarter", ord - 1), Fixed(year_period(year))) if ord <= 4 else None  # noqa: PLR2004


@seasons.rule("year and quarter", "the? YEAR ORD HYPHEN? quarter", "the 1988 third quarter", gives="DATE IN_QUARTER")
def year_quarter(ord: int, year: int) -> Expression | None:  # noqa: A002  # the category's name
    return InYear(PartOfYear("quarter", ord - 1), Fixed(year_period(year))) if ord <= 4 else None  # noqa: PLR2004


@seasons.rule("fiscal year", "(fiscal year?) YEAR", "fiscal 1989", gives="DATE IN_YEAR")
def fiscal_year(year: int) -> Expression:
    return Fixed(year_period(year))
