"""What goes wrong in the consumer group is heard of, whatever the service is doing then."""

import asyncio
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from aiokafka import TopicPartition

from services.enricher.clients import Clients
from services.enricher.faults import FatalError
from services.enricher.lane import Lane
from services.enricher.loop import Lanes, Loop
from services.enricher.metrics import Metrics
from services.enricher.settings import EnricherSettings
from services.kafka.local import LocalBroker
from services.kafka.settings import ConnectionSettings
from tests.service import RunningService
from tests.stage import Stage

ServiceOn = Callable[..., RunningService]

QUICK = {"DATELINE_PIPELINE": "tests.quick_pipeline:load", "PYTHONPATH": str(Path.cwd())}


async def test_a_session_that_the_broker_does_not_grant_is_fatal(stage: Stage, service_on: ServiceOn) -> None:
    """A setting that the group's coordinator refuses is named at once, not tried for ever."""
    service = service_on(stage, **QUICK, DATELINE_SESSION_SECONDS="86400").launch()
    assert await asyncio.to_thread(service.wait, 45) == 4
    assert "InvalidSessionTimeout" in service.tail()


async def test_a_group_that_is_full_is_joined_when_there_is_room(
    own_broker: Callable[..., LocalBroker], service_on: ServiceOn
) -> None:
    """A member that was turned away at its start tries again, and takes over when the other one leaves."""
    broker = own_broker(properties={"group.max.size": "1"})
    stage = await Stage(broker.bootstrap_servers, "full").create()
    first = await service_on(stage, **QUICK).start()
    second = service_on(stage, **QUICK).launch()
    async with asyncio.timeout(60):
        while "group not joined yet" not in [line["event"] for line in second.lines()]:  # noqa: ASYNC110  # a file
            await asyncio.sleep(0.1)
    assert not await second.is_ready()
    first.signal(signal.SIGTERM)
    assert await asyncio.to_thread(first.wait, 30) == 0
    await second.wait_until_ready()


async def test_a_client_that_has_left_the_group_for_good_is_fatal(stage: Stage) -> None:
    """Where the client's own task for the group has ended nobody would ever join again: the service must start anew."""

    def no_lane(partition: TopicPartition) -> Lane:
        raise AssertionError(f"{partition} is assigned, though nobody polls")

    settings = EnricherSettings(group_id=stage.name, raw_topic=stage.topics.raw_topic)
    connection = ConnectionSettings(bootstrap_servers=stage.bootstrap)
    consumer = Clients(settings, connection).consumer()
    consumer.subscribe([stage.topics.raw_topic])
    await consumer.start()
    try:
        consumer._coordinator.ensure_active_group = _broken
        consumer._coordinator.request_rejoin()
        async with asyncio.timeout(20):
            with pytest.raises(FatalError):
                await Loop(consumer, Lanes(no_lane, 1.0, Metrics()), asyncio.Event()).run()
    finally:
        await consumer.stop()


async def _broken(*_: object) -> None:
    raise AssertionError("broken")
