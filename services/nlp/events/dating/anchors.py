"""Which time expression governs which trigger: the path from the one to the other in the dependency tree."""

from bisect import bisect_left
from dataclasses import dataclass

from services.nlp.annotations import Timex
from services.nlp.events.dating.interval import BOUNDS
from services.nlp.events.syntax import Syntax

_COMPARING = frozenset({"from", "than", "with", "to", "versus", "against"})
_MAX_TOKENS = 24
"""Tokens of one time expression that are looked at."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A time expression in the tree: its tokens, its head, and the preposition that governs it."""

    timex: Timex
    first: int
    head: int
    signal: str | None


def find_anchors(syntax: Syntax, timexes: tuple[Timex, ...]) -> list[Anchor]:
    """Each time expression's place in the tree, in the order of the text."""
    anchors = []
    for timex in sorted(timexes, key=lambda timex: (timex.start, timex.end)):
        first = bisect_left(syntax.ends, timex.start + 1)
        tokens = [i for i in range(first, min(first + _MAX_TOKENS, len(syntax))) if syntax.starts[i] < timex.end]
        if tokens:
            inside = frozenset(tokens)
            head = next((token for token in tokens if syntax.heads[token] not in inside), tokens[-1])
            anchors.append(Anchor(timex, tokens[0], head, _signal(syntax, head, tokens)))
    return anchors


def _signal(syntax: Syntax, head: int, tokens: list[int]) -> str | None:
    """The preposition or conjunction that says how the event lies to the time."""
    before = tokens[0] - 1
    for token in (tokens[0], syntax.heads[head], before):
        if token >= 0 and syntax.lower[token] in BOUNDS and abs(token - tokens[0]) <= 3:  # noqa: PLR2004  # near the expression
            return syntax.lower[token]
    return None


def governed(syntax: Syntax, anchor: Anchor, triggers: frozenset[int]) -> int | None:
    """The nearest trigger above a time expression; None where the expression belongs to a comparison or to nothing."""
    token = anchor.head
    for above in syntax.ancestors(anchor.head):
        if above in triggers:
            return above
        compared = syntax.deps[above] == "pobj" and syntax.lower[syntax.heads[above]] in _COMPARING
        if compared and syntax.tags[above] in ("NN", "NNS", "CD", "$", "NNP") and token != above:
            return None
        token = above
    return None


def tokens_of(syntax: Syntax, timexes: tuple[Timex, ...]) -> frozenset[int]:
    """Every token that belongs to a time expression."""
    found: set[int] = set()
    for timex in timexes:
        first = bisect_left(syntax.ends, timex.start + 1)
        found.update(i for i in range(first, min(first + _MAX_TOKENS, len(syntax))) if syntax.starts[i] < timex.end)
    return frozenset(found)
