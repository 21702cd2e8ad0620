"""The service as tests run it: the real command in a process of its own, on the topics of a stage."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import aiohttp
import psutil
import pytest

from tests.stage import Stage

READY_SECONDS = 60.0
"""On a busy machine; what the service promises is measured in tests/bench."""

FAST = {
    "DATELINE_SESSION_SECONDS": "2",
    "DATELINE_HEARTBEAT_SECONDS": "0.4",
    "DATELINE_REBALANCE_SECONDS": "6",
    "DATELINE_REVOKE_SECONDS": "3",
}
"""A dead member is noticed sooner than in production, so that tests of takeovers are short."""


@dataclass
class RunningService:
    """`dateline run` in a process of its own. Its log is kept in a file and shown when a wait fails."""

    stage: Stage
    folder: Path
    more: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    port: int = 0

    async def start(self) -> Self:
        """Start it and wait until it is ready."""
        self.launch()
        await self.wait_until_ready()
        return self

    def launch(self) -> Self:
        """Start it; a second start of the same object is another process with a log of its own."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.log = self.folder / f"service-{time.monotonic_ns()}.log"
        environment = os.environ | FAST | self.stage.environment | {"DATELINE_WORKERS": "1"} | self.more
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [Path(sys.executable).with_name("dateline"), "run"], env=environment, stdout=log, stderr=log
            )
        self.port = 0
        return self

    async def wait_until_ready(self, seconds: float = READY_SECONDS) -> None:
        """Wait until /readyz says 200."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            assert self.process is not None
            assert self.process.poll() is None, f"ended with {self.process.returncode}:\n{self.tail()}"
            if await self.is_ready():
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"not ready:\n{self.tail()}")

    async def is_ready(self) -> bool:
        """Whether /readyz says 200."""
        status, _ = await self.get("/readyz")
        return status == 200

    async def get(self, path: str, **headers: str) -> tuple[int, str]:
        """Status and body of a page; status 0 where nobody answers."""
        if not self.port and not self._find_port():
            return 0, ""
        try:
            timeout = aiohttp.ClientTimeout(total=5)
            async with (
                aiohttp.ClientSession(timeout=timeout) as session,
                session.get(f"http://127.0.0.1:{self.port}{path}", headers=headers) as response,
            ):
                return response.status, await response.text()
        except (aiohttp.ClientError, TimeoutError):
            return 0, ""

    async def metric(self, sample: str) -> float:
        """The value of one sample, labels included as they are printed; 0 where it is not there."""
        _, page = await self.get("/metrics")
        for line in page.splitlines():
            name, _, value = line.rpartition(" ")
            if name == sample:
                return float(value)
        return 0.0

    def signal(self, number: int) -> None:
        """Send a signal to the service alone."""
        assert self.process is not None
        self.process.send_signal(number)

    def kill(self) -> None:
        """SIGKILL, and wait."""
        self.signal(signal.SIGKILL)
        self.wait(10)

    def wait(self, seconds: float) -> int:
        """Wait for its end; its exit code."""
        assert self.process is not None
        return self.process.wait(seconds)

    def workers(self) -> list[psutil.Process]:
        """Its worker processes, which are forks of its fork server."""
        assert self.process is not None
        below = psutil.Process(self.process.pid).children(recursive=True)
        return [process for process in below if process.ppid() != self.process.pid]

    def lines(self) -> list[dict[str, Any]]:
        """The lines of its log that are JSON, as all of ours are."""
        text = self.log.read_text(errors="replace")
        return [json.loads(line) for line in text.splitlines() if line.startswith("{") and line.endswith("}")]

    def tail(self) -> str:
        """The end of its log."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-30:])

    def end(self) -> None:
        """End it if it still runs, by force."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.kill()
            self.process.wait(10)

    def _find_port(self) -> bool:
        for line in self.lines():
            if line.get("event") == "listening":
                self.port = line["port"]
        return bool(self.port)


@pytest.fixture
def service_on(tmp_path: Path) -> Iterator[Callable[..., RunningService]]:
    """Makes services on a stage; further arguments are environment variables. What still runs at the end is ended."""
    made: list[RunningService] = []

    def make(stage: Stage, **more: str) -> RunningService:
        made.append(RunningService(stage, tmp_path / f"service-{len(made)}", more))
        return made[-1]

    yield make
    for service in made:
        service.end()
