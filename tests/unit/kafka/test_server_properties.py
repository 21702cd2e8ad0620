"""What a local broker is told."""

import random
import socket
from pathlib import Path

from services.kafka.server_properties import HOST, Ports, free_ports, is_free, server_properties, write_properties


def test_more_listeners_are_added_to_the_plain_one() -> None:
    """A broker with TLS for a test keeps the plain listener that its health check uses."""
    more = {"listeners": "TLS://127.0.0.1:3", "listener.security.protocol.map": "TLS:SSL", "num.partitions": "7"}
    properties = server_properties(Ports(1, 2), Path("/data"), more)
    assert properties["listeners"] == "PLAINTEXT://127.0.0.1:1,CONTROLLER://127.0.0.1:2,TLS://127.0.0.1:3"
    assert properties["listener.security.protocol.map"] == "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,TLS:SSL"
    assert properties["num.partitions"] == "7"


def test_what_is_asked_for_wins() -> None:
    """A test can set what is set already."""
    properties = server_properties(Ports(1, 2), Path("/data"), {"broker.session.timeout.ms": "9000"})
    assert properties["broker.session.timeout.ms"] == "9000"


def test_properties_are_escaped(tmp_path: Path) -> None:
    """A backslash or a line end in a value doesn't begin something else in Java's format."""
    write_properties({"a": "C:\\data", "b": "one\ntwo"}, tmp_path / "file")
    assert (tmp_path / "file").read_text() == "a=C:\\\\data\nb=one\\ntwo\n"


def test_a_taken_port_is_not_free() -> None:
    """A port where somebody listens is left out."""
    with socket.create_server((HOST, 0)) as server:
        assert not is_free(server.getsockname()[1])


def test_free_ports_differ_and_are_no_clients_ports() -> None:
    """They are different, and below those that the kernel gives to clients."""
    ports = free_ports(random.Random(1))  # noqa: S311  # spreads ports, guards nothing
    chosen = [next(ports) for _ in range(20)]
    assert len(set(chosen)) == 20
    assert max(chosen) < 32_768
