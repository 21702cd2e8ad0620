"""Languages: `she said in French`, `he speaks Arabic and Swedish`; `in French hands` names a people."""

from collections.abc import Iterator

from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention, covered, overlay
from services.nlp.entities.words import Words

LANGUAGES, SPOKEN, BEHIND = (entries("languages", section) for section in ("languages", "spoken", "behind"))
LINKS = frozenset({("and",), (",",), ("or",), (",", "and")})
DESCRIBED = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "POS", "VBG"})
"""Tags of what a people's adjective stands before."""


def find_languages(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with the languages laid over them."""
    if LANGUAGES.isdisjoint(words.vocabulary):
        return mentions
    inside = covered(mention for mention in mentions if mention.end - mention.start > 1)
    return overlay(mentions, (m for m in _languages(words) if m.start not in inside))


def _languages(words: Words) -> Iterator[Mention]:
    """Each language: one that is spoken, and one that is named right after another."""
    last = -1
    for place in words.places_of(LANGUAGES):
        listed = last >= 0 and words.lower[last + 1 : place] in LINKS
        if words.upper[place] and (_is_spoken(words, place) or (listed and not _describes(words, place))):
            last = place
            yield Mention(place, place + 1, "LANGUAGE", sure=True)


def _is_spoken(words: Words, place: int) -> bool:
    """Whether the words beside say that a language is meant."""
    before = words.lower[place - 1] if place else ""
    if place + 1 < len(words) and words.lower[place + 1] in BEHIND:
        return True
    return (before == "in" or before in SPOKEN) and not _describes(words, place)


def _describes(words: Words, place: int) -> bool:
    """Whether a noun follows that the word describes."""
    return place + 1 < len(words) and words.tags[place + 1] in DESCRIBED
