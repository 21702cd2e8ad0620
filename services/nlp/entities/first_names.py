"""What begins and what ends no other name than a person's."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from services.nlp.entities.lexicon import entries, sections

Gender = Literal["man", "woman"]


@cache
def first_names() -> frozenset[str]:
    """First names of many peoples that are seldom anything else."""
    return entries("first_names") | entries("given_names")


@cache
def no_first_names() -> frozenset[str]:
    """Titles, offices and words that are no names, in small letters."""
    return entries("titles") | entries("noise", "offices") | entries("noise", "never")


@cache
def no_surnames() -> frozenset[str]:
    """Words that end the name of an organisation, a place or an event."""
    ends = (name for label, names in sections("head_words").items() if not label.startswith("before") for name in names)
    heads = entries("organisation_heads", "heads") | entries("organisation_heads", "generic")
    forms = entries("organisation_heads", "legal forms") | entries("persons", "no surnames")
    return heads | forms | frozenset(word for name in ends for word in name.split())


@cache
def genders() -> Mapping[str, Gender]:
    """First names that only women, and that only men have; a family name that stands first is none."""
    listed: tuple[tuple[Gender, str], ...] = (("man", "men"), ("woman", "women"))
    genders = {name: gender for gender, section in listed for name in entries("women_and_men", section)}
    return {name: gender for name, gender in genders.items() if name not in entries("persons", "family first")}
