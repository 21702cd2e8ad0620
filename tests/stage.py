"""Topics and a group of one test, written and read by another client than the service's.

confluent-kafka shares no code with aiokafka.
"""

import json
import time
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Self

import pytest
from aiokafka.admin import AIOKafkaAdminClient
from confluent_kafka import Consumer, KafkaError, Producer, TopicPartition

from services.kafka.clients import make_admin
from services.kafka.settings import ConnectionSettings
from services.kafka.topic_admin import create_topics
from services.kafka.topics import TopicNames
from tests.broker import TestBroker


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


def keys_of(reads: Sequence[Read]) -> list[tuple[str, int]]:
    """(article_id, version) of each enriched record that is an article."""
    return [(read.article["article_id"], read.article["version"]) for read in reads if read.value is not None]


@pytest.fixture
async def stage(broker: TestBroker, unique_name: str) -> Stage:
    """Topics and a group for this test on the shared broker."""
    return await Stage(broker.bootstrap_servers, unique_name).create()
