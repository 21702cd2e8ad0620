"""Entities: mentions, clusters within the document, links to an authority file."""

from typing import cast, get_args

from spacy.tokens import Doc

from schemas.vocabulary import EntityLabel
from services.nlp.annotations import Document, Entity, Span, Timex
from services.nlp.entities.clusters import Cluster, cluster
from services.nlp.entities.corrections import STEPS
from services.nlp.entities.gazetteer import places
from services.nlp.entities.mention import Mention
from services.nlp.entities.salience import salience
from services.nlp.entities.words import Words

LABELS = frozenset(get_args(EntityLabel))


def find_entities(doc: Doc, document: Document, timexes: tuple[Timex, ...]) -> tuple[Entity, ...]:
    """Every entity of a document, in the order of its first mention."""
    words = Words.of(doc, document.headline_end)
    mentions = [Mention(e.start, e.end, cast("EntityLabel", e.label_)) for e in doc.ents if e.label_ in LABELS]
    for step in STEPS:
        mentions = step(words, mentions)
    clusters = cluster(words, _outside(words, mentions, timexes))
    most = max((len(one.mentions) for one in clusters), default=0)
    return tuple(_entity(words, one, number, most) for number, one in enumerate(clusters, start=1))


def _outside(words: Words, mentions: list[Mention], timexes: tuple[Timex, ...]) -> list[Mention]:
    """The mentions that are no part of a time expression: `May`, `Christmas Day`."""
    inside = {place for timex in timexes for place in range(timex.start, timex.end)} if timexes else set()
    return [m for m in mentions if not (words.starts[m.start] in inside and words.ends[m.end - 1] - 1 in inside)]


def _entity(words: Words, one: Cluster, number: int, most: int) -> Entity:
    """A cluster as the contract has it."""
    spans = ((words.starts[m.start], words.ends[m.end - 1]) for m in one.mentions)
    return Entity(
        id=f"e{number}",
        name=one.name,
        label=one.label,
        salience=salience(words, one, most),
        mentions=tuple(Span(start, end, words.text[start:end]) for start, end in spans),
        place=places().get(one.name) if one.label == "GPE" else None,
    )
