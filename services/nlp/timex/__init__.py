"""Time expressions: found by named rules, resolved against a reference time."""

from spacy.tokens import Doc

from services.nlp.annotations import Document, ReferenceTime, Timex


def find_reference_time(doc: Doc, document: Document) -> ReferenceTime:  # noqa: ARG001
    """The day of publication where the record gives it."""
    if document.published_at:
        return ReferenceTime(document.published_at.date(), "published_at")
    return ReferenceTime(None, "none")


def find_timexes(doc: Doc, document: Document, reference_time: ReferenceTime) -> tuple[Timex, ...]:  # noqa: ARG001
    """Every time expression of a document, in the order of the text."""
    return ()
