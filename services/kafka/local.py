"""A real Apache Kafka on this machine, without Docker or a system Java."""

import asyncio
import base64
import random
import shutil
import subprocess
import tempfile
import time
import uuid
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self

from services.kafka.jars_progress import kafka_jars
from services.kafka.java import java_command, start_java
from services.kafka.ping import answers
from services.kafka.server_properties import HOST, Ports, free_ports, server_properties, write_properties

# From a cold disk on a busy machine it has taken 15 s; 2.5 s is usual.
_READY_WITHIN = 60.0
# A controlled shutdown takes one to two seconds.
_STOPPED_WITHIN = 20.0
_LOOK_AGAIN = 0.05
# Another process may take a port between our looking and Java's listening.
_MORE_PORT_TRIES = 2
_LOG_TAIL = 15


def configuration_file(folder: Path) -> Path:
    """The file that the broker in `folder` is started with."""
    return folder.absolute() / "server.properties"


class BrokerError(RuntimeError):
    """The local broker didn't do what it should; the message holds the end of its log."""


class LocalBroker:
    """One broker in one folder: server.properties, data/ and broker.log.

    `start`, `stop`, `kill` and `start` again keep ports and data, so clients reconnect to the same broker. Used as a
    context manager it starts and, at the end, is killed and its folder removed unless `keep`. It dies with this
    process unless it `outlives_us`. Every blocking call has an `a…` twin for use in an event loop.
    """

    def __init__(  # noqa: PLR0913  # each has a default; tests of security and of faults set one or two
        self,
        folder: Path | None = None,
        *,
        ports: Ports | None = None,
        properties: Mapping[str, str] | None = None,
        format_arguments: Sequence[str] = (),
        keep: bool = False,
        outlives_us: bool = False,
        jars: Sequence[Path] | None = None,
    ) -> None:
        """Without a folder a temporary one is made; without ports, free ones are chosen when it first starts.

        `properties` are added to those of server_properties.py, `format_arguments` to the formatting of a new data
        directory (`--add-scram …`).
        """
        self.folder = folder.absolute() if folder else Path(tempfile.mkdtemp(prefix="dateline-kafka-"))
        self.ports = ports
        self.process: subprocess.Popen[bytes] | None = None
        self._more = dict(properties or {})
        self._format_arguments = tuple(format_arguments)
        self._keep = keep
        self._outlives_us = outlives_us
        self._jars = jars
        # The kernel ties a child to the thread that started it. This one lives as long as the object: until close(),
        # until it is forgotten, or until the interpreter ends.
        self._starter = ThreadPoolExecutor(1, "local-broker")

    @property
    def bootstrap_servers(self) -> str:
        """The plain listener's address. Raises BrokerError before the first start."""
        if self.ports is None:
            raise BrokerError("the broker has no address before it has been started")
        return f"{HOST}:{self.ports.client}"

    @property
    def log(self) -> Path:
        """Its standard output and error, appended to at every start."""
        return self.folder / "broker.log"

    @property
    def is_running(self) -> bool:
        """Whether its process runs; `is_ready` says whether it answers."""
        return self.process is not None and self.process.poll() is None

    def is_ready(self) -> bool:
        """Whether its process runs and answers in Kafka's protocol."""
        return self.is_running and self.ports is not None and answers(HOST, self.ports.client)

    def start(self, timeout: float = _READY_WITHIN) -> Self:
        """Start it and wait until it answers, at most `timeout` seconds.

        Raises BrokerError, JarsError, JavaMissingError.
        """
        if self.is_running:
            return self
        jars = tuple(self._jars or kafka_jars())
        if self.ports is not None:
            self._start_once(jars, self.ports, timeout)
            return self
        ports = free_ports(random.Random())  # noqa: S311  # spreads ports, guards nothing
        for _ in range(_MORE_PORT_TRIES):
            try:
                self._start_once(jars, Ports(next(ports), next(ports)), timeout)
            except BrokerError as error:
                if "Address already in use" not in str(error):
                    raise
            else:
                return self
        self._start_once(jars, Ports(next(ports), next(ports)), timeout)
        return self

    def stop(self, timeout: float = _STOPPED_WITHIN) -> None:
        """Ask it to shut down in an orderly way (SIGTERM) and wait; after `timeout` seconds kill it."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """Kill it (SIGKILL), as a power cut would, and wait until it is gone."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def close(self) -> None:
        """End it, and remove its folder unless it is kept."""
        if self._keep:
            self.stop()
        else:
            self.kill()
            shutil.rmtree(self.folder, ignore_errors=True)
        self._starter.shutdown()

    async def astart(self, timeout: float = _READY_WITHIN) -> Self:  # noqa: ASYNC109  # handed on to start
        """`start`, without holding up the event loop."""
        return await asyncio.to_thread(self.start, timeout)

    async def astop(self, timeout: float = _STOPPED_WITHIN) -> None:  # noqa: ASYNC109  # handed on to stop
        """`stop`, without holding up the event loop."""
        await asyncio.to_thread(self.stop, timeout)

    async def akill(self) -> None:
        """`kill`, without holding up the event loop."""
        await asyncio.to_thread(self.kill)

    async def aclose(self) -> None:
        """`close`, without holding up the event loop."""
        await asyncio.to_thread(self.close)

    def __enter__(self) -> Self:
        try:
            return self.start()
        except BaseException:
            self.close()
            raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        try:
            return await self.astart()
        except BaseException:
            await self.aclose()
            raise

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    def _start_once(self, jars: Sequence[Path], ports: Ports, timeout: float) -> None:
        deadline = time.monotonic() + timeout
        self.folder.mkdir(parents=True, exist_ok=True)
        configuration = configuration_file(self.folder)
        write_properties(server_properties(ports, self.folder / "data", self._more), configuration)
        if not (self.folder / "data" / "meta.properties").exists():
            self._format(jars, configuration, timeout)
        command = java_command(jars, "kafka.Kafka", str(configuration))
        with self.log.open("ab") as log:
            log_start = log.tell()
            started = self._starter.submit(start_java, command, self.folder, log, outlives_us=self._outlives_us)
            self.process = started.result()
        try:
            self._wait_until_ready(self.process, ports, deadline, log_start)
        except BaseException:  # also Ctrl-C: nobody would know of a broker that was never ready
            self.kill()
            raise
        self.ports = ports

    def _format(self, jars: Sequence[Path], configuration: Path, timeout: float) -> None:
        """Prepare an empty data directory, as KRaft wants it, under a new cluster id."""
        cluster = "k" + base64.urlsafe_b64encode(uuid.uuid4().bytes).decode()[1:22]
        arguments = ("format", "-t", cluster, "-c", str(configuration), *self._format_arguments)
        command = java_command(jars, "kafka.tools.StorageTool", *arguments)
        try:
            done = subprocess.run(command, cwd=self.folder, capture_output=True, timeout=timeout, check=False)  # noqa: S603  # our own Java
        except subprocess.TimeoutExpired as error:
            raise BrokerError(f"formatting {self.folder / 'data'} took more than {timeout:.0f} s") from error
        if done.returncode:
            raise BrokerError(f"formatting {self.folder / 'data'} failed:\n{done.stderr.decode(errors='replace')}")

    def _wait_until_ready(
        self, process: subprocess.Popen[bytes], ports: Ports, deadline: float, log_start: int
    ) -> None:
        while process.poll() is None:
            if answers(HOST, ports.client):
                return
            if time.monotonic() > deadline:
                raise BrokerError(f"Kafka did not answer in time; the end of {self.log}:\n{self._tail(log_start)}")
            time.sleep(_LOOK_AGAIN)
        raise BrokerError(
            f"Kafka ended with exit code {process.returncode} instead of starting; the end of {self.log}:\n"
            f"{self._tail(log_start)}"
        )

    def _tail(self, log_start: int) -> str:
        with self.log.open("rb") as log:
            log.seek(log_start)
            lines = log.read().decode(errors="replace").splitlines()
        # Where in Java it happened pushes what happened out of sight.
        return "\n".join([line for line in lines if not line.lstrip().startswith(("at ", "... "))][-_LOG_TAIL:])
