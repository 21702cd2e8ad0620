"""What sort of happening an event is, from a small vocabulary after PLOVER; the lists are data."""

import tomllib
from functools import cache

from services.nlp.events.lexicon import DATA

KINDS = frozenset(tomllib.loads((DATA / "kinds.toml").read_text("utf-8")))
"""The whole vocabulary."""

CALAMITIES = frozenset({"attack", "die", "disaster", "accident", "crime", "injure"})
"""Kinds of what harms people; one happening may be told by words of several of them."""


@cache
def _by_word() -> tuple[dict[str, str], dict[str, str]]:
    """Kind of each verb and of each noun; the first kind that lists a word wins."""
    content = tomllib.loads((DATA / "kinds.toml").read_text("utf-8"))
    verbs: dict[str, str] = {}
    nouns: dict[str, str] = {}
    for kind, words in content.items():
        for verb in words["verbs"].split():
            verbs.setdefault(verb, kind)
        for noun in words["nouns"].split():
            nouns.setdefault(noun, kind)
    return verbs, nouns


def kind_of_verb(lemma: str) -> str | None:
    """The kind that lists this verb."""
    return _by_word()[0].get(lemma)


def kind_of_noun(lemma: str) -> str | None:
    """The kind that lists this noun."""
    return _by_word()[1].get(lemma)
