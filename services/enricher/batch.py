"""The records of a lane that are under way: those that wait, and micro-batches at work, in order."""

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from services.enricher.budget import Budget
from services.enricher.core.outcome import Enriched
from services.enricher.core.record import Record
from services.enricher.core.work import Done


class Works(Protocol):
    """What works on a batch: one result for each record, in order."""

    async def __call__(self, records: Sequence[Record]) -> Sequence[Done]: ...  # noqa: D102  # said by the class


@dataclass(slots=True, eq=False)
class Batch:
    """Consecutive records of one lane and the task that works on them. `taken` is the time of the first, monotonic."""

    records: tuple[Record, ...]
    taken: float
    size: int
    result_size: int = 0
    worked: bool = False
    task: asyncio.Task[Sequence[Done]] | None = field(default=None, repr=False)


class Backlog:
    """What a lane has taken and not yet committed, and its share of the budget.

    Batches are cut as late as possible, when the workers have room: whatever has arrived by then is in, nothing waits
    for company, and under load batches are full by themselves.
    """

    def __init__(self, budget: Budget, batch_records: int, batch_bytes: int) -> None:
        self._budget = budget
        self._batch_records = batch_records
        self._batch_bytes = batch_bytes
        self._waiting: deque[tuple[Record, float]] = deque()
        self._batches: deque[Batch] = deque()

    @property
    def records(self) -> int:
        """Records under way."""
        return len(self._waiting) + sum(len(batch.records) for batch in self._batches)

    @property
    def oldest(self) -> Record | None:
        """The oldest record under way."""
        if self._batches:
            return self._batches[0].records[0]
        return self._waiting[0][0] if self._waiting else None

    def has_waiting(self) -> bool:
        """Whether records wait for a worker."""
        return bool(self._waiting)

    @property
    def head(self) -> Batch | None:
        """The batch to commit next."""
        return self._batches[0] if self._batches else None

    def take(self, records: Sequence[Record], now: float) -> None:
        """Records have arrived."""
        self._budget.take(len(records), sum(record.size for record in records))
        self._waiting.extend((record, now) for record in records)

    def start(self, work: Works) -> Batch:
        """Cut a batch of what waits and put it to work."""
        _, taken = self._waiting[0]
        records = [self._waiting.popleft()[0]]
        size = records[0].size
        while self._waiting and len(records) < self._batch_records:
            following = self._waiting[0][0].size
            if size + following > self._batch_bytes:
                break
            records.append(self._waiting.popleft()[0])
            size += following
        batch = Batch(tuple(records), taken, size)
        batch.task = asyncio.create_task(self._work(batch, work), name=f"batch-{records[0].offset}")
        self._batches.append(batch)
        return batch

    def finish(self, batch: Batch) -> None:
        """The head is committed."""
        assert batch is self._batches[0]  # noqa: S101  # anything else would commit out of order
        self._batches.popleft()
        self._release(batch)

    def drop_waiting(self) -> None:
        """Forget everything behind the head; it is read again by whoever has the partition next."""
        size = sum(record.size for record, _ in self._waiting)
        self._budget.release(len(self._waiting), size, 0, worked=False)
        self._waiting.clear()
        while len(self._batches) > 1:
            self._drop(self._batches.pop())

    def drop(self) -> None:
        """Forget everything."""
        self.drop_waiting()
        while self._batches:
            self._drop(self._batches.pop())

    async def _work(self, batch: Batch, work: Works) -> Sequence[Done]:
        results = await work(batch.records)
        batch.worked = True
        batch.result_size = sum(len(d.outcome.value) for d in results if isinstance(d.outcome, Enriched))
        self._budget.work_done(batch.size, batch.result_size, sum(sum(done.seconds.values()) for done in results))
        return results

    def _drop(self, batch: Batch) -> None:
        if batch.task is not None and not batch.task.cancel() and not batch.task.cancelled():
            batch.task.exception()  # seen, and of no interest any more
        self._release(batch)

    def _release(self, batch: Batch) -> None:
        self._budget.release(len(batch.records), batch.size, batch.result_size, worked=batch.worked)
