"""Topics on a real broker: created once, looked at without creating any."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from services.kafka.reach import BrokerUnreachableError, reached_admin
from services.kafka.settings import ConnectionSettings, connection_settings
from services.kafka.topic_admin import create_topics, find_topics
from services.kafka.topics import TopicNames, find_problems
from tests.broker import TestBroker


@pytest.fixture
def names(unique_name: str) -> TopicNames:
    """Names of topics of this test's own."""
    return TopicNames(
        raw_topic=f"{unique_name}.raw", enriched_topic=f"{unique_name}.out", dlq_topic=f"{unique_name}.dlq"
    )


@pytest.fixture
async def admin(broker: TestBroker) -> AsyncIterator[AIOKafkaAdminClient]:
    """An admin client of the shared broker."""
    async with reached_admin(connection_settings(bootstrap_servers=broker.bootstrap_servers)) as admin:
        yield admin


def _three(names: TopicNames) -> tuple[str, str, str]:
    return names.raw_topic, names.enriched_topic, names.dlq_topic


async def test_created_topics_are_well(admin: AIOKafkaAdminClient, names: TopicNames) -> None:
    """What create makes, check finds nothing wrong with, and creating again changes nothing."""
    assert await create_topics(admin, names, partitions=3) == dict.fromkeys(_three(names), True)
    found = await find_topics(admin, _three(names))
    assert find_problems(names, found) == ()
    assert [topic.partitions for topic in found.values()] == [3, 3, 3]
    assert await create_topics(admin, names, partitions=5) == dict.fromkeys(_three(names), False)
    assert await find_topics(admin, _three(names)) == found


async def test_a_new_topic_follows_the_raw_one(admin: AIOKafkaAdminClient, names: TopicNames) -> None:
    """Beside a raw topic with four partitions, the others get four, too; a setting that doesn't fit is found."""
    await admin.create_topics([NewTopic(names.raw_topic, 4, 1, topic_configs={"cleanup.policy": "compact"})])
    async with asyncio.timeout(30):  # the broker answers before its own view of the topics is up to date
        while not await find_topics(admin, [names.raw_topic]):  # noqa: ASYNC110  # a broker sets no event
            await asyncio.sleep(0.05)
    created = await create_topics(admin, names)
    assert created == {names.raw_topic: False, names.enriched_topic: True, names.dlq_topic: True}
    found = await find_topics(admin, _three(names))
    assert [topic.partitions for topic in found.values()] == [4, 4, 4]
    assert [problem.topic for problem in find_problems(names, found)] == [names.raw_topic]


async def test_looking_creates_nothing(admin: AIOKafkaAdminClient, names: TopicNames) -> None:
    """A topic that is looked for and not there is still not there afterwards."""
    assert await find_topics(admin, _three(names)) == {}
    assert not set(_three(names)) & set(await admin.list_topics())


async def test_a_broker_that_is_away_is_said_to_be() -> None:
    """Nothing listens there: the error says so, and where."""
    with pytest.raises(BrokerUnreachableError, match=r"no broker answers at 127\.0\.0\.1:9 .*ConnectionRefusedError"):
        async with reached_admin(ConnectionSettings(bootstrap_servers="127.0.0.1:9")):
            pass
