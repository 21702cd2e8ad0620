"""Time expressions: found by named rules, resolved against a reference time."""

from spacy.tokens import Doc

from services.nlp.annotations import Document, ReferenceTime, Timex
from services.nlp.timex.reference import reference_time as reference_time_of
from services.nlp.timex.resolution import tag_document
from services.nlp.timex.tagging import tag
from services.nlp.timex.timeml import to_timeml
from services.nlp.tokens import Tokens

__all__ = ["find_reference_time", "find_timexes", "tag", "to_timeml"]


def find_reference_time(doc: Doc, document: Document) -> ReferenceTime:  # noqa: ARG001  # the text is enough
    """Where the article stands in time: published_at, a dateline, the latest full date it mentions, or nowhere."""
    return reference_time_of(document)


def find_timexes(doc: Doc, reference_time: ReferenceTime, tokens: Tokens | None = None) -> tuple[Timex, ...]:
    """Every time expression of a document, in the order of the text. `tokens` are the document's, if known."""
    return tag_document(doc, reference_time, tokens)
