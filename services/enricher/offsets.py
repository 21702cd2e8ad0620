"""Where a session starts to read: the group's committed offset, or the first record there is."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError

from services.kafka.reach import REFUSALS

log = structlog.get_logger()

RETRY_SECONDS = 0.1
"""A coordinator that loads its offsets after a restart needs a few tenths of a second."""

NO_OFFSET = -1
"""What the broker says where the group has never committed; a missing answer is not that."""


@dataclass(frozen=True, slots=True)
class Start:
    """The offset to read from, and how many records retention deleted before they were read."""

    offset: int
    expired: int = 0


class OffsetBeyondEndError(Exception):
    """The committed offset lies behind the topic's end: the topic was made anew or lost its tail."""


async def committed_offset(admin: AIOKafkaAdminClient, group: str, partition: TopicPartition) -> int | None:
    """The group's committed offset, None where it has none. Asks until the broker knows: give it a deadline.

    Raises what refuses us.

    The consumer's own `committed()` takes a coordinator that is loading for one that has no offset, and the topic would
    be read again from its start. Here a missing partition is an error and asked for again
    (docs/explanation/exactly-once.md, rule 3).
    """
    while True:
        try:
            found = (await admin.list_consumer_group_offsets(group, partitions=[partition])).get(partition)
        except REFUSALS:
            raise
        except KafkaError as error:
            log.debug("offset not known yet", partition=partition.partition, problem=repr(error))
            found = None
        if found is not None:
            return None if found.offset == NO_OFFSET else int(found.offset)
        await asyncio.sleep(RETRY_SECONDS)


class StartingOffsets:
    """Reads starting offsets, each with a client of its own.

    Sessions are rare, and a client that lived through the loss of a broker might remember what is no longer true.
    """

    def __init__(
        self, make_admin: Callable[[], Awaitable[AIOKafkaAdminClient]], consumer: AIOKafkaConsumer, group: str
    ) -> None:
        self._make_admin = make_admin
        self._consumer = consumer
        self._group = group

    async def __call__(self, partition: TopicPartition) -> Start:
        """Where to start. Only final once the lane's producer has started, for it ends its predecessor's transaction.

        Where there is truly no offset it is the first record there is; `auto_offset_reset` has no say (rule 4).
        """
        admin = await self._make_admin()
        try:
            committed = await committed_offset(admin, self._group, partition)
        finally:
            await admin.close()
        first = (await self._consumer.beginning_offsets([partition]))[partition]
        if committed is None:
            return Start(first)
        if committed < first:
            return Start(first, expired=first - committed)
        end = (await self._consumer.end_offsets([partition]))[partition]
        if committed > end:
            raise OffsetBeyondEndError(f"{partition}: committed {committed}, but the topic ends at {end}")
        return Start(committed)
