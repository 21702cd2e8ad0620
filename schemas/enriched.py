"""An article with its annotations, as readers of the enriched topic get it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from typing import Self

from pydantic import Field, JsonValue, model_validator

from schemas.base import Contract
from schemas.entity import Entity
from schemas.event import Event
from schemas.spans import Range, Span
from schemas.timex import Timex
from schemas.vocabulary import AnalysisStatus, LanguageMethod, ReferenceTimeMethod


class Language(Contract):
    """The article's language and whether the feed said so or it was detected."""

    code: str = Field(description="BCP 47; `und` where it cannot be told")
    method: LanguageMethod


class ReferenceTime(Contract):
    """The day against which relative dates are resolved (TimeML's document creation time)."""

    value: date | None
    method: ReferenceTimeMethod


class Analysis(Contract):
    """What made the annotations, and of which text. The same raw bytes and pipeline give the same enriched bytes."""

    status: AnalysisStatus
    pipeline: str
    model: str | None
    content_hash: str = Field(pattern=r"^sha256:[0-9a-f]{64}$", description="of `text` in UTF-8")


class EnrichedArticle(Contract):
    """One enriched article. Every span lies inside `text` and equals it there; ids are unique; references resolve."""

    schema_version: str = Field(default="1.0", pattern=r"^1\.[0-9]+$", description="what changes within 1.x is added")
    article_id: str
    version: int
    headline: str | None
    published_at: datetime | None
    source: str | None
    url: str | None
    extra: dict[str, JsonValue]
    language: Language
    text: str
    reference_time: ReferenceTime
    entities: tuple[Entity, ...]
    timexes: tuple[Timex, ...]
    events: tuple[Event, ...]
    analysis: Analysis

    @model_validator(mode="after")
    def _spans_equal_the_text(self) -> Self:
        for span in _ranges(self):
            if span.end > len(self.text):
                msg = f"span {span.start}:{span.end} reaches beyond the text of {len(self.text)} characters"
                raise ValueError(msg)
            if isinstance(span, Span) and self.text[span.start : span.end] != span.text:
                msg = f"span {span.start}:{span.end} says {span.text!r}, the text {self.text[span.start : span.end]!r}"
                raise ValueError(msg)
        return self

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        ids = Counter(item.id for items in (self.entities, self.timexes, self.events) for item in items)
        if repeated := [name for name, times in ids.items() if times > 1]:
            msg = f"ids used more than once: {', '.join(repeated)}"
            raise ValueError(msg)
        return self

    @model_validator(mode="after")
    def _references_resolve(self) -> Self:
        timexes = {timex.id for timex in self.timexes}
        entities = {entity.id for entity in self.entities}
        for kind, known, wanted in (
            ("timex", timexes | {"reference_time"}, {timex.anchor for timex in self.timexes}),
            ("timex", timexes, {event.date.timex for event in self.events}),
            ("entity", entities, {p.entity for event in self.events for p in event.participants}),
            ("entity", entities, {event.attribution.entity for event in self.events if event.attribution}),
        ):
            if lost := sorted(wanted - known - {None}, key=str):
                msg = f"reference to a {kind} that is not there: {', '.join(map(str, lost))}"
                raise ValueError(msg)
        return self


def _ranges(article: EnrichedArticle) -> Iterator[Range]:
    """Every range and span of the article, wherever it stands."""
    for entity in article.entities:
        yield from entity.mentions
    yield from article.timexes
    for event in article.events:
        yield event.trigger
        yield event.sentence
        yield from filter(None, (event.date.evidence,))
        for participant in event.participants:
            yield participant
            yield from filter(None, (participant.head,))
        if event.attribution:
            yield from filter(None, (event.attribution.source, event.attribution.cue))
