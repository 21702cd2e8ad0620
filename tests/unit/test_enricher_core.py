"""The pure core where an example says more than a property."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from schemas import DeadLetterHeaders, Language, RawArticle
from services.enricher.core.assemble import Provenance, assemble
from services.enricher.core.dead_letter import dead_letter_headers
from services.enricher.core.outcome import DeadLetter, Enriched, Tombstone
from services.enricher.core.plan import Topics, plan
from services.enricher.core.record import Record
from services.nlp.annotations import Annotations, Entity, ReferenceTime, Span

NOW = datetime(2026, 5, 4, 6, 30, tzinfo=UTC)
TOPICS = Topics("enriched", "letters")
RECORD = Record("raw", 2, 41, 1_777_876_200_000, b"urn:x:1", b"{", (("traceparent", b"00-1-2-01"),))
LETTER = DeadLetter("not_json", "decode", "ValueError", "EOF while parsing")
ENGLISH = Language(code="en", method="declared")


def read(record: Record, letter: DeadLetter) -> DeadLetterHeaders:
    """The dead letter's headers as the contract reads them."""
    return DeadLetterHeaders.from_headers([(name, value or b"") for name, value in dead_letter_headers(record, letter)])


def test_a_redriven_record_keeps_count_of_its_attempts_and_its_first_failure() -> None:
    """Attempts add up over redrives, and the first failure stays the first."""
    first = read(RECORD, LETTER)
    again = replace(RECORD, offset=99, timestamp=1_900_000_000_000, headers=dead_letter_headers(RECORD, LETTER))
    second = read(again, replace(LETTER, tries=3))
    assert (first.attempts, second.attempts) == (1, 4)
    assert first.first_failed_at == second.first_failed_at == "2026-05-04T06:30:00+00:00"
    assert second.offset == 99


@pytest.mark.parametrize("timestamp", [-1, 0, 2**62])
def test_no_timestamp_is_too_odd_for_a_dead_letter(timestamp: int) -> None:
    """A producer chooses timestamps freely; none of them may stop the lane."""
    assert read(replace(RECORD, timestamp=timestamp), LETTER).first_failed_at


def test_strange_error_headers_of_a_producer_are_ignored() -> None:
    """What a stranger wrote into our headers neither raises nor counts."""
    headers = (("__connect.errors.attempts", b"\xff"), ("__connect.errors.first.failed.at", b"\xff"))
    assert read(replace(RECORD, headers=headers), LETTER).attempts == 1


def test_an_enriched_article_loses_the_headers_of_the_dead_letter_it_was() -> None:
    """After a redrive that worked, only the record's own headers are handed on, and where it came from."""
    again = replace(RECORD, headers=dead_letter_headers(RECORD, LETTER))
    (send,) = plan([again], [Enriched(b"urn:x:1", b"{}", "complete")], TOPICS, NOW).sends
    assert [name for name, _ in send.headers] == [
        "traceparent",
        "dateline.raw.topic",
        "dateline.raw.partition",
        "dateline.raw.offset",
        "dateline.raw.timestamp",
        "dateline.processed_at",
    ]


@pytest.mark.parametrize(
    ("records", "outcomes"),
    [
        ([], []),
        ([RECORD], []),
        ([RECORD, replace(RECORD, offset=41)], [Tombstone(), Tombstone()]),
        ([RECORD, replace(RECORD, offset=40)], [Tombstone(), Tombstone()]),
        ([RECORD, replace(RECORD, offset=42, partition=3)], [Tombstone(), Tombstone()]),
    ],
)
def test_what_is_no_batch_in_order_is_refused(records: list[Record], outcomes: list[Tombstone]) -> None:
    """Rather no transaction than one that commits an offset beyond what it holds."""
    with pytest.raises(ValueError, match=r"records|follows"):
        plan(records, outcomes, TOPICS, NOW)


def test_annotations_that_break_the_contract_are_a_dead_letter_that_says_how() -> None:
    """A span that is not in the text is never published."""
    article = RawArticle(article_id="urn:x:1", body="The harbour reopened.")
    wrong = Entity(id="e1", name="Oslo", label="GPE", salience=0.5, mentions=(Span(4, 8, "Oslo"),))
    annotations = Annotations(ReferenceTime(date(2026, 5, 4), "text"), (wrong,), (), ())
    outcome = assemble(article, ENGLISH, annotations, Provenance("p", "m"), 10_000)
    assert isinstance(outcome, DeadLetter)
    assert (outcome.reason, outcome.stage) == ("analysis", "encode")
    assert "4:8" in outcome.message
