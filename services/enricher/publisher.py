"""A lane's transactional producer for one session: start, publish, end. Never used again after an error (rule 6)."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

import structlog
from aiokafka import AIOKafkaProducer, TopicPartition

from services.enricher.core.plan import Plan, Send
from services.kafka.reach import refusals_raised

log = structlog.get_logger()

CLOSE_SECONDS = 2.0
"""What closing a connection may take: it only has to hand its last bytes to the kernel."""

MakeProducer = Callable[[str], AIOKafkaProducer]
"""Makes a producer with this transactional id; it has not been started."""


class Publisher:
    """One producer with one transactional id. Its `start` fences whoever had the id before (KIP-98).

    Every wait for the broker has an end, `seconds`: aiokafka's own have none inside a transaction, and with the
    network stalled even its `stop` would wait for ever (docs/explanation/exactly-once.md, rule 8).
    """

    def __init__(self, make: MakeProducer, transactional_id: str, group: str, seconds: float) -> None:
        self._producer = make(transactional_id)
        self._group = group
        self._seconds = seconds
        self._is_sound = False

    async def start(self) -> None:
        """Fence the last owner and end its transaction. Raises TimeoutError and what `refusals_raised` does."""
        with refusals_raised():
            async with asyncio.timeout(self._seconds):
                await self._producer.start()
        self._is_sound = True

    async def publish(self, source: TopicPartition, plan: Plan) -> None:
        """Publish a plan and its offset as one transaction. After any error nothing of it is visible, or all of it.

        Which of the two, the next session learns from the committed offset.
        """
        self._is_sound = False
        async with asyncio.timeout(self._seconds):
            # 1. open the transaction
            await self._producer.begin_transaction()
            # 2. send, and keep every future
            futures = [await self._send(send) for send in plan.sends]
            # 3. await the futures: the commit does not see a failed send (rule 7)
            await asyncio.gather(*futures)
            # 4. add the offset of the record after the last one
            await self._producer.send_offsets_to_transaction({source: plan.next_offset}, self._group)
            # 5. commit
            await self._producer.commit_transaction()
        self._is_sound = True

    async def close(self) -> None:
        """End the producer: politely after a success, by force after an error. Bounded in time; raises nothing."""
        if self._is_sound:
            with suppress(Exception):  # what a farewell can't do, force does; there is nothing left to lose
                async with asyncio.timeout(self._seconds):
                    await self._producer.stop()
                    return
        await self._abandon()

    async def _send(self, send: Send) -> "asyncio.Future[object]":
        if send.key is not None or send.value is not None:
            future: asyncio.Future[object] = await self._producer.send(
                send.topic, send.value, send.key, partition=send.partition, headers=list(send.headers)
            )
            return future
        # send() asserts that there is a key or a value. A dead letter is published as it came, and it came without
        # either; a batch of one takes it (rule 16).
        batch = self._producer.create_batch()
        batch.append(timestamp=None, key=None, value=None, headers=list(send.headers))
        sent: asyncio.Future[object] = await self._producer.send_batch(batch, send.topic, partition=send.partition)
        return sent

    async def _abandon(self) -> None:
        """Cancel the sender, then close its connections: it waits for its requests, and they for the socket."""
        producer = self._producer
        producer._closed = True  # noqa: SLF001  # the client has no way to end a producer without flushing it first
        sender = producer._sender.sender_task  # noqa: SLF001  # the same
        if sender is not None:
            sender.cancel()
        closing = asyncio.ensure_future(producer.client.close())
        tasks = {closing} if sender is None else {closing, sender}
        _, hanging = await asyncio.wait(tasks, timeout=CLOSE_SECONDS)
        for task in hanging:
            # The first cancellation made the sender wait for its requests; the second ends that wait.
            task.cancel()
        if hanging:
            await asyncio.wait(hanging, timeout=CLOSE_SECONDS)
        for task in tasks:
            if task.done() and not task.cancelled() and (error := task.exception()) is not None:
                log.debug("producer closed by force", problem=repr(error))
