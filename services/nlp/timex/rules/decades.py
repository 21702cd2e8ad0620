"""Decades and centuries."""

import re
from typing import Literal

from schemas.vocabulary import TimexMod
from services.nlp.timex.expressions import EarlyDecade, Expression, Fixed, Modified
from services.nlp.timex.periods import Period
from services.nlp.timex.rule import Family, Parts

decades = Family("decades and centuries")


@decades.rule("decade", "(the=the)? DECADE", "the 1990s", "the '90s", gives="DATE IN_DECADE")
def decade(decade: str, the: str | None) -> Expression | None:
    if not the and decade[0] != "'" and len(decade.rstrip("s'")) == 2:  # noqa: PLR2004  # "in his 30s"
        return None
    digits = int(re.sub(r"\D", "", decade))
    if digits % 100 == 0 and digits > 99 and (digits // 100) % 10:  # noqa: PLR2004  # "the 1700s", but "the 2000s"
        return Fixed(Period("century", digits // 100))
    return Fixed(Period("decade", digits // 10 if digits > 99 else 190 + digits // 10))  # noqa: PLR2004  # two digits


@decades.rule("part of a decade in figures", "the EARLY_LATE HYPHEN? DECADE", "the mid-90s", gives="DATE IN_DECADE")
def part_of_decade(decade: str, early_late: TimexMod) -> Expression | None:
    short = short_decade(decade)
    if short is None:
        return None
    return Modified(EarlyDecade(short) if short.index < FIFTIES else Fixed(short), early_late)


FIFTIES = 195
"""From these on people say "the mid-50s" of a decade."""


def short_decade(written: str) -> Period | None:
    """A decade of two digits without their apostrophe; None for one that is written in full."""
    two_digits = written.rstrip("s'")
    is_short = len(two_digits) == 2 and two_digits.isdecimal()  # noqa: PLR2004
    return Period("decade", 190 + int(two_digits) // 10) if is_short else None


@decades.rule(
    "two decades in figures",
    "first=(the one=DECADE) (and|or|to|DASH|,|through) last=(two=DECADE)",
    "the 80s and 90s",
    gives="DATE IN_DECADE",
)
def two_decades(one: str, two: str) -> Parts | None:
    first, last = short_decade(one), short_decade(two)
    return Parts({"first": Fixed(first), "last": Fixed(last)}) if first and last else None


@decades.rule(
    "two decades in words",
    "first=(the one=DECADEWORD) (and|or|to|DASH|,|through) last=(two=DECADEWORD)",
    "the eighties and nineties",
    gives="DATE IN_DECADE",
)
def two_decades_in_words(one: int, two: int) -> Parts:
    return Parts({name: Fixed(Period("decade", 190 + ten // 10)) for name, ten in (("first", one), ("last", two))})


@decades.rule(
    "decade in words",
    "the (EARLY_LATE HYPHEN?)? (nineteen HYPHEN?|roaring|swinging)? DECADEWORD",
    "the nineties",
    gives="DATE IN_DECADE",
)
def decade_word(decadeword: int, early_late: TimexMod | None) -> Expression:
    decade = Fixed(Period("decade", 190 + decadeword // 10))
    return Modified(decade, early_late) if early_late else decade


@decades.rule("decade of", "the decade of the? DECADE", "the decade of the 2010s", gives="DATE IN_DECADE")
def decade_of(decade: str) -> Expression:
    return Fixed(Period("decade", int(re.sub(r"\D", "", decade)) // 10))


@decades.rule("decade before Christ", "the DECADE BC", "the 330s BC", gives="DATE IN_DECADE")
def decade_before_christ(decade: str) -> Expression:
    return Fixed(Period("decade", -(int(re.sub(r"\D", "", decade)) // 10) - 1))


@decades.rule(
    "millennium", "the (EARLY_LATE HYPHEN?)? ORD millennium (BC|AD)?", "the third millennium", "the early 2nd millennium BC",
    gives="DATE",
)  # fmt: skip
def millennium(ord: int, bc: str | None, early_late: TimexMod | None) -> Expression:
    found = Fixed(numbered("millennium", ord, bc))
    return Modified(found, early_late) if early_late else found


def numbered(unit: Literal["century", "millennium"], number: int, bc: object) -> Period:
    """The n-th century or millennium, of our era or before it."""
    return Period(unit, -number if bc else number - 1)


@decades.rule(
    "century", "the? ORD HYPHEN? century (BC|AD)?", "the 19th century", "the 5th century BC", gives="DATE IN_CENTURY"
)
def century(ord: int, bc: str | None) -> Expression | None:
    return Fixed(numbered("century", ord, bc)) if 1 <= ord <= LATEST else None


@decades.rule(
    "centuries",
    "(from|between)? first=(the? (early=EARLY_LATE HYPHEN?)? one=ORD) (and|or|to|until|through|DASH)"
    " last=(the? (late=EARLY_LATE HYPHEN?)? two=ORD HYPHEN? (century|centuries) (BC|AD)?)",
    "the 17th and 19th centuries",
    "the 5th to the 9th century",
    gives="DATE",
)
def centuries(one: int, two: int, bc: str | None, early: TimexMod | None, late: TimexMod | None) -> Parts | None:
    if max(one, two) > LATEST:
        return None
    first, last = Fixed(numbered("century", one, bc)), Fixed(numbered("century", two, bc))
    return Parts({"first": Modified(first, early) if early else first, "last": Modified(last, late) if late else last})


LATEST = 30
"""The last of the centuries that people speak of."""
