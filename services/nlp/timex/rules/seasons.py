"""Seasons, quarters, halves and fiscal years."""

from services.nlp.timex.expressions import AnySeason, Expression, Fixed, InYear, Modified, PartOfYear, ShortYear, Yearly
from services.nlp.timex.periods import full_year
from services.nlp.timex.periods import year as year_period
from services.nlp.timex.rule import Family, Parts

seasons = Family("seasons, quarters, fiscal years")


@seasons.rule(
    "season", "the? SEASON (months|term|semester)?", "summer", "the winter", "the summer months", gives="DATE IN_SEASON"
)
def season(season: int) -> Expression:
    return Yearly(PartOfYear("season", season))


@seasons.rule(
    "in a season",
    "(in|during) < SEASON > !of !YEAR !SHORT !months !term !semester !, !and !or !LOOKING !DASH !/",
    "in summer",
    gives="DATE IN_SEASON",
)
def in_season(season: int) -> Expression:
    return AnySeason(PartOfYear("season", season))


@seasons.rule(
    "middle of a season",
    "(in|by|until|till|since|around|before|after|this) < MIDSEASON (of? YEAR)? > !night !murders",
    "in midsummer",
    "by midwinter 2019",
    gives="DATE",
)
def middle_of_season(midseason: int, year: int | None) -> Expression:
    part = PartOfYear("season", midseason)
    return Modified(InYear(part, Fixed(year_period(year))) if year else Yearly(part), "MID")


@seasons.rule("season and short year", "the? SEASON of? SHORT", "the winter of '68", gives="DATE IN_SEASON")
def season_short_year(season: int, short: str) -> Expression:
    return InYear(PartOfYear("season", season), ShortYear(int(short[1:])))


@seasons.rule(
    "season and year", "the? SEASON months? ,? of? YEAR", "summer 2007", "the spring of 1917", gives="DATE IN_SEASON"
)
def season_year(season: int, year: int) -> Expression:
    return InYear(PartOfYear("season", season), Fixed(year_period(year)))


@seasons.rule(
    "quarter",
    "the? (fiscal HYPHEN?)? ORD HYPHEN? (fiscal HYPHEN?)? quarter",
    "the third quarter",
    "third-quarter",
    gives="DATE IN_QUARTER",
)
def quarter(ord: int) -> Expression | None:
    return Yearly(PartOfYear("quarter", ord - 1)) if ord <= 4 else None  # noqa: PLR2004  # four quarters


@seasons.rule(
    "quarter by its months",
    "the? (first=MONTH (DASH|to|through) last=MONTH) middle=YEAR? (quarter|period|half) (of? YEAR)?",
    "the January-March quarter",
    "the April to June period",
    gives="DATE IN_QUARTER",
)
def quarter_by_months(first: int, last: int, middle: int | None, year: int | None) -> Expression | None:
    year = middle or year
    unit = {3: "quarter", 6: "half_year"}.get(last - first + 1)
    if unit is None or last % (last - first + 1):
        return None
    part = PartOfYear(unit, last // (last - first + 1) - 1)  # type: ignore[arg-type]  # a part of a year
    return InYear(part, Fixed(year_period(year))) if year else Yearly(part)


@seasons.rule("quarter by its last month", "the MONTH quarter", "the March quarter", gives="DATE IN_QUARTER")
def quarter_by_month(month: int) -> Expression | None:
    return Yearly(PartOfYear("quarter", month // 3 - 1)) if month % 3 == 0 else None


@seasons.rule(
    "quarter and year",
    "the? (fiscal HYPHEN?)? ORD HYPHEN? quarter (of|in|,)? fiscal? YEAR",
    "the third quarter of 1984",
    gives="DATE IN_QUARTER",
)
def quarter_year(ord: int, year: int) -> Expression | None:
    return InYear(PartOfYear("quarter", ord - 1), Fixed(year_period(year))) if ord <= 4 else None  # noqa: PLR2004


@seasons.rule(
    "year and quarter",
    "the? (fiscal year?)? YEAR 's? ORD HYPHEN? quarter",
    "the 1988 third quarter",
    "fiscal 1997 first quarter",
    "1988's third quarter",
    gives="DATE IN_QUARTER",
)
def year_quarter(ord: int, year: int) -> Expression | None:
    return InYear(PartOfYear("quarter", ord - 1), Fixed(year_period(year))) if ord <= 4 else None  # noqa: PLR2004


@seasons.rule("fiscal year", "(the? (fiscal|financial) year?|fy) YEAR", "fiscal 1989", "FY 2016", gives="DATE IN_YEAR")
def fiscal_year(year: int) -> Expression:
    return Fixed(year_period(year))


@seasons.rule(
    "quarter or half by code",
    "CODE ((of|in|,)? ((fiscal|fy)? (YEAR|SHORT)|whole=CODE))?",
    "Q3",
    "H1 2016",
    "Q4 FY22",
    gives="DATE IN_QUARTER",
)
def quarter_code(code: str, year: int | None, short: str | None, whole: str | None = None) -> Expression | None:
    letters, number, short = split_code(code, short)
    if whole is not None:
        of_letters, year, _ = split_code(whole, None)
        if of_letters not in {"fy", "cy"} or letters in {"fy", "cy"}:
            return None
        year = year if year > 99 else full_year(year)  # noqa: PLR2004  # two digits
    if letters in {"fy", "cy"}:
        return None if year or short else Fixed(year_period(number if number > 99 else full_year(number)))  # noqa: PLR2004
    per_year = {"q": 4, "h": 2}[letters]
    if not 1 <= number <= per_year:
        return None
    part = PartOfYear("quarter" if letters == "q" else "half_year", number - 1)
    if not year and not short:
        return Yearly(part)
    return InYear(part, Fixed(year_period(year or full_year(int((short or "")[1:])))))


def split_code(code: str, short: str | None) -> tuple[str, int, str | None]:
    """The letters and the number of a code, and its own two-digit year (3Q19, Q3FY19)."""
    head, fiscal, year = code.partition("fy")
    if head and fiscal:
        letters, number, _ = split_code(head, None)
        return letters, number, f"'{year[-2:]}"
    if code[0].isdigit():
        return code[1], int(code[0]), f"'{code[2:]}" if code[2:] else short
    letters = code[:2] if code[1].isalpha() else code[0]
    return letters, int(code[len(letters) :].lstrip("'")), short


@seasons.rule(
    "fiscal year across two",
    "first=((the? (fiscal|financial) year?|fy) YEAR|code=CODE) (DASH|/) last=TWO_DIGITS !UNIT !UNITS",
    "FY 2017-18",
    "fiscal year 2015/16",
    gives="DATE IN_YEAR",
)
def fiscal_years(year: int | None, code: str | None, last: int) -> Parts | None:
    letters, number, _ = split_code(code or f"fy{year}", None)
    first = number if number > 99 else full_year(number)  # noqa: PLR2004  # two digits
    if letters != "fy" or last != (first + 1) % 100:
        return None
    return Parts({"first": Fixed(year_period(first)), "last": Fixed(year_period(first + 1))})


@seasons.rule("year and quarter code", "YEAR CODE", "2016 Q3", gives="DATE IN_QUARTER")
def year_quarter_code(year: int, code: str) -> Expression | None:
    letters, number, _ = split_code(code, None)
    number = number if letters == "q" else 0
    return InYear(PartOfYear("quarter", number - 1), Fixed(year_period(year))) if 1 <= number <= 4 else None  # noqa: PLR2004


@seasons.rule(
    "quarter or half, its code and year",
    "the? ORD HYPHEN? (half=half|quarter) OPENING CODE CLOSING (of|in|,)? YEAR",
    "the first half (H1) of 2025",
    "the third quarter (Q3) 2019",
    gives="DATE IN_QUARTER",
)
def quarter_and_code(ord: int, half: str | None, year: int) -> Expression | None:
    unit, per_year = ("half_year", 2) if half else ("quarter", 4)
    return InYear(PartOfYear(unit, ord - 1), Fixed(year_period(year))) if ord <= per_year else None  # type: ignore[arg-type]  # parts of a year


@seasons.rule(
    "season across two years",
    "the? SEASON ,? of? YEAR (DASH|/) (TWO_DIGITS|last=YEAR)",
    "the winter of 1941-42",
    gives="DATE IN_SEASON",
)
def season_years(season: int, year: int) -> Expression:
    return InYear(PartOfYear("season", season), Fixed(year_period(year)))


@seasons.rule("half and year", "the? (ORD|latter|last) half of YEAR", "the second half of 1989", gives="DATE IN_HALF")
def half_year(ord: int | None, year: int) -> Expression | None:
    return half_of_year(ord, year)


@seasons.rule("year and half", "the? YEAR 's? (ORD|latter) half", "1989's first half", gives="DATE IN_HALF")
def year_half(year: int, ord: int | None) -> Expression | None:
    return half_of_year(ord, year)


def half_of_year(ord: int | None, year: int) -> Expression | None:
    """The first or the second half of a year; a half without a number is the second."""
    number = ord or 2
    return InYear(PartOfYear("half_year", number - 1), Fixed(year_period(year))) if number <= 2 else None  # noqa: PLR2004


@seasons.rule(
    "the fiscal year so-and-so", "the YEAR (fiscal|financial) year", "the 2016 fiscal year", gives="DATE IN_YEAR"
)
def the_fiscal_year(year: int) -> Expression:
    return Fixed(year_period(year))


@seasons.rule("half year", "the (one=first|second) half HYPHEN? year", "the first half year", gives="DATE IN_HALF")
@seasons.rule("half", "the? (one=first|second) HYPHEN? half !of", "the first half", "first-half", gives="DATE IN_HALF")
def half(one: str | None) -> Expression:
    return Yearly(PartOfYear("half_year", 0 if one else 1))


@seasons.rule(
    "last quarter of a year", "the (last|final) quarter of YEAR", "the last quarter of 1987", gives="DATE IN_QUARTER"
)
def last_quarter(year: int) -> Expression:
    return InYear(PartOfYear("quarter", 3), Fixed(year_period(year)))


@seasons.rule(
    "year and season",
    "the? YEAR SEASON !olympics !olympic !paralympics !games",
    "the 1976 summer",
    gives="DATE IN_SEASON",
)
def year_season(season: int, year: int) -> Expression:
    return InYear(PartOfYear("season", season), Fixed(year_period(year)))
