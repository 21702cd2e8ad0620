"""`dateline demo`, the first command that anybody runs."""

import random
import signal
import socket
from pathlib import Path

import psutil
from confluent_kafka.admin import AdminClient

from services.cli.demo_service import running_service
from services.kafka.server_properties import HOST, free_ports, is_free
from tests.broker import TestBroker
from tests.integration.commands import Commands

FREE_PORT = next(free_ports(random.Random()))  # noqa: S311  # spreads ports, guards nothing


def test_the_demo_shows_every_seed_and_ends(broker: TestBroker, unique_name: str) -> None:
    """Without a terminal it ends by itself when all seeds have come out, with the table of them and exit code 0."""
    done = Commands(broker.bootstrap_servers, unique_name).run("demo", seconds=280)
    said, shown = done.stderr.decode(), done.stdout.decode()
    assert done.returncode == 0, said
    assert "24 of 24 articles enriched" in said
    assert "/metrics" in said
    for headline in ("Harbour reopens three weeks", "Conductor Ilse Marchetti", "Hochwasser an der Lenne"):
        assert headline in shown
    assert "1934-03-06 born" in shown
    topics = AdminClient({"bootstrap.servers": broker.bootstrap_servers}).list_topics(timeout=20).topics
    assert not [topic for topic in topics if topic.startswith("demo-")]


def test_ctrl_c_ends_the_demo_cleanly(broker: TestBroker, unique_name: str) -> None:
    """Interrupted, it stops what it started and exits 0: an interrupted demo is a finished demo."""
    process = Commands(broker.bootstrap_servers, unique_name).start("demo", "--stay")
    assert process.stderr is not None
    while b"Ctrl-C" not in (line := process.stderr.readline()):
        assert line, "it ended too early"
    started = psutil.Process(process.pid).children(recursive=True)
    assert started, "the service is a process of its own"
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 0
    # Where nobody collects orphans a dead process stays listed, as a zombie.
    assert not [child for child in started if child.is_running() and child.status() != psutil.STATUS_ZOMBIE]


def test_an_interrupted_demo_says_so(broker: TestBroker, unique_name: str) -> None:
    """Interrupted before everything has come out, it cleans up and exits 130."""
    process = Commands(broker.bootstrap_servers, unique_name).start("demo")
    assert process.stderr is not None
    while b"using the broker" not in (line := process.stderr.readline()):
        assert line, "it ended too early"
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 130


async def test_a_port_taken_meanwhile_is_no_reason_to_fail(
    broker: TestBroker, unique_name: str, tmp_path: Path
) -> None:
    """Where another program listens on the port that was found free, the service of the demo gets the next one."""
    commands = Commands(broker.bootstrap_servers, unique_name)
    assert commands.run("topics", "create").returncode == 0
    with socket.create_server((HOST, 0)) as other:
        taken = other.getsockname()[1]
        async with running_service(commands.environment, tmp_path / "service.log", [taken, FREE_PORT]) as service:
            assert service.address == f"http://{HOST}:{FREE_PORT}"
            assert not is_free(FREE_PORT)
    assert is_free(FREE_PORT)
