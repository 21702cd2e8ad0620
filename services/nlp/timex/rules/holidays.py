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
from services.nlp.timex.rules.feasts import (
    When,
    after_passover,
    after_rosh_hashanah,
    days_after,
    diwali,
    easter,
    hanukkah,
    lunar_new_year,
    nth_weekday,
    victoria_day,
)
from services.nlp.timex.rules.relative import named

holidays = Family("holidays")

FIXED: dict[str, tuple[int, int]] = {
    "Christmas Day": (12, 25), "Christmas Eve": (12, 24), "Christmas": (12, 25), "Boxing Day": (12, 26),
    "New Year's": (1, 1), "New Year's Eve": (12, 31), "New Year's Day": (1, 1), "Epiphany": (1, 6), "Australia Day": (1, 26),
    "Burns Night": (1, 25), "Waitangi Day": (2, 6), "St. David's Day": (3, 1),
    "St. George's Day": (4, 23), "Anzac Day": (4, 25), "Cinco de Mayo": (5, 5), "VE Day": (5, 8), "V-E Day": (5, 8),
    "VJ Day": (8, 15), "V-J Day": (8, 15), "Bonfire Night": (11, 5), "St. Andrew's Day": (11, 30),
    "St. Stephen's Day": (12, 26), "Hogmanay": (12, 31),
    "Groundhog Day": (2, 2), "Valentine's Day": (2, 14), "St. Patrick's Day": (3, 17), "April Fools' Day": (4, 1),
    "Earth Day": (4, 22), "May Day": (5, 1), "Flag Day": (6, 14), "Juneteenth": (6, 19), "Canada Day": (7, 1),
    "Independence Day": (7, 4), "Bastille Day": (7, 14), "Halloween": (10, 31), "All Saints' Day": (11, 1),
    "All Souls' Day": (11, 2), "Guy Fawkes Night": (11, 5), "Veterans Day": (11, 11), "Armistice Day": (11, 11),
    "Remembrance Day": (11, 11), "Pearl Harbor Day": (12, 7),
}  # fmt: skip


FIRST_MONDAY_OF_MAY, LAST_MONDAY_OF_AUGUST = nth_weekday(5, 0, 1), nth_weekday(8, 0, -1)

MOVABLE: dict[str, When] = {
    "Martin Luther King Day": nth_weekday(1, 0, 3), "Martin Luther King Jr. Day": nth_weekday(1, 0, 3),
    "MLK Day": nth_weekday(1, 0, 3), "Presidents' Day": nth_weekday(2, 0, 3),
    "Shrove Tuesday": easter(-47), "Fat Tuesday": easter(-47), "Mardi Gras": easter(-47), "Pancake Day": easter(-47),
    "Ash Wednesday": easter(-46), "Mothering Sunday": easter(-21), "Palm Sunday": easter(-7),
    "Maundy Thursday": easter(-3), "Holy Thursday": easter(-3), "Good Friday": easter(-2),
    "Holy Saturday": easter(-1), "Easter": easter(0), "Easter Sunday": easter(0), "Easter Monday": easter(1),
    "Ascension Day": easter(39), "Pentecost": easter(49), "Whit Sunday": easter(49), "Whitsun": easter(49),
    "Whit Monday": easter(50), "Trinity Sunday": easter(56),
    "Mother's Day": nth_weekday(5, 6, 2), "Memorial Day": nth_weekday(5, 0, -1), "Victoria Day": victoria_day,
    "Father's Day": nth_weekday(6, 6, 3), "Labor Day": nth_weekday(9, 0, 1), "Columbus Day": nth_weekday(10, 0, 2),
    "Indigenous Peoples' Day": nth_weekday(10, 0, 2), "Remembrance Sunday": nth_weekday(11, 6, 2),
    "Election Day": days_after(1, nth_weekday(11, 0, 1)),
    "Thanksgiving Day": nth_weekday(11, 3, 4), "Thanksgiving": nth_weekday(11, 3, 4),
    "Black Friday": days_after(1, nth_weekday(11, 3, 4)), "Cyber Monday": days_after(4, nth_weekday(11, 3, 4)),
    "early May bank holiday": FIRST_MONDAY_OF_MAY, "May Day bank holiday": FIRST_MONDAY_OF_MAY,
    "spring bank holiday": nth_weekday(5, 0, -1), "August bank holiday": LAST_MONDAY_OF_AUGUST,
    "summer bank holiday": LAST_MONDAY_OF_AUGUST,
    "Rosh Hashanah": after_rosh_hashanah(0), "Yom Kippur": after_rosh_hashanah(9), "Sukkot": after_rosh_hashanah(14),
    "Hanukkah": hanukkah, "Chanukah": hanukkah, "Purim": after_passover(-30), "Passover": after_passover(0),
    "Chinese New Year": lunar_new_year, "Lunar New Year": lunar_new_year, "Diwali": diwali,
}  # fmt: skip
"""Feasts of several days have their first."""


def pattern_of(name: str) -> str:
    """A holiday's name as a pattern: saints may be abbreviated, and an apostrophe after a plural left out."""
    return name.lower().replace("st. ", "(st|saint) .? ").replace("'s", " 's").replace("s' ", "s '? ")


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
