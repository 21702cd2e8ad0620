"""`dateline replay` on a real broker: exactly once, whatever happens to it."""

import json
import signal
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from services.kafka.local import LocalBroker
from tests.broker import TestBroker
from tests.generated_articles import generate_articles
from tests.integration.commands import Commands

ARTICLES = 600


@pytest.fixture
def commands(broker: TestBroker, unique_name: str) -> Commands:
    """The command, with topics that are there."""
    commands = Commands(broker.bootstrap_servers, unique_name)
    commands.create_topics()
    return commands


def write_archive(path: Path, count: int) -> list[bytes]:
    """A JSONL file of generated articles; their values as they must arrive."""
    values = [article.value for article in generate_articles(count)]
    path.write_bytes(b"".join(value + b"\n" for value in values))
    return values


def test_killed_replays_neither_lose_nor_double(commands: Commands, tmp_path: Path) -> None:
    """Killed with SIGKILL four times at any moment, the runs together send every article once, as it was."""
    values = write_archive(tmp_path / "archive.jsonl", ARTICLES)
    random = Random(7)  # noqa: S311  # moments, not secrets
    for kill in range(4):
        process = commands.start("replay", str(tmp_path / "archive.jsonl"), "--rate", "200")
        commands.wait_for_records(commands.raw, at_least=(kill + 1) * ARTICLES // 6)
        time.sleep(random.uniform(0, 0.1))
        process.send_signal(signal.SIGKILL)
        process.communicate()
    sent_before = len(commands.read(commands.raw))
    assert 0 < sent_before < ARTICLES, "the kills came too early or too late to show anything"
    done = commands.run("replay", str(tmp_path / "archive.jsonl"))
    assert done.returncode == 0, done.stderr.decode()
    assert sorted(message.value() or b"" for message in commands.read(commands.raw)) == sorted(values)


def test_a_broker_that_dies_on_the_way(
    own_broker: Callable[..., LocalBroker], unique_name: str, tmp_path: Path
) -> None:
    """Killed with SIGKILL and started again on its data, it is sent the rest; the replay goes on by itself."""
    broker = own_broker()
    commands = Commands(broker.bootstrap_servers, unique_name)
    commands.create_topics()
    values = write_archive(tmp_path / "archive.jsonl", 300)
    process = commands.start("replay", str(tmp_path / "archive.jsonl"), "--rate", "60")
    commands.wait_for_records(commands.raw, at_least=60)
    broker.kill()
    broker.start()
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said.decode()
    assert sorted(message.value() or b"" for message in commands.read(commands.raw)) == sorted(values)


def test_a_finished_replay_sends_nothing_more(commands: Commands, tmp_path: Path) -> None:
    """Run again it sends nothing, with more articles at the end only those, and with --restart everything."""
    archive = tmp_path / "archive.jsonl"
    write_archive(archive, 20)
    for expected in (20, 20):
        assert commands.run("replay", str(archive)).returncode == 0
        assert len(commands.read(commands.raw)) == expected
    write_archive(archive, 25)
    assert commands.run("replay", str(archive)).returncode == 0
    assert len(commands.read(commands.raw)) == 25
    assert commands.run("replay", str(archive), "--restart").returncode == 0
    assert len(commands.read(commands.raw)) == 50


def test_a_changed_archive_is_refused(commands: Commands, tmp_path: Path) -> None:
    """If what was sent is no longer what the files begin with, nothing is sent and the way out is said."""
    archive = tmp_path / "archive.jsonl"
    write_archive(archive, 20)
    assert commands.run("replay", str(archive), "--limit", "10").returncode == 0
    archive.write_bytes(b"\n".join(archive.read_bytes().splitlines()[5:]))
    done = commands.run("replay", str(archive))
    assert done.returncode == 1
    assert b"--restart" in done.stderr
    assert len(commands.read(commands.raw)) == 10


def test_bad_files_are_named_and_passed_over(commands: Commands, tmp_path: Path) -> None:
    """Whatever is wrong with a file, the others are sent; each bad one is named with its reason; the exit code is 1."""
    (tmp_path / "good.txt").write_text("Harbour reopens\n\nThe harbour reopened on Sunday.", "utf-8")
    (tmp_path / "again.txt").write_text("Harbour reopens\n\nThe harbour reopened on Sunday.", "utf-8")
    (tmp_path / "latin.txt").write_bytes("Café reopens\n\nToday.".encode("latin-1"))
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "broken.json").write_bytes(b'{"body": ')
    (tmp_path / "lines.jsonl").write_text('{"body": "One."}\nnonsense\n{"body": 7}\n\n{"body": "Two."}\n', "utf-8")
    done = commands.run("replay", str(tmp_path))
    said = done.stderr.decode()
    assert done.returncode == 1
    for bad in ("latin.txt: not UTF-8", "empty.txt", "broken.json: not JSON", "lines.jsonl:2", "lines.jsonl:3: body"):
        assert bad in said
    bodies = sorted(json.loads(message.value() or b"")["body"] for message in commands.read(commands.raw))
    assert bodies == ["One.", "The harbour reopened on Sunday.", "Two."]


def test_selection_and_pace(commands: Commands, tmp_path: Path) -> None:
    """--from, --to and --speed choose and order by the time of publication; articles without one get --published-at."""
    lines = [
        {"article_id": "late", "body": "b", "published_at": "2026-05-04T08:00:00Z"},
        {"article_id": "early", "body": "b", "published_at": "2026-05-04T06:00:00Z"},
        {"article_id": "yesterday", "body": "b", "published_at": "2026-05-03T06:00:00Z"},
        {"article_id": "undated", "body": "b"},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    options = [
        "--from",
        "2026-05-04",
        "--to",
        "2026-05-05",
        "--published-at",
        "2026-05-04T07:00:00",
        "--speed",
        "36000",
    ]
    done = commands.run("replay", str(tmp_path), *options)
    assert done.returncode == 0, done.stderr.decode()
    messages = sorted(commands.read(commands.raw), key=lambda message: message.timestamp()[1])
    assert [message.key() for message in messages] == [b"early", b"undated", b"late"]
    assert json.loads(messages[1].value() or b"")["published_at"] == "2026-05-04T07:00:00+00:00"


def test_a_dry_run_sends_nothing(commands: Commands, tmp_path: Path) -> None:
    """--dry-run says how many would be sent, and sends none."""
    write_archive(tmp_path / "archive.jsonl", 7)
    done = commands.run("replay", str(tmp_path), "--dry-run")
    assert done.returncode == 0
    assert b"would be sent" in done.stderr
    assert b"7" in done.stderr
    assert commands.read(commands.raw) == []


def test_without_a_topic_it_says_what_to_do(broker: TestBroker, unique_name: str, tmp_path: Path) -> None:
    """A missing topic is a wrong setting, not a topic to be made with a broker's defaults."""
    write_archive(tmp_path / "archive.jsonl", 1)
    done = Commands(broker.bootstrap_servers, unique_name).run("replay", str(tmp_path))
    assert done.returncode == 3
    assert b"dateline topics create" in done.stderr


def test_without_a_broker_it_says_so(unique_name: str, tmp_path: Path) -> None:
    """An address where nothing answers ends with its own exit code and a hint."""
    write_archive(tmp_path / "archive.jsonl", 1)
    done = Commands("127.0.0.1:1", unique_name).run("replay", str(tmp_path))
    assert done.returncode == 4
    assert b"DATELINE_BOOTSTRAP_SERVERS" in done.stderr
