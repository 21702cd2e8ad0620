"""Years before Christ and of our Lord, alone, in ranges, with months and days."""

from services.nlp.timex.expressions import (
    Calendrical,
    DayBeforeChrist,
    DayOfYear,
    EarlyYear,
    Expression,
    Fixed,
    InEarlyYear,
    InYear,
    PartOfYear,
)
from services.nlp.timex.periods import day, year
from services.nlp.timex.rule import Family, Parts
from services.nlp.timex.rules.calendar_dates import month_of_year
from services.nlp.timex.scanner import Node

eras = Family("years of an era")

YEAR_NUMBER = "(YEAR|SMALL_YEAR|TWO_DIGITS|NUM)"
DAY_OF_MONTH = "(DAYNUM|DAYORD)"
UP_TO = "(DASH|to|and|or|until|through)"


def number_of(nodes: tuple[Node, ...]) -> int:
    """The number that a node stands for, without a fraction ("two and a half AD" is no year, but must not raise)."""
    return int(float(str(nodes[0].meaning["NUM"])))


def before_christ(nodes: tuple[Node, ...]) -> Calendrical:
    """The year before Christ of that number."""
    return Fixed(year(1 - number_of(nodes)))


@eras.rule("year before Christ", f"the? year? n={YEAR_NUMBER} BC", "264 BC", "44 B.C.", gives="DATE IN_YEAR")
def year_before_christ(n: tuple[Node, ...]) -> Calendrical:
    return before_christ(n)


@eras.rule(
    "years before Christ", f"first={YEAR_NUMBER} {UP_TO} (c .?|AROUND)? last=(n={YEAR_NUMBER} BC)",
    "264 to 241 BC", "334–323 BC", gives="DATE IN_YEAR",
)  # fmt: skip
def years_before_christ(first: tuple[Node, ...], n: tuple[Node, ...]) -> Parts | None:
    begins = number_of(first)
    if begins <= number_of(n):
        return None
    return Parts({"first": before_christ(first), "last": before_christ(n)})


@eras.rule("month before Christ", f"MONTH ,? (of|in)? n={YEAR_NUMBER} BC", "June 323 BC", gives="DATE IN_MONTH")
def month_before_christ(month: int, n: tuple[Node, ...]) -> Calendrical:
    return InYear(month_of_year(month), before_christ(n))


@eras.rule(
    "day before Christ", f"the? d={DAY_OF_MONTH} of? MONTH ,? of? n={YEAR_NUMBER} BC", "15 March 44 BC", gives="DATE ON_DAY"
)  # fmt: skip
def day_before_christ(month: int, d: tuple[Node, ...], n: tuple[Node, ...]) -> Calendrical | None:
    return the_day_before_christ(month, d, n)


def the_day_before_christ(month: int, d: tuple[Node, ...], n: tuple[Node, ...]) -> Calendrical | None:
    """The day of that month and year, None where no calendar has it."""
    number = int(str(d[0].meaning.get("DAYNUM") or d[0].meaning["DAYORD"]))
    return DayBeforeChrist(number_of(n), month, number) if day(2000, month, number) else None


@eras.rule(
    "month and day before Christ", f"MONTH d={DAY_OF_MONTH} ,? n={YEAR_NUMBER} BC", "September 2, 31 BC", gives="DATE ON_DAY"
)  # fmt: skip
def month_day_before_christ(month: int, d: tuple[Node, ...], n: tuple[Node, ...]) -> Calendrical | None:
    return the_day_before_christ(month, d, n)


@eras.rule(
    "season before Christ", f"the? SEASON of? n={YEAR_NUMBER} BC", "the summer of 480 BC", gives="DATE IN_SEASON"
)
def season_before_christ(season: int, n: tuple[Node, ...]) -> Expression:
    return InYear(PartOfYear("season", season), before_christ(n))


@eras.rule(
    "year of our Lord", f"AD n={YEAR_NUMBER} | m={YEAR_NUMBER} AD", "AD 476", "476 AD", gives="DATE IN_YEAR"
)  # fmt: skip
def year_of_our_lord(n: tuple[Node, ...] | None, m: tuple[Node, ...] | None) -> Calendrical:
    return Fixed(year(number_of(n or m or ())))


@eras.rule(
    "years of our Lord",
    f"first=(AD n={YEAR_NUMBER}) {UP_TO} last={YEAR_NUMBER} !UNITS !BC | one={YEAR_NUMBER} {UP_TO} two=(m={YEAR_NUMBER} AD)",
    "AD 235–284", "98 to 117 AD", gives="DATE IN_YEAR",
)  # fmt: skip
def years_of_our_lord(
    first: tuple[Node, ...] | None,
    n: tuple[Node, ...] | None,
    last: tuple[Node, ...] | None,
    one: tuple[Node, ...] | None,
    m: tuple[Node, ...] | None,
) -> Parts | None:
    begins, ends = number_of(n or one or ()), number_of(last or m or ())
    if begins >= ends:
        return None
    names = ("first", "last") if first else ("one", "two")
    return Parts(dict(zip(names, (Fixed(year(begins)), Fixed(year(ends))), strict=True)))


@eras.rule(
    "the year so-and-so",
    "(the (full|whole|entire|calendar)? year n=(YEAR|SMALL_YEAR)|(full|calendar) HYPHEN? year m=YEAR"
    "|the (full|whole|entire) year of k=YEAR)",
    "the year 2016",
    "the full year 2016",
    "the whole year of 2016",
    "the year 711",
    gives="DATE IN_YEAR",
)
def the_year(n: tuple[Node, ...] | None, m: int | None, k: int | None) -> Calendrical:
    return Fixed(year(number_of(n) if n else m or k or 0))


@eras.rule(
    "the year of two digits", "(in|by|from|until|since|before|after) < the year n=(TWO_DIGITS|DAYNUM) > !UNITS !BC !AD",
    "in the year 69", gives="DATE IN_YEAR",
)  # fmt: skip
def the_early_year(n: tuple[Node, ...]) -> Calendrical:
    return Fixed(year(number_of(n)))


@eras.rule("early year", "(in|by|since|until|from) < SMALL_YEAR > !BC !AD !UNITS !to", "in 930", gives="DATE IN_YEAR")
def early_year(small_year: int) -> Expression:
    return EarlyYear(small_year)


@eras.rule(
    "early years",
    "((from|between) first=(SMALL_YEAR|TWO_DIGITS) (to|and|until) last=SMALL_YEAR"
    "|one=(SMALL_YEAR|TWO_DIGITS) DASH two=SMALL_YEAR) !BC !AD !UNITS",
    "from 98 to 117", gives="DATE IN_YEAR",
)  # fmt: skip
def early_years(
    first: tuple[Node, ...] | None, last: int | None, one: tuple[Node, ...] | None, two: int | None
) -> Parts | None:
    begins, ends = number_of(first or one or ()), last or two or 0
    names = ("first", "last") if first else ("one", "two")
    return Parts(dict(zip(names, (EarlyYear(begins), EarlyYear(ends)), strict=True))) if begins != ends else None


ENDS = "(,|.|;|:|CLOSING|DASH|and|to|the|he|his|she|they|but|by|when|after)"
"""What tells a year of three digits from a number of things: "in August 410, …", not "in August 410 houses burnt"."""


@eras.rule(
    "season of an early year", "the? SEASON of SMALL_YEAR !BC !AD !UNITS", "the spring of 219", gives="DATE IN_SEASON"
)
def season_of_early_year(season: int, small_year: int) -> Expression:
    return InEarlyYear(PartOfYear("season", season), EarlyYear(small_year))


@eras.rule("month of an early year", "< MONTH SMALL_YEAR > (,|.|;|:|CLOSING)", "March 410,", gives="DATE IN_MONTH")
def month_of_early_year(month: int, small_year: int) -> Expression:
    return InEarlyYear(month_of_year(month), EarlyYear(small_year))


@eras.rule(
    "day of an early year",
    f"< the? d={DAY_OF_MONTH} of? MONTH ,? of? SMALL_YEAR > {ENDS}",
    "24 August 410,",
    gives="DATE ON_DAY",
)
def day_of_early_year(d: tuple[Node, ...], month: int, small_year: int) -> Expression | None:
    number = int(str(d[0].meaning.get("DAYNUM") or d[0].meaning["DAYORD"]))
    return InEarlyYear(DayOfYear(month, number), EarlyYear(small_year)) if day(2000, month, number) else None


@eras.rule(
    "years of a reign", "(reigned|ruled|reign|rule) (from|OPENING|,)? first=(SMALL_YEAR|TWO_DIGITS) (DASH|to|until) last=SMALL_YEAR !BC !AD !UNITS",
    "reigned from 871 to 899", gives="DATE IN_YEAR",
)  # fmt: skip
def years_of_reign(first: tuple[Node, ...], last: int) -> Parts | None:
    begins = number_of(first)
    return Parts({"first": Fixed(year(begins)), "last": Fixed(year(last))}) if begins < last else None
