"""Derive the lists of first names from Faker's: pip install faker==40.63.0, then build_given_names.py.

Writes given_names.txt and women_and_men.txt to services/nlp/entities/data; Faker's licence stands beside them. Kept is
a name in Latin letters that the model's vectors know, that is no surname of Faker's, no town, people or company of our
lists, and that is read more often with a capital letter than without. A woman's name is one that hardly any people
gives to men.
"""

import importlib
import pkgutil
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import faker.providers.person as persons
import spacy

from services.nlp.defaults import DEFAULT_MODEL
from services.nlp.entities.gazetteer import countries, peoples, sites
from services.nlp.entities.lexicon import entries, sections

DATA = Path(__file__).parent.parent / "services/nlp/entities/data"
HEADER = """\
# First names of many peoples, beside those of first_names.txt: derived from the lists of Faker by
# scripts/build_given_names.py; licence: FAKER-LICENSE.txt
"""
GENDERS_HEADER = """\
# First names that only women, and that only men have; some are common words, too: derived from the lists of Faker by
# scripts/build_given_names.py; licence: FAKER-LICENSE.txt
"""
LISTS = ("organisations", "products", "head_words", "organisation_heads", "titles", "noise", "kinds", "models")
SHORTEST = 4
RAREST, COMMON = 400_000, 60_000
"""Ranks by frequency: a rarer name is noise, a word in small letters as frequent as that is a common one."""


MUCH_MORE = 10
"""A few of Faker's lists hold some names of the other kind."""
EITHER = frozenset({"Andrea", "Chris", "Gabriele", "Jordan", "Kim", "Nikita", "Sasha", "Simone"})
"""Names of men in one country and of women in another, which Faker has as one."""


def names_by_people(kind: str) -> list[set[str]]:
    """The names of one kind, `first_name`, `last_name` or `first_names_female`, of each of Faker's locales."""
    found = []
    for module in pkgutil.iter_modules(persons.__path__):
        provider = importlib.import_module(f"{persons.__name__}.{module.name}").Provider
        listed = (getattr(provider, attribute) for attribute in dir(provider) if attribute.startswith(kind))
        tables = [names for names in listed if isinstance(names, (list, tuple, dict))]
        found.append({name for names in tables for name in names if isinstance(name, str) and is_latin(name)})
    return found


def names_of(kind: str) -> set[str]:
    """Every name of one kind."""
    return set().union(*names_by_people(kind))


@cache
def ranks() -> dict[str, int]:
    """The rank by frequency of each word that the model's vectors know."""
    vocabulary = spacy.load(DEFAULT_MODEL).vocab
    return {vocabulary.strings[key]: place for place, key in enumerate(vocabulary.vectors)}


def is_latin(name: str) -> bool:
    """Whether a name is one capitalised word in Latin letters."""
    latin = all("LATIN" in unicodedata.name(letter, "") for letter in name)
    return latin and name.isalpha() and name.istitle()


def kept() -> Iterator[str]:
    """The first names that are seldom anything else."""
    known_otherwise = entries("persons", "no first names")
    rank = ranks()
    phrases = (phrase.split() for name in LISTS for listed in sections(name).values() for phrase in listed)
    # What a number tells from a first name, the rocket Ariane 6, takes no name away.
    listed = {word.lower() for words in phrases if not words[-1].isdecimal() for word in words}
    places = {*sites(), *countries(), *peoples()}
    for name in names_of("first_name") - names_of("last_name") - entries("first_names") - known_otherwise:
        small = rank.get(name.lower(), RAREST)
        known = rank.get(name, RAREST) < RAREST and len(name) >= SHORTEST
        other = name in places or name.removesuffix("s") in peoples() or name.lower() in listed
        if known and not other and small > COMMON and small > rank[name]:
            yield name


def genders() -> Iterator[str]:
    """The lines of the list of women's and men's names."""
    known = ranks().keys() - EITHER
    women, men = (Counter(chain(*names_by_people(f"first_names_{which}"))) for which in ("female", "male"))
    for section, ours, others in (("women", women, men), ("men", men, women)):
        yield f"[{section}]"
        yield from sorted(name for name in ours.keys() & known if ours[name] >= MUCH_MORE * others[name])


if __name__ == "__main__":
    (DATA / "given_names.txt").write_text(HEADER + "".join(f"{name}\n" for name in sorted(kept())), "utf-8")
    (DATA / "women_and_men.txt").write_text(GENDERS_HEADER + "".join(f"{line}\n" for line in genders()), "utf-8")
