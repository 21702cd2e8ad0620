"""What sort of happening an event is, from a small vocabulary after PLOVER; the lists are data."""

import tomllib
from typing import Literal

from services.nlp.events.lexicon import DATA

_CONTENT = tomllib.loads((DATA / "kinds.toml").read_text("utf-8"))
KINDS = frozenset(_CONTENT)
"""The whole vocabulary."""

CALAMITIES = frozenset({"attack", "die", "disaster", "accident", "crime", "injure"})
"""Kinds of what harms people; one happening may be told by words of several of them."""


def _by_word(part: Literal["verbs", "nouns"]) -> dict[str, str]:
    """The kind of each verb or noun; the first kind that lists a word wins."""
    found: dict[str, str] = {}
    for kind, words in _CONTENT.items():
        for word in words[part].split():
            found.setdefault(word, kind)
    return found


_VERBS = _by_word("verbs")
_NOUNS = _by_word("nouns")


def kind_of_verb(lemma: str) -> str | None:
    """The kind that lists this verb."""
    return _VERBS.get(lemma)


def kind_of_noun(lemma: str) -> str | None:
    """The kind that lists this noun."""
    return _NOUNS.get(lemma)
