"""A name found once is a name wherever the same words stand: later surnames, headlines, captions, lists."""

from collections.abc import Iterator

from schemas.vocabulary import EntityLabel
from services.nlp.entities.first_names import first_names
from services.nlp.entities.mention import Mention, by_place, overlay
from services.nlp.entities.phrases import Phrases
from services.nlp.entities.words import PROPER, Words

LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT"})
SHORTEST = 3


def spread_names(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with every further place at which a name of the document stands; a part of a longer name gives way."""
    return overlay(mentions, _found(words, mentions))


def _found(words: Words, mentions: list[Mention]) -> Iterator[Mention]:
    """Each place of each name that no mention covers, or that shorter ones cover in part."""
    covered = by_place(mentions)
    for start, end, label in _names(words, mentions).find(words):
        there = {covered[place] for place in range(start, end) if place in covered}
        parts = all(start <= m.start and m.end <= end and m.end - m.start < end - start for m in there)
        if parts and not (len(there) > 1 and label == "PERSON") and _stands_alone(words, start, end, label):
            yield Mention(start, end, label)


def _names(words: Words, mentions: list[Mention]) -> Phrases[EntityLabel]:
    """The names of the document: as they stand, and the surnames of persons with a full name."""
    surnames: list[tuple[tuple[str, ...], EntityLabel]] = []
    full: list[tuple[tuple[str, ...], EntityLabel]] = []
    for mention in mentions:
        if mention.label in LABELS:
            forms = words.forms[mention.start : mention.end]
            if mention.label == "PERSON" and len(forms) > 1 and words.upper[mention.end - 1]:
                surnames.append((forms[-1:], "PERSON"))
                if forms[0] in first_names():
                    surnames.append((forms[:1], "PERSON"))
            if len(forms) > 1 or _distinct(words, mention):
                full.append((forms, mention.label))
    return Phrases.of([*surnames, *full])


def _distinct(words: Words, mention: Mention) -> bool:
    """Whether one word is a name by more than its place at the start of a sentence."""
    form = words.forms[mention.start]
    named = words.tags[mention.start] in PROPER and (not words.opens[mention.start] or mention.sure)
    return (named and len(form) >= SHORTEST) or (len(form) > 1 and form.isupper() and mention.label != "PERSON")


def _stands_alone(words: Words, start: int, end: int, label: EntityLabel) -> bool:
    """Whether the words here are that name: capitalised, not common, no part of a longer run."""
    if not any(c.isupper() for c in words.forms[start]):
        return False
    if end - start > 1:
        return True
    common = words.lower[start] in words.small and words.opens[start]
    if words.tags[start] not in PROPER and not words.forms[start].isupper() and common:
        return False
    before = words.is_name(start - 1) and not words.forms[start - 1].endswith(".")
    return not (label == "PERSON" and (before or words.is_name(end)))
