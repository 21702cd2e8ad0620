"""Spacecraft by the noun behind the name: `the Halden probe`, unless the probe is an inquiry: `the Marlow probe`."""

from collections.abc import Iterator

from services.nlp.entities.gazetteer import is_great
from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention, by_place, overlay
from services.nlp.entities.words import Words
from services.nlp.topics import SPACE

KINDS = entries("spacecraft", "kinds")
LONGEST_NAME = 3
OWNERS = frozenset({"ORG", "NORP", "PRODUCT"})
"""Labels of what stands before a craft and is none, or is labelled well."""


def find_spacecraft(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with the spacecraft laid over them, in a text that says something of space."""
    if KINDS.isdisjoint(words.vocabulary) or SPACE.isdisjoint(words.small):
        return mentions
    return overlay(mentions, _craft(words, mentions))


def _craft(words: Words, mentions: list[Mention]) -> Iterator[Mention]:
    """Each name between `the` and the kind of a craft that no great place and no owner bears."""
    there = by_place(mentions)
    for kind in words.places_of(KINDS):
        start = words.proper_before(kind, LONGEST_NAME)
        named = start < kind and start > 0 and words.lower[start - 1] == "the"
        owned = any(place in there and _owns(there[place], start, kind) for place in range(start, kind))
        if named and not owned and not is_great(words.said(start, kind)):
            yield Mention(start, kind, "PRODUCT", sure=True)


def _owns(mention: Mention, start: int, kind: int) -> bool:
    """Whether what is named before a craft is another thing."""
    return mention.sure or mention.label in OWNERS or mention.start < start or mention.end > kind
