"""Persons: a surname or a first name alone is the person of that name; the first bearer in the text has precedence."""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from services.nlp.entities.clusters.groups import Group, Union
from services.nlp.entities.gazetteer import peoples
from services.nlp.entities.lexicon import entries, sections
from services.nlp.entities.words import plain

FAMILY_FIRST = entries("persons", "family first")
INSIDE = entries("persons", "inside")
REMEMBERED = 4096
LONGEST_HEAD = 5
"""Words of a name whose beginnings are looked at."""
LEADING = frozenset({"al", "el", "as", "ash", "ar", "an"})
"""What a hyphen ties to a surname that it begins: al-Hadid is Karim al-Hadid."""
PARTICLES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


def join_persons(groups: Sequence[Group], union: Union) -> None:
    """Join the short names of persons to the full ones, and full names that differ in a middle name."""
    persons = [(n, _core(one)) for n, one in enumerate(groups) if one.family == "person"]
    tails = _join_full([(n, core) for n, core in persons if len(core) > 1], union)
    surnames: dict[str, list[int]] = {}
    first_names: dict[str, list[int]] = {}
    addressed: dict[str, int] = {}
    for n, core in persons:
        if len(core) > 1:
            surnames.setdefault(core[-1], []).append(n)
            first_names.setdefault(core[0], []).append(n)
        elif groups[n].gender:
            addressed.setdefault(core[0], n)
    for n, core in persons:
        if core in tails:
            union.join(tails[core], n)
        elif len(core) > 1:
            continue
        elif core[0] in surnames:
            union.join(_bearer(groups, surnames[core[0]], n), n)
        elif core[0] in addressed and groups[n].gender is None:
            union.join(addressed[core[0]], n)
        elif core[0] in first_names:
            _join_first_name(core[0], n, {union.find(bearer) for bearer in first_names[core[0]]}, union)


def _join_full(full: Sequence[tuple[int, tuple[str, ...]]], union: Union) -> dict[tuple[str, ...], int]:
    """Join full names that differ in a middle name; the bearer of each longer end of a name: `von der Loo`."""
    ends: dict[tuple[str, str], int] = {}
    tails: dict[tuple[str, ...], int] = {}
    heads = _heads(full)
    for n, core in full:
        if heads.get(core, n) < n:
            union.join(heads[core], n)
        elif (core[0], core[-1]) in ends:
            union.join(ends[core[0], core[-1]], n)
        elif core in tails:
            union.join(tails[core], n)
        ends.setdefault((core[0], core[-1]), n)
        for start in range(1, min(len(core) - 1, 4)):
            tails.setdefault(core[start:], n)
    return tails


def _heads(full: Sequence[tuple[int, tuple[str, ...]]]) -> dict[tuple[str, ...], int]:
    """The one bearer of each longer beginning of a name: `Mohd Kamar` of Mohd Kamar Md Din, who has no surname."""
    found: dict[tuple[str, ...], set[int]] = {}
    for n, core in full:
        for end in range(2, min(len(core), LONGEST_HEAD)):
            found.setdefault(core[:end], set()).add(n)
    return {head: min(bearers) for head, bearers in found.items() if len(bearers) == 1}


def _bearer(groups: Sequence[Group], named: Sequence[int], number: int) -> int:
    """The first of those named in full whom a surname can mean; the lone name itself where it is nobody of them."""
    gender = groups[number].gender
    if gender is None:
        return named[0]
    same = (n for n in named if groups[n].gender == gender)
    return next(same, next((n for n in named if groups[n].gender is None), number))


def _join_first_name(name: str, number: int, bearers: set[int], union: Union) -> None:
    """Join a lone first name to its one bearer; a family name that stands first to the first of its bearers."""
    if len(bearers) == 1 or name in FAMILY_FIRST:
        union.join(min(bearers), number)


def settle_surnames(groups: Sequence[Group], is_great: Callable[[str], bool]) -> None:
    """A lone name of a person named in full is that person, whatever the model says; but a great place stays one.

    So is that of a person who is told apart from another by a form of address.
    """
    full = [_core(g) for g in groups if g.family == "person" and (len(_core(g)) > 1 or g.gender)]
    named = {word for core in full for word in (core[0], core[-1])}
    surnames = {core[-1] for core in full}
    for one in groups:
        core = one.words if len(one.words) == 1 else _core(one)
        closed = one.label == "PERSON" or (one.label == "NORP" and core[0] in peoples())
        lone = len(core) == 1 and core[0] in named and not closed
        if lone and one.label == "NORP" and any(mention.sure for mention in one.mentions):
            continue
        if one.family == "place" and core[0] not in surnames:
            continue
        if lone and not (one.family == "place" and is_great(core[0])):
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
    core = tuple(plain(word) for word in words if word not in PARTICLES) or words
    if len(core) > 1 and core[0] in LEADING:
        core = core[1:]
    if len(core) == 1:
        return core
    return tuple(word.lower() if word.lower() in INSIDE else word for word in core)
