"""The tagger as a plain function."""

from datetime import date, datetime
from functools import cache

from spacy.language import Language

from services.nlp.annotations import ReferenceTime, Timex
from services.nlp.defaults import DEFAULT_MODEL
from services.nlp.parsing import load_pipeline, parse
from services.nlp.timex.reference import as_day
from services.nlp.timex.resolution import tag_document


@cache
def default_pipeline() -> Language:
    """The pipeline that the service uses, loaded once. Raises OSError without the model."""
    return load_pipeline(DEFAULT_MODEL)


def tag(
    text: str, reference_time: date | datetime | str | None = None, *, nlp: Language | None = None
) -> tuple[Timex, ...]:
    """Every time expression of a text, resolved against a reference time (a day, or its ISO form).

    `nlp` is any spaCy pipeline, a blank one too: tags and trees help with words such as "may" and with tense, nothing
    needs them. Without it the service's own model is loaded. The text may be of any length. Raises ValueError for a
    reference time that is no date.
    """
    day = as_day(reference_time)
    doc = parse(nlp or default_pipeline(), text)
    return tag_document(doc, ReferenceTime(day, "published_at" if day else "none"))
