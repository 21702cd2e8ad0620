"""What a name is called beside a comma: `Marlow, 43,`, `Ostwick, a fishing village in`, `the capital, Ostwick,`."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import cast

from services.nlp.entities.corrections.contexts.votes import FIRM, SURE, TOLD, Kind, Vote
from services.nlp.entities.gazetteer import is_region
from services.nlp.entities.lexicon import entries, sections
from services.nlp.entities.mention import Mention
from services.nlp.entities.words import Words

ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its", "one", "another"})
IN_A_PHRASE = frozenset({"NN", "NNS", "JJ", "JJR", "JJS", "VBN", "VBG", "CD", "HYPH", "NNP", "NNPS", "POS", "RB"})
TRAILING = frozenset({"VBN", "VBG", "RB", "JJ"})
"""Tags of words behind the noun: `a carrier registered in`."""
VERBS = frozenset({"VBD", "VBZ", "VBP", "MD"})
AFTER_AGE = frozenset({",", ".", ";", ":", "and"})
CLOSING = AFTER_AGE | {")", "-", "–", "—", "--"}
FRONTING = frozenset({"in", "at", "on", "from", "near", "outside"})
LONGEST = 7
"""Words of a description."""
OLDEST = 115
ABOUT = frozenset({"about", "some", "around", "roughly", "nearly", "approximately", "just"})
UNITS = frozenset({"kilometres", "kilometers", "km", "miles", "kms", "mi"})
AWAY = frozenset({"of", "from", "away", "off"})
LONGEST_DISTANCE = 9
"""Words of a distance, with the same in another unit: `14 miles (22 kilometres) south of`."""
LONGEST_REGION = 3


def appositions(words: Words, mention: Mention) -> Iterator[Vote]:
    """The votes of an age, a description and a region behind the comma, and of a description before it."""
    comma = mention.end
    if comma + 1 < len(words) and words.forms[comma] == ",":
        if _is_age(words, comma + 1):
            yield Vote("PERSON", SURE)
        elif _is_region(words, comma + 1):
            yield Vote("PLACE", FIRM)
        elif _is_distance(words, comma + 1):
            yield Vote("PLACE", TOLD)
        elif kind := _described(words, comma + 1):
            fronted = mention.start > 0 and words.lower[mention.start - 1] in FRONTING
            if kind == "TOWN" or not fronted:
                yield Vote(kind, TOLD)
    if kind := _introduced(words, mention):
        yield Vote(kind, FIRM)


def _is_age(words: Words, place: int) -> bool:
    """Whether the age of a person stands here, closed off by a comma or a stop."""
    form = words.forms[place]
    aged = form.isdecimal() and len(form) < 4 and 0 < int(form) <= OLDEST  # noqa: PLR2004  # no year
    return aged and place + 1 < len(words) and words.forms[place + 1] in AFTER_AGE


def _is_distance(words: Words, place: int) -> bool:
    """Whether a distance from another place begins here: `Coolby, about 80 kilometres north-west of Aldmoor,`."""
    figure = place + (words.lower[place] in ABOUT)
    if figure + 2 >= len(words) or words.tags[figure] != "CD" or words.lower[figure + 1] not in UNITS:
        return False
    return not AWAY.isdisjoint(words.lower[figure + 2 : figure + LONGEST_DISTANCE])


def _is_region(words: Words, place: int) -> bool:
    """Whether a region stands here and nothing that it begins: `Aldmoor, Ohio,`, `Aldmoor, Ohio-based`."""
    if not words.upper[place]:
        return False
    for end in range(min(place + LONGEST_REGION, len(words)), place, -1):
        if is_region(words.said(place, end)):
            return end == len(words) or words.forms[end] in CLOSING
    return False


def _described(words: Words, place: int) -> Kind | None:
    """What a noun phrase says that begins here, unless a verb shows it to be the subject of a new clause."""
    start = place + (words.lower[place] in ARTICLES)
    end = start
    while end < min(len(words), start + LONGEST) and words.tags[end] in IN_A_PHRASE:
        end += 1
    while end > start and words.tags[end - 1] in TRAILING:
        end -= 1
    if end == start or words.tags[end - 1] not in {"NN", "NNS"} or not words.forms[end - 1].islower():
        return None
    if words.tags[end - 1] == "NNS":
        # `Arghan and Panjai, two districts west of the city`
        return "TOWN" if nouns().get(words.lower[end - 1].removesuffix("s")) == "TOWN" else None
    kind = None if end < len(words) and words.tags[end] in VERBS else _kind(words, end)
    return kind if kind == "PERSON" or start > place else None


def _introduced(words: Words, mention: Mention) -> Kind | None:
    """What the noun before the comma says: `his wife, Ada,`, `The ship, the Aldmoor,`."""
    comma = mention.start - 1 - (mention.start > 0 and words.lower[mention.start - 1] == "the")
    if comma < 1 or words.forms[comma] != "," or words.tags[comma - 1] != "NN":
        return None
    closed = mention.end < len(words) and words.forms[mention.end] in CLOSING
    return _kind(words, comma) if closed else None


def _kind(words: Words, end: int) -> Kind | None:
    """What the last two words of a noun phrase say, or else the last: `bulk carrier`, `carrier`."""
    pair = nouns().get(" ".join(words.lower[end - 2 : end])) if end > 1 else None
    return pair or nouns().get(words.lower[end - 1])


@cache
def nouns() -> Mapping[str, Kind]:
    """What a noun says of the name that it describes."""
    listed = {
        noun: cast("Kind", section.split()[1])
        for section, described in sections("contexts").items()
        if section.startswith("nouns")
        for noun in described
    }
    titles: dict[str, Kind] = dict.fromkeys(entries("titles") - entries("contexts", "no person alone"), "PERSON")
    return titles | listed
