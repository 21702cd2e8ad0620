"""Instances and brokers that end in the middle of things: nothing is lost, nothing is doubled."""

import asyncio
import json
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import psutil
import pytest

from services.kafka.local import LocalBroker
from tests.generated_articles import generate_articles
from tests.service import RunningService
from tests.stage import Message, Read, Stage, keys_of

ServiceOn = Callable[..., RunningService]

BAD = (b"not json", b"", b'{"article_id": 1}')
"""Bad records, which are spread among the articles and must come out of the faults byte for byte, too."""

WORKING = ("ready", "committing")

QUICK = {"DATELINE_PIPELINE": "tests.quick_pipeline:load", "PYTHONPATH": str(Path.cwd())}
UNRULY = {"DATELINE_PIPELINE": "tests.unruly_pipeline:load", "PYTHONPATH": str(Path.cwd())}


def mixed(articles: Iterable[Message]) -> tuple[list[Message], list[Message]]:
    """The articles with a bad record after every tenth; all of them, and the bad ones."""
    messages, bad = [], []
    for number, article in enumerate(articles):
        messages.append(article)
        if number % 10 == 9:
            bad.append(Message(b"bad-%d" % number, BAD[number // 10 % len(BAD)], (("number", b"%d" % number),)))
            messages.append(bad[-1])
    return messages, bad


def generated(count: int) -> Iterator[Message]:
    """Articles for the real pipeline."""
    return (Message(article.key, article.value) for article in generate_articles(count))


def slow(count: int) -> Iterator[Message]:
    """Articles for the quick pipeline, each of which keeps it busy for 5 ms, so that there is a middle to break in."""
    for number in range(count):
        body = {"article_id": f"slow:{number}", "body": "sleep 0.005"}
        yield Message(b"slow:%d" % number, json.dumps(body).encode())


def assert_each_once(stage: Stage, count: int, bad: list[Message], seconds: float = 240) -> list[Read]:
    """Every article is enriched exactly once and every bad record is a dead letter exactly once, as it was."""
    enriched = stage.enriched(count, seconds=seconds, settle=2)
    often = Counter(keys_of(enriched))
    assert [key for key, times in often.items() if times > 1] == []
    assert len(often) == count
    letters = stage.dead_letters(len(bad), seconds=30)
    assert Counter((read.key, read.value, read.headers[0]) for read in letters) == Counter(
        (message.key, message.value, message.headers[0]) for message in bad
    )
    return enriched


async def until_published(stage: Stage, count: int, seconds: float = 120) -> None:
    """Wait until so many enriched records are committed."""
    found = await asyncio.to_thread(stage.enriched, count, seconds=seconds, settle=0)
    assert len(found) >= count


async def until_at_work(service: RunningService) -> None:
    """Wait until the service has taken a record."""
    while await service.metric("dateline_articles_in_total") == 0:  # noqa: ASYNC110  # another process sets it
        await asyncio.sleep(0.05)


async def test_sigkill_twice_loses_and_doubles_nothing(
    stage: Stage, service_on: ServiceOn, request: pytest.FixtureRequest
) -> None:
    """An instance that is killed twice on its way leaves each (article_id, version) exactly once."""
    count = 2000 if request.config.getoption("--long") else 120
    messages, bad = mixed(generated(count))
    stage.produce(messages)
    service = service_on(stage)
    for killed_after in (count // 4, count // 2):
        service.launch()
        await until_published(stage, killed_after)
        service.kill()
    await service.start()
    assert_each_once(stage, count, bad)


async def test_workers_end_with_a_killed_service(stage: Stage, service_on: ServiceOn) -> None:
    """A service that is killed takes its workers and its fork server along, even a worker that is stalled."""
    service = await service_on(stage, **UNRULY, DATELINE_WORKERS="2").start()
    stage.produce([Message(b"stall", b"stall")])
    assert service.process is not None
    below = psutil.Process(service.process.pid).children(recursive=True)
    assert len(below) >= 3
    await until_at_work(service)
    service.kill()
    _, alive = await asyncio.to_thread(psutil.wait_procs, below, 5)
    assert alive == []


async def test_two_instances_share_a_group_and_one_takes_over(stage: Stage, service_on: ServiceOn) -> None:
    """Two instances divide the partitions; when one is killed the other does the rest, each record once."""
    count = 1000
    messages, bad = mixed(slow(count))
    first, second = service_on(stage, **QUICK), service_on(stage, **QUICK)
    await asyncio.gather(first.start(), second.start())
    stage.produce(messages[: len(messages) // 2])
    await until_published(stage, 20)
    # The gauge is set once a second; it may still be of the time when the first was alone.
    async with asyncio.timeout(20):
        while sum([await first.metric(f'dateline_lanes{{state="{s}"}}') for s in WORKING]) >= stage.partitions:  # noqa: ASYNC110  # another process sets it
            await asyncio.sleep(0.2)
    first.kill()
    stage.produce(messages[len(messages) // 2 :])
    assert_each_once(stage, count, bad)


async def test_sigterm_during_a_batch_drains_and_exits_0(stage: Stage, service_on: ServiceOn) -> None:
    """SIGTERM finishes the batch at hand, commits it, leaves the group and exits 0 within the deadline."""
    service = await service_on(stage, **UNRULY, DATELINE_BATCH_RECORDS="4", DATELINE_DRAIN_SECONDS="10").start()
    stage.produce([Message(b"%d" % number, b"sleep 0.25") for number in range(40)], partition=0)
    await until_at_work(service)
    await asyncio.sleep(0.4)
    service.signal(signal.SIGTERM)
    assert service.wait(10) == 0
    committed = [line["offset"] for line in service.lines() if line["event"] == "batch committed"]
    assert committed
    assert [read.key for read in stage.enriched(committed[-1])] == [b"%d" % n for n in range(committed[-1])]
    await service.start()
    assert [read.key for read in stage.enriched(40)] == [b"%d" % number for number in range(40)]


async def test_sigterm_with_a_stalled_worker_exits_0_in_time(stage: Stage, service_on: ServiceOn) -> None:
    """A batch that can't be finished does not hold up the end; its record is read again by the next instance."""
    service = await service_on(
        stage, **UNRULY, DATELINE_REVOKE_SECONDS="1", DATELINE_DRAIN_SECONDS="6", DATELINE_WORK_SECONDS="100"
    ).start()
    stage.produce([Message(b"a", b"stall")])
    await until_at_work(service)
    service.signal(signal.SIGTERM)
    assert service.wait(9) == 0
    assert stage.enriched(0, seconds=1) == []
    assert stage.dead_letters(0, seconds=1) == []


async def test_sigkill_of_the_broker_is_survived(own_broker: Callable[..., LocalBroker], service_on: ServiceOn) -> None:
    """A broker killed in mid-stream and restarted on its data: the service goes on by itself, with few log lines."""
    broker = own_broker()
    stage = await Stage(broker.bootstrap_servers, "broker-dies").create()
    service = await service_on(stage, **QUICK).start()
    count = 1000
    messages, bad = mixed(slow(count))
    stage.produce(messages)
    await until_published(stage, 50)
    pid = service.process.pid if service.process else 0
    await broker.akill()
    killed = time.monotonic()
    status, _ = await service.get("/livez")
    assert status == 200
    while await service.is_ready():
        assert time.monotonic() - killed < 30
        await asyncio.sleep(0.2)
    await broker.astart()
    assert_each_once(stage, count, bad)
    assert service.process is not None
    assert (service.process.pid, service.process.poll()) == (pid, None)
    assert await service.is_ready()
    noise = [line for line in service.lines() if line["event"] != "batch committed"]
    assert len(noise) < 60, noise


async def test_a_missing_topic_is_fatal_and_says_what_to_do(stage: Stage, service_on: ServiceOn) -> None:
    """Without its topics the service ends with the code for configuration and names the command that makes them."""
    service = service_on(stage, **QUICK, DATELINE_ENRICHED_TOPIC="no.such.topic").launch()
    assert await asyncio.to_thread(service.wait, 30) == 3
    assert "dateline topics create" in service.tail()


async def test_dead_letters_without_end_are_fatal(stage: Stage, service_on: ServiceOn) -> None:
    """So many dead letters in a row that the fault can't be the records' end the service with a code other than 0."""
    service = await service_on(stage, **QUICK, DATELINE_DEAD_LETTERS_IN_A_ROW="50").start()
    stage.produce([Message(b"%d" % number, b"not json") for number in range(120)], partition=1)
    assert await asyncio.to_thread(service.wait, 30) == 5
    letters = stage.dead_letters(50)
    assert 50 <= len(letters) < 120
    assert len({read.key for read in letters}) == len(letters)
