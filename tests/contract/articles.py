"""One enriched article with something in every field, for tests to break."""

from datetime import UTC, date, datetime
from hashlib import sha256

from schemas import (
    Analysis,
    Attribution,
    EnrichedArticle,
    Entity,
    Event,
    EventDate,
    Language,
    Participant,
    Place,
    Range,
    ReferenceTime,
    Span,
    Timex,
)

TEXT = "Harbour reopens\n\nALDMOOR, 3 May - Mara Lindqvist reopened the harbour on Sunday, Lindqvist said."
DAY = date(2026, 5, 3)


def span(words: str, occurrence: int = 0) -> Span:
    """Where the words stand in the text."""
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(words, start + 1)
    return Span(start=start, end=start + len(words), text=words)


def enriched_article() -> EnrichedArticle:
    """Valid, and complete: every optional field is set."""
    who, place = span("Mara Lindqvist"), span("ALDMOOR")
    when = span("3 May")
    return EnrichedArticle(
        article_id="urn:example:2031",
        version=2,
        headline="Harbour reopens",
        published_at=datetime(2026, 5, 4, 6, 30, tzinfo=UTC),
        source="Example Wire",
        url="https://news.example/2031",
        extra={"desk": "coast", "urgency": 3, "tags": ["sea", None]},
        language=Language(code="en", method="declared"),
        text=TEXT,
        reference_time=ReferenceTime(value=date(2026, 5, 4), method="published_at"),
        entities=(
            Entity(
                id="e1", name="Mara Lindqvist", label="PERSON", salience=0.6, link="Q1",
                mentions=(who, span("Lindqvist", 1)),
            ),
            Entity(
                id="e2", name="ALDMOOR", label="GPE", salience=0.2, mentions=(place,),
                place=Place(country="GB", latitude=54.1, longitude=-1.5),
            ),
        ),
        timexes=(
            Timex(
                **when.model_dump(), id="t1", type="DATE", value="2026-05-03", mod="APPROX", earliest=DAY, latest=DAY,
                granularity="day", anchor="reference_time", rule="day and month", quant="EVERY", freq="1X",
            ),
        ),
        events=(
            Event(
                id="v1", trigger=span("reopened"), lemma="reopen", class_="occurrence", kind="opening", section="body",
                sentence=Range(start=who.start, end=len(TEXT)), group="g1",
                date=EventDate(
                    value="2026-05-03", earliest=DAY, latest=DAY, granularity="day", method="timex", timex="t1",
                    evidence=Range(start=when.start, end=when.end),
                ),
                participants=(
                    Participant(
                        **who.model_dump(), role="agent", entity="e1", head=Range(start=who.start + 5, end=who.end)
                    ),
                ),
                polarity="affirmed", modality="asserted",
                attribution=Attribution(source=span("Lindqvist", 1), entity="e1", cue=span("said")),
            ),
        ),
        analysis=Analysis(
            status="complete", pipeline="dateline 0.1.0", model="en_core_web_md 3.7.1",
            content_hash="sha256:" + sha256(TEXT.encode()).hexdigest(),
        ),
    )  # fmt: skip
