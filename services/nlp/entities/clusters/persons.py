"""Persons: a surname or a first name alone is the person of that name; the first bearer in the text has precedence."""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from services.nlp.entities.clusters.groups import Group, Union
from services.nlp.entities.lexicon import entries, sections

FAMILY_FIRST = entries("persons", "family first")
INSIDE = entries("persons", "inside")
REMEMBERED = 4096
PARTICLES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


def join_persons(groups: Sequence[Group], union: Union) -> None:
    """Join the short names of persons to the full ones, and full names that differ in a middle name."""
    full = [n for n, g in enumerate(groups) if g.family == "person" and len(_core(g)) > 1]
    surnames: dict[str, int] = {}
    first_names: dict[str, set[int]] = {}
    ends: dict[tuple[str, str], int] = {}
    tails: dict[tuple[str, ...], int] = {}
    for n in full:
        core = _core(groups[n])
        if (core[0], core[-1]) in ends:
            union.join(ends[core[0], core[-1]], n)
        elif core in tails:
            union.join(tails[core], n)
        ends.setdefault((core[0], core[-1]), n)
        surnames.setdefault(core[-1], n)
        first_names.setdefault(core[0], set()).add(union.find(n))
        for start in range(1, min(len(core) - 1, 4)):
            tails.setdefault(core[start:], n)
    for n, one in enumerate(groups):
        core = _core(one)
        if one.family != "person":
            continue
        if len(core) > 1 and core in tails:
            union.join(tails[core], n)
        elif len(core) == 1 and core[0] in surnames:
            union.join(surnames[core[0]], n)
        elif len(core) == 1 and core[0] in first_names:
            _join_first_name(core[0], n, {union.find(bearer) for bearer in first_names[core[0]]}, union)


def _join_first_name(name: str, number: int, bearers: set[int], union: Union) -> None:
    """Join a lone first name to its one bearer; a family name that stands first to the first of its bearers."""
    if len(bearers) == 1 or name in FAMILY_FIRST:
        union.join(min(bearers), number)


def settle_surnames(groups: Sequence[Group], is_great: Callable[[str], bool]) -> None:
    """A lone name of a person named in full is that person, whatever the model says; but a great place stays one."""
    named = {word for g in groups if g.family == "person" and len(_core(g)) > 1 for word in (_core(g)[0], _core(g)[-1])}
    surnames = {_core(g)[-1] for g in groups if g.family == "person" and len(_core(g)) > 1}
    for one in groups:
        lone = len(one.words) == 1 and one.words[0] in named and one.label not in {"NORP", "PERSON"}
        if one.family == "place" and one.words[0] not in surnames:
            continue
        if lone and not (one.family == "place" and is_great(one.words[0])):
            one.label = "PERSON"


def settle_founders(groups: Sequence[Group], is_titled: Callable[[Group], bool]) -> None:
    """A lone name that begins an organisation's, and is no bearer's, is it: Ferrant of Ferrant Construction.

    So is a maker's.
    """
    bearers = {word for g in groups if g.family == "person" and len(_core(g)) > 1 for word in g.words}
    named = {g.words[0] for g in groups if g.label == "ORG" and len(g.words) > 1}
    makers = _makers()
    for one in groups:
        if (
            len(one.words) == 1
            and one.label == "PERSON"
            and (one.words[0] in named or one.words[0] in makers)
            and one.words[0] not in bearers
            and not is_titled(one)
        ):
            one.label = "ORG"


@cache
def _makers() -> frozenset[str]:
    """The names of makers."""
    return frozenset(sections("products")["makers"])


def _core(group: Group) -> tuple[str, ...]:
    """A name without `Jr.` and its like, its particles small: Von der Loo is Petra von der Loo."""
    return _core_of(group.words)


@lru_cache(maxsize=REMEMBERED)
def _core_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """The core of a name's words; it is asked for by every rule here."""
    core = tuple(word for word in words if word not in PARTICLES) or words
    if len(core) == 1:
        return core
    return tuple(word.lower() if word.lower() in INSIDE else word for word in core)
