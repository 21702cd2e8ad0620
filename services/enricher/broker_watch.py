"""Asks the broker once a second whether it is there."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import structlog
from aiokafka.admin import AIOKafkaAdminClient

from services.enricher.faults import Fault, explain, sort

log = structlog.get_logger()

ASK_SECONDS = 1.0
"""Between an answer and the next question; health checks come every second."""

ANSWER_SECONDS = 3.0
"""A question that is not answered within this is missed."""

MISSES = 2
"""The broker counts as away after so many missed questions in a row: one may be a moment's load."""

SILENCE_SECONDS = MISSES * (ASK_SECONDS + ANSWER_SECONDS)
"""And when it has answered none for this long, whatever is under way."""


class BrokerWatch:
    """Knows whether the broker answered lately."""

    def __init__(self, open_admin: Callable[[], Awaitable[AIOKafkaAdminClient]]) -> None:
        self._open_admin = open_admin
        self._admin: AIOKafkaAdminClient | None = None
        self._missed = MISSES
        self._answered = time.monotonic()

    @property
    def sees_broker(self) -> bool:
        """Whether the broker answered lately."""
        return self._missed < MISSES and time.monotonic() - self._answered < SILENCE_SECONDS

    async def run(self) -> None:
        """Ask again and again until cancelled. Raises what is fatal: a broker that refuses us."""
        try:
            while True:
                await self._ask()
                await asyncio.sleep(ASK_SECONDS)
        finally:
            await self._forget_admin()

    async def _ask(self) -> None:
        try:
            # A new client's first question needs five exchanges, each with its own end. A slow broker must not be found
            # away for their sum.
            seconds = None if self._admin is None else ANSWER_SECONDS
            self._admin = self._admin or await self._open_admin()
            async with asyncio.timeout(seconds):
                await self._admin.describe_cluster()
        except Exception as error:
            if sort(error) is Fault.FATAL:  # refused: where no lane has a session, nobody else would ever notice
                raise
            self._missed += 1  # whatever else it is, the broker did not answer
            log.debug("broker missed", problem=explain(error))
            await self._forget_admin()
        else:
            self._missed, self._answered = 0, time.monotonic()

    async def _forget_admin(self) -> None:
        """The next question is asked with a new client: this one may remember what is no longer true."""
        admin, self._admin = self._admin, None
        if admin is not None:
            await admin.close()
