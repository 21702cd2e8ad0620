"""Decades and centuries."""

import re

from schemas.vocabulary import TimexMod
from services.nlp.timex.expressions import Expression, Fixed, Modified
from services.nlp.timex.grammar import Family
from services.nlp.timex.periods import Period

decades = Family("decades and centuries")


@decades.rule("decade", "(the=the)? DECADE", "the 1990s", "the '90s", gives="DATE IN_DECADE")
def decade(decade: str, the: str | None) -> Expression | None:
    if not the and decade[0] != "'" and len(decade.rstrip("s'")) == 2:  # noqa: PLR2004  # "in his 30s"
        return None
    digits = int(re.sub(r"\D", "", decade))
    if digits % 100 == 0 and digits > 99 and (digits // 100) % 10:  # noqa: PLR2004  # "the 1700s", but "the 2000s"
        return Fixed(Period("century", digits // 100))
    return Fixed(Period("decade", digits // 10 if digits > 99 else 190 + digits // 10))  # noqa: PLR2004  # two digits


@decades.rule(
    "decade in words",
    "the (EARLY_LATE HYPHEN?)? (nineteen HYPHEN?)? DECADEWORD",
    "the nineties",
    gives="DATE IN_DECADE",
)
def decade_word(decadeword: int, early_late: TimexMod | None) -> Expression:
    decade = Fixed(Period("decade", 190 + decadeword // 10))
    return Modified(decade, early_late) if early_late else decade


@decades.rule("decade of", "the decade of the? DECADE", "the decade of the 2010s", gives="DATE IN_DECADE")
def decade_of(decade: str) -> Expression:
    return Fixed(Period("decade", int(re.sub(r"\D", "", decade)) // 10))


@decades.rule("millennium", "the ORD millennium (BC|AD)?", "the third millennium", gives="DATE")
def millennium(ord: int, bc: str | None) -> Expression:
    return Fixed(Period("millennium", -(ord - 1) if bc else ord - 1))


@decades.rule(
    "century", "the? ORD HYPHEN? century (BC|AD)?", "the 19th century", "the 5th century BC", gives="DATE IN_CENTURY"
)
def century(ord: int, bc: str | None) -> Expression | None:
    return Fixed(Period("century", -(ord - 1) if bc else ord - 1)) if 1 <= ord <= 30 else None  # noqa: PLR2004  # centuries people speak of
