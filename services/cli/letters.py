"""Dead letters as the command line reads them: without their values, which may be large."""

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition
from pydantic import ValidationError

from schemas import DeadLetterHeaders
from schemas.dead_letter import HEADER_NAMES
from services.cli.exits import CommandError, ExitCode
from services.cli.reading import POLL_MS, read_to_end
from services.replayer.redrive import Letter
from services.replayer.redriven import Redriven

FETCH_POLLS = 50
"""Polls without a record before a letter counts as gone (10 s)."""


@dataclass(frozen=True, slots=True)
class Found:
    """A letter, its key and size, when it was written (milliseconds since 1970), and whether it was sent back."""

    letter: Letter
    key: bytes | None
    size: int
    written: int
    was_redriven: bool


def parse_id(text: str) -> tuple[int, int]:
    """PARTITION:OFFSET. Raises CommandError."""
    partition, _, offset = text.partition(":")
    if not (partition.isdecimal() and offset.isdecimal()):
        raise CommandError(f"{text!r} is no letter: PARTITION:OFFSET is wanted", code=ExitCode.USAGE)
    return int(partition), int(offset)


async def find_letters(consumer: AIOKafkaConsumer, memory: Mapping[int, Redriven]) -> list[Found]:
    """Every letter there is now, in the order of partition and offset."""
    found = []
    async for record in read_to_end(consumer):
        letter = Letter(record.partition, record.offset, headers_of(record))
        found.append(
            Found(
                letter,
                record.key,
                len(record.value or b""),
                record.timestamp,
                record.offset in memory[record.partition],
            )
        )
    return sorted(found, key=lambda each: (each.letter.partition, each.letter.offset))


def headers_of(record: ConsumerRecord) -> DeadLetterHeaders | None:
    """What the record says of itself as a dead letter; None where a stranger wrote it."""
    try:
        return DeadLetterHeaders.from_headers(list(record.headers))
    except (ValidationError, UnicodeDecodeError):
        return None


async def fetch(
    consumer: AIOKafkaConsumer, topic: str, partition: int, offsets: Sequence[int]
) -> AsyncIterator[ConsumerRecord]:
    """Letters by their offsets, in order. Raises CommandError where one is gone."""
    if not offsets:
        return
    place, wanted = TopicPartition(topic, partition), set(offsets)
    consumer.seek(place, min(wanted))
    empty = 0
    while wanted:
        records = (await consumer.getmany(place, timeout_ms=POLL_MS)).get(place, [])
        empty = 0 if records else empty + 1
        for record in records:
            if record.offset in wanted:
                wanted.discard(record.offset)
                yield record
        if empty > FETCH_POLLS or (records and records[-1].offset > max(offsets) and wanted):
            raise CommandError(f"letter {partition}:{min(wanted)} is not there", code=ExitCode.PROBLEM)


def as_json(found: Found) -> str:
    """One letter without its value, as one line of JSON."""
    letter = found.letter
    fields = {
        "id": letter.id,
        "key": None if found.key is None else found.key.decode("utf-8", "backslashreplace"),
        "bytes": found.size,
        "redriven": found.was_redriven,
        **({} if letter.headers is None else letter.headers.model_dump(mode="json")),
    }
    return json.dumps(fields, ensure_ascii=False)


def own_headers(record: ConsumerRecord) -> list[tuple[str, bytes]]:
    """The headers that the record had before it became a dead letter."""
    return [(name, value) for name, value in record.headers if name not in HEADER_NAMES.values()]
