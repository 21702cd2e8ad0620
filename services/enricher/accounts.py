"""What is counted and logged of the batches that a lane has committed."""

from collections.abc import Sequence
from dataclasses import dataclass

from aiokafka import TopicPartition
from structlog.typing import FilteringBoundLogger

from services.enricher.core.outcome import DeadLetter
from services.enricher.core.record import Record
from services.enricher.core.work import Done
from services.enricher.faults import FatalError
from services.enricher.metrics import Metrics

NAMED_IN_LOG = 5
"""Articles of a batch that its line in the log names: enough to find the line by, few enough to read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Committed:
    """A batch whose transaction has ended, with the monotonic times of its taking, its transaction's start and end."""

    records: Sequence[Record]
    results: Sequence[Done]
    next_offset: int
    taken: float
    started: float
    ended: float
    exemplar: dict[str, str] | None


class Accounts:
    """The counters of one lane, its lines in the log, and its dead letters in a row."""

    def __init__(self, partition: TopicPartition, metrics: Metrics, log: FilteringBoundLogger, most: int) -> None:
        self._partition = partition
        self._metrics = metrics
        self._log = log
        self._most_dead_letters_in_a_row = most
        self._dead_letters_in_a_row = 0

    def enter(self, batch: Committed) -> None:
        """Count and log a batch. Raises FatalError when nothing but dead letters comes of what is read."""
        metrics = self._metrics
        metrics.transactions_committed.inc()
        metrics.transaction_seconds.observe(batch.ended - batch.started)
        metrics.delay_seconds.observe(batch.ended - batch.taken, batch.exemplar)
        metrics.count_published(batch.results)
        self._log.info(
            "batch committed",
            records=len(batch.results),
            dead_letters=sum(isinstance(done.outcome, DeadLetter) for done in batch.results),
            offset=batch.next_offset,
            seconds=round(batch.ended - batch.taken, 3),
            transaction_seconds=round(batch.ended - batch.started, 3),
            articles=[_name(record) for record in batch.records[:NAMED_IN_LOG]],
            problems=_problems(batch.records, batch.results)[:NAMED_IN_LOG],
        )
        self._watch_dead_letters(batch.results)

    def _watch_dead_letters(self, results: Sequence[Done]) -> None:
        """Stop the service when nothing but dead letters comes of what it reads: then the fault is not the records'."""
        for done in results:
            is_letter = isinstance(done.outcome, DeadLetter)
            self._dead_letters_in_a_row = self._dead_letters_in_a_row + 1 if is_letter else 0
        most = self._most_dead_letters_in_a_row
        if most and self._dead_letters_in_a_row >= most:
            raise FatalError(f"{self._dead_letters_in_a_row} dead letters in a row on {self._partition}")


def _name(record: Record) -> str:
    """The article's id, which is the record's key, as far as a log line wants it."""
    return (record.key or b"").decode("utf-8", "replace")[:100]


def _problems(records: Sequence[Record], results: Sequence[Done]) -> list[str]:
    """The dead letters of a batch: which record, and why."""
    return [
        f"{record.offset} {_name(record)}: {done.outcome.reason}"
        for record, done in zip(records, results, strict=True)
        if isinstance(done.outcome, DeadLetter)
    ]
