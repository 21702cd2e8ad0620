"""`dateline dlq` and `dateline tail --dlq` on a real broker."""

import json
import signal

import pytest
from confluent_kafka import Producer

from schemas import DeadLetterHeaders, DeadLetterReason
from schemas.dead_letter import PREFIX
from tests.broker import TestBroker
from tests.integration.commands import Commands

Header = tuple[str, bytes]


@pytest.fixture
def commands(broker: TestBroker, unique_name: str) -> Commands:
    """The command, with topics that are there."""
    commands = Commands(broker.bootstrap_servers, unique_name)
    commands.create_topics()
    return commands


def write_letters(commands: Commands, count: int, reason: DeadLetterReason = "contract") -> dict[bytes, bytes]:
    """Dead letters as the enricher writes them, spread over the partitions; their values by key."""
    producer = Producer({"bootstrap.servers": commands.bootstrap_servers})
    values = {}
    for number in range(count):
        partition = number % 3
        errors = DeadLetterHeaders(
            topic=commands.raw,
            partition=partition,
            offset=number,
            stage="decode",
            reason=reason,
            exception_class="ValidationError",
            exception_message="body: Field required",
            attempts=2,
            first_failed_at="2026-05-04T06:30:00+00:00",
        )
        key, value = f"{reason}-{number}".encode(), json.dumps({"number": number}).encode() + b"\xff"
        values[key] = value
        headers: list[Header] = [("traceparent", b"00-1"), ("traceparent", b"00-2"), *errors.to_headers()]
        producer.produce(commands.dlq, value, key, partition, headers=headers)
    assert producer.flush(20) == 0
    return values


def raw_records(commands: Commands) -> list[tuple[bytes, bytes]]:
    """Key and value of every record on the raw topic, sorted."""
    return sorted((message.key() or b"", message.value() or b"") for message in commands.read(commands.raw))


def test_letters_are_listed_and_shown(commands: Commands) -> None:
    """The list names each letter with its reason, as a table or JSON; `show` gives all of one, `--raw` its bytes."""
    values = write_letters(commands, 5)
    listed = commands.run("dlq", "list")
    assert listed.returncode == 0, listed.stderr.decode()
    assert listed.stdout.count(b"contract-") == 5
    lines = [json.loads(line) for line in commands.run("dlq", "list", "--json").stdout.splitlines()]
    assert {line["id"] for line in lines} == {"0:0", "0:1", "1:0", "1:1", "2:0"}
    assert {line["attempts"] for line in lines} == {2}
    shown = commands.run("dlq", "show", "1:1").stdout.decode()
    for part in ("body: Field required", "contract-4", "00-1", '{"number": 4}'):
        assert part in shown
    assert commands.run("dlq", "show", "1:1", "--raw").stdout == values[b"contract-4"]


def test_letters_go_back_as_they_came(commands: Commands) -> None:
    """Key, value and own headers byte for byte, to the partition they came from, with the attempts so far."""
    write_letters(commands, 3)
    assert commands.run("dlq", "redrive", "1:0").returncode == 0
    (record,) = commands.read(commands.raw)
    assert (record.partition(), record.key(), record.value()) == (1, b"contract-1", b'{"number": 1}\xff')
    assert record.headers() == [
        ("traceparent", b"00-1"),
        ("traceparent", b"00-2"),
        (f"{PREFIX}attempts", b"2"),
        (f"{PREFIX}first.failed.at", b"2026-05-04T06:30:00+00:00"),
    ]


def test_no_letter_goes_back_twice(commands: Commands) -> None:
    """Chosen ones, then those with a reason, then all: together each once; asked again for one, it says why not."""
    values = write_letters(commands, 10) | write_letters(commands, 5, "worker_crash")
    assert commands.run("dlq", "redrive", "2:1", "0:3", "--dry-run").stderr.startswith(b"2 ")
    assert raw_records(commands) == []
    assert commands.run("dlq", "redrive", "2:1", "0:3").returncode == 0
    again = commands.run("dlq", "redrive", "2:1")
    assert again.returncode == 1
    assert b"sent back before" in again.stderr
    for choice in (["--reason", "worker_crash"], ["--all"], ["--all"]):
        assert commands.run("dlq", "redrive", *choice).returncode == 0
    assert raw_records(commands) == sorted(values.items())
    assert commands.run("dlq", "list", "--json").stdout == b""
    assert len(commands.run("dlq", "list", "--json", "--all").stdout.splitlines()) == 15


def test_killed_redrives_neither_lose_nor_double(commands: Commands) -> None:
    """Killed with SIGKILL between and within its transactions, redriving again sends what is left, each letter once."""
    values = write_letters(commands, 1500)
    for kill in range(3):
        process = commands.start("dlq", "redrive", "--all")
        commands.wait_for_records(commands.raw, at_least=kill * 400 + 1)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    assert commands.run("dlq", "redrive", "--all").returncode == 0
    assert raw_records(commands) == sorted(values.items())


def test_two_redrives_at_once_send_each_letter_back_once(commands: Commands) -> None:
    """The later of two fences the earlier, which says so in two lines; together they send each letter back once."""
    values = write_letters(commands, 3000)
    first = commands.start("dlq", "redrive", "--all")
    commands.wait_for_records(commands.raw, at_least=1)
    second = commands.run("dlq", "redrive", "--all")
    _, said = first.communicate(timeout=120)
    assert second.returncode == 0, second.stderr.decode()
    assert raw_records(commands) == sorted(values.items())
    if first.returncode != 0:  # unless it had finished by then
        assert first.returncode == 1, said.decode()
        assert b"another redrive has started" in said
        assert len(said.splitlines()) == 2, said.decode()


def test_a_letter_that_is_not_there(commands: Commands) -> None:
    """A letter that does not exist, or is no letter's name, ends with its own exit code and message."""
    write_letters(commands, 1)
    assert commands.run("dlq", "redrive", "2:9").returncode == 1
    assert commands.run("dlq", "redrive", "two").returncode == 2
    assert commands.run("dlq", "redrive").returncode == 2


def test_tail_shows_dead_letters(commands: Commands) -> None:
    """`tail --dlq` shows what is there and ends after as many as asked for; without a topic it says what to do."""
    write_letters(commands, 4)
    done = commands.run("tail", "--dlq", "--from-beginning", "--limit", "4")
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.count(b"body: Field required") == 4
    missing = Commands(commands.bootstrap_servers, f"{commands.name}-no").run("tail", "--seconds", "1")
    assert missing.returncode == 3
