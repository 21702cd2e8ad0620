"""The tagger as a spaCy component: nlp.add_pipe("dateline_timex", config={"reference_time": "2016-05-04"})."""

from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Span

from services.nlp.annotations import Document, ReferenceTime, Timex
from services.nlp.timex.portable import register
from services.nlp.timex.reference import as_day, reference_time
from services.nlp.timex.resolution import tag_document

SPANS_KEY = "timexes"

register()


class TimexComponent:
    """Finds time expressions. Works with any pipeline; a tagger and a parser before it make it better.

    `doc.spans["timexes"]` holds the expressions that begin and end with tokens, labelled with their TIMEX3 type;
    `span._.timex` is the `Timex` of such a span; `doc._.timexes` holds all of them, `doc._.reference_time` what they
    were resolved against. A `doc._.reference_time` set beforehand (a date, a datetime or an ISO text) goes first; only
    the text travels to the processes of `nlp.pipe(docs, n_process=2)`. Raises ValueError for a text that is no date.
    """

    def __init__(self, configured: date | None, spans_key: str) -> None:
        self._configured = configured
        self._spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        reference = self._reference_time(doc)
        timexes = tag_document(doc, reference)
        doc._.reference_time = reference
        doc._.timexes = timexes
        spans = []
        for timex in timexes:
            span = doc.char_span(timex.start, timex.end, label=timex.type)
            if span is not None:
                span._.timex = timex
                spans.append(span)
        doc.spans[self._spans_key] = spans
        return doc

    def _reference_time(self, doc: Doc) -> ReferenceTime:
        given = doc._.reference_time
        if isinstance(given, ReferenceTime):
            return given
        day = as_day(given) or self._configured
        return ReferenceTime(day, "published_at") if day else reference_time(Document(doc.text))


@Language.factory(
    "dateline_timex",
    assigns=["doc.spans", "doc._.timexes", "doc._.reference_time", "span._.timex"],
    default_config={"reference_time": None, "spans_key": SPANS_KEY},
)
def create_timex_component(nlp: Language, name: str, reference_time: str | None, spans_key: str) -> TimexComponent:  # noqa: ARG001  # spaCy's signature of a factory
    """Make the component. `reference_time` is an ISO date or null. Raises ValueError for any other text."""
    for owner, extension in ((Doc, "timexes"), (Doc, "reference_time"), (Span, "timex")):
        if not owner.has_extension(extension):
            owner.set_extension(extension, default=() if extension == "timexes" else None)
    return TimexComponent(as_day(reference_time), spans_key)


__all__ = ["SPANS_KEY", "Timex", "TimexComponent", "create_timex_component"]
