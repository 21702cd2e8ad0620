"""Derive the list of first names from Faker's: pip install faker==40.63.0, then build_given_names.py.

Writes services/nlp/entities/data/given_names.txt; Faker's licence stands beside it. Kept is a name in Latin letters
that the model's vectors know, that is no surname of Faker's, no town, people or company of our lists, and that is read
more often with a capital letter than without.
"""

import importlib
import pkgutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import faker.providers.person as persons
import spacy

from services.nlp.defaults import DEFAULT_MODEL
from services.nlp.entities.gazetteer import countries, peoples, sites
from services.nlp.entities.lexicon import entries, sections

TARGET = Path(__file__).parent.parent / "services/nlp/entities/data/given_names.txt"
HEADER = """\
# First names of many peoples, beside those of first_names.txt: derived from the lists of Faker by
# scripts/build_given_names.py; licence: FAKER-LICENSE.txt
"""
LISTS = ("organisations", "products", "head_words", "organisation_heads", "titles", "noise", "kinds", "models")
SHORTEST = 4
RAREST, COMMON = 400_000, 60_000
"""Ranks by frequency: a rarer name is noise, a word in small letters as frequent as that is a common one."""


def names_of(kind: str) -> set[str]:
    """Every name of one kind, `first_name` or `last_name`, of all of Faker's locales."""
    found = set()
    for module in pkgutil.iter_modules(persons.__path__):
        provider = importlib.import_module(f"{persons.__name__}.{module.name}").Provider
        for attribute in (name for name in dir(provider) if name.startswith(kind)):
            listed = getattr(provider, attribute)
            if isinstance(listed, (list, tuple, dict)):
                found.update(name for name in listed if isinstance(name, str) and is_latin(name))
    return found


def is_latin(name: str) -> bool:
    """Whether a name is one capitalised word in Latin letters."""
    latin = all("LATIN" in unicodedata.name(letter, "") for letter in name)
    return latin and name.isalpha() and name.istitle()


def kept() -> Iterator[str]:
    """The first names that are seldom anything else."""
    known_otherwise = entries("persons", "no first names")
    vocabulary = spacy.load(DEFAULT_MODEL).vocab
    rank = {vocabulary.strings[key]: place for place, key in enumerate(vocabulary.vectors)}
    listed = {
        word.lower() for name in LISTS for phrases in sections(name).values() for one in phrases for word in one.split()
    }
    places = {*sites(), *countries(), *peoples()}
    for name in names_of("first_name") - names_of("last_name") - entries("first_names") - known_otherwise:
        small = rank.get(name.lower(), RAREST)
        known = rank.get(name, RAREST) < RAREST and len(name) >= SHORTEST
        other = name in places or name.removesuffix("s") in peoples() or name.lower() in listed
        if known and not other and small > COMMON and small > rank[name]:
            yield name


if __name__ == "__main__":
    TARGET.write_text(HEADER + "".join(f"{name}\n" for name in sorted(kept())), "utf-8")
