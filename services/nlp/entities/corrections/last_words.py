"""The label that the last word of a name decides, or its number: an airport is a place, a ministry an organisation."""

from functools import cache
from typing import cast

from schemas.vocabulary import EntityLabel
from services.nlp.entities.lexicon import sections
from services.nlp.entities.mention import Mention
from services.nlp.entities.words import Words

CARRIERS = frozenset({"Airlines", "Airways", "United", "Police"})
"""Last words that make an organisation even of what the model takes for a place; West Bank is none."""
WAVERING = frozenset({"ORG", "FAC", "LOC", "GPE", "PERSON", "PRODUCT", "NORP", "LAW"})
"""Labels that a last word can correct."""
BILLS = frozenset({"H.R.", "HR", "S.B.", "SB", "A.B.", "AB"})
"""What the American houses number their bills with."""


@cache
def label_by_last_words() -> dict[str, EntityLabel]:
    """The label by the last word, or the last two, of a name."""
    found = {
        word: label
        for label, words in sections("head_words").items()
        if not label.startswith("before")
        for word in words
    }
    return cast("dict[str, EntityLabel]", found)


def by_last_word(words: Words, mention: Mention) -> EntityLabel | None:
    """The label of a last word that says what is named: Airport, River; West Bank stays a place."""
    if mention.end - mention.start == 1 or mention.label not in WAVERING:
        return None
    last = words.forms[mention.end - 1]
    listed = label_by_last_words()
    label = listed.get(" ".join(words.forms[mention.end - 2 : mention.end])) or listed.get(last)
    short = mention.end - mention.start == 2  # noqa: PLR2004  # a pair: West Bank
    kept = (
        mention.label in {"GPE", "LOC"}
        and label == "ORG"
        and last not in CARRIERS
        and (short or mention.label == "GPE")
    )
    return None if kept or label == mention.label else label


def venue(words: Words, mention: Mention) -> EntityLabel | None:
    """A building or a land with no small word in the name: the Aldmoor Arena, not the Battle of Brenna Bridge."""
    several = mention.end - mention.start > 1 and all(words.upper[mention.start : mention.end])
    label = label_by_last_words().get(words.forms[mention.end - 1]) if several else None
    return label if label in {"FAC", "LOC"} else None


def bill(words: Words, mention: Mention) -> EntityLabel | None:
    """A bill before Congress by its number: `H.R. 4521`."""
    return "LAW" if words.forms[mention.start] in BILLS and mention.end - mention.start > 1 else None


def shire(words: Words, mention: Mention) -> EntityLabel | None:
    """A county by its last letters: `North Yorkshire`."""
    county = mention.label in {"PERSON", "ORG", "LOC", "FAC"} and words.forms[mention.end - 1].endswith("shire")
    return "GPE" if county and words.upper[mention.end - 1] else None
