"""Events: triggers, participants, dates, polarity, modality, attribution."""

from spacy.tokens import Doc

from services.nlp.annotations import Document, Entity, Event, ReferenceTime, Timex


def find_events(
    doc: Doc,  # noqa: ARG001
    document: Document,  # noqa: ARG001
    timexes: tuple[Timex, ...],  # noqa: ARG001
    entities: tuple[Entity, ...],  # noqa: ARG001
    reference_time: ReferenceTime,  # noqa: ARG001
) -> tuple[Event, ...]:
    """Every event of a document, in the order of the text."""
    return ()
