"""Ships: `MV Aldmoor Trader` and `the Aldmoor Trader` are one."""

from collections.abc import Mapping, Sequence

from services.nlp.entities.clusters.groups import Group, Union
from services.nlp.entities.corrections.ships import AMBIGUOUS, PREFIXES, SLASHED
from services.nlp.entities.gazetteer import is_great, sites
from services.nlp.entities.words import Words

LED = frozenset({"in", "at", "near", "outside", "to"})
"""Before a town that a ship may be called after."""
MENTIONS = 20


def settle_ships(words: Words, groups: Sequence[Group]) -> None:
    """A ship's name without its prefix is the ship, if no person or place is called so."""
    bare = _bare(groups)
    if bare:
        named = {word for g in groups if g.family == "person" and len(g.words) > 1 for word in g.words}
        for one in groups:
            if one.words in bare and one.label != "PRODUCT" and not _is_other(words, one, named):
                one.label = "PRODUCT"


def join_ships(groups: Sequence[Group], union: Union) -> None:
    """Join the names of a ship with and without its prefix."""
    bare = _bare(groups)
    for n, one in enumerate(groups) if bare else ():
        if one.label == "PRODUCT" and one.words in bare:
            union.join(bare[one.words], n)


def _bare(groups: Sequence[Group]) -> Mapping[tuple[str, ...], int]:
    """The names of ships without their prefixes, with the number of the group."""
    ships = ((n, one.words) for n, one in enumerate(groups) if one.label == "PRODUCT" and len(one.words) > 1)
    return {words[prefix:]: n for n, words in ships if (prefix := _prefix(words)) and len(words) > prefix}


def _prefix(words: tuple[str, ...]) -> int:
    """How many words are the prefix of a ship: one of MV, two of M/V, which a slash parts."""
    if words[0].upper() in PREFIXES | AMBIGUOUS:
        return 1
    return 2 * (len(words[0]) == 1 and words[0].isupper() and words[1] in SLASHED)


def _is_other(words: Words, group: Group, named: set[str]) -> bool:
    """Whether one word may be whom or what a ship is called after: Kolkata of INS Kolkata, Norfolk in `at Norfolk`."""
    if len(group.words) > 1:
        return False
    name = group.words[0]
    if name in named or is_great(name):
        return True
    before = (words.lower[mention.start - 1] for mention in group.mentions[:MENTIONS] if mention.start)
    return name in sites() and not LED.isdisjoint(before)
