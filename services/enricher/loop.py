"""The consumer's side: takes records for the lanes that have room, and follows the group's rebalances."""

import asyncio
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress

import structlog
from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener, TopicPartition

from services.enricher.core.record import Record
from services.enricher.faults import FatalError, Fault, explain, sort
from services.enricher.lane import Lane
from services.enricher.metrics import Metrics

log = structlog.get_logger()

POLL_MILLISECONDS = 100
"""How long a poll waits for records; a lane that becomes hungry meanwhile waits that long at most."""

POLL_RECORDS = 256
"""Most records of one poll: enough for eight batches, few enough for the loop to stay lively."""

CONSUMER_BACKOFF_SECONDS = 0.5
"""After an error of the consumer."""


class Lanes(ConsumerRebalanceListener):  # type: ignore[misc]  # aiokafka ships no types
    """The lanes of the partitions that the group has assigned to us.

    Whatever the listener raised, aiokafka would log and swallow; so a fatal error is kept for `watch` instead. And it
    must not take long: on_partitions_assigned runs without heartbeats, on_partitions_revoked within the rebalance
    timeout (docs/explanation/exactly-once.md, rules 10 and 11).
    """

    def __init__(self, make_lane: Callable[[TopicPartition], Lane], revoke_seconds: float, metrics: Metrics) -> None:
        self._make_lane = make_lane
        self._revoke_seconds = revoke_seconds
        self._metrics = metrics
        self._lanes: dict[TopicPartition, Lane] = {}
        self._fatal: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._is_closed = False
        self.has_joined = False

    # No __len__: aiokafka asks `if listener`, and one without lanes must not count as none.
    def __iter__(self) -> Iterator[Lane]:
        return iter(self._lanes.values())

    def get(self, partition: TopicPartition) -> Lane | None:
        """The lane of a partition that is ours."""
        return self._lanes.get(partition)

    def hungry(self) -> list[TopicPartition]:
        """The partitions for which records may be taken now."""
        return [lane.partition for lane in self._lanes.values() if lane.is_hungry]

    def fail(self, error: BaseException) -> None:
        """End the session of every lane."""
        for lane in self._lanes.values():
            lane.fail(error)

    async def watch(self) -> None:
        """Wait for the first fatal error of a lane and raise it."""
        await asyncio.shield(self._fatal)

    async def on_partitions_revoked(self, revoked: Collection[TopicPartition]) -> None:
        """Finish the batches at hand and end the lanes: one left alive and its successor would fence each other."""
        if revoked:
            self._metrics.rebalances.inc()
            log.info("partitions revoked", partitions=sorted(tp.partition for tp in revoked))
        await self._close(revoked)

    async def on_partitions_assigned(self, assigned: Collection[TopicPartition]) -> None:
        """Make lanes. They fence and seek by themselves, later."""
        self.has_joined = True
        log.info("partitions assigned", partitions=sorted(tp.partition for tp in assigned))
        for partition in assigned:
            if partition not in self._lanes and not self._is_closed:
                lane = self._lanes[partition] = self._make_lane(partition)
                lane.start().add_done_callback(self._lane_ended)

    async def close(self) -> None:
        """End every lane, and make no more."""
        self._is_closed = True
        await self._close(list(self._lanes))

    async def _close(self, partitions: Iterable[TopicPartition]) -> None:
        lanes = [self._lanes[partition] for partition in partitions if partition in self._lanes]
        if lanes:
            await asyncio.gather(*(lane.close(self._revoke_seconds) for lane in lanes))
        for lane in lanes:
            self._lanes.pop(lane.partition, None)

    def _lane_ended(self, task: "asyncio.Task[None]") -> None:
        if not task.cancelled() and (error := task.exception()) is not None and not self._fatal.done():
            self._fatal.set_exception(error)


class Loop:
    """Polls the consumer for as long as it runs; to end it, cancel it."""

    def __init__(self, consumer: AIOKafkaConsumer, lanes: Lanes, changed: asyncio.Event) -> None:
        self._consumer = consumer
        self._lanes = lanes
        self._changed = changed

    async def run(self) -> None:
        """Take records for hungry lanes. Raises only what is fatal."""
        while True:
            try:
                if hungry := self._lanes.hungry():
                    await self._poll(hungry)
                else:
                    await self._wait_for_hunger()
            except Exception as error:  # noqa: BLE001  # rule 5
                await self._recover(error)

    async def _poll(self, hungry: Sequence[TopicPartition]) -> None:
        # Awaited here and nowhere else, in no wait_for and no task of its own: between the moment the consumer
        # gives records and the moment a lane takes them no seek may happen (rule 9). Only hungry lanes are
        # asked for, which is all the back-pressure there is (rule 18); without arguments it would mean all.
        arrived = await self._consumer.getmany(*hungry, timeout_ms=POLL_MILLISECONDS, max_records=POLL_RECORDS)
        for partition, arrivals in arrived.items():
            if (lane := self._lanes.get(partition)) is not None:
                lane.take([Record.from_arrival(arrival) for arrival in arrivals])

    async def _wait_for_hunger(self) -> None:
        self._changed.clear()
        # Room comes with time, too: what is under way gets less without a lane's saying so.
        with suppress(TimeoutError):
            async with asyncio.timeout(POLL_MILLISECONDS / 1000):
                await self._changed.wait()
        # The client tells of what stopped it in the group only to who polls, and until told joins no more. A member
        # without partitions has nothing to poll, and would stay without for ever (rule 23).
        self._consumer._coordinator.check_errors()  # noqa: SLF001  # every other call to it takes records or seeks

    async def _recover(self, error: Exception) -> None:
        """After an error the consumer may have lost records that it had fetched: every lane seeks anew (rule 5)."""
        fault = sort(error)
        if fault is Fault.FATAL:
            raise error
        if self._consumer._coordinator._coordination_task.done():  # noqa: SLF001  # it says the same error for ever
            raise FatalError("the client has ended its part in the group") from error
        log.warning("consumer failed", fault=fault.value, problem=explain(error))
        self._lanes.fail(error)
        await asyncio.sleep(CONSUMER_BACKOFF_SECONDS)
