"""`dateline demo`, the first command that anybody runs."""

import signal

import psutil
from confluent_kafka.admin import AdminClient

from tests.broker import TestBroker
from tests.integration.commands import Commands


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
