"""A club that is called after a weekday, in what is told of matches."""

import re
from typing import Final

from services.nlp.timex.belief.word import Word

CLUB: Final = re.compile(r"\bSheffield Wednesday\b")
CALLED: Final = "wednesday"

BEFORE_DAY: Final = frozenset(
    "on last next this that until till since from by every each early late coming following tuesday or".split()
)
"""What stands before the day where British papers write it; the club stands alone or after other words."""


def is_club(word: Word) -> bool:
    """Whether "Wednesday" is the club in a text that has named it: "Wednesday equalised", "Wednesday's keeper"."""
    return word.before not in BEFORE_DAY


def tells_of_club(text: str) -> bool:
    """Whether a text names the club in full."""
    return CLUB.search(text) is not None
