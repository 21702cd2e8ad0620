"""One mention while it is being repaired: word numbers and a label."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from operator import attrgetter

from msgspec import Struct

from schemas.vocabulary import EntityLabel
from services.nlp.entities.words import Words


class Mention(Struct, frozen=True, gc=False):
    """Words `start` up to `end` name something; `sure` where a rule read the label off the text, not the model."""

    start: int
    end: int
    label: EntityLabel
    sure: bool = False


PLACES = frozenset({"GPE", "LOC", "FAC"})
"""The labels of places, between which the model wavers."""

START = attrgetter("start")
Step = Callable[[Words, list[Mention]], list[Mention]]
"""A correction: mentions in order and without overlap, before and after."""


def overlay(mentions: list[Mention], better: Iterable[Mention]) -> list[Mention]:
    """Mentions in order with the better ones laid over them: what a better one overlaps goes."""
    kept = sorted(better, key=START)
    if not kept:
        return mentions
    starts = [mention.start for mention in kept]
    return sorted([*kept, *(m for m in mentions if not _meets(m, kept, starts))], key=START)


def apart(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions in order without those that overlap an earlier one."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=START):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def by_place(mentions: Iterable[Mention]) -> dict[int, Mention]:
    """The mention that covers each word of one."""
    return {place: mention for mention in mentions for place in range(mention.start, mention.end)}


def covered(mentions: Iterable[Mention]) -> set[int]:
    """The place of each word of mentions."""
    return {place for mention in mentions for place in range(mention.start, mention.end)}


def fill(mentions: list[Mention], more: Iterable[Mention]) -> list[Mention]:
    """Mentions in order with more of them where none stood."""
    missed = sorted(more, key=START)
    return overlay(missed, mentions) if missed else mentions


def _meets(mention: Mention, kept: list[Mention], starts: list[int]) -> bool:
    """Whether a mention overlaps one of those kept, which are in order and apart."""
    after = bisect_left(starts, mention.end)
    return after > 0 and kept[after - 1].end > mention.start
