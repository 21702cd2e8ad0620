"""Storms are events that have names: `Hurricane Odette`, `Tropical Storm Marek`."""

from collections.abc import Iterator

from services.nlp.entities.first_names import no_surnames
from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention, overlay
from services.nlp.entities.words import PROPER, Words

STORMS = entries("head_words", "before EVENT")
BEFORE = frozenset({"Tropical", "Winter"})
"""What may stand before the kind of a storm."""


def find_storms(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with the storms laid over them."""
    return mentions if STORMS.isdisjoint(words.vocabulary) else overlay(mentions, _storms(words))


def _storms(words: Words) -> Iterator[Mention]:
    """Each kind of storm with the one capitalised word behind it."""
    for place in words.places_of(STORMS):
        name = place + 1
        start = place - (place > 0 and words.forms[place - 1] in BEFORE)
        alone = not (_is_name(words, start - 1) or _is_name(words, name + 1))
        if alone and words.tags[place] in PROPER and _is_name(words, name) and words.forms[name] not in no_surnames():
            yield Mention(start, name + 1, "EVENT", sure=True)


def _is_name(words: Words, place: int) -> bool:
    """Whether a capitalised proper noun stands here, no abbreviation."""
    return words.is_name(place) and not words.forms[place].isupper()
