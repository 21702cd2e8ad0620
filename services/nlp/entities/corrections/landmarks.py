"""Landmarks whose last word is written small: `the Teral valley`, `the Corran footbridge`; and `the Ganges`."""

from collections.abc import Iterator
from functools import cache

from services.nlp.entities.gazetteer import is_great
from services.nlp.entities.lexicon import sections
from services.nlp.entities.mention import Mention, by_place, overlay
from services.nlp.entities.phrases import Phrases
from services.nlp.entities.words import Words

LONGEST_NAME = 3
NOUNS = frozenset({"NN", "NNS", "POS"})
BUILT = "FAC"
"""A bridge that a town is named before may be any bridge of that town."""


def find_landmarks(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with the landmarks laid over them."""
    there = by_place(mentions)
    return overlay(overlay(mentions, _alone(words, there)), _landmarks(words, there))


@cache
def _nouns() -> Phrases[str]:
    """The label by noun, or nouns."""
    return Phrases.of((noun.split(), label) for label in ("LOC", BUILT) for noun in sections("landmarks")[label])


@cache
def _with_article() -> Phrases[str]:
    """Names that stand alone behind an article."""
    return Phrases.of((name.split(), name) for name in sections("landmarks")["with the"])


def _alone(words: Words, there: dict[int, Mention]) -> Iterator[Mention]:
    """Each name of waters, heights and lands with a small `the` alone: no `Danube shipping`, no `The Atlantic`."""
    for start, end, _ in _with_article().find(words):
        article = words.forms[start - 1] if start else ""
        named = article == "the" or (article == "The" and words.opens[start - 1])
        mention = there.get(start)
        whole = mention is None or (mention.end == end and mention.start >= start - 1 and not mention.sure)
        if named and whole and not words.is_name(end) and (end == len(words) or words.tags[end] not in NOUNS):
            yield Mention(start, end, "LOC", sure=True)


def _landmarks(words: Words, there: dict[int, Mention]) -> Iterator[Mention]:
    """Each run of proper nouns between `the` and the noun of a landmark."""
    for noun, end, label in _nouns().find(words):
        start = words.proper_before(noun, LONGEST_NAME)
        named = start < noun and start > 0 and words.lower[start - 1] == "the"
        if named and not is_great(words.said(start, noun)) and _may_be_part(there.get(start), start, noun, label):
            yield Mention(start, end, "FAC" if label == BUILT else "LOC", sure=True)


def _may_be_part(mention: Mention | None, start: int, noun: int, label: str) -> bool:
    """Whether the words are no name of another thing that begins before or owns what is built."""
    if mention is None:
        return True
    owns = mention.sure or mention.label == "NORP" or (label == BUILT and mention.label == "GPE")
    return mention.start == start and mention.end <= noun + 1 and not owns
