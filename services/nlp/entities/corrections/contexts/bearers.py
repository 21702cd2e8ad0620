"""Names of persons by their shape: `Ada Marlow` whom the text later calls `Marlow` is one, whatever the model says."""

from collections.abc import Container, Mapping, Sequence
from functools import cache

from services.nlp.entities.first_names import no_surnames
from services.nlp.entities.gazetteer import is_great
from services.nlp.entities.lexicon import entries, sections
from services.nlp.entities.mention import Mention
from services.nlp.entities.words import PROPER, Words

Key = tuple[str, ...]
Names = Mapping[Key, Sequence[Mention]]
"""The mentions of each name, by its words."""
LONGEST_SHORT = 3
"""Letters of an abbreviation that is never written as a word."""
PARTICLES = entries("persons", "particles") - {"of", "the"}
OFFICES = entries("noise", "offices") | entries("titles")
LONGEST_BEARER = 3
"""Words of a person's name beside particles."""


def key_of(words: Words, mention: Mention) -> Key:
    """The words of a name without the article, those in capitals as names are written."""
    forms = words.forms[mention.start : mention.end]
    forms = forms[1:] if len(forms) > 1 and forms[0] in {"the", "The"} else forms
    return tuple(
        [
            form.capitalize() if len(form) > LONGEST_SHORT and form.isupper() and form.isalpha() else form
            for form in forms
        ]
    )


def is_full_name(key: Key) -> bool:
    """Whether a name has the shape of a first name and a surname."""
    return 1 < len(key) <= LONGEST_BEARER and all(form.isalpha() and form.istitle() for form in key)


def names_bearer(words: Words, key: Key, names: Names, inside: Container[int]) -> bool:
    """Whether a name of two or three words is cut down to its last one later, as persons' are, not to its first.

    `inside` holds the places of all words of longer names.
    """
    if not is_full_name(key):
        return False
    first, last = key[0], key[-1]
    lone = names.get((last,))
    if (lone and lone[0].label == "NORP") or (first,) in names or last in _goods() or last in no_surnames():
        return False
    if any(mention.start and words.lower[mention.start - 1] == "the" for mention in names[key]):
        return False
    cut = any(place not in inside and _stands_alone(words, place) for place in words.places.get(last, ()))
    return cut and not is_great(last) and last.lower() not in OFFICES


def _stands_alone(words: Words, place: int) -> bool:
    """Whether a proper noun stands here, and none on either side, nor an article."""
    if place and words.lower[place - 1] == "the":
        return False
    beside = (place - 1, place + 1)
    named = any(0 <= p < len(words) and words.tags[p] in PROPER and words.upper[p] for p in beside)
    return words.tags[place] in PROPER and not named


def may_be_person(key: Key) -> bool:
    """Whether a person, or a town, can have a name: a few words in capitals, none that an organisation ends with."""
    big = 0
    for form in key:
        if form in PARTICLES:
            continue
        if not form[:1].isupper() and form != "-":
            return False
        big += 1
    return big <= LONGEST_BEARER and no_surnames().isdisjoint(key)


@cache
def _goods() -> frozenset[str]:
    """Words in the names of products: Firefox is Mozilla Firefox."""
    return frozenset(word for names in sections("products").values() for name in names for word in name.split())
