"""Organisations: abbreviations of full names, names cut short, names without their country or legal form."""

from collections.abc import Iterator, Mapping, Sequence

from services.nlp.entities.clusters.groups import Group, Union
from services.nlp.entities.corrections.brackets import SMALL, introduces, without_country, without_legal_form
from services.nlp.entities.gazetteer import peoples
from services.nlp.entities.lexicon import entries

HEADS = entries("organisation_heads", "heads") | entries("head_words", "ORG")
GENERIC = entries("organisation_heads", "generic")
LONGEST = 12


def join_organisations(groups: Sequence[Group], union: Union) -> None:
    """Join the short names of organisations to the full ones, in one pass over all of them."""
    forms = entries("organisation_heads", "legal forms")
    by_short: dict[tuple[str, ...], int] = {}
    by_initials: dict[str, int] = {}
    wanted = [n for n, g in enumerate(groups) if g.family == "organisation"]
    for n in wanted:
        if len(groups[n].words) > 1:
            for short in _shorter(groups[n].words):
                by_short.setdefault(short, n)
            for initials in _initials(groups[n].words):
                by_initials.setdefault(initials, n)
    by_rest = _only_by_rest(wanted, groups)
    by_head = _only_by_head([n for n in wanted if len(groups[n].words) > 1], groups)
    for n in wanted:
        words = groups[n].words
        headed = by_head.get(words[0]) if len(words) == 1 else None
        if headed is not None and groups[headed].first < groups[n].first:
            union.join(headed, n)
        if (full := by_rest.get(words)) is not None and groups[full].first < groups[n].first_told:
            union.join(full, n)
        short = without_legal_form(words)
        if (full := by_short.get(short)) is not None and full != n and _may_follow(groups[full], groups[n], forms):
            union.join(full, n)
        if len(words) == 1 and (full := by_initials.get(words[0].replace(".", "").upper())) is not None:
            union.join(full, n)


def _only_by_head(full: Sequence[int], groups: Sequence[Group]) -> Mapping[str, int]:
    """The one organisation that ends with a word for one, or with its nickname: the Courier, the Lakers."""
    found: dict[str, list[int]] = {}
    for n in full:
        if groups[n].words[-1] in HEADS or groups[n].words[-1].endswith("s"):
            found.setdefault(groups[n].words[-1], []).append(n)
    return {head: bearers[0] for head, bearers in found.items() if len(bearers) == 1}


def _only_by_rest(wanted: Sequence[int], groups: Sequence[Group]) -> Mapping[tuple[str, ...], int]:
    """The one organisation of a people by what follows the people's name: the Coast Guard, Philippine or no other."""
    found: dict[tuple[str, ...], list[int]] = {}
    for n in wanted:
        words = groups[n].words
        if len(words) > 2 and words[0] in peoples():  # noqa: PLR2004  # two words are left
            found.setdefault(words[1:], []).append(n)
    return {rest: bearers[0] for rest, bearers in found.items() if len(bearers) == 1}


def join_introduced(groups: Sequence[Group], union: Union, introduced: Iterator[tuple[int, int, str]]) -> None:
    """Join each abbreviation, as it stands in the text, to the name before its bracket."""
    for full, short, form in introduced:
        if introduces(form, groups[full].words, groups[full].label):
            union.join(full, short)


def _shorter(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """What a name may be cut down to: its beginnings, its bare form, its form without a country, what follows `of`."""
    bare = without_legal_form(words)
    if bare != words:
        yield bare
    for end in range(1, min(len(bare), LONGEST)):
        yield bare[:end]
    rest = without_country(bare)
    if rest != bare and len(rest) > 1:
        yield rest
    if len(bare) > 2 and bare[0] == "Church" and bare[1] == "of":  # noqa: PLR2004  # Church of X
        yield bare[2:]


def _may_follow(full: Group, short: Group, forms: frozenset[str]) -> bool:
    """Whether a shorter name is the longer one: at any place if only a generic word is gone, else only after it."""
    rest = full.words[len(short.words) :]
    generic = full.words[: len(short.words)] == short.words and all(
        w in GENERIC or w.rstrip(".") in forms for w in rest
    )
    return generic or full.first < short.first_told


def _initials(words: tuple[str, ...]) -> Iterator[str]:
    """The abbreviations of a name: initials of all its words, or of the big ones, with and without its country."""
    bare = without_legal_form(words)
    found: dict[str, None] = {}
    for name in dict.fromkeys((bare, without_country(bare), words)):
        big = "".join(word[0] for word in name if word.lower() not in SMALL).upper()
        full = "".join(word[0] for word in name).upper()
        found |= {big: None, full: None}
    yield from (initials for initials in found if len(initials) > 1)
