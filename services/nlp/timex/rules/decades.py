"""Decades and centuries."""

import re

from services.nlp.timex.expressions import Expression, Fixed
from services.nlp.timex.grammar import Family
from services.nlp.timex.periods import Period

decades = Family("decades and centuries")


@decades.rule("decade", "the? DECADE", "the 1990s", "the '90s", gives="DATE IN_DECADE")
def decade(decade: str) -> Expression:
    digits = int(re.sub(r"\D", "", decade))
    return Fixed(Period("decade", digits // 10 if digits > 99 else 190 + digits // 10))  # noqa: PLR2004  # two digits


@decades.rule("decade in words", "the DECADEWORD", "the nineties", gives="DATE IN_DECADE")
def decade_word(decadeword: int) -> Expression:
    return Fixed(Period("decade", 190 + decadeword // 10))


@decades.rule("century", "the? ORD HYPHEN? century", "the 19th century", gives="DATE IN_CENTURY")
def century(ord: int) -> Expression | None:  # noqa: A002  # the category's name
    return Fixed(Period("century", ord - 1)) if 1 <= ord <= 30 else None  # noqa: PLR2004  # centuries people speak of
