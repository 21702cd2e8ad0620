"""Mentions of one event: the same verb or its nominalisation, nothing that speaks against it and something for it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from services.nlp.annotations import EventDate

_BACK = 6
"""Groups of one root that a mention is compared with, the latest first."""
_DAYS = frozenset({"day", "part_of_day"})
_ONCE = frozenset({"die", "kill", "murder", "assassinate"})
"""What happens to nobody twice: "Osei died on Friday … Osei died at home"."""
_SURE = frozenset({"timex", "coreference"})


class Mention(Struct, frozen=True, gc=False):
    """What decides whether two mentions mean one event."""

    token: int
    root: str
    definite: bool
    negated: bool
    asserted: bool
    entities: frozenset[str]
    date: EventDate


def same_roots(roots: Mapping[int, str], same: Mapping[int, int]) -> dict[int, str]:
    """Roots by their tokens; where one token means what another does, its root counts as the other's everywhere."""
    other = {roots[one]: roots[another] for one, another in same.items() if one in roots and another in roots}
    return {token: other.get(root, root) for token, root in roots.items()}


def told_again(roots: Mapping[int, str]) -> set[int]:
    """Of triggers with their roots those whose root another one has: the others share their event with none."""
    told = Counter(roots.values())
    return {token for token, root in roots.items() if told[root] > 1}


def group_mentions(mentions: list[Mention], verbs: Mapping[int, int]) -> dict[int, str]:
    """The group of each token that shares its event with another one: g1, g2 … in the order of the text.

    `verbs` are the light verbs of nouns, which are no mentions of their own.
    """
    by_root: dict[str, list[list[Mention]]] = {}
    for mention in mentions:
        groups = by_root.setdefault(mention.root, [])
        group = next((group for group in reversed(groups[-_BACK:]) if _belongs(mention, group)), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(mention)
    told = ([mention.token for mention in group] for groups in by_root.values() for group in groups)
    shared = [tokens + [verbs[token] for token in tokens if token in verbs] for tokens in told]
    shared = sorted((sorted(tokens) for tokens in shared if len(tokens) > 1), key=itemgetter(0))
    return {token: f"g{number}" for number, tokens in enumerate(shared, 1) for token in tokens}


def share_dates(mentions: Iterable[Mention], groups: Mapping[int, str]) -> dict[int, EventDate]:
    """The day of its group for each mention that takes up what happened and has no date of its own.

    Mentions that say when it happened must agree; what is planned, asked for or possible neither lends nor takes a day.
    """
    told = [mention for mention in mentions if mention.asserted and not mention.negated and mention.token in groups]
    known: dict[str, list[EventDate]] = {}
    whose: dict[str, frozenset[str]] = {}
    for mention in told:
        if mention.date.method in _SURE and mention.date.value:
            known.setdefault(groups[mention.token], []).append(mention.date)
            whose.setdefault(groups[mention.token], mention.entities)
    days = {group: dates[0] for group, dates in known.items() if len({date.value for date in dates}) == 1}
    return {
        mention.token: replace(day, method="coreference")
        for mention in told
        if mention.definite or (mention.root in _ONCE and mention.entities == whose.get(groups[mention.token]))
        if (day := days.get(groups[mention.token])) and day.granularity in _DAYS and _leaves_open(mention.date, day)
    }


def _leaves_open(date: EventDate, day: EventDate) -> bool:
    """Whether nothing is known of when it happened, or only a later day by which it had."""
    if date.method == "none":
        return True
    return (
        date.value is None and date.earliest is None and bool(date.latest and day.latest and day.latest <= date.latest)
    )


def _belongs(mention: Mention, group: list[Mention]) -> bool:
    """Compared with the first mention, which names most, and with the last one."""
    others = (group[0], group[-1])
    return any(_same(mention, other) for other in others) and all(_compatible(mention, other) for other in others)


def _compatible(one: Mention, other: Mention) -> bool:
    if one.negated != other.negated:
        return False
    if one.entities and other.entities and not one.entities & other.entities:
        return False
    first, second = one.date, other.date
    if first.method == second.method == "timex":
        if first.latest and second.earliest and first.latest < second.earliest:
            return False
        return not (second.latest and first.earliest and second.latest < first.earliest)
    return True


def _same(mention: Mention, earlier: Mention) -> bool:
    """Evidence: a definite noun phrase takes up what was said, or the same names take part."""
    return mention.definite or bool(mention.entities & earlier.entities)
