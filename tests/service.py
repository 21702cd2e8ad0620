"""The service as tests run it: the real command in a process of its own, on topics of its own, read by another client.

Readers use confluent-kafka, which shares no code with the service's client.
"""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import aiohttp
import psutil
import pytest
from aiokafka.admin import AIOKafkaAdminClient
from confluent_kafka import Consumer, KafkaError, Producer, TopicPartition

from services.kafka.clients import make_admin
from services.kafka.settings import ConnectionSettings
from services.kafka.topic_admin import create_topics
from services.kafka.topics import TopicNames
from tests.broker import TestBroker

READY_SECONDS = 60.0
"""On a busy machine; what the service promises is measured in tests/bench."""

FAST = {
    "DATELINE_SESSION_SECONDS": "2",
    "DATELINE_HEARTBEAT_SECONDS": "0.4",
    "DATELINE_REBALANCE_SECONDS": "6",
    "DATELINE_REVOKE_SECONDS": "3",
}
"""A dead member is noticed sooner than in production, so that tests of takeovers are short."""


@dataclass(frozen=True, slots=True)
class Message:
    """One raw record to produce."""

    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """One record that was read."""

    partition: int
    offset: int
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes], ...]

    @property
    def article(self) -> dict[str, Any]:
        """The enriched article."""
        found: dict[str, Any] = json.loads(self.value or b"null")
        return found


@dataclass(frozen=True)
class Stage:
    """Topics and a group of one test, on one broker."""

    bootstrap: str
    name: str
    partitions: int = 2

    @property
    def topics(self) -> TopicNames:
        """Their names."""
        return TopicNames(
            raw_topic=f"{self.name}.raw", enriched_topic=f"{self.name}.enriched", dlq_topic=f"{self.name}.dlq"
        )

    @property
    def environment(self) -> dict[str, str]:
        """What tells the service about them."""
        return {
            "DATELINE_BOOTSTRAP_SERVERS": self.bootstrap,
            "DATELINE_GROUP_ID": self.name,
            "DATELINE_RAW_TOPIC": self.topics.raw_topic,
            "DATELINE_ENRICHED_TOPIC": self.topics.enriched_topic,
            "DATELINE_DLQ_TOPIC": self.topics.dlq_topic,
            "DATELINE_HTTP_PORT": "0",
            "DATELINE_LOG_FORMAT": "json",
        }

    async def create(self) -> Self:
        """Make the topics as `dateline topics create` does."""
        async with admin_client(self.bootstrap) as admin:
            await create_topics(admin, self.topics, partitions=self.partitions)
        return self

    def produce(self, messages: Iterable[Message], partition: int | None = None, codec: str = "none") -> int:
        """Write raw records and wait until the broker has them; how many there were."""
        # Idempotent: a broker that is killed while it answers must not make the producer send twice.
        producer = Producer(
            {
                "bootstrap.servers": self.bootstrap,
                "message.max.bytes": 40_000_000,
                "linger.ms": 5,
                "enable.idempotence": True,
                "compression.type": codec,
            }
        )
        failures: list[KafkaError] = []
        count = 0
        for message in messages:
            where = {} if partition is None else {"partition": partition}
            producer.produce(
                self.topics.raw_topic,
                key=message.key,
                value=message.value,
                headers=list(message.headers),
                on_delivery=lambda error, _: failures.append(error) if error else None,
                **where,
            )
            producer.poll(0)
            count += 1
        assert producer.flush(60) == 0
        assert not failures
        return count

    def read(self, topic: str, count: int, *, seconds: float = 60.0, settle: float = 0.5) -> list[Read]:
        """Committed records of a topic from its start, until there are `count` and nothing more for `settle` seconds.

        Gives what there is when the time is up; the caller's assertion says what lacks or what is too many.
        """
        consumer = _reader(self.bootstrap)
        consumer.assign([TopicPartition(topic, partition, 0) for partition in range(self.partitions)])
        found: list[Read] = []
        deadline = time.monotonic() + seconds
        try:
            while time.monotonic() < deadline:
                found += [_read(message) for message in consumer.consume(500, 0.1) if message.error() is None]
                if len(found) >= count:
                    deadline = min(deadline, time.monotonic() + settle)
        finally:
            consumer.close()
        return found

    def enriched(self, count: int, **more: float) -> list[Read]:
        """Records of the enriched topic."""
        return self.read(self.topics.enriched_topic, count, **more)

    def dead_letters(self, count: int, **more: float) -> list[Read]:
        """Records of the dead-letter topic."""
        return self.read(self.topics.dlq_topic, count, **more)


def _reader(bootstrap: str) -> Consumer:
    return Consumer(
        {
            "bootstrap.servers": bootstrap,
            "group.id": "never-commits",
            "isolation.level": "read_committed",
            "enable.auto.commit": False,
            "auto.offset.reset": "earliest",
            "fetch.message.max.bytes": 40_000_000,
        }
    )


def _read(message: Any) -> Read:  # noqa: ANN401  # confluent-kafka ships no types
    headers = tuple((name, value) for name, value in message.headers() or [])
    return Read(message.partition(), message.offset(), message.key(), message.value(), headers)


@asynccontextmanager
async def admin_client(bootstrap: str) -> AsyncIterator[AIOKafkaAdminClient]:
    """An admin client for a moment."""
    admin = make_admin(ConnectionSettings(bootstrap_servers=bootstrap))
    await admin.start()
    try:
        yield admin
    finally:
        await admin.close()


@dataclass
class RunningService:
    """`dateline run` in a process of its own. Its log is kept in a file and shown when a wait fails."""

    stage: Stage
    folder: Path
    more: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    port: int = 0

    async def start(self) -> Self:
        """Start it and wait until it is ready."""
        self.launch()
        await self.wait_until_ready()
        return self

    def launch(self) -> Self:
        """Start it; a second start of the same object is another process with a log of its own."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.log = self.folder / f"service-{time.monotonic_ns()}.log"
        environment = os.environ | FAST | self.stage.environment | {"DATELINE_WORKERS": "1"} | self.more
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [Path(sys.executable).with_name("dateline"), "run"], env=environment, stdout=log, stderr=log
            )
        self.port = 0
        return self

    async def wait_until_ready(self, seconds: float = READY_SECONDS) -> None:
        """Wait until /readyz says 200."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            assert self.process is not None
            assert self.process.poll() is None, f"ended with {self.process.returncode}:\n{self.tail()}"
            if await self.is_ready():
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"not ready:\n{self.tail()}")

    async def is_ready(self) -> bool:
        """Whether /readyz says 200."""
        status, _ = await self.get("/readyz")
        return status == 200

    async def get(self, path: str, **headers: str) -> tuple[int, str]:
        """Status and body of a page; status 0 where nobody answers."""
        if not self.port and not self._find_port():
            return 0, ""
        try:
            timeout = aiohttp.ClientTimeout(total=5)
            async with (
                aiohttp.ClientSession(timeout=timeout) as session,
                session.get(f"http://127.0.0.1:{self.port}{path}", headers=headers) as response,
            ):
                return response.status, await response.text()
        except (aiohttp.ClientError, TimeoutError):
            return 0, ""

    async def metric(self, sample: str) -> float:
        """The value of one sample, labels included as they are printed; 0 where it is not there."""
        _, page = await self.get("/metrics")
        for line in page.splitlines():
            name, _, value = line.rpartition(" ")
            if name == sample:
                return float(value)
        return 0.0

    def signal(self, number: int) -> None:
        """Send a signal to the service alone."""
        assert self.process is not None
        self.process.send_signal(number)

    def kill(self) -> None:
        """SIGKILL, and wait."""
        self.signal(signal.SIGKILL)
        self.wait(10)

    def wait(self, seconds: float) -> int:
        """Wait for its end; its exit code."""
        assert self.process is not None
        return self.process.wait(seconds)

    def workers(self) -> list[psutil.Process]:
        """Its worker processes, which are forks of its fork server."""
        assert self.process is not None
        below = psutil.Process(self.process.pid).children(recursive=True)
        return [process for process in below if process.ppid() != self.process.pid]

    def lines(self) -> list[dict[str, Any]]:
        """The lines of its log that are JSON, as all of ours are."""
        text = self.log.read_text(errors="replace")
        return [json.loads(line) for line in text.splitlines() if line.startswith("{") and line.endswith("}")]

    def tail(self) -> str:
        """The end of its log."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-30:])

    def end(self) -> None:
        """End it if it still runs, by force."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.kill()
            self.process.wait(10)

    def _find_port(self) -> bool:
        for line in self.lines():
            if line.get("event") == "listening":
                self.port = line["port"]
        return bool(self.port)


def keys_of(reads: Sequence[Read]) -> list[tuple[str, int]]:
    """(article_id, version) of each enriched record that is an article."""
    return [(read.article["article_id"], read.article["version"]) for read in reads if read.value is not None]


@pytest.fixture
async def stage(broker: TestBroker, unique_name: str) -> Stage:
    """Topics and a group for this test on the shared broker."""
    return await Stage(broker.bootstrap_servers, unique_name).create()


@pytest.fixture
def service_on(tmp_path: Path) -> Iterator[Callable[..., RunningService]]:
    """Makes services on a stage; further arguments are environment variables. What still runs at the end is ended."""
    made: list[RunningService] = []

    def make(stage: Stage, **more: str) -> RunningService:
        made.append(RunningService(stage, tmp_path / f"service-{len(made)}", more))
        return made[-1]

    yield make
    for service in made:
        service.end()
