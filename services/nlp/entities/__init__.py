"""Entities: mentions, clusters within the document, links to an authority file."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import cast, get_args

from schemas.vocabulary import EntityLabel
from services.nlp.annotations import Document, Entity, Span, Timex
from services.nlp.entities.authority import EMPTY, Authority
from services.nlp.entities.clusters import Cluster, cluster
from services.nlp.entities.corrections import STEPS
from services.nlp.entities.corrections.credits import credit_lines
from services.nlp.entities.extents import extents
from services.nlp.entities.gazetteer import capitals, countries, peoples, sites, spellings
from services.nlp.entities.mention import Mention
from services.nlp.entities.places import locate
from services.nlp.entities.salience import salience
from services.nlp.entities.words import Words, words_of
from services.nlp.tokens import Tokens

LABELS = frozenset(get_args(EntityLabel))


def read_tables() -> None:
    """Read the gazetteer and the lists (a second, 60 MB), so that a process does it before it forks or is ready."""
    for table in (countries, capitals, peoples, sites, spellings):
        table()


def find_entities(
    tokens: Tokens, document: Document, timexes: tuple[Timex, ...], authority: Authority = EMPTY
) -> tuple[Entity, ...]:
    """Every entity of a document, in the order of its first mention; linked to the authority's where it knows them."""
    words = words_of(tokens, document.headline_end)
    mentions = [
        Mention(start, end, cast("EntityLabel", label)) for start, end, label in tokens.names if label in LABELS
    ]
    for step in STEPS:
        mentions = step(words, mentions)
    clusters = cluster(words, _outside(words, mentions, timexes))
    reach = extents(words, sorted(_labelled(clusters), key=lambda name: name.start))
    clusters.sort(key=lambda one: reach[one.mentions[0].start])
    most = max((len(one.mentions) for one in clusters), default=0)
    credited = frozenset(place for start, end in credit_lines(words) for place in range(start, end))
    where = locate(words, clusters)
    link = _linker(words, authority)
    return tuple(
        Entity(
            id=f"e{number}",
            name=one.name,
            label=one.label,
            salience=salience(words, one, most, credited),
            mentions=_spans(words, one, reach),
            link=link(one),
            place=where.get(number),
        )
        for number, one in enumerate(clusters, start=1)
    )


def _outside(words: Words, mentions: list[Mention], timexes: tuple[Timex, ...]) -> list[Mention]:
    """The mentions that are no part of a time expression: `May`, `Christmas Day`."""
    starts = [timex.start for timex in timexes]

    def inside(place: int) -> bool:
        at = bisect_right(starts, place) - 1
        return at >= 0 and place < timexes[at].end

    return [m for m in mentions if not (inside(words.starts[m.start]) and inside(words.ends[m.end - 1] - 1))]


def _linker(words: Words, authority: Authority) -> Callable[[Cluster], str | None]:
    """What gives the id of a cluster in the authority file."""
    if not authority.entries:
        return lambda _: None
    vocabulary = frozenset(words.lower)

    def link(one: Cluster) -> str | None:
        # The fullest name first: a surname alone is linked only where no longer name is known.
        mentioned = {words.said(m.start, m.end) for m in one.mentions}
        return authority.link([one.name], one.label, vocabulary) or authority.link(mentioned, one.label, vocabulary)

    return link


def _labelled(clusters: Iterable[Cluster]) -> Iterator[Mention]:
    """Every mention with the label of its cluster."""
    for one in clusters:
        for mention in one.mentions:
            yield mention if mention.label == one.label else Mention(mention.start, mention.end, one.label)


def _spans(words: Words, one: Cluster, reach: Mapping[int, tuple[int, int]]) -> tuple[Span, ...]:
    """The mentions of a cluster as spans of the text, each as far as it reaches."""
    extents_of = sorted(reach[mention.start] for mention in one.mentions)
    ranges = [(words.starts[first], words.ends[end - 1]) for first, end in extents_of]
    return tuple([Span(start, end, words.text[start:end]) for start, end in ranges])
