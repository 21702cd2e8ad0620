"""One input partition and its transactional producer: the unit of exactly once.

The one invariant (docs/explanation/exactly-once.md): a *session* starts a new producer, which fences the last owner and
ends its transaction; then reads the committed offset, which nobody can move any more; then seeks; and only then takes
records. Any error ends the session, and the next one starts from the top.
"""

import asyncio
import time
from collections.abc import Sequence
from enum import Enum

import structlog
from aiokafka import TopicPartition

from services.enricher.accounts import Accounts, Committed
from services.enricher.backoff import Backoff
from services.enricher.batch import Backlog, Batch
from services.enricher.core.plan import plan
from services.enricher.core.record import Record
from services.enricher.core.work import Done
from services.enricher.faults import Fault, explain, sort
from services.enricher.offsets import Start
from services.enricher.publisher import Publisher
from services.enricher.surroundings import Surroundings
from services.enricher.tracing import Worked

log = structlog.get_logger()


class LaneState(Enum):
    """FENCING -> READY -> COMMITTING -> READY ...; an error sends any of them back to FENCING.

        +------------- any error -------------+
        v                                     |
    FENCING --seek--> READY <--> COMMITTING --+
        |               |             |
        +---------------+-------------+--close--> CLOSING --> CLOSED
    """

    FENCING = "fencing"
    READY = "ready"
    COMMITTING = "committing"
    CLOSING = "closing"
    CLOSED = "closed"


class StaleRecordsError(Exception):
    """Records came from before the session's seek. Going on would publish them twice."""


class Lane:
    """A partition of ours, from its assignment to its end. `run` is its life; `close` ends it."""

    def __init__(self, partition: TopicPartition, surroundings: Surroundings) -> None:
        settings = surroundings.settings
        self.partition = partition
        self.state = LaneState.FENCING
        self._all = surroundings
        self._settings = settings
        self._log = log.bind(partition=partition.partition)
        self._backlog = Backlog(surroundings.budget, settings.batch_records, settings.batch_bytes)
        self._wake = asyncio.Event()
        self._next_offset = 0
        self._backoff = Backoff(surroundings.random)
        self._accounts = Accounts(partition, surroundings.metrics, self._log, settings.dead_letters_in_a_row)
        self._task: asyncio.Task[None] | None = None
        self._problem: BaseException | None = None
        self._undone_timestamp: int | None = None

    @property
    def is_hungry(self) -> bool:
        """Whether records may be taken for this lane now (rules 9 and 18)."""
        has_seeked = self.state in {LaneState.READY, LaneState.COMMITTING}
        return has_seeked and self._problem is None and self._all.budget.has_room(self._backlog.records)

    @property
    def oldest_timestamp(self) -> int | None:
        """When the oldest record taken and not yet committed was written, in milliseconds of Unix time.

        Between sessions it is that of the record which the last one left undone: with the broker away it gets older.
        """
        oldest = self._backlog.oldest
        return self._undone_timestamp if oldest is None else oldest.timestamp

    @property
    def next_to_commit(self) -> int | None:
        """The offset of the oldest record not yet committed; None while no session knows it."""
        if self.state not in {LaneState.READY, LaneState.COMMITTING}:
            return None
        oldest = self._backlog.oldest
        return self._next_offset if oldest is None else oldest.offset

    def start(self) -> "asyncio.Task[None]":
        """Begin to live, in a task that ends only by `close` or with a fatal error."""
        self._task = asyncio.create_task(self.run(), name=f"lane-{self.partition.partition}")
        return self._task

    @property
    def _is_closing(self) -> bool:
        return self.state is LaneState.CLOSING

    def _leave(self, following: LaneState) -> None:
        """Go to another state of the session; a lane that is closing stays so."""
        if not self._is_closing:
            self.state = following

    def take(self, records: Sequence[Record]) -> None:
        """Records have arrived. A lane that is between sessions drops them: its next seek comes after them."""
        if self.state not in {LaneState.READY, LaneState.COMMITTING} or self._problem is not None:
            return
        if records[0].offset < self._next_offset:
            self.fail(StaleRecordsError(f"{records[0].offset} came, {self._next_offset} was due"))
            return
        self._next_offset = records[-1].offset + 1
        self._backlog.take(records, time.monotonic())
        self._all.metrics.articles_in.inc(len(records))
        self._wake.set()

    def fail(self, error: BaseException) -> None:
        """End the session because of an error outside of it, such as one of the consumer (rule 5)."""
        self._problem = error
        self._wake.set()

    async def close(self, seconds: float) -> None:
        """Finish the batch at hand, drop what is behind it, end (rule 10), within little more than `seconds`."""
        has_batch = self.state in {LaneState.READY, LaneState.COMMITTING} and self._backlog.head is not None
        self.state = LaneState.CLOSING
        self._backlog.drop_waiting()
        self._wake.set()
        if self._task is None:
            return
        if not has_batch:
            self._task.cancel()
        _, unfinished = await asyncio.wait({self._task}, timeout=seconds)
        if unfinished:
            self._log.warning("lane closed before its batch was done; its next owner does it again")
            self._task.cancel()
            await asyncio.wait({self._task}, timeout=self._settings.call_seconds)

    async def run(self) -> None:
        """One session after the other until closed. Raises only what is fatal."""
        try:
            while not self._is_closing:
                try:
                    await self._session()
                except Exception as error:  # noqa: BLE001  # rule 5: any error, a client's assertion included
                    await self._recover(error)
        finally:
            self.state = LaneState.CLOSED
            self._backlog.drop()
            self._all.changed.set()

    async def _session(self) -> None:
        """Producer, then offset, then seek, then work. Returns when the lane is closing."""
        # Rule 1: the id belongs to the partition, so that whoever has it next fences whoever had it last.
        transactional_id = f"{self._settings.group_id}.{self.partition.topic}.{self.partition.partition}"
        publisher = Publisher(
            self._all.make_producer, transactional_id, self._settings.group_id, self._settings.call_seconds
        )
        try:
            await publisher.start()
            # Rule 2: the offset is read after the fence; before it the last owner could still move it.
            async with asyncio.timeout(self._settings.call_seconds):
                start = await self._all.start_of(self.partition)
            self._report_expired(start)
            self._open(start.offset)
            async with asyncio.TaskGroup() as tasks:
                feeding = tasks.create_task(self._feed())
                await self._commit_in_order(publisher)
                feeding.cancel()
        finally:
            # Nothing of this session outlives it: what it had taken is read again by the next one. The state comes
            # first and nothing is awaited between, or records would be taken that no seek has undone.
            self._leave(LaneState.FENCING)
            self._undone_timestamp = self.oldest_timestamp
            self._backlog.drop()
            await publisher.close()

    def _open(self, offset: int) -> None:
        """Seek and become ready, without an await between: what was fetched before is never taken (rule 9)."""
        self._all.seek(self.partition, offset)
        self._next_offset = offset
        self._undone_timestamp = None
        self._problem = None
        self._leave(LaneState.READY)
        self._all.changed.set()
        self._log.debug("lane ready", offset=offset)

    async def _feed(self) -> None:
        """Put what waits to work whenever the workers have room."""
        while True:
            while not self._backlog.has_waiting():
                await self._woken()
            await self._all.capacity.acquire()
            if not self._backlog.has_waiting():
                self._all.capacity.release()
                continue
            batch = self._backlog.start(self._all.work)
            assert batch.task is not None  # noqa: S101  # start() makes it
            batch.task.add_done_callback(lambda _: self._free_capacity())
            self._all.metrics.batch_records.observe(len(batch.records))

    def _free_capacity(self) -> None:
        self._all.capacity.release()
        self._wake.set()

    async def _commit_in_order(self, publisher: Publisher) -> None:
        """Commit batch after batch, each when it is done, until the lane is closing and has none at hand."""
        while True:
            while (batch := self._backlog.head) is None:
                if self._problem is not None:
                    raise self._problem
                if self._is_closing:
                    return
                await self._woken()
            results = await self._results_of(batch)
            await self._commit(publisher, batch, results)
            self._backoff.reset()
            self._all.changed.set()

    async def _results_of(self, batch: Batch) -> Sequence[Done]:
        assert batch.task is not None  # noqa: S101  # it is at work
        while not batch.task.done():
            if self._problem is not None:
                raise self._problem
            await self._woken()
        return batch.task.result()

    async def _commit(self, publisher: Publisher, batch: Batch, results: Sequence[Done]) -> None:
        """Publish one batch and its offset as one transaction, then count and log it."""
        planned = plan(batch.records, [done.outcome for done in results], self._settings.topics, self._all.now())
        self._leave(LaneState.COMMITTING)
        started = time.monotonic()
        worked = Worked(batch.records, results, started - batch.taken)
        with self._all.tracing.publishing(worked, planned) as traced:
            await publisher.publish(self.partition, traced.plan)
        ended = time.monotonic()
        self._leave(LaneState.READY)
        self._backlog.finish(batch)
        self._accounts.enter(
            Committed(
                records=batch.records,
                results=results,
                next_offset=planned.next_offset,
                taken=batch.taken,
                started=started,
                ended=ended,
                exemplar=traced.exemplar,
            )
        )

    async def _recover(self, error: Exception) -> None:
        """Sort an error, and wait before the next session as long as it asks for. Raises what is fatal."""
        fault = sort(error)
        self._all.metrics.transactions_aborted.labels(fault.value).inc()
        if fault is Fault.FATAL:
            raise error
        if self._is_closing:
            self._log.info("session ended while closing", fault=fault.value, problem=explain(error))
            return
        wait = self._backoff.seconds_after(fault)
        self._log.warning("session ended", fault=fault.value, problem=explain(error), next_in=round(wait, 2))
        await asyncio.sleep(wait)

    def _report_expired(self, start: Start) -> None:
        # Counted even when it is none, so that the series is there before its first increase.
        self._all.metrics.records_expired.labels(self.partition.partition).inc(start.expired)
        if start.expired:
            self._log.error("retention deleted records before they were read", records=start.expired, next=start.offset)

    async def _woken(self) -> None:
        """Wait until something has happened to this lane."""
        await self._wake.wait()
        self._wake.clear()
