"""Sends dead letters back to the raw topic, each once, in transactions that also remember them."""

from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from aiokafka import ConsumerRecord, TopicPartition
from aiokafka.structs import OffsetAndMetadata

from schemas import DeadLetterHeaders
from schemas.dead_letter import HEADER_NAMES
from services.kafka.committed import read_committed_offset
from services.kafka.settings import ConnectionSettings
from services.kafka.transactions import Message, TransactionalProducer
from services.replayer.redriven import Redriven

BATCH = 100
"""Letters a transaction, at most."""

BATCH_BYTES = 4 * 1024 * 1024
"""Bytes a transaction, about: memory stays bounded whatever the letters' size."""

CARRIED = ("attempts", "first_failed_at")
"""What a redriven record says of its past; a new failure counts on from there."""


@dataclass(frozen=True, slots=True)
class Letter:
    """Where a dead letter lies and what its headers say; None where they are not a dead letter's."""

    partition: int
    offset: int
    headers: DeadLetterHeaders | None

    @property
    def id(self) -> str:
        """As people name it: PARTITION:OFFSET."""
        return f"{self.partition}:{self.offset}"


def group_of(dlq_topic: str) -> str:
    """The consumer group whose offsets remember what was sent back, and the producer's transactional id."""
    return f"dateline-redrive.{dlq_topic}"


def raw_message(record: ConsumerRecord, raw_topic: str, partitions: int) -> Message:
    """The record as it first came, to the partition it came from, with its attempts. Raises ValidationError."""
    error = DeadLetterHeaders.from_headers(list(record.headers))
    own = [(name, value) for name, value in record.headers if name not in HEADER_NAMES.values()]
    past = [(HEADER_NAMES[field], str(getattr(error, field)).encode()) for field in CARRIED]
    known = error.topic == raw_topic and error.partition < partitions
    return Message(raw_topic, record.key, record.value, (*own, *past), error.partition if known else None)


async def redriven(settings: ConnectionSettings, dlq_topic: str, partitions: Iterable[int]) -> dict[int, Redriven]:
    """What was sent back of each partition."""
    found = {}
    for partition in partitions:
        stored = await read_committed_offset(settings, group_of(dlq_topic), TopicPartition(dlq_topic, partition))
        found[partition] = Redriven.from_offset(stored.offset, stored.metadata)
    return found


Fetch = Callable[[int, Sequence[int]], AsyncIterator[ConsumerRecord]]
"""Reads letters of a partition by their offsets, in order."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where letters go back to, and where they lie."""

    raw_topic: str
    raw_partitions: int
    dlq_topic: str


async def redrive(
    settings: ConnectionSettings,
    target: Target,
    letters: Mapping[int, Sequence[int]],
    chosen: Callable[[int, int], bool],
    fetch: Fetch,
) -> int:
    """Send back those of `letters` (offsets by partition) that are chosen and were not sent back yet. How many.

    Killed at any point, what was sent is remembered and what is remembered was sent, for readers of committed
    records; two redrives at a time end with the first one fenced. Raises TooScatteredError and what the client raises.
    """
    group = group_of(target.dlq_topic)
    producer = TransactionalProducer(settings, group)
    count = 0
    try:
        await producer.start()
        # Only now: the start has ended whatever transaction another redrive had left open.
        for partition, before in (await redriven(settings, target.dlq_topic, letters)).items():
            wanted = [o for o in letters[partition] if o not in before and chosen(partition, o)]
            progress = before
            async for batch in _batches(fetch(partition, wanted)):
                progress = progress.after(letters[partition], [record.offset for record in batch])
                offset = OffsetAndMetadata(progress.waiting, progress.to_metadata())
                messages = [raw_message(record, target.raw_topic, target.raw_partitions) for record in batch]
                await producer.publish(messages, {TopicPartition(target.dlq_topic, partition): offset}, group)
                count += len(batch)
    finally:
        await producer.close()
    return count


async def _batches(records: AsyncIterator[ConsumerRecord]) -> AsyncIterator[list[ConsumerRecord]]:
    batch: list[ConsumerRecord] = []
    async for record in records:
        batch.append(record)
        if len(batch) >= BATCH or sum(len(each.value or b"") for each in batch) >= BATCH_BYTES:
            yield batch
            batch = []
    if batch:
        yield batch
