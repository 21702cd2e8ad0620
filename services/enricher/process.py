"""One worker process as the service sees it: start it, hand it work, notice that it is gone."""

import asyncio
import signal
import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from typing import Any, Self, cast

import psutil

from schemas.dead_letter import DeadLetterReason
from services.enricher import frames, worker
from services.enricher.core.work import Done, Item
from services.enricher.fork_server import start_fork_server, start_process
from services.enricher.worker import Finished, Hello, WorkerSpec

WATCH_SECONDS = 0.2
"""How often a busy worker's memory and time are looked at: often enough to stop one before it takes the machine."""

GRACE_SECONDS = 2.0
"""How long a worker may take to end by itself before it is killed."""

LOSSES: tuple[DeadLetterReason, ...] = ("worker_crash", "worker_stall", "worker_memory")
"""The ways to lose a worker."""


class WorkerLostError(Exception):
    """The worker ended, or had to be ended, before it gave a result; `reason` says which of the three ways."""

    def __init__(self, reason: DeadLetterReason, message: str) -> None:
        super().__init__(message)
        self.reason: DeadLetterReason = reason


class WorkerUnusableError(Exception):
    """No worker can be started: the model is missing or the program is broken. Fatal."""


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What a worker may take before it is replaced."""

    work_seconds: float = 60.0
    memory_bytes: int = 2 * 1024**3
    start_seconds: float = 60.0


class _Link(asyncio.Protocol):
    """The service's end of the socket: at most one message is awaited at a time."""

    def __init__(self) -> None:
        self.gone = asyncio.get_running_loop().create_future()
        self._waiting: asyncio.Future[Any] | None = None
        self._unpacker = frames.Unpacker()
        self.transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.WriteTransport", transport)

    def data_received(self, data: bytes) -> None:
        for message in self._unpacker.feed(data):
            if self._waiting is not None and not self._waiting.done():
                self._waiting.set_result(message)

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.gone.done():
            self.gone.set_result(exc)
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(EOFError("the worker closed its socket"))
            self._waiting.exception()  # whoever waits is told; after a cancellation nobody does

    def expect(self) -> asyncio.Future[Any]:
        """A future for the next message; EOFError where the worker is gone or goes."""
        self._waiting = asyncio.get_running_loop().create_future()
        if self.gone.done():
            self._waiting.set_exception(EOFError("the worker is gone"))
        return self._waiting


class Worker:
    """A live worker. Not to be used again after WorkerLostError."""

    def __init__(self, process: ForkServerProcess, link: _Link, limits: WorkerLimits) -> None:
        self._process = process
        self._link = link
        self._limits = limits
        self.model = ""

    @classmethod
    async def start(cls, spec: WorkerSpec, limits: WorkerLimits) -> Self:
        """Fork a worker and wait until it is ready. Raises WorkerLostError or WorkerUnusableError."""
        ours, theirs = socket.socketpair()
        try:
            # The fork server is tied to the life of the thread that starts it, so that is this one, the main thread.
            start_fork_server(spec)
            # In a thread: the first fork waits for the fork server to load the model.
            process = await asyncio.to_thread(start_process, theirs, spec)
        except BaseException:
            ours.close()
            raise
        link = _Link()
        await asyncio.get_running_loop().create_connection(lambda: link, sock=ours)
        started = cls(process, link, limits)
        hello: Hello = await started._answer(limits.start_seconds)
        if hello.problem is not None:
            await started.stop()
            raise WorkerUnusableError(hello.problem)
        started.model = hello.model
        return started

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid or -1

    @property
    def gone(self) -> asyncio.Future[Any]:
        """Done once the worker has closed its socket, which it does only by ending."""
        return self._link.gone

    @property
    def memory(self) -> int:
        """Resident bytes, the pages that it shares with the fork server included; 0 when it is gone."""
        try:
            return int(psutil.Process(self.pid).memory_info().rss)
        except psutil.Error:
            return 0

    async def work(self, items: Sequence[Item]) -> tuple[Done, ...]:
        """One result for each item. Raises WorkerLostError; then nothing is known of any of them."""
        assert self._link.transport is not None  # noqa: S101  # connection_made ran before start returned
        self._link.transport.write(frames.pack(worker.Work(tuple(items))))
        finished: Finished = await self._answer(self._limits.work_seconds)
        return finished.results

    async def _answer(self, seconds: float) -> Any:  # noqa: ANN401  # the caller knows which message comes
        """Wait for the next message and meanwhile for the worker's limits."""
        answer = self._link.expect()
        deadline = time.monotonic() + seconds
        try:
            while not answer.done():
                await asyncio.wait({answer}, timeout=WATCH_SECONDS)
                if not answer.done():
                    self._check(deadline)
            return answer.result()
        except (EOFError, ConnectionError) as error:
            await asyncio.to_thread(self._process.join, GRACE_SECONDS)
            raise WorkerLostError("worker_crash", _how_it_ended(self._process.exitcode)) from error
        except BaseException:
            self.kill()
            raise

    def _check(self, deadline: float) -> None:
        """Raise WorkerLostError if the worker is past one of its limits."""
        if time.monotonic() > deadline:
            raise WorkerLostError("worker_stall", f"gave no result within {self._limits.work_seconds:g} s")
        if (memory := self.memory) > self._limits.memory_bytes:
            raise WorkerLostError("worker_memory", f"grew to {memory} bytes of {self._limits.memory_bytes} allowed")

    async def stop(self) -> None:
        """Let the worker end by itself, then make sure of it."""
        if self._link.transport is not None:
            self._link.transport.close()
        await asyncio.to_thread(self._process.join, GRACE_SECONDS)
        self.kill()

    def kill(self) -> None:
        """End the process now. Safe to call twice, and on one that is gone."""
        if self._link.transport is not None:
            self._link.transport.abort()
        if self._process.is_alive():
            self._process.kill()


def _how_it_ended(exitcode: int | None) -> str:
    if exitcode is not None and exitcode < 0:
        return f"ended by {signal.Signals(-exitcode).name}"
    return f"ended with exit code {exitcode}"
