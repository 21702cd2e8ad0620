"""A surname that stands alone as a person's shows the full name that the model tore: `Okan Buruk` before `Buruk`."""

from collections.abc import Iterator

from services.nlp.entities.first_names import first_names, no_first_names
from services.nlp.entities.mention import Mention, by_place, overlay
from services.nlp.entities.words import Words, is_spelt

SHORTEST = 3
"""Letters of a surname."""


def join_surnames(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with the word before such a surname made the first name of one person, where it hangs on it."""
    alone = {words.forms[m.start] for m in mentions if m.label == "PERSON" and m.end - m.start == 1}
    surnames = frozenset(form for form in alone - first_names() if len(form) >= SHORTEST)
    return overlay(mentions, _whole(words, by_place(mentions), surnames)) if surnames else mentions


def _whole(words: Words, there: dict[int, Mention], surnames: frozenset[str]) -> Iterator[Mention]:
    """Each first name and surname of which the model has one, or both as two."""
    for last in words.places_of(surnames):
        first = last - 1
        if first < 0 or not _is_first_name(words, first, last) or _goes_before(words, first, there):
            continue
        held = {there[place] for place in (first, last) if place in there}
        if held and all(_is_half(mention) for mention in held) and not words.is_name(last + 1):
            yield Mention(first, last + 1, "PERSON")


def _is_first_name(words: Words, first: int, last: int) -> bool:
    """Whether a proper noun that is no title hangs on the surname, and nothing of the name stands before it."""
    form = words.forms[first]
    proper = words.is_name(first) and is_spelt(form) and not form.isupper()
    hangs = proper and words.deps[first] == "compound" and words.heads[first] == last
    return hangs and words.lower[first] not in no_first_names()


def _goes_before(words: Words, first: int, there: dict[int, Mention]) -> bool:
    """Whether a proper noun that belongs to no other name stands before."""
    other = there.get(first - 1)
    return words.is_name(first - 1) and (other is None or other.end != first or other.label == "PERSON")


def _is_half(mention: Mention) -> bool:
    """Whether a mention of one word is nothing that a rule is sure of."""
    return mention.end - mention.start == 1 and not mention.sure and mention.label != "NORP"
