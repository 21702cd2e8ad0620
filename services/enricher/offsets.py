"""Where a session starts to read: the group's committed offset, or the first record there is."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient

from services.kafka.committed import NO_OFFSET, committed_offset


@dataclass(frozen=True, slots=True)
class Start:
    """The offset to read from, and how many records retention deleted before they were read."""

    offset: int
    expired: int = 0


class OffsetBeyondEndError(Exception):
    """The committed offset lies behind the topic's end: the topic was made anew or lost its tail."""


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
            committed = (await committed_offset(admin, self._group, partition)).offset
        finally:
            await admin.close()
        first = (await self._consumer.beginning_offsets([partition]))[partition]
        if committed == NO_OFFSET:
            return Start(first)
        if committed < first:
            return Start(first, expired=first - committed)
        end = (await self._consumer.end_offsets([partition]))[partition]
        if committed > end:
            raise OffsetBeyondEndError(f"{partition}: committed {committed}, but the topic ends at {end}")
        return Start(committed)
