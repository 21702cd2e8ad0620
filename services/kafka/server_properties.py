"""What a local broker is told: one node, KRaft, quick to notice that it was restarted."""

import random
import socket
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

HOST = "127.0.0.1"

# Below Linux's ephemeral ports (32768 and up): a client that keeps trying to reach a dead broker on an ephemeral
# port can be given that very port as its own, connect to itself, and keep the broker from coming back.
_PORTS = range(15_000, 32_000)
_TRIES = 200

_ROLES = {
    "process.roles": "broker,controller",
    "node.id": "1",
    "inter.broker.listener.name": "PLAINTEXT",
    "controller.listener.names": "CONTROLLER",
}
SINGLE_NODE = {
    # A typing error in a topic's name must be an error, not a topic with the wrong number of partitions.
    "auto.create.topics.enable": "false",
    "offsets.topic.replication.factor": "1",
    "transaction.state.log.replication.factor": "1",
    "transaction.state.log.min.isr": "1",
    "share.coordinator.state.topic.replication.factor": "1",
    "share.coordinator.state.topic.min.isr": "1",
    # One small machine: fewer partitions to create at first use and to load after a restart.
    "offsets.topic.num.partitions": "4",
    "transaction.state.log.num.partitions": "4",
    # A restart after kill -9 must wait for the old registration to expire: 3.6 s with these instead of 12.
    "broker.session.timeout.ms": "1500",
    "broker.heartbeat.interval.ms": "300",
    # Nobody else is about to join the group.
    "group.initial.rebalance.delay.ms": "0",
    # Tests lose members and leave transactions open on purpose.
    "group.min.session.timeout.ms": "1000",
    "transaction.abort.timed.out.transaction.cleanup.interval.ms": "1000",
}


@dataclass(frozen=True, slots=True)
class Ports:
    """Where clients and the controller listen."""

    client: int
    controller: int


def is_free(port: int) -> bool:
    """Whether a server could listen on this port of 127.0.0.1 now."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
        # As Java does it: a port with old connections in TIME_WAIT is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True


def free_ports(chance: random.Random) -> Iterator[int]:
    """Different ports that are free at the moment; raises RuntimeError after 200 that are not."""
    for port in chance.sample(_PORTS, _TRIES):
        if is_free(port):
            yield port
    raise RuntimeError(f"no free port found among {_TRIES} tried between {_PORTS.start} and {_PORTS.stop}")


def server_properties(ports: Ports, data: Path, more: Mapping[str, str]) -> dict[str, str]:
    """All properties of the broker. `more` wins, but listeners in it are added to the plain one, always there."""
    listeners = [f"PLAINTEXT://{HOST}:{ports.client}", f"CONTROLLER://{HOST}:{ports.controller}"]
    protocols = ["PLAINTEXT:PLAINTEXT", "CONTROLLER:PLAINTEXT"]
    return {
        **_ROLES,
        **SINGLE_NODE,
        **more,
        "log.dirs": str(data),
        "controller.quorum.voters": f"1@{HOST}:{ports.controller}",
        "listeners": ",".join([*listeners, *_list(more, "listeners")]),
        "listener.security.protocol.map": ",".join([*protocols, *_list(more, "listener.security.protocol.map")]),
    }


def _list(properties: Mapping[str, str], name: str) -> list[str]:
    return [entry for entry in properties.get(name, "").split(",") if entry]


def write_properties(properties: Mapping[str, str], path: Path) -> None:
    """Write Java's .properties format, in which a backslash and a line end must be escaped."""
    lines = (f"{name}={_escaped(value)}\n" for name, value in properties.items())
    path.write_text("".join(lines), "utf-8")


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("\n", "\\n")
