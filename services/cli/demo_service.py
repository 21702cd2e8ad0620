"""`dateline run` as a process of the demo: started, waited for, and stopped as a supervisor would."""

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from services.cli.exits import CommandError, ExitCode

READY_SECONDS = 120.0
"""From start to ready: three seconds on a warm disk, far more where a cold one is busy."""

STOP_SECONDS = 20.0
"""A little more than the service's own time to drain."""

USUAL_PORT = 9464
LOG_TAIL = 15


@dataclass(frozen=True, slots=True)
class RunningService:
    """Where its metrics are."""

    address: str


@asynccontextmanager
async def running_service(environment: Mapping[str, str], log: Path) -> AsyncIterator[RunningService]:
    """The service, ready; ended with SIGTERM. Raises CommandError with the end of its log where it does not start."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    with log.open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "services.cli", "run",
            env=os.environ | environment | {"DATELINE_HTTP_HOST": "127.0.0.1", "DATELINE_HTTP_PORT": str(port)},
            stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        try:
            await _wait_until_ready(process, address, log)
            yield RunningService(address)
        finally:
            await _stop(process)


async def _wait_until_ready(process: asyncio.subprocess.Process, address: str, log: Path) -> None:
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=2)) as session:
        deadline = asyncio.get_running_loop().time() + READY_SECONDS
        while process.returncode is None and asyncio.get_running_loop().time() < deadline:
            try:
                async with session.get(f"{address}/readyz") as answer:
                    if answer.ok:
                        return
            except (aiohttp.ClientError, TimeoutError):
                pass  # not listening yet
            await asyncio.sleep(0.1)
    ended = f"ended with {process.returncode}" if process.returncode is not None else "is not ready"
    raise CommandError(f"the service {ended}; the end of its log:\n{_tail(log)}", code=ExitCode.INTERNAL)


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


def _free_port() -> int:
    """The usual port of the metrics, or another where that is taken."""
    for port in (USUAL_PORT, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise CommandError("no free port on 127.0.0.1", code=ExitCode.INTERNAL)
