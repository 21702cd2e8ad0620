"""The composition root of `dateline run`: makes the parts, joins them, runs them, and ends them in order.

Two ways out: SIGTERM or SIGINT drains and returns; a fatal error is raised after draining. Both end within the drain
deadline, so a second signal changes nothing.
"""

import asyncio
import platform
import signal
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from random import Random

import structlog
from aiokafka import TopicPartition

from services import __version__
from services.enricher.broker_watch import BrokerWatch
from services.enricher.budget import Bounds, Budget
from services.enricher.clients import Clients
from services.enricher.core.record import Record
from services.enricher.core.work import Done, Item
from services.enricher.fork_server import end_fork_server
from services.enricher.http import HttpServer, Readiness
from services.enricher.joining import check_topics, join
from services.enricher.lane import Lane
from services.enricher.loop import Lanes, Loop
from services.enricher.metrics import Metrics
from services.enricher.observer import Observer
from services.enricher.offsets import StartingOffsets
from services.enricher.parts import run_parts
from services.enricher.pool import Pool
from services.enricher.settings import EnricherSettings
from services.enricher.surroundings import Surroundings
from services.enricher.tracing import make_tracing
from services.kafka.settings import ConnectionSettings

log = structlog.get_logger()


async def serve(settings: EnricherSettings, connection: ConnectionSettings) -> None:
    """Run the service until a signal ends it; the process is to end then. Raises what was fatal; see `faults`."""
    service = Service(settings, connection)
    loop = asyncio.get_running_loop()
    # Not the loop's own handlers: they end with the loop, and the process has farewells to say after that. A second
    # signal would end it there with the code of a failure, though all was drained.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(service.drain))
    try:
        await service.run()
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)
        end_fork_server()


class Service:
    """The parts of one running service."""

    def __init__(self, settings: EnricherSettings, connection: ConnectionSettings) -> None:
        self._settings = settings
        self._connection = connection
        self._metrics = Metrics()
        self._tracing = make_tracing(settings.group_id, wanted=settings.tracing)
        self._draining = asyncio.Event()
        self._changed = asyncio.Event()
        self._budget = Budget(
            Bounds(settings.inflight_bytes, settings.inflight_records, settings.inflight_seconds), settings.workers
        )
        # One batch at work and one ready to follow for each worker: none of them ever waits for its next batch.
        self._capacity = asyncio.Semaphore(2 * settings.workers)
        self._pool = Pool(settings.worker_spec, settings.worker_limits, settings.workers, self._count_loss)
        self._clients = Clients(settings, connection)
        self._consumer = self._clients.consumer()
        self._lanes = Lanes(self._make_lane, settings.revoke_seconds, self._metrics)
        self._start_of = StartingOffsets(self._clients.open_admin, self._consumer, settings.group_id)
        self._observer = Observer(self._metrics, self._pool, self._budget, self._lanes, self._consumer)
        self._broker_watch = BrokerWatch(self._clients.open_admin)
        self._model = ""

    @property
    def readiness(self) -> Readiness:
        """What holds of the conditions for being ready."""
        return Readiness(
            model_loaded=bool(self._model) and self._pool.is_ready,
            broker_reached=self._broker_watch.sees_broker,
            group_joined=self._lanes.has_joined,
            not_draining=not self._draining.is_set(),
        )

    def drain(self) -> None:
        """Take no more, finish the batches at hand, end."""
        if not self._draining.is_set():
            log.info("draining", seconds=self._settings.drain_seconds)
        self._draining.set()

    async def run(self) -> None:
        """The whole life: start, serve until drained or fatal, end. Raises what was fatal."""
        http = HttpServer(self._settings.http_host, self._settings.http_port, self._metrics, lambda: self.readiness)
        async with http, self._pool:
            log.info("listening", port=http.port, group=self._settings.group_id, workers=self._settings.workers)
            try:
                parts = {
                    "load": self._load(),
                    "consume": self._consume(),
                    "observe": self._observer.run(),
                    "watch broker": self._broker_watch.run(),
                    "watch lanes": self._lanes.watch(),
                    "watch workers": self._pool.watch(),
                }
                await run_parts(parts, until=self._draining)
            finally:
                await self._end()
        log.info("ended")

    async def _load(self) -> None:
        self._model = await self._pool.ready()
        self._metrics.build.info({"version": __version__, "model": self._model, "python": platform.python_version()})
        log.info("model loaded", model=self._model)

    async def _consume(self) -> None:
        """Check the topics, join the group, and take records until cancelled."""
        await check_topics(self._settings, self._connection)
        # Subscribed before it starts, or a group leader without the topic's metadata assigns nothing to anyone for as
        # long as that stays fresh (rule 12).
        self._consumer.subscribe([self._settings.raw_topic], listener=self._lanes)
        await join(self._consumer)
        await Loop(self._consumer, self._lanes, self._changed).run()

    async def _end(self) -> None:
        """Lanes first, each with its batch at hand; then leave the group. Within the drain deadline."""
        try:
            async with asyncio.timeout(self._settings.drain_seconds):
                await self._lanes.close()
                # It may be cancelled by its own tasks, unprompted (rule 13); exactly that is suppressed.
                with suppress(asyncio.CancelledError):
                    await self._consumer.stop()
        except TimeoutError:
            log.warning("not drained in time; what was under way is done again by the next owner")
        # In a thread: it waits for the collector of traces, OTEL_EXPORTER_OTLP_TIMEOUT at most.
        await asyncio.to_thread(self._tracing.close)

    async def _work(self, records: Sequence[Record]) -> Sequence[Done]:
        return await self._pool.run([Item(record.key, record.value) for record in records])

    def _count_loss(self, reason: str) -> None:
        self._metrics.worker_restarts.labels(reason).inc()

    def _make_lane(self, partition: TopicPartition) -> Lane:
        return Lane(partition, self._surroundings())

    def _surroundings(self) -> Surroundings:
        return Surroundings(
            settings=self._settings,
            metrics=self._metrics,
            budget=self._budget,
            capacity=self._capacity,
            changed=self._changed,
            work=self._work,
            make_producer=self._clients.producer,
            start_of=self._start_of,
            seek=self._consumer.seek,
            now=lambda: datetime.now(UTC),
            random=Random(),  # noqa: S311  # spreads retries, guards nothing
            tracing=self._tracing,
        )
