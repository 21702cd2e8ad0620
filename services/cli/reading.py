"""Reading topics from outside any consumer group: nothing is committed, nobody is disturbed."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition

from services.cli.exits import CommandError, ExitCode
from services.kafka.clients import make_consumer
from services.kafka.reach import reached_admin
from services.kafka.settings import ConnectionSettings
from services.kafka.topic_admin import find_topics

POLL_MS = 200
"""How long one look for records waits; Ctrl-C is answered after it at the latest."""


@asynccontextmanager
async def reader(
    settings: ConnectionSettings, topics: Iterable[str], *, from_beginning: bool
) -> AsyncIterator[AIOKafkaConsumer]:
    """A consumer of every partition of the topics, at their beginning or at their end.

    Raises CommandError where a topic is missing, and what `reached_admin` raises.
    """
    wanted = list(topics)
    async with reached_admin(settings) as admin:
        found = await find_topics(admin, wanted)
    if missing := [topic for topic in wanted if topic not in found]:
        raise CommandError(
            f"there is no topic {missing[0]}", code=ExitCode.CONFIGURATION, hint="dateline topics create"
        )
    partitions = [TopicPartition(topic, number) for topic in wanted for number in range(found[topic].partitions)]
    consumer = make_consumer(settings)
    await consumer.start()
    try:
        consumer.assign(partitions)
        await (consumer.seek_to_beginning if from_beginning else consumer.seek_to_end)(*partitions)
        yield consumer
    finally:
        await consumer.stop()


async def poll(consumer: AIOKafkaConsumer) -> list[ConsumerRecord]:
    """The committed records that have come; none if none came for a moment."""
    found = await consumer.getmany(timeout_ms=POLL_MS)
    return [record for records in found.values() for record in records]


async def read_to_end(consumer: AIOKafkaConsumer) -> AsyncIterator[ConsumerRecord]:
    """Committed records up to where the topics end now."""
    ends = await consumer.end_offsets(consumer.assignment())
    while True:
        for record in await poll(consumer):
            if record.offset < ends[TopicPartition(record.topic, record.partition)]:
                yield record
        positions = {partition: await consumer.position(partition) for partition in ends}
        if all(positions[partition] >= end for partition, end in ends.items()):
            return
