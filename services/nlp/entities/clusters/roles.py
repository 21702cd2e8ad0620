"""Roles: after `Home Secretary Ada Marlow`, a capitalised `the Home Secretary` is she, if nobody else is."""

from collections.abc import Sequence

from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention
from services.nlp.entities.phrases import Phrases
from services.nlp.entities.words import PROPER, Words

LONGEST_ROLE = 4
NO_ROLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "messrs", "dr", "prof", "then", "former", "sir", "dame"})


def find_roles(words: Words, mentions: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Pairs of a new mention, `the` with a title, and the person who was given that title before a name."""
    titles = entries("titles") | entries("noise", "offices")
    bearers: dict[tuple[str, ...], set[str]] = {}
    named: dict[tuple[str, ...], Mention] = {}
    for mention in mentions:
        if mention.label == "PERSON" and (role := _role(words, mention.start, titles)):
            bearers.setdefault(role, set()).add(words.forms[mention.end - 1])
            named.setdefault(role, mention)
    sole = Phrases.of((role, named[role]) for role, surnames in bearers.items() if len(surnames) == 1)
    covered = {place for mention in mentions for place in range(mention.start, mention.end)}
    return [
        (Mention(start - 1, end, "PERSON"), person)
        for start, end, person in sole.find(words.forms)
        if start > 0
        and words.lower[start - 1] == "the"
        and _stands_alone(words, end)
        and covered.isdisjoint(range(start - 1, end))
    ]


def _role(words: Words, name: int, titles: frozenset[str]) -> tuple[str, ...]:
    """The capitalised titles right before a name, none where they are forms of address."""
    start = name
    while start > max(0, name - LONGEST_ROLE) and words.upper[start - 1] and words.lower[start - 1] in titles:
        start -= 1
    role = words.forms[start:name]
    return () if all(word.lower().rstrip(".") in NO_ROLES for word in role) else role


def _stands_alone(words: Words, end: int) -> bool:
    """Whether neither a name nor `of` follows, which would make it another office."""
    if end >= len(words):
        return True
    return not (words.tags[end] in PROPER and words.upper[end]) and words.lower[end] not in {"of", "for"}
