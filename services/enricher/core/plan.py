"""From the ordered outcomes of one lane's batch to what one transaction publishes, and the one offset it commits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from schemas.dead_letter import PREFIX
from services.enricher.core.dead_letter import dead_letter_headers
from services.enricher.core.outcome import DeadLetter, Enriched, Outcome, Tombstone
from services.enricher.core.record import Headers, Record


@dataclass(frozen=True, slots=True)
class Topics:
    """Where a lane publishes."""

    enriched: str
    dead_letters: str


@dataclass(frozen=True, slots=True)
class Send:
    """One record to publish. Both key and value may be null: such a dead letter is sent as it came."""

    topic: str
    partition: int
    key: bytes | None
    value: bytes | None
    headers: Headers


@dataclass(frozen=True, slots=True)
class Plan:
    """What one transaction holds. `next_offset` is the offset to commit: the one after the last record."""

    sends: tuple[Send, ...]
    next_offset: int


def plan(records: Sequence[Record], outcomes: Sequence[Outcome], topics: Topics, now: datetime) -> Plan:
    """Plan one transaction: exactly one send a record, in the order of the records.

    Raises ValueError where that cannot be: no records, records of several partitions or out of order, or not one
    outcome for each.
    """
    if not records or len(records) != len(outcomes):
        raise ValueError(f"{len(records)} records and {len(outcomes)} outcomes")
    for before, after in pairwise(records):
        if (before.topic, before.partition) != (after.topic, after.partition) or before.offset >= after.offset:
            raise ValueError(f"{after.topic}-{after.partition} at {after.offset} follows offset {before.offset}")
    sends = tuple(_send(record, outcome, topics, now) for record, outcome in zip(records, outcomes, strict=True))
    return Plan(sends, records[-1].offset + 1)


def _send(record: Record, outcome: Outcome, topics: Topics, now: datetime) -> Send:
    """What is published for one record, on the partition it came from: that keeps each key's order."""
    match outcome:
        case Enriched():
            headers = _enriched_headers(record, now)
            return Send(topics.enriched, record.partition, outcome.key, outcome.value, headers)
        case Tombstone():
            return Send(topics.enriched, record.partition, record.key, None, _enriched_headers(record, now))
        case DeadLetter():
            headers = dead_letter_headers(record, outcome)
            return Send(topics.dead_letters, record.partition, record.key, record.value, headers)


def _enriched_headers(record: Record, now: datetime) -> Headers:
    """The record's own headers (`traceparent` and whatever else it has), where it came from and when it was done.

    A redriven record still has the headers of the dead letter it was; on an enriched article they would be untrue.
    """
    own = tuple((name, value) for name, value in record.headers if not name.startswith(PREFIX))
    return (
        *own,
        ("dateline.raw.topic", record.topic.encode()),
        ("dateline.raw.partition", str(record.partition).encode()),
        ("dateline.raw.offset", str(record.offset).encode()),
        ("dateline.raw.timestamp", str(record.timestamp).encode()),
        ("dateline.processed_at", now.isoformat().encode()),
    )
