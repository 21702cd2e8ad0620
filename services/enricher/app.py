"""The composition root of `dateline run`: makes the parts, joins them, runs them, and ends them in order.

Two ways out: SIGTERM or SIGINT drains and returns; a fatal error is raised after draining. Both end within the drain
deadline, so a second signal changes nothing.
"""

import asyncio
import platform
import signal
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from random import Random

import structlog
from aiokafka import TopicPartition

from services import __version__
from services.enricher.budget import Bounds, Budget
from services.enricher.clients import Clients
from services.enricher.core.record import Record
from services.enricher.core.work import Done, Item
from services.enricher.faults import Fault, MisconfiguredError, explain, sort
from services.enricher.http import HttpServer, Readiness
from services.enricher.lane import Lane
from services.enricher.loop import Lanes, Loop
from services.enricher.metrics import Metrics
from services.enricher.observer import Observer
from services.enricher.offsets import StartingOffsets
from services.enricher.pool import Pool
from services.enricher.settings import EnricherSettings
from services.enricher.surroundings import Surroundings
from services.enricher.tracing import make_tracing
from services.kafka.reach import reached_admin
from services.kafka.settings import ConnectionSettings
from services.kafka.topic_admin import find_topics
from services.kafka.topics import FoundTopic, TopicNames, find_problems

log = structlog.get_logger()

CONNECT_SECONDS = 1.0
"""Between attempts to reach a broker that is away at the start."""


async def serve(settings: EnricherSettings, connection: ConnectionSettings) -> None:
    """Run the service until a signal ends it. Raises what was fatal; see `faults`."""
    service = Service(settings, connection)
    running = asyncio.create_task(service.run())
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, service.drain)
    try:
        await running
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)


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
        self._observer = Observer(
            self._metrics, self._pool, self._budget, self._lanes, self._consumer, self._clients.open_admin
        )
        self._model = ""

    @property
    def readiness(self) -> Readiness:
        """What holds of the conditions for being ready."""
        return Readiness(
            model_loaded=bool(self._model) and self._pool.is_ready,
            broker_reached=self._observer.sees_broker,
            group_joined=self._lanes.has_joined,
            not_draining=not self._draining.is_set(),
        )

    def drain(self) -> None:
        """Take no more, finish the batches at hand, end."""
        log.info("draining", seconds=self._settings.drain_seconds)
        self._draining.set()

    async def run(self) -> None:
        """The whole life: start, serve until drained or fatal, end. Raises what was fatal."""
        http = HttpServer(self._settings.http_host, self._settings.http_port, self._metrics, lambda: self.readiness)
        async with http, self._pool:
            log.info("listening", port=http.port, group=self._settings.group_id, workers=self._settings.workers)
            try:
                async with asyncio.TaskGroup() as tasks:
                    parts = [
                        tasks.create_task(self._load(), name="load"),
                        tasks.create_task(self._consume(), name="consume"),
                        tasks.create_task(self._observer.run(), name="observe"),
                        tasks.create_task(self._lanes.watch(), name="watch lanes"),
                        tasks.create_task(self._pool.watch(), name="watch workers"),
                    ]
                    await self._draining.wait()
                    for part in parts:
                        part.cancel()
            finally:
                await self._end()
        log.info("ended")

    async def _load(self) -> None:
        self._model = await self._pool.ready()
        self._metrics.build.info({"version": __version__, "model": self._model, "python": platform.python_version()})
        log.info("model loaded", model=self._model)

    async def _consume(self) -> None:
        """Check the topics, join the group, and take records until cancelled."""
        await self._check_topics()
        # Subscribed before it starts, or a group leader without the topic's metadata assigns nothing to anyone for as
        # long as that stays fresh (rule 12).
        self._consumer.subscribe([self._settings.raw_topic], listener=self._lanes)
        await self._connect(self._consumer.start)
        await Loop(self._consumer, self._lanes, self._changed).run()

    async def _check_topics(self) -> None:
        found: dict[str, FoundTopic] = {}
        settings = self._settings
        names = TopicNames(
            raw_topic=settings.raw_topic, enriched_topic=settings.enriched_topic, dlq_topic=settings.dlq_topic
        )

        async def look() -> None:
            # Tells a broker that is away from one that refuses us, which aiokafka's own clients don't.
            async with reached_admin(self._connection, settings.call_seconds) as admin:
                found.update(await find_topics(admin, list(names.model_dump().values())))

        await self._connect(look)
        for problem in find_problems(names, found):
            log.warning("topic", topic=problem.topic, problem=problem.what, hint=problem.hint)
        require_room(names, found)

    async def _connect(self, attempt: Callable[[], Awaitable[None]]) -> None:
        """Try until the broker is there. Raises only what is fatal."""
        while True:
            try:
                await attempt()
            except Exception as error:
                if sort(error) is Fault.FATAL:
                    raise
                log.warning("broker not reached", problem=explain(error))
                await asyncio.sleep(CONNECT_SECONDS)
            else:
                return

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


def require_room(names: TopicNames, found: dict[str, FoundTopic]) -> None:
    """Raise MisconfiguredError unless each raw partition has a partition to publish to; all else is advice."""
    for name in names.model_dump().values():
        if name not in found:
            raise MisconfiguredError(f"the topic {name} is missing: dateline topics create")
    raw = found[names.raw_topic].partitions
    for name in (names.enriched_topic, names.dlq_topic):
        if found[name].partitions < raw:
            raise MisconfiguredError(f"{name} has {found[name].partitions} partitions, {names.raw_topic} has {raw}")
