"""Records and an offset published as one transaction (KIP-98), by one producer with a fixed transactional id.

For commands that must neither lose nor double what they send, killed at any point: the offset is their memory. The
enricher's lanes follow the same rules (docs/explanation/exactly-once.md) with a publisher of their own.
"""

import asyncio
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from aiokafka import AIOKafkaProducer, TopicPartition
from aiokafka.structs import OffsetAndMetadata

from services.kafka.clients import make_producer
from services.kafka.reach import refusals_raised
from services.kafka.settings import ConnectionSettings

CALL_SECONDS = 10.0
"""What one exchange with the broker may take. aiokafka's own calls have no end inside a transaction."""

CLOSE_SECONDS = 2.0
"""What closing a connection may take: it only has to hand its last bytes to the kernel."""

TRANSACTION_TIMEOUT_MS = 15_000
"""After this the broker itself aborts a transaction whose producer is gone."""


@dataclass(frozen=True, slots=True)
class Message:
    """One record to send; without a partition the key decides, as in Kafka's other clients."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes], ...] = ()
    partition: int | None = None


class TransactionalProducer:
    """One session: `start` fences whoever had the id before, `publish` any number of times, `close`.

    After any error it is of no more use: close it, make another, and ask for the committed offset again, for whether
    the last transaction took effect is only known then.
    """

    def __init__(self, settings: ConnectionSettings, transactional_id: str) -> None:
        self._producer: AIOKafkaProducer = make_producer(
            settings, transactional_id=transactional_id, transaction_timeout_ms=TRANSACTION_TIMEOUT_MS
        )
        self._is_sound = False

    async def start(self) -> None:
        """Fence the last owner of the id and end its transaction.

        Raises TimeoutError, BrokerRefusesError, or what the client raises.
        """
        with refusals_raised():
            async with asyncio.timeout(CALL_SECONDS):
                await self._producer.start()
        self._is_sound = True

    async def publish(
        self, messages: Iterable[Message], offsets: Mapping[TopicPartition, OffsetAndMetadata], group: str
    ) -> None:
        """All of the messages and the offsets become visible together, or none. Raises what the client raises."""
        self._is_sound = False
        async with asyncio.timeout(CALL_SECONDS):
            await self._producer.begin_transaction()
            futures = [await self._send(message) for message in messages]
            # The commit does not see a failed send; its future does.
            await asyncio.gather(*futures)
            await self._producer.send_offsets_to_transaction(dict(offsets), group)
            await self._producer.commit_transaction()
        self._is_sound = True

    async def close(self) -> None:
        """Politely after a success, by force after an error. Returns in bounded time and raises nothing."""
        if self._is_sound:
            with suppress(Exception):  # what a farewell can't do, force does; there is nothing left to lose
                async with asyncio.timeout(CALL_SECONDS):
                    await self._producer.stop()
                    return
        await self._abandon()

    async def _send(self, message: Message) -> "asyncio.Future[object]":
        future: asyncio.Future[object]
        headers = list(message.headers)
        if message.key is not None or message.value is not None:
            future = await self._producer.send(
                message.topic, message.value, message.key, partition=message.partition, headers=headers
            )
            return future
        # send() asserts that there is a key or a value; a batch of one takes a record with neither.
        batch = self._producer.create_batch()
        batch.append(timestamp=None, key=None, value=None, headers=headers)
        future = await self._producer.send_batch(batch, message.topic, partition=message.partition or 0)
        return future

    async def _abandon(self) -> None:
        """Cancel the sender and close its connections: it waits for its requests, and they wait for the socket."""
        producer = self._producer
        producer._closed = True  # noqa: SLF001  # the client has no way to end a producer without flushing it first
        sender = producer._sender.sender_task  # noqa: SLF001  # the same
        tasks = {asyncio.ensure_future(producer.client.close())} | ({sender} if sender else set())
        # The first cancellation makes the sender wait for its requests, the second ends that wait.
        for _ in range(2):
            if sender:
                sender.cancel()
            _, tasks = await asyncio.wait(tasks, timeout=CLOSE_SECONDS)
            if not tasks:
                return
