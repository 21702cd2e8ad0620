"""A nickname in quotation marks is a part of the name around it: `Ramón "El Tuerto" Salcido`."""

from collections.abc import Iterator

from services.nlp.entities.corrections.edges import WEEKDAYS
from services.nlp.entities.first_names import first_names
from services.nlp.entities.mention import Mention, by_place, overlay
from services.nlp.entities.words import OPENING_QUOTES, Words

CLOSING = frozenset({'"', "”", "''", "’", "'"})
ARTICLES = frozenset({"the", "el", "la", "il"})
LONGEST = 4
"""Words of a nickname."""


def join_nicknames(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with each person whole that a nickname tears apart."""
    if OPENING_QUOTES.isdisjoint(words.places):
        return mentions
    return overlay(mentions, _whole(words, mentions))


def _whole(words: Words, mentions: list[Mention]) -> Iterator[Mention]:
    """Each first name, nickname and surname; the first name is a person's by its mention or by itself."""
    there = by_place(mentions)
    clear = 0
    for opening in words.places_of(OPENING_QUOTES):
        surname = _past_nickname(words, opening)
        first = opening - 1
        if surname is None or first < clear or not words.upper[first]:
            continue
        before, after = there.get(first), there.get(surname)
        start = before.start if before else first
        person = before.label == "PERSON" if before else words.forms[first] in first_names()
        if person and (after is None or (after.label == "PERSON" and after.start == surname)):
            clear = after.end if after else surname + 1
            yield Mention(start, clear, "PERSON", sure=True)


def _past_nickname(words: Words, opening: int) -> int | None:
    """The surname behind the quotation mark that closes a nickname, if both are there."""
    last = min(len(words) - 1, opening + LONGEST + 2)
    closing = next((p for p in range(opening + 2, last) if words.forms[p] in CLOSING), None)
    if closing is None or not (words.lower[opening + 1] in ARTICLES or words.upper[opening + 1]):
        return None
    surname = closing + 1
    named = words.upper[closing - 1] and words.is_name(surname) and words.lower[surname] not in WEEKDAYS
    return surname if named else None
