"""Looks at the service once a second and sets the gauges."""

import asyncio
from collections import Counter
from datetime import UTC, datetime

import structlog
from aiokafka import AIOKafkaConsumer, TopicPartition

from services.enricher.budget import Budget
from services.enricher.faults import explain
from services.enricher.lane import Lane, LaneState
from services.enricher.loop import Lanes
from services.enricher.metrics import Metrics
from services.enricher.pool import Pool

log = structlog.get_logger()

OBSERVE_SECONDS = 1.0
"""Prometheus looks every 15 s or so; health checks every second."""


class Observer:
    """Sets what can only be set by looking; what happens is counted where it happens."""

    def __init__(self, metrics: Metrics, pool: Pool, budget: Budget, lanes: Lanes, consumer: AIOKafkaConsumer) -> None:
        self._metrics = metrics
        self._pool = pool
        self._budget = budget
        self._lanes = lanes
        self._consumer = consumer
        self._lags: dict[TopicPartition, int | None] = {}

    async def run(self) -> None:
        """Look again and again until cancelled."""
        while True:
            self._set_gauges()
            await self._set_lags()
            await asyncio.sleep(OBSERVE_SECONDS)

    def _set_gauges(self) -> None:
        metrics = self._metrics
        metrics.inflight_bytes.set(self._budget.bytes)
        metrics.inflight_records.set(self._budget.records)
        metrics.workers.set(len(self._pool.pids))
        metrics.worker_memory_bytes.set(self._pool.memory)
        counts = Counter(lane.state for lane in self._lanes)
        for state in LaneState:
            metrics.lanes.labels(state.value).set(counts[state])

    async def _set_lags(self) -> None:
        """Lag and age of each partition; those of partitions that are no longer ours disappear."""
        lanes = list(self._lanes)
        # What cannot be known while a lane has no session is as it was: an alert must not end because the broker did.
        known = {lane.partition: await self._lag(lane) for lane in lanes}
        self._lags = {partition: self._lags.get(partition) if lag is None else lag for partition, lag in known.items()}
        # From here on nothing is awaited, so that no scrape sees half of it.
        self._metrics.lag_records.clear()
        self._metrics.oldest_seconds.clear()
        now = datetime.now(UTC).timestamp()
        for lane in lanes:
            number, oldest = lane.partition.partition, lane.oldest_timestamp
            self._metrics.oldest_seconds.labels(number).set(0.0 if oldest is None else max(0.0, now - oldest / 1000))
            if (lag := self._lags[lane.partition]) is not None:
                self._metrics.lag_records.labels(number).set(lag)

    async def _lag(self, lane: Lane) -> int | None:
        """Records between the last commit and the end for a reader of committed ones; None until both are known."""
        position = lane.next_to_commit
        try:
            end = self._consumer.last_stable_offset(lane.partition)
            if position is not None and lane.oldest_timestamp is None:
                # Nothing is under way: the consumer's position has passed the markers of transactions, too.
                async with asyncio.timeout(OBSERVE_SECONDS):
                    position = max(position, await self._consumer.position(lane.partition))
        except Exception as error:  # noqa: BLE001  # a rebalance is under way: the partition is not ours any more
            log.debug("no lag", partition=lane.partition.partition, problem=explain(error))
            return None
        return max(0, end - position) if end is not None and position is not None else None
