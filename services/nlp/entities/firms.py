"""Firms that newsrooms name without saying what they are: `Telenor`, `Mercadona`, `Sony Honda Mobility`."""

from collections.abc import Sequence
from functools import cache

from services.nlp.entities.lexicon import sections
from services.nlp.entities.phrases import Phrases


@cache
def firms() -> Phrases[bool]:
    """Firms by their words, and whether nothing else has the name."""
    listed = sections("firms")
    return Phrases.of((name.split(), section == "firms") for section, names in listed.items() for name in names)


def is_firm(forms: Sequence[str]) -> bool:
    """Whether words are the name of a firm and of nothing else."""
    return firms().values.get(tuple(forms), False)


def may_be_firm(forms: Sequence[str]) -> bool:
    """Whether a firm has this name, whoever else may have it."""
    return tuple(forms) in firms().values
