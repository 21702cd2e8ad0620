"""`dateline run` as a process of the demo: started, waited for, and stopped as a supervisor would."""

import asyncio
import os
import random
import subprocess
import sys
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import aiohttp

from services.cli.exits import CommandError, ExitCode
from services.kafka.server_properties import HOST, free_ports, is_free

READY_SECONDS = 120.0
"""From start to ready: three seconds on a warm disk, far more where a cold one is busy."""

STOP_SECONDS = 20.0
"""A little more than the service's own time to drain."""

USUAL_PORT = 9464

PORT_TRIES = 4
"""Ports that others take between our look and our start."""

LOG_TAIL = 15


@dataclass(frozen=True, slots=True)
class RunningService:
    """Where its metrics are."""

    address: str


class _PortTakenError(Exception):
    """Another program took the port after it had been found free."""


@asynccontextmanager
async def running_service(
    environment: Mapping[str, str], log: Path, ports: Iterable[int]
) -> AsyncIterator[RunningService]:
    """The service, ready, on the first of the ports that it gets; ended with SIGTERM.

    Raises CommandError with the end of its log where it does not start.
    """
    for port in islice(ports, PORT_TRIES):
        address = f"http://{HOST}:{port}"
        with log.open("wb") as output:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "services.cli", "run",
                env=os.environ | environment | {"DATELINE_HTTP_HOST": HOST, "DATELINE_HTTP_PORT": str(port)},
                stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
            )  # fmt: skip
            try:
                await _wait_until_ready(process, address, log)
                yield RunningService(address)
            except _PortTakenError:
                continue
            finally:
                await _stop(process)
            return
    raise CommandError(f"no free port on {HOST}", code=ExitCode.INTERNAL)


def metrics_ports() -> Iterator[int]:
    """The usual port of the metrics, or others where that is taken."""
    if is_free(USUAL_PORT):
        yield USUAL_PORT
    yield from free_ports(random.Random())  # noqa: S311  # spreads ports, guards nothing


async def _wait_until_ready(process: asyncio.subprocess.Process, address: str, log: Path) -> None:
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=2)) as session:
        deadline = asyncio.get_running_loop().time() + READY_SECONDS
        while process.returncode is None and asyncio.get_running_loop().time() < deadline:
            try:
                async with session.get(f"{address}/readyz") as answer:
                    # The answer may be another service's: this one has ended if the port was taken.
                    if answer.ok and process.returncode is None:
                        return
            except (aiohttp.ClientError, TimeoutError):
                pass  # not listening yet
            await asyncio.sleep(0.1)
    tail = _tail(log)
    if process.returncode is not None and "address already in use" in tail:
        raise _PortTakenError
    ended = f"ended with {process.returncode}" if process.returncode is not None else "is not ready"
    raise CommandError(f"the service {ended}; the end of its log:\n{tail}", code=ExitCode.INTERNAL)


def _tail(log: Path) -> str:
    return "\n".join(log.read_text("utf-8", "replace").splitlines()[-LOG_TAIL:])


async def _stop(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), STOP_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()
