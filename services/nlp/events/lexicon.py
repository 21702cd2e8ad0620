"""The word tables of this room, read once: WordNet's nouns and verbs, and the lists that the project wrote."""

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

FORMS = 8192
"""Word forms whose lemma is remembered: a batch of articles has fewer."""

_AGAIN = "re-"
_BEFORE_NOUNS = ("re-", "ex-", "co-")
"""What a hyphen joins to words and the model reads as part of them."""

DATA = Path(__file__).parent / "data"
_VERB_ENDINGS = (
    ("ies", "y"),
    ("es", "e"),
    ("es", ""),
    ("s", ""),
    ("ied", "y"),
    ("ed", "e"),
    ("ed", ""),
    ("ing", "e"),
    ("ing", ""),
)
_NOUN_ENDINGS = (
    ("ies", "y"),
    ("ses", "s"),
    ("xes", "x"),
    ("zes", "z"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("men", "man"),
    ("s", ""),
)


@dataclass(frozen=True, slots=True)
class Noun:
    """What WordNet knows of a noun: share (0-100) of its uses that are happenings, main category, its verb."""

    share: int
    category: str
    verb: str


@cache
def nouns() -> dict[str, Noun]:
    """WordNet's nouns that can be happenings or derive from a verb, by lemma."""
    return {lemma: Noun(int(share), category, verb) for lemma, share, category, verb in _rows("wordnet_nouns.tsv")}


@cache
def verbs() -> dict[str, str]:
    """WordNet's verbs: lemma to main category."""
    return {lemma: category for lemma, category in _rows("wordnet_verbs.tsv")}  # noqa: C416  # a list of lists is no mapping


@cache
def abstract_nouns() -> frozenset[str]:
    """WordNet's nouns for what cannot take part in an event: attributes, ideas, states, times, acts."""
    return frozenset(lemma for lemma, _ in _rows("wordnet_abstract.tsv"))


@cache
def person_nouns() -> frozenset[str]:
    """WordNet's nouns for persons."""
    return frozenset(lemma for (lemma,) in _rows("wordnet_persons.tsv"))


@cache
def _exceptions() -> dict[tuple[str, str], str]:
    return {(form, kind): lemma for form, kind, lemma in _rows("wordnet_exceptions.tsv")}


@cache
def table(name: str) -> dict[str, frozenset[str]]:
    """A list file of the project, `data/NAME.toml`: each key's words."""
    content = tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))
    return {
        key: frozenset(" ".join(words).split() if isinstance(words, list) else words.split())
        for key, words in content.items()
    }


@cache
def by_word(name: str) -> dict[str, str]:
    """The same file turned round: each word's key. The first key wins."""
    found: dict[str, str] = {}
    for key, words in table(name).items():
        for word in words:
            found.setdefault(word, key)
    return found


@lru_cache(FORMS)
def verb_lemma(form: str) -> str:
    """Lemma of a verb form in lower case, after WordNet's morphy: exceptions, then endings, else the form.

    What is done again is the same: "re-elected" is of "elect".
    """
    if form.startswith(_AGAIN) and len(form) > len(_AGAIN):
        return verb_lemma(form.removeprefix(_AGAIN))
    if lemma := _exceptions().get((form, "v")):
        return lemma
    known = verbs()
    candidates = [
        form[: -len(old)] + new for old, new in _VERB_ENDINGS if form.endswith(old) and len(form) > len(old) + 1
    ]
    # "planned" doubles a letter, "falling" does not: the doubled form is tried first where it is a verb
    for candidate in list(candidates):
        if len(candidate) > 3 and candidate[-1] == candidate[-2] and candidate[:-1] in known and candidate not in known:  # noqa: PLR2004
            return candidate[:-1]
    if form in known and not form.endswith(("ing", "ed", "s")):
        return form
    return next((candidate for candidate in candidates if candidate in known), form)


@lru_cache(FORMS)
def noun_lemma(form: str) -> str:
    """Lemma of a noun form in lower case; the singular by its ending where WordNet does not know it.

    A "re-election" is an election, an "ex-minister" a minister to the lists, and so is a "co-founder".
    """
    if form.startswith(_BEFORE_NOUNS):
        rest = noun_lemma(form.partition("-")[2])
        if form.startswith(_AGAIN) or rest in person_nouns():
            return rest
    if lemma := _exceptions().get((form, "n")):
        return lemma
    known = nouns()
    if form in known:
        return form
    for old, new in _NOUN_ENDINGS:
        if form.endswith(old) and not form.endswith("ss") and len(form) > len(old) + 1:
            return form[: -len(old)] + new
    return form


def _rows(name: str) -> list[list[str]]:
    lines = (DATA / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]
