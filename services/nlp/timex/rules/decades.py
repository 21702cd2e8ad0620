"""Decades and centuries."""

import re

from services.nlp.timex.expressions import Expression, Fixed
from services.nlp.timex.grammar import Family
from services.nlp.timex.periods import Period

decades = Family("decades and centuries")


@decades.rule("decade", "(the=the)? DECADE", "the 1990s", "the '90s", gives="DATE IN_DECADE")
def decade(decade: str, the: str | None) -> Expression | None:
    if not the and decade[0] != "'" and len(decade.rstrip("s'")) == 2:  # noqa: PLR2004  # "in his 30s"
        return None
    digits = int(re.sub(r"\D", "", decade))
    return Fixed(Period("decade", digits // 10 if digits > 99 else 190 + digits // 10))  # noqa: PLR2004  # two digits


@decades.rule("decade in words", "the DECADEWORD", "the nineties", gives="DATE IN_DECADE")
def decade_word(decadeword: int) -> Expression:
    return Fixed(Period("decade", 190 + decadeword // 10))


@decades.rule("century", "the? ORD HYPHEN? century", "the 19th century", gives="DATE IN_CENTURY")
def century(ord: int) -> Expression | None:  # noqa: A002  # the category's name
    return Fixed(Period("century", ord - 1)) if 1 <= ord <= 30 else None  # noqa: PLR2004  # centuries people speak of
