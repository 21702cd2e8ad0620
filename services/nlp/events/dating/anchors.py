"""Where time expressions stand in the dependency tree."""

from bisect import bisect_left

from msgspec import Struct

from services.nlp.annotations import Timex
from services.nlp.events.dating.interval import BOUNDS
from services.nlp.events.syntax import Syntax

_MAX_TOKENS = 24
"""Tokens of one time expression that are looked at."""
_BESIDE = frozenset({"poss", "compound", "nmod", "amod", "nummod"})
"""Relations of a time to the noun that it dates: "Friday's vote", "the 2011 protests"."""


class Anchor(Struct, frozen=True, gc=False):
    """A time expression in the tree: its tokens, its head, the preposition that governs it, and a range's other end."""

    timex: Timex
    first: int
    last: int
    head: int
    signal: str | None
    end: Timex | None = None


def find_anchors(syntax: Syntax, timexes: tuple[Timex, ...]) -> list[Anchor]:
    """Each time expression's place in the tree, in the order of the text."""
    anchors = []
    for timex in sorted(timexes, key=lambda timex: (timex.start, timex.end)):
        tokens = _tokens(syntax, timex)
        if tokens:
            head = next((token for token in tokens if syntax.heads[token] not in tokens), tokens[-1])
            anchors.append(Anchor(timex, tokens[0], tokens[-1], head, _signal(syntax, head, tokens)))
    return anchors


def _tokens(syntax: Syntax, timex: Timex) -> range:
    """The tokens of a time expression, the first of them where it is very long."""
    first = bisect_left(syntax.ends, timex.start + 1)
    return range(first, min(first + _MAX_TOKENS, bisect_left(syntax.starts, timex.end)))


def _signal(syntax: Syntax, head: int, tokens: range) -> str | None:
    """The preposition or conjunction that says how the event lies to the time.

    Of a time beside a noun it is the noun's and says nothing of the time: "after Friday's vote".
    """
    if syntax.deps[head] in _BESIDE and syntax.heads[head] > head and syntax.tags[syntax.heads[head]].startswith("NN"):
        return None
    before = tokens[0] - 1
    for token in (tokens[0], syntax.heads[head], before):
        if token >= 0 and syntax.lower[token] in BOUNDS and abs(token - tokens[0]) <= 3:  # noqa: PLR2004  # near the expression
            return syntax.lower[token]
    return None


def tokens_of(syntax: Syntax, timexes: tuple[Timex, ...]) -> frozenset[int]:
    """Every token that belongs to a time expression."""
    found: set[int] = set()
    for timex in timexes:
        found.update(_tokens(syntax, timex))
    return frozenset(found)
