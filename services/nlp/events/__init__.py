"""Events: triggers, participants, dates, polarity, modality, attribution."""

from services.nlp.annotations import Document, Entity, Event, ReferenceTime, Timex
from services.nlp.events.assembly import assemble
from services.nlp.events.syntax import read
from services.nlp.events.timeline import timeline
from services.nlp.tokens import Tokens

__all__ = ["find_events", "timeline"]


def find_events(
    tokens: Tokens,
    document: Document,
    timexes: tuple[Timex, ...],
    entities: tuple[Entity, ...],
    reference_time: ReferenceTime,
) -> tuple[Event, ...]:
    """Every event of a document, in the order of the text."""
    return assemble(read(tokens, document.headline_end), timexes, entities, reference_time)
