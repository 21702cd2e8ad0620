"""/livez, /readyz and /metrics."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from functools import partial
from typing import Self

from aiohttp import web
from prometheus_client.aiohttp import make_aiohttp_handler

from services.enricher.metrics import Metrics

FAREWELL_SECONDS = 1.0
"""What a request under way may still take when the service ends. Unless told otherwise aiohttp waits a minute for who
has sent half of one, and the supervisor kills what has drained in time."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """What must hold for the service to be ready."""

    model_loaded: bool
    broker_reached: bool
    group_joined: bool
    not_draining: bool

    @property
    def is_ready(self) -> bool:
        """Whether all of it holds."""
        return self.model_loaded and self.broker_reached and self.group_joined and self.not_draining


class HttpServer:
    """Serves health and metrics; an asynchronous context manager."""

    def __init__(self, host: str, port: int, metrics: Metrics, readiness: Callable[[], Readiness]) -> None:
        self._readiness = readiness
        self._host = host
        self._port = port
        for condition in fields(Readiness):
            metrics.ready.labels(condition.name).set_function(partial(self._holds, condition.name))
        app = web.Application()
        app.router.add_get("/livez", self._livez)
        app.router.add_get("/readyz", self._readyz)
        app.router.add_get("/metrics", make_aiohttp_handler(metrics.registry))
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=FAREWELL_SECONDS)

    async def __aenter__(self) -> Self:
        """Listen. Raises OSError where the port is taken."""
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop listening."""
        await self._runner.cleanup()

    @property
    def port(self) -> int:
        """The port that is listened on; of use where port 0 was asked for."""
        return int(self._runner.addresses[0][1])

    def _holds(self, condition: str) -> float:
        return float(getattr(self._readiness(), condition))

    async def _livez(self, _: web.Request) -> web.Response:
        """Alive: the event loop answers. That Kafka is away is no reason to be restarted."""
        return web.json_response({"alive": True})

    async def _readyz(self, _: web.Request) -> web.Response:
        """Ready, or 503 and which condition lacks."""
        readiness = self._readiness()
        body = {"ready": readiness.is_ready, **asdict(readiness)}
        return web.json_response(body, status=200 if readiness.is_ready else 503)
