"""Holidays of the English-speaking news, by the rule that sets their day."""

from datetime import date

from services.nlp.timex.expressions import (
    DayOfYear,
    Direction,
    Expression,
    Fixed,
    InYear,
    KnownByItsDay,
    Modified,
    MovableDay,
    Shifted,
    ShortYear,
    Yearly,
)
from services.nlp.timex.periods import year as year_period
from services.nlp.timex.rule import Family
from services.nlp.timex.rules.holiday_days import FIXED, MOVABLE
from services.nlp.timex.rules.relative import named

holidays = Family("holidays")

OWNERS = ("new year", "valentine", "patrick", "mother", "father", "women")
"""Whose day is also written without its apostrophe: "Mothers Day"."""


def pattern_of(name: str) -> str:
    """A holiday's name as a pattern: saints may be abbreviated, and an apostrophe left out where it often is."""
    pattern = name.lower().replace("st. ", "(st|saint) .? ")
    for owner in OWNERS:
        pattern = pattern.replace(f"{owner}'s ", f"({owner} 's|{owner}s) ")
    return pattern.replace("'s", " 's").replace("s' ", "s '? ")


def add(name: str, part: DayOfYear | MovableDay) -> None:
    """Three rules for a holiday: alone, with a direction, with a year."""
    pattern = pattern_of(name)

    @holidays.rule(
        f"last, this, next {name}", f"the? (this|that)? LOOKING {pattern}", f"last {name}", gives="DATE ON_DAY HOLIDAY"
    )
    def directed(looking: tuple[Direction, int]) -> Expression:
        return Yearly(part, named(looking))

    @holidays.rule(name, pattern, name, gives="DATE ON_DAY HOLIDAY")
    def alone() -> Expression:
        return Yearly(part)

    @holidays.rule(
        f"{name} and year", f"{pattern} (SHORT|(of|,|in)? YEAR)", f"{name} 2016", gives="DATE ON_DAY HOLIDAY"
    )
    def with_year(year: int | None, short: str | None) -> Expression:
        return InYear(part, Fixed(year_period(year)) if year else ShortYear(int((short or "")[1:])))


for name, (month, number) in FIXED.items():
    add(name, DayOfYear(month, number))
for name, when in MOVABLE.items():
    add(name, MovableDay(name, when))


@holidays.rule(
    "independence day of a country", "INDEPENDENT 's? ORD? < independence day >", "Ukraine's Independence Day", gives="DATE ON_DAY HOLIDAY"
)  # fmt: skip
def independence_day(independent: tuple[int, int]) -> Expression:
    return Yearly(DayOfYear(*independent))


KNOWN: dict[tuple[int, int], date] = {(9, 11): date(2001, 9, 11)}
"""Days of the year that name what happened on them once."""

OTHER_CALENDARS = "~chinese ~lunar ~jewish ~islamic ~muslim ~hebrew ~persian ~tamil ~thai ~khmer ~orthodox ~happy"
"""What goes before a new year that does not begin on 1 January, or is wished for."""


@holidays.rule(
    "New Year", f"{OTHER_CALENDARS} < new year > !'s !resolution !resolutions", "New Year", gives="DATE ON_DAY HOLIDAY"
)
def new_year() -> Expression:
    return Yearly(DayOfYear(1, 1))


@holidays.rule(
    "in the new year", "the new year !'s !holiday !holidays !celebrations !party", "in the new year", gives="DATE"
)
def the_new_year() -> Expression:
    return Modified(Shifted("year", 1, "this"), "START")


STRUCK = "(attacks|attack|hijackings|hijackers|hijacking|plot|bombings|victims|commission)"


def known(month: int, daynum: int | None, dayord: int | None, *, sure: bool) -> Expression | None:
    """The day known by its month and number, None for any other."""
    when = KNOWN.get((month, daynum or dayord or 0))
    return KnownByItsDay(when, sure) if when else None


@holidays.rule("day known by its number", "first=DAYNUM / last=DAYNUM !/ !of", "9/11", gives="DATE ON_DAY")
def known_number(first: int, last: int) -> Expression | None:
    return known(first, last, None, sure=True)


@holidays.rule(
    "day of attacks", f"< MONTH (DAYNUM|DAYORD) > (terror|terrorist|terrorism|suicide|al HYPHEN qaeda)? {STRUCK}", "the Sept. 11 attacks",
    gives="DATE ON_DAY",
)  # fmt: skip
def day_of_attacks(month: int, daynum: int | None, dayord: int | None) -> Expression | None:
    return known(month, daynum, dayord, sure=True)


@holidays.rule(
    "attacks of a day", "(attacks|hijackings) (of|on) < MONTH (DAYNUM|DAYORD) > !, !YEAR", "the attacks of September 11",
    gives="DATE ON_DAY",
)  # fmt: skip
def attacks_of_day(month: int, daynum: int | None, dayord: int | None) -> Expression | None:
    return known(month, daynum, dayord, sure=True)


@holidays.rule(
    "before or since a day known by its number",
    "(since|before|after|pre HYPHEN|post HYPHEN) < MONTH (DAYNUM|DAYORD) > !, !YEAR",
    "since Sept. 11",
    gives="DATE ON_DAY",
)
def since_day(month: int, daynum: int | None, dayord: int | None) -> Expression | None:
    return known(month, daynum, dayord, sure=False)
