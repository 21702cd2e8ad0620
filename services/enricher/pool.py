"""A pool of worker processes that survives the loss of any of them and finds the record that caused it.

A library's pool would be shorter, but ProcessPoolExecutor breaks as a whole when one worker dies or a future of it is
cancelled, and none tells which record was at work (docs/explanation/exactly-once.md, rule 14).
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import structlog

from schemas.dead_letter import DeadLetterReason
from services.enricher.core.outcome import MESSAGE_CHARACTERS, DeadLetter
from services.enricher.core.work import Done, Item
from services.enricher.process import Worker, WorkerLimits, WorkerLostError, WorkerUnusableError
from services.enricher.worker import WorkerSpec

log = structlog.get_logger()

TRIES_ALONE = 2
"""A record is guilty when it is lost alone twice: once may be the out-of-memory killer or an operator's mistake."""

STARTS = 3
"""So many workers in a row may fail to start before the program, not the moment, is to blame."""

START_BACKOFF_SECONDS = 0.5
"""Before a worker is started again; doubled each time."""

FULL = 0.8
"""A worker whose memory has grown beyond this part of its limit is replaced between batches, before it loses one."""


@dataclass(slots=True, eq=False)
class _Job:
    items: tuple[Item, ...]
    answer: asyncio.Future[tuple[Done, ...]]


class Pool:
    """Worker processes behind one queue, first come, first served. Use as an asynchronous context manager.

    `on_loss` is told the reason of each lost worker, for the metrics.
    """

    def __init__(
        self, spec: WorkerSpec, limits: WorkerLimits, size: int, on_loss: Callable[[DeadLetterReason], None]
    ) -> None:
        self._spec = spec
        self._limits = limits
        self._size = size
        self._on_loss = on_loss
        self._jobs: deque[_Job] = deque()
        self._arrived = asyncio.Condition()
        self._slots: list[asyncio.Task[None]] = []
        self._workers: set[Worker] = set()
        self._ready = asyncio.get_running_loop().create_future()
        self._broken: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def __aenter__(self) -> Self:
        """Start the workers; `ready` says when."""
        self._slots = [asyncio.create_task(self._run_slot(), name=f"worker-{number}") for number in range(self._size)]
        for slot in self._slots:
            slot.add_done_callback(self._slot_ended)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the workers. Batches at work are given up; nothing of them was published."""
        for slot in self._slots:
            slot.cancel()
        await asyncio.gather(*self._slots, return_exceptions=True)
        for job in self._jobs:
            job.answer.cancel()

    @property
    def is_ready(self) -> bool:
        """Whether a worker has loaded its model and one is alive now."""
        return bool(self._workers)

    @property
    def pids(self) -> list[int]:
        """The process ids of the live workers."""
        return [worker.pid for worker in self._workers]

    @property
    def memory(self) -> int:
        """Resident bytes of all workers; what they share is counted once for each."""
        return sum(worker.memory for worker in self._workers)

    async def ready(self) -> str:
        """Wait for the first worker; the name of its model. Raises WorkerUnusableError if there will be none."""
        return str(await asyncio.shield(self._ready))

    async def watch(self) -> None:
        """Wait, for ever unless no worker can be started: then raise WorkerUnusableError."""
        await asyncio.shield(self._broken)

    async def run(self, items: Sequence[Item]) -> tuple[Done, ...]:
        """One result for each item, in order. A record that is lost with its worker costs only itself.

        Where a worker is lost with a batch, the batch is tried again record by record, and what is lost twice alone
        becomes a dead letter.
        """
        try:
            return await self._submit(tuple(items))
        except WorkerLostError as loss:
            log.warning("worker lost", reason=loss.reason, problem=str(loss), records=len(items))
            if len(items) == 1:
                return (await self._run_alone(items[0], 1, 1),)
            return tuple(await asyncio.gather(*(self._run_alone(item, 0, 1) for item in items)))

    async def _run_alone(self, item: Item, tries_alone: int, tries: int) -> Done:
        while True:
            try:
                (done,) = await self._submit((item,))
            except WorkerLostError as loss:
                tries_alone, tries = tries_alone + 1, tries + 1
                log.warning("worker lost", reason=loss.reason, problem=str(loss), records=1)
                if tries_alone >= TRIES_ALONE:
                    message = str(loss)[:MESSAGE_CHARACTERS]
                    return Done(DeadLetter(loss.reason, "worker", type(loss).__name__, message, tries))
            else:
                return done

    async def _submit(self, items: tuple[Item, ...]) -> tuple[Done, ...]:
        if self._broken.done():
            self._broken.result()
        job = _Job(items, asyncio.get_running_loop().create_future())
        async with self._arrived:
            self._jobs.append(job)
            self._arrived.notify_all()
        # A caller that goes away cancels its own answer only; the worker finishes and the result is dropped.
        return await job.answer

    async def _run_slot(self) -> None:
        """Keep one worker alive and at work until cancelled."""
        while True:
            worker = await self._hire()
            self._workers.add(worker)
            try:
                await self._employ(worker)
            finally:
                self._workers.discard(worker)
                worker.kill()

    async def _hire(self) -> Worker:
        for attempt in range(STARTS):
            try:
                worker = await Worker.start(self._spec, self._limits)
            except (WorkerLostError, EOFError, OSError) as error:
                log.warning("worker did not start", problem=str(error))
                # A fork server that is about to end refuses connections until it has, and is then started anew.
                await asyncio.sleep(START_BACKOFF_SECONDS * 2**attempt)
            else:
                if not self._ready.done():
                    self._ready.set_result(worker.model)
                return worker
        raise WorkerUnusableError(f"{STARTS} workers in a row did not start")

    async def _employ(self, worker: Worker) -> None:
        """Give the worker jobs until it is lost or has grown too large; then return."""
        while (job := await self._next_job(worker)) is not None:
            try:
                results = await worker.work(job.items)
            except WorkerLostError as loss:
                self._on_loss(loss.reason)
                if not job.answer.done():
                    job.answer.set_exception(loss)
                return
            except BaseException:
                job.answer.cancel()
                raise
            if not job.answer.done():
                job.answer.set_result(results)
            if worker.memory > FULL * self._limits.memory_bytes:
                log.info("worker retired", memory=worker.memory)
                self._on_loss("worker_memory")
                return
        log.warning("worker lost", reason="worker_crash", problem="ended while idle", records=0)
        self._on_loss("worker_crash")

    async def _next_job(self, worker: Worker) -> _Job | None:
        """The next job that somebody still waits for; None when the worker goes first, or has gone already."""
        if worker.gone.done():
            return None
        taking = asyncio.ensure_future(self._take())
        try:
            await asyncio.wait({taking, worker.gone}, return_when=asyncio.FIRST_COMPLETED)
            if taking.done():
                return taking.result()
            return None
        finally:
            taking.cancel()

    async def _take(self) -> _Job:
        async with self._arrived:
            while True:
                while self._jobs:
                    job = self._jobs.popleft()
                    if not job.answer.done():
                        return job
                await self._arrived.wait()

    def _slot_ended(self, slot: asyncio.Task[None]) -> None:
        """A slot ends by cancellation, or because no worker can be started: then everybody who waits must know."""
        if slot.cancelled():
            return
        error = slot.exception()
        for future in (self._ready, self._broken):
            if error is not None and not future.done():
                future.set_exception(error)
                future.exception()  # it is raised where it is awaited, and that may be nowhere
        for job in self._jobs:
            if error is not None and not job.answer.done():
                job.answer.set_exception(error)
