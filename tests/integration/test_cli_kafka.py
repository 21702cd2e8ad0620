"""`dateline kafka` and `dateline topics`, as a person runs them: without Java on the PATH, step after step."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest

from services.kafka.cache import cache_folder
from services.kafka.jars_progress import kafka_jars
from services.kafka.standing import take_down

DATELINE = str(Path(sys.executable).with_name("dateline"))


class Shell:
    """Runs the command with a cache of its own and an empty PATH."""

    def __init__(self, cache: Path) -> None:
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
        self.environment |= {"DATELINE_CACHE": str(cache), "PATH": "/nowhere"}

    def __call__(self, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        """Run `dateline ARGUMENTS` to its end."""
        return subprocess.run(
            [DATELINE, *arguments],
            env=self.environment | settings,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def json(self, *arguments: str, expect: int = 0, **settings: str) -> dict[str, Any]:
        """Run it with --json; what it printed."""
        done = self(*arguments, "--json", **settings)
        assert done.returncode == expect, done.stderr
        printed: dict[str, Any] = json.loads(done.stdout)
        return printed


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Shell]:
    """A shell whose broker is gone after the test; the jars are those that were fetched already."""
    kafka_jars()
    (tmp_path / "jars").symlink_to(cache_folder(os.environ) / "jars")
    yield Shell(tmp_path)
    take_down(tmp_path / "kafka", delete_data=True)


def test_a_broker_that_outlives_its_command(shell: Shell, tmp_path: Path) -> None:
    """Up, topics, down and up again: the topics are still there, and every state has its exit code."""
    assert shell.json("kafka", "status", expect=1) == {"state": "down"}
    up = shell.json("kafka", "up")
    assert up["started"] is True
    where = {"DATELINE_BOOTSTRAP_SERVERS": up["bootstrap_servers"]}
    assert shell.json("kafka", "up") == up | {"started": False}
    assert shell.json("kafka", "status")["pid"] == up["pid"]

    problems = shell.json("topics", "check", expect=1, **where)["problems"]
    assert [problem["what"] for problem in problems] == ["missing"] * 3
    created = shell.json("topics", "create", "--partitions", "2", **where)
    assert set(created["created"].values()) == {True}

    assert shell.json("kafka", "down")["was_up"] is True
    away = shell("topics", "check", **where)
    assert away.returncode == 4
    assert "dateline kafka up" in away.stderr
    again = shell.json("kafka", "up")
    assert (again["bootstrap_servers"], again["started"]) == (up["bootstrap_servers"], True)
    assert shell.json("topics", "check", **where) == {"problems": []}

    assert shell("kafka", "down", "--delete-data").returncode == 0
    assert not (tmp_path / "kafka").exists()
    assert shell.json("kafka", "down")["was_up"] is False


def test_two_commands_at_once_start_one_broker(shell: Shell) -> None:
    """Of two that want it up one starts it and the other finds it, even if a third deletes its data in between."""
    with ThreadPoolExecutor(3) as commands:
        for _ in range(2):
            deleting = commands.submit(shell, "kafka", "down", "--delete-data")
            first, second = commands.map(lambda _: shell("kafka", "up", "--json"), range(2))
            assert deleting.result().returncode == 0
            for done in (first, second):
                assert done.returncode == 0, done.stderr
    # Whichever came last, what is known and what runs is the same.
    if shell("kafka", "status").returncode:
        assert shell.json("kafka", "up")["started"] is True
    pid = shell.json("kafka", "up")["pid"]
    assert shell.json("kafka", "status")["pid"] == pid
    folder = str(Path(shell.environment["DATELINE_CACHE"]) / "kafka")
    assert [process.pid for process in psutil.process_iter() if folder in " ".join(_words(process))] == [pid]


def _words(process: psutil.Process) -> list[str]:
    with suppress(psutil.Error):
        return process.cmdline()
    return []


def _brokers(parent: int) -> list[psutil.Process]:
    """The brokers among a process's children; formatting is Java, too, but no broker."""
    found = []
    for child in psutil.Process(parent).children():
        with suppress(psutil.Error):  # it may end while we look
            if "kafka.Kafka" in child.cmdline():
                found.append(child)
    return found


def test_ctrl_c_while_it_starts_leaves_nothing_behind(shell: Shell, tmp_path: Path) -> None:
    """A broker that never was ready ends with the command that wanted it."""
    command = subprocess.Popen([DATELINE, "kafka", "up"], env=shell.environment)
    try:
        java: list[psutil.Process] = []
        until = time.monotonic() + 60
        while not java and time.monotonic() < until and command.poll() is None:
            java = _brokers(command.pid)
            time.sleep(0.05)
        assert java
        command.send_signal(signal.SIGINT)
        assert command.wait(60) != 0
    finally:
        command.kill()
        command.wait()
    gone, _ = psutil.wait_procs(java, timeout=30)
    assert gone
    assert not (tmp_path / "kafka" / "broker.json").exists()


def test_a_wrong_setting_has_its_exit_code(shell: Shell) -> None:
    """A configuration error is said in one line and exits 3."""
    done = shell("topics", "check", DATELINE_BOOTSTRAP_SERVERS="nowhere")
    assert done.returncode == 3
    assert "DATELINE_BOOTSTRAP_SERVERS: 'nowhere' is not host:port" in done.stderr


def test_offline_without_jars_says_what_to_do(shell: Shell, tmp_path: Path) -> None:
    """On a machine that has no jars and no network, `dateline kafka up` exits 4 and names the ways out."""
    (tmp_path / "jars").unlink()
    done = shell("kafka", "up", DATELINE_MAVEN_REPOSITORY="http://127.0.0.1:9")
    assert done.returncode == 4
    assert "DATELINE_MAVEN_REPOSITORY" in done.stderr
