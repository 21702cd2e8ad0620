"""A local broker that outlives the command that started it: up, down, status."""

import json
import random
import shutil
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

from services.kafka.local import BrokerError, LocalBroker, configuration_file
from services.kafka.lock import only_one
from services.kafka.ping import answers
from services.kafka.server_properties import HOST, Ports, free_ports, is_free

# Where clients look unless they are told otherwise.
USUAL_PORT = 9092
_STOPPED_WITHIN = 20.0


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of the broker in a folder. Its ports stay known while it is down, so that it comes back on them."""

    folder: Path
    ports: Ports
    pid: int | None = None

    @property
    def configuration(self) -> Path:
        """What its process was started with, and no other process ever is."""
        return configuration_file(self.folder)

    @property
    def bootstrap_servers(self) -> str:
        """The address for clients."""
        return f"{HOST}:{self.ports.client}"

    @property
    def log(self) -> Path:
        """What it has to say."""
        return self.folder / "broker.log"

    def process(self) -> psutil.Process | None:
        """Its process, if it runs."""
        if self.pid is None:
            return None
        with suppress(psutil.NoSuchProcess):
            process = psutil.Process(self.pid)
            # The id alone may have gone to another process. The time at which it was created would tell, but is counted
            # from the system's clock: after a step of that the broker would be taken for another program.
            if str(self.configuration) in process.cmdline():
                return process
        return None

    def is_running(self) -> bool:
        """Whether its process runs."""
        return self.process() is not None

    def is_ready(self) -> bool:
        """Whether its process runs and answers."""
        return self.is_running() and answers(HOST, self.ports.client)


def find(folder: Path) -> Standing | None:
    """The broker in `folder`, up or down; none where there never was one."""
    try:
        state = json.loads((folder / "broker.json").read_text("utf-8"))
        return Standing(folder, Ports(**state["ports"]), state["pid"])
    except FileNotFoundError:
        return None
    except (ValueError, TypeError, KeyError) as error:
        raise BrokerError(f"{folder / 'broker.json'} is damaged ({error}); delete {folder} to start afresh") from error


def bring_up(folder: Path, port: int | None = None) -> tuple[Standing, bool]:
    """The broker in `folder`, and whether it was started now. Its data and, if they are free, its ports are kept.

    `port` for clients: this one, else that of last time, else 9092, else a free one. Raises BrokerError, JarsError,
    JavaMissingError.
    """
    with only_one(folder):
        before = find(folder)
        if before and before.is_running():
            if port not in {None, before.ports.client}:
                raise BrokerError(f"it is up already, at {before.bootstrap_servers}: take it down first")
            if not before.is_ready():
                raise BrokerError(f"its process {before.pid} runs but doesn't answer; see {before.log}")
            return before, False
        if port is not None and not is_free(port):
            raise BrokerError(f"port {port} is taken by another program: choose another, or none")
        broker = LocalBroker(folder, ports=_ports(before, port), keep=True, outlives_us=True).start()
        if broker.process is None or broker.ports is None:
            raise AssertionError("unreachable: a started broker has both")
        standing = Standing(folder, broker.ports, broker.process.pid)
        try:
            _write(standing)
        except BaseException:  # a full disk, Ctrl-C: nobody would know of a broker that was not written down
            broker.stop()
            raise
        return standing, True


def take_down(folder: Path, *, delete_data: bool = False) -> bool:
    """Shut the broker in `folder` down in an orderly way, kill it after 20 s; whether it was running."""
    with only_one(folder):
        standing = find(folder)
        process = standing.process() if standing else None
        if process:
            process.terminate()
            _, alive = psutil.wait_procs([process], timeout=_STOPPED_WITHIN)
            for stubborn in alive:
                stubborn.kill()
            psutil.wait_procs(alive)
        if standing:
            _write(Standing(folder, standing.ports))
        if delete_data:  # still in the lock: another command may be about to start it
            shutil.rmtree(folder, ignore_errors=True)
    return process is not None


def _ports(before: Standing | None, port: int | None) -> Ports:
    free = free_ports(random.Random())  # noqa: S311  # spreads ports, guards nothing
    usual = before.ports if before else Ports(USUAL_PORT, next(free))
    client = port or (usual.client if is_free(usual.client) else next(free))
    controller = usual.controller if is_free(usual.controller) else next(free)
    return Ports(client, controller)


def _write(standing: Standing) -> None:
    """Whole or not at all: a reader never sees half a file."""
    state = {"ports": asdict(standing.ports), "pid": standing.pid}
    draft = standing.folder / "broker.json.new"
    draft.write_text(json.dumps(state, indent=2) + "\n", "utf-8")
    draft.replace(standing.folder / "broker.json")
