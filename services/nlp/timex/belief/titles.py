"""Titles of songs, books and films in quotation marks: "Friday Night Lights", "Winter in July"."""

from itertools import pairwise
from typing import Final

from services.nlp.timex.belief.names import HAPPENINGS
from services.nlp.timex.lexicon import MONTH, WEEKDAY

LONGEST: Final = 60
"""Characters from a quotation mark to the expression, and from there to the closing one."""

FEWEST, MOST = 2, 9
"""Words of a title."""

CLOSING: Final = {'"': '"', "“": "”", "‘": "’"}
SMALL: Final = frozenset("a an and at but by for from in into is my nor of on or over so the to up vs with yet".split())
"""Words that have no capital in a title."""

ALWAYS_CAPITALISED: Final = (
    frozenset(MONTH) | frozenset(WEEKDAY) | frozenset(("i", "i'm", "i'll", "christmas", "easter"))
)
STOPS: Final = frozenset(",.?!;:")
"""What ends a quotation of what somebody said."""


def is_in_title(text: str, start: int, end: int) -> bool:
    """Whether what stands from start to end is part of a title, by the capitals of the words around it."""
    earliest = max(start - LONGEST, 0)
    opening = max([text.rfind(mark, earliest, start) for mark in CLOSING])
    if opening < 0 or (opening > 0 and not (text[opening - 1].isspace() or text[opening - 1] in "([—–-")):
        return False
    closing = text.find(CLOSING[text[opening]], end, end + LONGEST)
    if closing < 0 or text[closing + 1 : closing + 2].isalpha():
        return False
    inside = text[opening + 1 : closing]
    return "\n" not in inside and is_title(inside)


def is_programme(text: str, start: int, end: int) -> bool:
    """Whether quotation marks hold nothing else, which makes a name of it: on "Tonight", the "Today" show."""
    opening = text[start - 1 : start]
    return opening in CLOSING and text[end : end + 1] == CLOSING[opening] and text[start].isupper()


def is_title(inside: str) -> bool:
    """Whether a quotation is a title: capitals but for small words, and more of them than a sentence would have.

    Where it ends without a stop, which what people say has, the capitals that any text has are enough.
    """
    words = inside.rstrip(",.?!;:").split()
    if not FEWEST <= len(words) <= MOST or not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    others = [word for word in words[1:] if word.lower() not in SMALL]
    if not all(word[0].isupper() or word[0].isdigit() or not word[0].isalnum() for word in others):
        return False
    if words[-1].lower() in HAPPENINGS or words[-1] == "War":
        return False
    if any(word[-1] in STOPS for word, _ in pairwise(words) if word[-1] != ","):
        return False
    telling = [word for word in others if word[0].isupper() and word.lower().strip(",'’s") not in ALWAYS_CAPITALISED]
    return bool(telling) or inside[-1] not in STOPS
