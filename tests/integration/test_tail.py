"""`dateline tail` on a real broker."""

import json

import pytest
from confluent_kafka import Producer

from tests.broker import TestBroker
from tests.contract.articles import enriched_article
from tests.integration.commands import Commands


@pytest.fixture
def commands(broker: TestBroker, unique_name: str) -> Commands:
    """The command, with one enriched article, one withdrawn, and one that breaks the contract."""
    commands = Commands(broker.bootstrap_servers, unique_name)
    commands.create_topics(partitions=1)
    producer = Producer({"bootstrap.servers": commands.bootstrap_servers})
    for key, value in (("a", enriched_article().model_dump_json().encode()), ("b", None), ("c", b"{}")):
        producer.produce(commands.enriched, value, key)
    assert producer.flush(20) == 0
    return commands


def test_tail_shows_articles_as_a_table(commands: Commands) -> None:
    """A line for an article, a word for one withdrawn, and a complaint for one that breaks the contract."""
    done = commands.run("tail", "--from-beginning", "--limit", "3")
    assert done.returncode == 0, done.stderr.decode()
    assert b"Harbour reopens" in done.stdout
    assert b"2026-05-03 reopened" in done.stdout
    assert b"withdrawn b" in done.stdout
    assert b"breaks the contract" in done.stderr


def test_tail_gives_json_for_pipes(commands: Commands) -> None:
    """One JSON a line, nothing else on standard output."""
    done = commands.run("tail", "--from-beginning", "--json", "--limit", "3")
    first, second, third = map(json.loads, done.stdout.splitlines())
    assert (first["article_id"], second, third) == ("urn:example:2031", None, {})


def test_tail_ends_when_nothing_comes(commands: Commands) -> None:
    """Without --from-beginning only what comes from now on is shown, and --seconds ends the wait."""
    done = commands.run("tail", "--json", "--seconds", "1")
    assert (done.returncode, done.stdout) == (0, b"")
