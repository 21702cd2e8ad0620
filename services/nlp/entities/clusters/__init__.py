"""Clusters: which mentions of a document speak of the same thing."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from schemas.vocabulary import EntityLabel
from services.nlp.entities.clusters.aliases import find_aliases
from services.nlp.entities.clusters.bodies import find_bodies
from services.nlp.entities.clusters.groups import Group, Union, group, vote
from services.nlp.entities.clusters.organisations import join_introduced, join_organisations
from services.nlp.entities.clusters.persons import join_persons, settle_founders, settle_surnames
from services.nlp.entities.clusters.places import join_places, settle_islands
from services.nlp.entities.clusters.roles import find_roles
from services.nlp.entities.clusters.ships import join_ships, settle_ships
from services.nlp.entities.clusters.things import join_things, settle_models, settle_storms
from services.nlp.entities.corrections.brackets import stands_for
from services.nlp.entities.gazetteer import countries, is_great, spellings
from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import START, Mention
from services.nlp.entities.words import LONGEST_SHORT, Words

MENTIONS = 20
"""Mentions that are looked at for a title before them and for a spelling that is not in capitals."""


class Cluster(Struct, frozen=True, gc=False):
    """Mentions of one thing in order; `name` is the fullest of them, without article and possessive."""

    name: str
    label: EntityLabel
    mentions: tuple[Mention, ...]


def cluster(words: Words, mentions: Sequence[Mention]) -> list[Cluster]:
    """The clusters of a document in the order of their first mention."""
    groups = group(words, mentions)
    by_mention = {mention: one for one in groups for mention in one.mentions}
    for other, named in (*find_roles(words, mentions), *find_bodies(words, mentions)):
        by_mention[named].roles.append(other)
    settle_surnames(groups, is_great)
    settle_founders(groups, lambda one: _is_titled(words, one))
    settle_models(groups)
    settle_storms(groups)
    settle_islands(groups)
    settle_ships(words, groups)
    union = Union(len(groups))
    join_introduced(groups, union, _introduced(words, groups))
    join_persons(groups, union)
    numbers = {mention: n for n, one in enumerate(groups) for mention in one.mentions}
    for name, other in find_aliases(words, mentions):
        union.join(numbers[name], numbers[other])
    join_organisations(groups, union)
    join_places(groups, union)
    join_things(groups, union)
    join_ships(groups, union)
    joined: dict[int, list[Group]] = {}
    for number, one in enumerate(groups):
        joined.setdefault(union.find(number), []).append(one)
    return [_cluster(words, parts) for _, parts in sorted(joined.items())]


def _is_titled(words: Words, group: Group) -> bool:
    """Whether a title stands before one of the first mentions: President Truman is not the Truman Library."""
    titles = entries("titles")
    before = (words.lower[mention.start - 1] for mention in group.mentions[:MENTIONS] if mention.start)
    return any(word.rstrip(".") in titles for word in before)


def _introduced(words: Words, groups: Sequence[Group]) -> Iterator[tuple[int, int, str]]:
    """Pairs of groups, a name and the one word in the bracket behind it, or its abbreviation between commas.

    With each the word as it stands there.
    """
    ends = {mention.end: n for n, one in enumerate(groups) for mention in one.mentions}
    for n, one in enumerate(groups):
        for mention in one.mentions:
            before = mention.start - 1
            if len(one.words) > 1 or before not in ends:
                continue
            parted = words.forms[before] == "," and stands_for(one.words[0], groups[ends[before]].words)
            if parted or words.forms[before] == "(":
                yield ends[before], n, words.forms[mention.start]


def _cluster(words: Words, groups: Sequence[Group]) -> Cluster:
    """One cluster of groups that name the same thing."""
    if len(groups) == 1:
        fullest, label = groups[0], groups[0].label
    else:
        fullest = max(groups, key=_fullness)
        label = vote(Mention(m.start, m.end, one.label, m.sure) for one in groups for m in one.mentions)
    mentions = tuple(sorted((m for one in groups for m in (*one.mentions, *one.roles)), key=START))
    name = _name(words, fullest)
    return Cluster(_quiet(name) if label == "GPE" and name.isupper() else name, label, mentions)


def _fullness(group: Group) -> tuple[int, bool, int, int]:
    """How full a name is: words, not shouted, letters; the earlier on a tie."""
    text = " ".join(group.words)
    return (len(group.words), not text.isupper(), len(text), -group.first)


def _quiet(name: str) -> str:
    """The name of a place that only stands in capitals, as a dateline has it: `LONDON`, `DAR ES SALAAM`; not `USSR`."""
    if len(name) <= LONGEST_SHORT or name in countries() or not all(c.isalpha() or c in " -" for c in name):
        return name
    return spellings().get(name) or name.title()


def _name(words: Words, group: Group) -> str:
    """The words of a group as they stand at its first mention, white space made single."""
    said = (words.said(mention.start, mention.end) for mention in group.mentions[:MENTIONS])
    first = next(said)
    shown = next((one for one in said if not one.isupper()), first) if first.isupper() else first
    name = " ".join(shown.split())
    for article in ("the ", "The "):
        if name.startswith(article) and group.words[0] != article.strip():
            name = name.removeprefix(article)
    return name
