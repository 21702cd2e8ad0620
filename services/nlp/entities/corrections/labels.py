"""Labels that the words of a name decide: an airport is a place, a ministry an organisation, Aleppo no people."""

from dataclasses import replace
from functools import cache
from typing import cast

from schemas.vocabulary import EntityLabel
from services.nlp.entities.gazetteer import is_great
from services.nlp.entities.lexicon import sections
from services.nlp.entities.mention import Mention
from services.nlp.entities.words import Words

ADJECTIVE_ENDINGS = (
    "an",
    "ans",
    "ese",
    "ish",
    "ist",
    "ists",
    "ic",
    "ics",
    "ite",
    "ites",
    "i",
    "is",
    "crat",
    "crats",
    "ch",
    "ative",
    "atives",
    "s",
)

CARRIERS = frozenset({"Airlines", "Airways", "United", "Police"})
"""Last words that make an organisation even of what the model takes for a place; West Bank is none."""
FAMILY = frozenset({"van", "von", "bin", "ibn", "ter", "ten"})
LONGEST_PARTICLES = 4
STRAYED = frozenset({"NORP", "PRODUCT", "EVENT", "FAC", "LAW", "WORK_OF_ART", "LANGUAGE"})
"""Labels under which the model now and then puts a city."""


def relabel(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Each mention with the label that its last word, or its shape, decides."""
    last_words = _last_words()
    return [_relabelled(words, mention, last_words) for mention in mentions]


@cache
def _last_words() -> dict[str, EntityLabel]:
    """The label by the last word, or the last two, of a name."""
    found = {word: label for label, words in sections("head_words").items() for word in words}
    return cast("dict[str, EntityLabel]", found)


def _relabelled(words: Words, mention: Mention, last_words: dict[str, EntityLabel]) -> Mention:
    """One mention with its label decided."""
    if mention.sure:
        return mention
    last = words.forms[mention.end - 1]
    if mention.end - mention.start > 1 and mention.label in {
        "ORG",
        "FAC",
        "LOC",
        "GPE",
        "PERSON",
        "PRODUCT",
        "NORP",
        "LAW",
    }:
        label = last_words.get(last) or last_words.get(" ".join(words.forms[mention.end - 2 : mention.end]))
        kept = mention.label in {"GPE", "LOC"} and label == "ORG" and last not in CARRIERS
        if label and label != mention.label and not kept:
            return replace(mention, label=label)
    strayed = mention.label in STRAYED or (mention.end - mention.start > 1 and mention.label in {"ORG", "LOC"})
    if strayed and is_great(words.said(mention.start, mention.end)):
        return replace(mention, label="GPE")
    if mention.label == "ORG" and _is_person(words, mention):
        return replace(mention, label="PERSON")
    lone_noun = (
        mention.label == "NORP" and mention.end - mention.start == 1 and words.tags[mention.start] in {"NNP", "NN"}
    )
    if lone_noun and not last.endswith(ADJECTIVE_ENDINGS):
        return replace(mention, label="ORG")
    return mention


def _is_person(words: Words, mention: Mention) -> bool:
    """Whether small words stand inside that only names of persons have: `Petra van der Loo`."""
    inside = words.forms[mention.start + 1 : mention.end - 1]
    return bool(FAMILY.intersection(inside)) and len(inside) <= LONGEST_PARTICLES
