"""Ships: `HMS Aldmoor`, `the frigate Northern Star`, `the Admiral Ivers aircraft carrier` are no persons."""

from collections.abc import Iterator

from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention, apart, covered, overlay
from services.nlp.entities.words import PROPER, Words

PREFIXES = entries("ships", "prefixes")
NO_INITIALS = entries("ships", "prefixes that are no initials")
"""Prefixes that no person has for initials, so that what the model takes for a person is the ship."""
AMBIGUOUS = entries("ships", "prefixes that are words")
"""Prefixes of ships that also abbreviate organisations and titles: only where the model sees neither there."""
KINDS = entries("ships", "kinds")
NAMING = PROPER | {"NN"}
"""Tags of capitalised words in the name of a ship."""
LONGEST_NAME = 4


def find_ships(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with the ships laid over them; a country or nationality beside the kind of ship stays."""
    if KINDS.isdisjoint(words.small) and (PREFIXES | AMBIGUOUS).isdisjoint(words.vocabulary):
        return mentions
    owners = covered(m for m in mentions if _owns(words, m))
    names = covered(m for m in mentions if _has_initials(words, m))
    return overlay(mentions, apart(_ships(words, owners, names)))


def _owns(words: Words, mention: Mention) -> bool:
    """Whether a country, a people or a firm is named that may own the ship beside it."""
    misread = mention.label in {"ORG", "LOC"} and _misread(words, mention)
    return mention.label in {"GPE", "NORP", "ORG", "LOC"} and not misread


def _has_initials(words: Words, mention: Mention) -> bool:
    """Whether the first word may be the initials of an organisation or a person, and no prefix of a ship."""
    person = mention.label == "PERSON" and words.forms[mention.start] not in NO_INITIALS
    return mention.label == "ORG" or person


def _misread(words: Words, mention: Mention) -> bool:
    """Whether a kind of ship, and not an airline's `carrier`, stands right before."""
    before = words.lower[mention.start - 1] if mention.start else ""
    return before in KINDS and before not in {"carrier", "liner"}


def _ships(words: Words, owners: set[int], names: set[int]) -> Iterator[Mention]:
    """Ships by prefix, then by the kind before the name, then by the kind after it."""
    for place, form in enumerate(words.forms):
        if (form in PREFIXES or (form in AMBIGUOUS and _is_prefix(words, place, names))) and (
            end := _name_end(words, place + 1)
        ) > place + 1:
            yield Mention(place, end, "PRODUCT", sure=True)
        elif words.lower[place] in KINDS and form.islower():
            if (end := _name_end(words, place + 1)) > place + 1 and not _owned(place + 1, end, owners):
                yield Mention(place + 1, end, "PRODUCT", sure=True)
            elif (found := _before(words, place, owners)) is not None:
                yield found


def _is_prefix(words: Words, place: int, names: set[int]) -> bool:
    """Whether letters are the prefix of a ship: the model sees no other name, or the kind of ship stands before."""
    kind = place > 0 and words.lower[place - 1] in KINDS
    return kind or names.isdisjoint(range(place, place + LONGEST_NAME))


def _name_end(words: Words, start: int) -> int:
    """The end of a run of proper nouns, no longer than the name of a ship."""
    end = start
    while end < min(len(words), start + LONGEST_NAME) and words.tags[end] in NAMING and words.upper[end]:
        end += 1
    return end


def _owned(start: int, end: int, owners: set[int]) -> bool:
    """Whether a known owner covers the name: `the carrier United Airlines`, `the ferry Belfast`."""
    return any(place in owners for place in range(start, end))


def _before(words: Words, kind: int, owners: set[int]) -> Mention | None:
    """The name in `the NAME aircraft carrier`: only after a definite article, of two words or more."""
    end = kind - 1 if kind and words.lower[kind - 1] in {"aircraft", "missile", "cruise"} else kind
    start = words.proper_before(end, LONGEST_NAME)
    if end - start < 2 or start == 0 or words.lower[start - 1] != "the" or _owned(start, end, owners):  # noqa: PLR2004  # one word is more often the owner
        return None
    return Mention(start, end, "PRODUCT", sure=True)
