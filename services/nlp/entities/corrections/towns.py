"""Towns of several words behind a preposition, which the model cuts or takes for persons: `in Mladá Boleslav`."""

from collections.abc import Iterator

from services.nlp.entities.first_names import first_names
from services.nlp.entities.gazetteer import sites
from services.nlp.entities.mention import Mention, by_place, overlay
from services.nlp.entities.words import Words

REACHING = frozenset({"in", "near", "outside"})
LONGEST = 4
"""Words of a town's name."""


def find_towns(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with the towns laid over them that the gazetteer has under all of the words."""
    return overlay(mentions, _towns(words, by_place(mentions)))


def _towns(words: Words, there: dict[int, Mention]) -> Iterator[Mention]:
    """Each town; one that is called as persons are is left to the model: `confidence in Emiliano Zapata`."""
    for before in words.places_of(REACHING):
        start = end = before + 1
        while end <= start + LONGEST and words.is_name(end):
            end += 1
        if not 1 < end - start <= LONGEST or words.forms[start] in first_names():
            continue
        inside = [there[place] for place in range(start, end) if place in there]
        marked = any(mention.sure or (mention.start, mention.end) == (start, end) for mention in inside)
        if not (marked and all(mention.label != "PERSON" for mention in inside)) and words.said(start, end) in sites():
            yield Mention(start, end, "GPE", sure=True)
