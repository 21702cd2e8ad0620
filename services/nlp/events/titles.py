"""Titles of works between quotation marks, which name no events: "We Came by Night"."""

from bisect import bisect_right

from services.nlp.events.syntax import Syntax

_WORDS = range(2, 13)
"""Words of a title; a single capitalised word may be anything."""
_SMALL = 4
"""Letters of the longest small word that a title has in small letters: "with", "from"."""


def titles(syntax: Syntax) -> list[tuple[int, int]]:
    """The stretches between quotation marks that hold a title, in the order of the text."""
    return [quote for quote in syntax.quotes if _is_title(syntax.text[quote[0] : quote[1]])]


def in_title(found: list[tuple[int, int]], place: int) -> bool:
    """Whether a code point lies in one of them."""
    at = bisect_right(found, (place, place + 1)) - 1
    return at >= 0 and place < found[at][1]


def _is_title(quoted: str) -> bool:
    """Whether the first and the last word and all long ones have capitals: what somebody says has none."""
    words = [bare for word in quoted[:200].split() if (bare := word.strip("\"'`“”‘’.,;:!?()"))]
    if len(words) not in _WORDS or len(quoted) > 200:  # noqa: PLR2004  # as above
        return False
    capitals = [word[0].isupper() or word[0].isdigit() for word in words]
    long = all(capital or len(word) <= _SMALL for word, capital in zip(words, capitals, strict=True))
    return long and capitals[0] and capitals[-1] and 3 * sum(capitals) >= 2 * len(words)
