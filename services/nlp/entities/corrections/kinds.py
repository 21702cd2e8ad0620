"""What a thing is called before its name: `the airline Volaris`, `the novel "Blue Nights"` are no persons or places."""

from collections.abc import Iterator
from functools import cache
from typing import cast, get_args

from schemas.vocabulary import EntityLabel
from services.nlp.entities.gazetteer import is_great
from services.nlp.entities.lexicon import sections
from services.nlp.entities.mention import Mention, by_place, overlay
from services.nlp.entities.words import OPENING_QUOTES, Words

VERBS = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN"})
BE = frozenset({"is", "was", "has", "had", "will", "would"})
"""Verbs that seldom follow in a clause about the noun before."""
LONGEST = 5
SINGULAR = "NN"
LABELS = frozenset(get_args(EntityLabel))
"""The sections of the list that are labels."""


def label_by_kind(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with the label that the noun right before them gives; a capitalised run behind it is a name."""
    nouns = words.places_of(_nouns())
    return overlay(mentions, _named(words, mentions, nouns)) if nouns else mentions


@cache
def kinds() -> dict[str, EntityLabel]:
    """The label by noun."""
    return cast(
        "dict[str, EntityLabel]",
        {noun: label for label, nouns in sections("kinds").items() if label in LABELS for noun in nouns},
    )


@cache
def _nouns() -> frozenset[str]:
    """The nouns of kinds."""
    return frozenset(kinds())


def _named(words: Words, mentions: list[Mention], nouns: list[int]) -> Iterator[Mention]:
    """Each name behind the noun of a kind whose label the model has not, or that it missed."""
    labels = kinds()
    there = by_place(mentions)
    for noun in nouns:
        if words.tags[noun] != SINGULAR or noun + 1 == len(words):
            continue
        label = labels[words.forms[noun]]
        start = noun + 1 + (words.forms[noun + 1] in OPENING_QUOTES)
        mention = there.get(start)
        if mention is None:
            end = _run(words, start, there)
            if end > start and not _continues(words, end):
                yield Mention(start, _past_adverb(words, end), label, sure=True)
        elif mention.start == start and mention.label != label and _may_change(words, mention):
            yield Mention(start, mention.end, label, sure=True)
        elif (
            mention.start == start
            and mention.label == label
            and (end := _past_adverb(words, mention.end)) > mention.end
        ):
            yield Mention(start, end, label, sure=True)


def _past_adverb(words: Words, end: int) -> int:
    """Past a capitalised adverb or verb that ends the name and no sentence opens with: `the charity Water Now`."""
    goes_on = (
        end < len(words) and words.upper[end] and words.forms[end].isalpha() and words.tags[end] in {"RB", "VB", "JJ"}
    )
    return end + 1 if goes_on and not words.opens[end] else end


def _may_change(words: Words, mention: Mention) -> bool:
    """Whether the model may be wrong: not about a people, a great place, or whoever does something to the thing."""
    named = is_great(words.said(mention.start, mention.end)) or mention.label == "NORP"
    return not (mention.sure or named or _does(words, mention))


def _does(words: Words, mention: Mention) -> bool:
    """Whether a verb may be said of a person in a clause about the noun: `the song Ada Marlow wrote was a hit`."""
    if mention.label not in {"PERSON", "GPE", "ORG"} or mention.end >= len(words):
        return False
    by_a_person = mention.label == "PERSON" and words.lower[mention.end] not in BE
    return words.tags[mention.end] in VERBS and (by_a_person or words.deps[mention.end] == "relcl")


def _run(words: Words, start: int, there: dict[int, Mention]) -> int:
    """The end of a run of capitalised proper nouns that no mention covers."""
    end = start
    while end < start + LONGEST and words.is_name(end):
        if end in there:
            return start
        end += 1
    return end


def _continues(words: Words, end: int) -> bool:
    """Whether a noun follows, so that the run is the first part of something else."""
    return end < len(words) and words.tags[end] in {"NN", "NNS", "CD", "POS"}
