"""The headers of a dead letter: those of the record, byte for byte, and where and why it failed."""

from datetime import UTC, datetime

from schemas.dead_letter import HEADER_NAMES, DeadLetterHeaders
from services.enricher.core.outcome import DeadLetter
from services.enricher.core.record import Headers, Record

LAST_MILLISECOND = 253_402_300_799_000
"""The end of the year 9999: producers choose timestamps freely, datetime does not go further."""


def dead_letter_headers(record: Record, letter: DeadLetter) -> Headers:
    """Headers to publish `record` with. A redriven record brings its attempts and its first failure along."""
    before = dict(record.headers)
    error = DeadLetterHeaders(
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        stage=letter.stage,
        reason=letter.reason,
        exception_class=letter.error,
        exception_message=letter.message,
        attempts=_attempts(before.get(HEADER_NAMES["attempts"])) + letter.tries,
        first_failed_at=_first_failed_at(before.get(HEADER_NAMES["first_failed_at"]), record.timestamp),
    )
    return (*record.headers, *error.to_headers())


def _attempts(header: bytes | None) -> int:
    """Attempts before this one; what a stranger wrote into the header counts as none."""
    return int(header) if header is not None and header.isdigit() and len(header) < len("1000000") else 0


def _first_failed_at(header: bytes | None, timestamp: int) -> str:
    """When the record was first written to the raw topic, from the record: a clock would not give it twice the same."""
    if header is not None:
        try:
            return datetime.fromisoformat(header.decode()).isoformat()
        except ValueError:
            pass  # a stranger's header; the record's own time stands
    return datetime.fromtimestamp(min(max(timestamp, 0), LAST_MILLISECOND) / 1000, UTC).isoformat()
