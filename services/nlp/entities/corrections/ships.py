"""Ships: `HMS Aldmoor`, `R/V Aldmoor`, `the frigate Northern Star`, `the Admiral Ivers aircraft carrier`."""

from collections.abc import Iterator

from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention, apart, covered, overlay
from services.nlp.entities.phrases import Phrases
from services.nlp.entities.words import PROPER, Words

PREFIXES = entries("ships", "prefixes")
NO_INITIALS = entries("ships", "prefixes that are no initials")
"""Prefixes that no person has for initials, so that what the model takes for a person is the ship."""
AMBIGUOUS = entries("ships", "prefixes that are words")
"""Prefixes of ships that also abbreviate organisations and titles: only where the model sees neither there."""
KINDS = entries("ships", "kinds")
PREFIXED = PREFIXES | AMBIGUOUS | {"/"}
"""Without any of these no ship has a prefix."""
NAMING = PROPER | {"NN"}
"""Tags of capitalised words in the name of a ship."""
LONGEST_NAME = 4
SLASHED = frozenset({"V", "T", "Y", "B", "S"})
"""What stands behind the slash of a prefix: M/V, R/V, F/B."""
DESCRIBING = entries("ships", "before a kind")
GENERIC = entries("organisation_heads", "generic")
NUMBERS = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"})
LONGEST_NUMBER = 3
"""Figures of the number of a ship: `Aldmoor Lady 3`."""


def find_ships(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with the ships laid over them; a country or nationality beside the kind of ship stays."""
    if KINDS.isdisjoint(words.small) and PREFIXED.isdisjoint(words.vocabulary):
        return mentions
    owners = covered(m for m in mentions if _owns(words, m))
    names = covered(m for m in mentions if _has_initials(words, m))
    ships = apart(_ships(words, owners, names))
    return overlay(mentions, apart([*ships, *_bare(words, ships)]))


def _bare(words: Words, ships: list[Mention]) -> Iterator[Mention]:
    """The names of ships with a prefix where they stand without it, if they have several words or a number."""
    found = ((words.forms[m.start + _prefix(words, m.start) : m.end], m) for m in ships)
    bare = Phrases.of((forms, m) for forms, m in found if 1 < len(forms) < m.end - m.start)
    for start, end, _ in bare.find(words) if bare.values else ():
        if not words.is_name(start - 1) or words.breaks[start - 1]:
            yield Mention(start, end, "PRODUCT", sure=True)


def _prefix(words: Words, start: int) -> int:
    """How many words before the name are its prefix."""
    slashed = words.forms[start + 1 : start + 2] == ("/",)
    return 3 if slashed else int(words.forms[start] in PREFIXES | AMBIGUOUS)


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
        if form == "/" and 0 < place < len(words) - 1 and _is_slashed(words, place):
            if (end := _name_end(words, place + 2)) > place + 2:
                yield Mention(place - 1, end, "PRODUCT", sure=True)
        elif (form in PREFIXES or (form in AMBIGUOUS and _is_prefix(words, place, names))) and (
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
    """The end of a run of proper nouns, no longer than the name of a ship; `start` where a firm's word ends it."""
    end = start
    while end < min(len(words), start + LONGEST_NAME) and words.tags[end] in NAMING and words.upper[end]:
        end += 1
    if end > start and words.forms[end - 1] in GENERIC:
        return start
    return end + 1 if end > start and _is_number(words, end) else end


def _is_number(words: Words, place: int) -> bool:
    """Whether the number of a ship stands here, and no count: `Aldmoor Lady 3`; not `Aldmoor Lady 20 miles`."""
    if place >= len(words):
        return False
    form = words.forms[place]
    counts = place + 1 < len(words) and words.tags[place + 1] in {"NNS", "CD"}
    return form in NUMBERS or (form.isdigit() and len(form) <= LONGEST_NUMBER and not counts)


def _is_slashed(words: Words, slash: int) -> bool:
    """Whether the slash of a ship's prefix stands here, between two capitals that it ties: M/V."""
    first, last = words.forms[slash - 1], words.forms[slash + 1]
    tied = words.starts[slash + 1] == words.starts[slash] + 1 and words.ends[slash - 1] == words.starts[slash]
    return tied and len(first) == 1 and first.isupper() and last in SLASHED


def _owned(start: int, end: int, owners: set[int]) -> bool:
    """Whether a known owner covers the name: `the carrier United Airlines`, `the ferry Belfast`."""
    return any(place in owners for place in range(start, end))


def _before(words: Words, kind: int, owners: set[int]) -> Mention | None:
    """The name in `the NAME aircraft carrier`: behind a definite article or an owner, of two words or numbered."""
    end = kind
    while end > max(0, kind - LONGEST_NAME) and (words.lower[end - 1] in DESCRIBING or words.forms[end - 1] == "RORO"):
        end -= 1
    numbered = end > 1 and _is_number(words, end - 1) and words.is_name(end - 2)
    start = words.proper_before(end - numbered, LONGEST_NAME)
    led = start > 0 and (words.lower[start - 1] == "the" or words.tags[start - 1] == "POS")
    if end - start < 2 or not led or _owned(start, end, owners):  # noqa: PLR2004  # one word is more often the owner
        return None
    return Mention(start, end, "PRODUCT", sure=True)
