"""Roles: after `Home Secretary Ada Marlow`, a capitalised `the Home Secretary` is she, if nobody else is."""

from collections.abc import Iterator, Sequence

from services.nlp.entities.mention import Mention, covered
from services.nlp.entities.phrases import Phrases
from services.nlp.entities.titles import NO_OFFICES, title_start
from services.nlp.entities.words import Words


def find_roles(words: Words, mentions: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Pairs of a new mention, `the` with a title, and the person who was given that title before a name."""
    bearers: dict[tuple[str, ...], set[str]] = {}
    named: dict[tuple[str, ...], Mention] = {}
    for mention in mentions:
        for role in _roles(words, mention.start) if mention.label == "PERSON" else ():
            bearers.setdefault(role, set()).add(words.forms[mention.end - 1])
            named.setdefault(role, mention)
    sole = Phrases.of((role, named[role]) for role, surnames in bearers.items() if len(surnames) == 1)
    there = covered(mentions)
    return [
        (Mention(start - 1, end, "PERSON"), person)
        for start, end, person in sole.find(words)
        if start > 0
        and words.lower[start - 1] == "the"
        and _stands_alone(words, end)
        and there.isdisjoint(range(start - 1, end))
    ]


def _roles(words: Words, name: int) -> Iterator[tuple[str, ...]]:
    """The capitalised titles before a name: right before it, and before a comma: `Chief of Staff, Colonel General`."""
    start = title_start(words, name, 0)
    yield from _role(words, start, name)
    if 0 < start < name and words.forms[start - 1] == ",":
        yield from _role(words, title_start(words, start - 1, 0), start - 1)


def _role(words: Words, start: int, end: int) -> Iterator[tuple[str, ...]]:
    """One title if it is written in capitals and is no form of address."""
    role = words.forms[start:end]
    capital = all(form[:1].isupper() or form == "of" for form in role)
    if capital and not all(word.lower().rstrip(".") in NO_OFFICES for word in role):
        yield role


def _stands_alone(words: Words, end: int) -> bool:
    """Whether neither a name nor `of` follows, which would make it another office."""
    return not words.is_name(end) and words.lower[end : end + 1] not in {("of",), ("for",)}
