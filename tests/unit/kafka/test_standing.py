"""The broker that outlives its command is found again, and only one command at a time deals with it."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from services.kafka import standing
from services.kafka.local import LocalBroker
from services.kafka.lock import only_one
from services.kafka.server_properties import Ports
from services.kafka.standing import Standing, bring_up, find

PORTS = Ports(19_092, 19_093)


@contextmanager
def process(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process with these arguments, as patient as a broker."""
    program = "import time; print(flush=True); time.sleep(600)"
    waiting = subprocess.Popen([sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE)
    try:
        assert waiting.stdout is not None
        waiting.stdout.readline()  # before it runs, it has no command line yet
        yield waiting
    finally:
        waiting.kill()
        waiting.communicate()


def test_a_step_of_the_clock_hides_no_broker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system counts a process's creation from its clock; an hour forward, and the broker is still the same."""
    with process("kafka.Kafka", str(tmp_path / "server.properties")) as broker:
        standing._write(Standing(tmp_path, PORTS, broker.pid))
        created = psutil.Process.create_time
        monkeypatch.setattr(psutil.Process, "create_time", lambda self: created(self) + 3600)
        found = find(tmp_path)
        assert found is not None
        assert found.is_running()
        broker.kill()
        broker.wait()
        assert not found.is_running()


def test_another_process_with_its_id_is_no_broker(tmp_path: Path) -> None:
    """A process id that went to another program, a broker of another folder even, is not taken for ours."""
    with process("kafka.Kafka", str(tmp_path / "other" / "server.properties")) as other:
        assert not Standing(tmp_path, PORTS, other.pid).is_running()


def test_a_broker_that_cannot_be_written_down_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the disk full there is no file by which anybody would find it again, so it must not go on."""
    with process(str(tmp_path / "server.properties")) as java:

        def start(self: LocalBroker, timeout: float = 0.0) -> LocalBroker:  # noqa: ARG001  # the form of the original
            self.process, self.ports = java, PORTS
            return self

        def full(_: Standing) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(LocalBroker, "start", start)
        monkeypatch.setattr(standing, "_write", full)
        with pytest.raises(OSError, match="No space"):
            bring_up(tmp_path)
        assert java.poll() is not None


def test_a_lock_that_was_deleted_is_no_lock(tmp_path: Path) -> None:
    """Who waited for a lock that its owner deleted with the folder waits for the one that took its place."""
    folder = tmp_path / "kafka"
    entered = [threading.Event(), threading.Event()]
    leave = threading.Event()

    def enter(event: threading.Event) -> None:
        with only_one(folder):
            event.set()
            leave.wait(30)

    waiting = threading.Thread(target=enter, args=(entered[0],))
    with only_one(folder):
        waiting.start()
        assert not entered[0].wait(0.3)
        shutil.rmtree(folder)
        # A third one finds no lock and makes one: it is in, and the second must wait for it.
        third = threading.Thread(target=enter, args=(entered[1],))
        third.start()
        assert entered[1].wait(30)
    assert not entered[0].wait(0.3)
    leave.set()
    assert entered[0].wait(30)
    for thread in (waiting, third):
        thread.join(30)
