"""Names of persons by their shape: `Ada Marlow` whom the text later calls `Marlow` is one, whatever the model says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from services.nlp.entities.first_names import no_surnames
from services.nlp.entities.gazetteer import is_great
from services.nlp.entities.lexicon import entries, sections
from services.nlp.entities.mention import PLACES, Mention, covered
from services.nlp.entities.words import PROPER, Words, quiet

Key = tuple[str, ...]
Names = Mapping[Key, Sequence[Mention]]
"""The mentions of each name, by its words."""
INSIDE = entries("persons", "inside")
PARTICLES = entries("persons", "particles") - {"of", "the"}
OFFICES = entries("noise", "offices") | entries("titles")
NO_FIRST_NAMES = entries("persons", "no first words") | entries("head_words", "before GPE")
NO_PERSONS = PLACES | {"NORP"}
"""Labels of what a lone surname is not taken for."""
MENTIONS = 50
"""Places of a surname that are looked at; a bound, so that no text makes the search more than linear."""
LONGEST_BEARER = 3
"""Words of a person's name beside particles."""


def key_of(words: Words, mention: Mention) -> Key:
    """The words of a name without the article, those in capitals as names are written."""
    forms = words.forms[mention.start : mention.end]
    forms = forms[1:] if len(forms) > 1 and forms[0] in {"the", "The"} else forms
    return tuple([quiet(form) for form in forms])


def is_full_name(key: Key) -> bool:
    """Whether a name has the shape of a first name and a surname: Ada Marlow, not North Marlow, Fort Marlow."""
    shaped = 1 < len(key) <= LONGEST_BEARER and all(form.isalpha() and form.istitle() for form in key)
    return shaped and key[0] not in NO_FIRST_NAMES


@dataclass(frozen=True)
class Bearers:
    """What the names of a document say of each other.

    `surnames` are those of persons with a full name, `inside` the places of the words of longer names, `tails` the
    particle and the surname that names of three words end with.
    """

    names: Names
    surnames: frozenset[str]
    inside: frozenset[int]
    tails: frozenset[Key]

    @classmethod
    def of(cls, names: Names) -> "Bearers":
        """Read all names once."""
        longer = {key: group for key, group in names.items() if len(key) > 1}
        return cls(
            names,
            frozenset(key[-1] for key, group in longer.items() if group[0].label == "PERSON"),
            frozenset(covered(mention for group in longer.values() for mention in group)),
            frozenset((key[1].lower(), key[2]) for key in longer if len(key) == LONGEST_BEARER),
        )

    def show_person(self, words: Words, key: Key) -> bool:
        """Whether a name is a person's: by a shared surname, a particle, or because it is cut down to its surname."""
        shared = key[-1] in self.surnames and is_full_name(key) and self.names[key][0].label not in PLACES
        return shared or self._has_particle(key) or self._is_cut(words, key)

    def _has_particle(self, key: Key) -> bool:
        """Whether a name is a surname with its particle that a fuller name ends with, or that fuller name: De Wet."""
        if len(key) == LONGEST_BEARER:
            particle = key[1].lower()
            return particle in INSIDE and not self.names.keys().isdisjoint(
                {(particle, key[2]), (particle.capitalize(), key[2])}
            )
        return len(key) == LONGEST_BEARER - 1 and key[0].lower() in INSIDE and (key[0].lower(), key[1]) in self.tails

    def _is_cut(self, words: Words, key: Key) -> bool:
        """Whether a name is cut down to its last word later, as persons' are, not to its first."""
        if not is_full_name(key):
            return False
        first, last = key[0], key[-1]
        lone = self.names.get((last,))
        if not words.small.isdisjoint(form.lower() for form in key):
            # `Division` beside `the division`: a word, and no surname.
            return False
        if (
            (lone and lone[0].label in NO_PERSONS)
            or (first,) in self.names
            or last in _goods()
            or last in no_surnames()
        ):
            return False
        if any(mention.start and words.lower[mention.start - 1] == "the" for mention in self.names[key]):
            return False
        places = words.places.get(last, ())[:MENTIONS]
        cut = any(place not in self.inside and _stands_alone(words, place) for place in places)
        return cut and not is_great(last) and last.lower() not in OFFICES


def _stands_alone(words: Words, place: int) -> bool:
    """Whether a proper noun stands here, and none on either side, nor an article."""
    if place and words.lower[place - 1] == "the":
        return False
    return words.tags[place] in PROPER and not (words.is_name(place - 1) or words.is_name(place + 1))


def may_be_person(key: Key) -> bool:
    """Whether a person, or a town, can have a name: a few words in capitals, none that an organisation ends with."""
    big = 0
    for form in key:
        if form in PARTICLES:
            continue
        if not form[:1].isupper() and form != "-":
            return False
        big += -1 if form == "-" else 1
    return big <= LONGEST_BEARER and no_surnames().isdisjoint(key)


@cache
def _goods() -> frozenset[str]:
    """Words in the names of products: Firefox is Mozilla Firefox."""
    return frozenset(word for names in sections("products").values() for name in names for word in name.split())
