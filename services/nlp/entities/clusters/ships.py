"""Ships: `MV Aldmoor Trader` and `the Aldmoor Trader` are one."""

from collections.abc import Mapping, Sequence

from services.nlp.entities.clusters.groups import Group, Union
from services.nlp.entities.corrections.ships import AMBIGUOUS, PREFIXES
from services.nlp.entities.gazetteer import is_great, sites


def settle_ships(groups: Sequence[Group]) -> None:
    """A ship's name without its prefix is the ship, if no person or place is called so."""
    bare = _bare(groups)
    if bare:
        named = {word for g in groups if g.family == "person" and len(g.words) > 1 for word in g.words}
        for one in groups:
            if one.words in bare and one.label != "PRODUCT" and not _is_other(one, named):
                one.label = "PRODUCT"


def join_ships(groups: Sequence[Group], union: Union) -> None:
    """Join the names of a ship with and without its prefix."""
    bare = _bare(groups)
    for n, one in enumerate(groups) if bare else ():
        if one.label == "PRODUCT" and one.words in bare:
            union.join(bare[one.words], n)


def _bare(groups: Sequence[Group]) -> Mapping[tuple[str, ...], int]:
    """The names of ships without their prefixes, with the number of the group."""
    known = PREFIXES | AMBIGUOUS
    return {
        one.words[1:]: n
        for n, one in enumerate(groups)
        if one.label == "PRODUCT" and len(one.words) > 1 and one.words[0].upper() in known
    }


def _is_other(group: Group, named: set[str]) -> bool:
    """Whether one word may be whom or what the ship is called after: Kolkata of INS Kolkata."""
    if len(group.words) > 1:
        return False
    return group.words[0] in named or group.words[0] in sites() or is_great(group.words[0])
