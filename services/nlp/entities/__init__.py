"""Entities: mentions, clusters within the document, links to an authority file."""

from typing import get_args

from spacy.tokens import Doc

from schemas.vocabulary import EntityLabel
from services.nlp.annotations import Document, Entity, Span, Timex


def find_entities(doc: Doc, document: Document, timexes: tuple[Timex, ...]) -> tuple[Entity, ...]:  # noqa: ARG001
    """Every entity of a document, in the order of its first mention."""
    ents = [ent for ent in doc.ents if ent.label_ in get_args(EntityLabel)]
    return tuple(
        Entity(
            id=f"e{number}",
            name=ent.text,
            label=ent.label_,
            salience=0.0,
            mentions=(Span(ent.start_char, ent.end_char, ent.text),),
        )
        for number, ent in enumerate(ents, start=1)
    )
