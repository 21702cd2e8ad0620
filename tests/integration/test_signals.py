"""Whatever signals come at whatever moment, a service that has begun to run drains and exits 0."""

import asyncio
import signal
import socket
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from tests.service import RunningService
from tests.stage import Stage

ServiceOn = Callable[..., RunningService]

QUICK = {"DATELINE_PIPELINE": "tests.quick_pipeline:load", "PYTHONPATH": str(Path.cwd())}


async def until_logged(service: RunningService, event: str) -> None:
    """Wait until the service has written a line."""
    async with asyncio.timeout(60):
        while event not in [line["event"] for line in service.lines()]:  # noqa: ASYNC110  # another process writes it
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("moment", ["listening", "model loaded", "partitions assigned", "ended"])
async def test_signals_that_come_again_change_nothing(stage: Stage, service_on: ServiceOn, moment: str) -> None:
    """From the first signal on others come without end, until the process is gone: it drains, and its code is 0."""
    service = service_on(stage, **QUICK).launch()
    assert service.process is not None
    await until_logged(service, "listening" if moment == "ended" else moment)
    service.signal(signal.SIGTERM)
    if moment == "ended":
        await until_logged(service, moment)
    async with asyncio.timeout(30):
        while service.process.poll() is None:
            service.signal(signal.SIGINT)
            service.signal(signal.SIGTERM)
            await asyncio.sleep(0.002)
    assert service.process.returncode == 0, service.tail()
    assert [line["event"] for line in service.lines()].count("draining") == 1


async def test_a_model_that_is_still_loading_holds_nothing_up(stage: Stage, service_on: ServiceOn) -> None:
    """SIGTERM while the model loads, which may take longer than a supervisor waits: the process ends and says 0."""
    service = service_on(stage, **QUICK | {"DATELINE_PIPELINE": "tests.quick_pipeline:load_slowly"}).launch()
    await until_logged(service, "listening")
    service.signal(signal.SIGTERM)
    assert await asyncio.to_thread(service.wait, 15) == 0


async def test_a_request_that_never_ends_holds_nothing_up(stage: Stage, service_on: ServiceOn) -> None:
    """Clients that have sent half a request, or don't read the answer, are left behind."""
    service = await service_on(stage, **QUICK).start()
    with ExitStack() as stack:
        for sent in (b"", b"GET /metrics HTTP/1.1\r\n", b"POST /livez HTTP/1.1\r\nContent-Length: 9\r\n\r\nhalf"):
            client = stack.enter_context(socket.create_connection(("127.0.0.1", service.port)))
            client.sendall(sent)
        deaf = stack.enter_context(socket.create_connection(("127.0.0.1", service.port)))
        deaf.settimeout(0)
        with suppress(BlockingIOError):
            while True:
                deaf.send(b"GET /metrics HTTP/1.1\r\nHost: any\r\n\r\n" * 100)
        service.signal(signal.SIGTERM)
        assert await asyncio.to_thread(service.wait, 15) == 0
