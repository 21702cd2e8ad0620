"""From a start to a member of the group: find the broker and the topics, then join; as long as that takes."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from aiokafka import AIOKafkaConsumer

from services.enricher.faults import Fault, MisconfiguredError, explain, sort
from services.enricher.settings import EnricherSettings
from services.kafka.reach import reached_admin, refusals_raised
from services.kafka.settings import ConnectionSettings
from services.kafka.topic_admin import find_topics
from services.kafka.topics import FoundTopic, TopicNames, find_problems

log = structlog.get_logger()

CONNECT_SECONDS = 1.0
"""Between attempts to reach a broker that is away at the start."""


async def check_topics(settings: EnricherSettings, connection: ConnectionSettings) -> None:
    """Wait for the broker, then look at the topics. Raises MisconfiguredError, BrokerRefusesError."""
    found: dict[str, FoundTopic] = {}
    names = TopicNames(
        raw_topic=settings.raw_topic, enriched_topic=settings.enriched_topic, dlq_topic=settings.dlq_topic
    )

    async def look() -> None:
        # Tells a broker that is away from one that refuses us, which aiokafka's own clients don't.
        async with reached_admin(connection, settings.call_seconds) as admin:
            found.update(await find_topics(admin, list(names.model_dump().values())))

    await _until_reached(look)
    for problem in find_problems(names, found):
        log.warning("topic", topic=problem.topic, problem=problem.what, hint=problem.hint)
    require_room(names, found)


def require_room(names: TopicNames, found: dict[str, FoundTopic]) -> None:
    """Raise MisconfiguredError unless each raw partition has a partition to publish to; all else is advice."""
    for name in names.model_dump().values():
        if name not in found:
            raise MisconfiguredError(f"the topic {name} is missing: dateline topics create")
    raw = found[names.raw_topic].partitions
    for name in (names.enriched_topic, names.dlq_topic):
        if found[name].partitions < raw:
            raise MisconfiguredError(f"{name} has {found[name].partitions} partitions, {names.raw_topic} has {raw}")


async def join(consumer: AIOKafkaConsumer) -> None:
    """Start a consumer that has subscribed; it joins its group. Raises only what is fatal."""

    async def start() -> None:
        try:
            with refusals_raised():
                await consumer.start()
        except Exception as error:
            # Once it has begun to join it can't be started again. It tries by itself, each time that the loop has heard
            # from it why it could not.
            if consumer._coordinator is None or sort(error) is Fault.FATAL:  # noqa: SLF001  # nothing public tells
                raise
            log.warning("group not joined yet", problem=explain(error))

    await _until_reached(start)


async def _until_reached(attempt: Callable[[], Awaitable[None]]) -> None:
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
