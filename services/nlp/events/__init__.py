"""Events: triggers, participants, dates, polarity, modality, attribution."""

from spacy.tokens import Doc

from services.nlp.annotations import Document, Entity, Event, ReferenceTime, Timex
from services.nlp.events.assembly import assemble
from services.nlp.events.syntax import read
from services.nlp.events.timeline import timeline

__all__ = ["find_events", "timeline"]


def find_events(
    doc: Doc,
    document: Document,
    timexes: tuple[Timex, ...],
    entities: tuple[Entity, ...],
    reference_time: ReferenceTime,
) -> tuple[Event, ...]:
    """Every event of a document, in the order of the text."""
    return assemble(read(doc, document.headline_end), timexes, entities, reference_time)
