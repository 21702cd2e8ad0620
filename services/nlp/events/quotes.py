"""Quotations: where a text gives somebody's words, found by their marks in one pass."""

import re
from bisect import bisect_right

_MARK = re.compile(r"``|''|[\"“”]")
_OPENS = frozenset({"``", "“"})
_CLOSES = frozenset({"''", "”"})
_LONGEST = 3000
"""Code points of a quotation at most: an unclosed mark must not swallow the article."""


def find_quotes(text: str) -> list[tuple[int, int]]:
    """The stretches between quotation marks, marks included, in the order of the text.

    A paragraph that opens with a mark while a quotation is open goes on with it, as newspapers print long quotations.
    """
    quotes: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in _MARK.finditer(text):
        sign = mark[0]
        if opened is not None and mark.start() - opened > _LONGEST:
            opened = None
        if opened is None:
            if sign not in _CLOSES:
                opened = mark.start()
        elif sign in _OPENS:
            quotes.append((opened, mark.start()))
            opened = mark.start()
        else:
            quotes.append((opened, mark.end()))
            opened = None
    return quotes


def quote_at(quotes: list[tuple[int, int]], place: int) -> int | None:
    """The number of the quotation that a place lies in."""
    if not quotes:
        return None
    at = bisect_right(quotes, (place, quotes[-1][1] + 1)) - 1
    return at if at >= 0 and place < quotes[at][1] else None
