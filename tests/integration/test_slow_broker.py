"""A broker that is far away, so that each exchange with it takes long: slow is not away."""

import asyncio
import json
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from services.kafka.local import LocalBroker
from services.kafka.server_properties import HOST, Ports, free_ports
from tests.service import RunningService
from tests.stage import Message, Stage

SECONDS = 0.8
"""A broker on another continent takes a third of this."""

QUICK = {"DATELINE_PIPELINE": "tests.quick_pipeline:load", "PYTHONPATH": str(Path.cwd())}
PATIENT = {"DATELINE_SESSION_SECONDS": "10", "DATELINE_HEARTBEAT_SECONDS": "2", "DATELINE_REBALANCE_SECONDS": "15"}


async def _hand_on(source: asyncio.StreamReader, target: asyncio.StreamWriter, seconds: float) -> None:
    try:
        with suppress(OSError):
            while data := await source.read(65_536):
                await asyncio.sleep(seconds)
                target.write(data)
                await target.drain()
    finally:
        target.close()


@asynccontextmanager
async def far_away(port: int, broker_port: int) -> AsyncIterator[None]:
    """A way to the broker on which each request takes its time, and each answer none."""
    under_way: set[asyncio.Task[None]] = set()

    async def connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        answers, requests = await asyncio.open_connection(HOST, broker_port)
        under_way.add(asyncio.create_task(_hand_on(reader, requests, SECONDS)))
        under_way.add(asyncio.create_task(_hand_on(answers, writer, 0.0)))

    async with await asyncio.start_server(connect, HOST, port):
        try:
            yield
        finally:  # or the server waits for their connections
            for task in under_way:
                task.cancel()


async def test_a_slow_broker_is_not_away(
    own_broker: Callable[..., LocalBroker], service_on: Callable[..., RunningService]
) -> None:
    """With so long for each exchange articles are enriched, and the service says that it is ready."""
    client, controller, inner, outer = (next(ports) for ports in [free_ports(random.Random())] * 4)  # noqa: S311  # spreads ports
    broker = own_broker(
        ports=Ports(client, controller),
        properties={
            "listeners": f"FAR://{HOST}:{inner}",
            "advertised.listeners": f"PLAINTEXT://{HOST}:{client},FAR://{HOST}:{outer}",
            "listener.security.protocol.map": "FAR:PLAINTEXT",
        },
    )
    stage = await Stage(broker.bootstrap_servers, "far", partitions=1).create()
    articles = [Message(b"%d" % n, json.dumps({"article_id": f"{n}", "body": "short"}).encode()) for n in range(20)]
    stage.produce(articles)
    async with far_away(outer, inner):
        service = service_on(stage, **QUICK, **PATIENT, DATELINE_BOOTSTRAP_SERVERS=f"{HOST}:{outer}").launch()
        await service.wait_until_ready()
        assert len(await asyncio.to_thread(stage.enriched, 20)) == 20
