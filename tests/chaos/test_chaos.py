"""Faults at random, by a seed: whatever is killed, stopped or thrown out, each record comes out exactly once.

The seed is the test's parameter; the same seed strikes in the same order, though never at the same instant.
"""

import asyncio
import json
import os
import signal
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import psutil
import pytest

from services.kafka.local import LocalBroker
from tests.service import RunningService
from tests.stage import Message, Stage, keys_of

ServiceOn = Callable[..., RunningService]
QUICK = {"DATELINE_PIPELINE": "tests.quick_pipeline:load", "PYTHONPATH": str(Path.cwd())}

ZOMBIE_SECONDS = 3.5
"""Longer than the session timeout of 2 s: the group has thrown the member out by the time it wakes."""


@dataclass
class World:
    """A broker, instances of the service, and what has been done to them."""

    broker: LocalBroker
    stage: Stage
    instances: list[RunningService]
    random: Random
    done: list[str] = field(default_factory=list)

    async def strike(self) -> None:
        """Do one of the faults to one of the parts."""
        faults: list[tuple[int, Callable[[], Awaitable[None]]]] = [
            (4, self.kill_an_instance),
            (4, self.kill_a_worker),
            (3, self.make_a_zombie),
            (2, self.restart_an_instance),
            (1, self.kill_the_broker),
        ]
        (fault,) = self.random.choices([fault for _, fault in faults], [weight for weight, _ in faults])
        self.done.append(fault.__name__)
        await fault()

    async def kill_an_instance(self) -> None:
        """SIGKILL, and another one in its place."""
        instance = self.random.choice(self.instances)
        await asyncio.to_thread(instance.kill)
        instance.launch()

    async def restart_an_instance(self) -> None:
        """SIGTERM: the partitions move on, and come back."""
        instance = self.random.choice(self.instances)
        instance.signal(signal.SIGTERM)
        code = await asyncio.to_thread(instance.wait, 30)
        # One that had only begun to start, and has written nothing yet, is ended by the signal itself.
        assert code == 0 or not instance.lines(), (code, instance.tail())
        instance.launch()

    async def kill_a_worker(self) -> None:
        """SIGKILL to a worker, busy or idle."""
        if workers := self.random.choice(self.instances).workers():
            with suppress(psutil.NoSuchProcess, ProcessLookupError):
                os.kill(self.random.choice(workers).pid, signal.SIGKILL)

    async def make_a_zombie(self) -> None:
        """Stop an instance for longer than its session lasts, then let it go on as if nothing had happened."""
        instance = self.random.choice(self.instances)
        instance.signal(signal.SIGSTOP)
        await asyncio.sleep(ZOMBIE_SECONDS)
        instance.signal(signal.SIGCONT)

    async def kill_the_broker(self) -> None:
        """SIGKILL, and start again on the same data."""
        await self.broker.akill()
        await asyncio.sleep(self.random.uniform(0, 2))
        await self.broker.astart()


def messages(count: int, random: Random) -> list[Message]:
    """Articles that keep the quick pipeline busy for some milliseconds, some bad records, some tombstones."""
    made = []
    for number in range(count):
        key = b"%d" % number
        body = json.dumps({"article_id": str(number), "body": f"sleep {random.uniform(0.0, 0.02):.4f}"})
        value: bytes | None = body.encode()
        if number % 17 == 0:
            value = b"not json %d" % number
        elif number % 23 == 0:
            value = None
        made.append(Message(key, value, (("number", key),)))
    return made


@asynccontextmanager
async def producing(stage: Stage, wanted: list[Message], seconds: float) -> AsyncIterator[None]:
    """Write the records in portions over the time of the faults; the producer outlives the broker."""

    async def produce() -> None:
        portion = max(1, len(wanted) // 20)
        for start in range(0, len(wanted), portion):
            await asyncio.to_thread(stage.produce, wanted[start : start + portion])
            await asyncio.sleep(seconds / 20)

    task = asyncio.create_task(produce())
    yield
    await task


@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("seed", "strikes"),
    [(1, 8), *(pytest.param(seed, 25, marks=pytest.mark.long) for seed in range(2, 12))],
)
async def test_exactly_once_under_random_faults(
    seed: int, strikes: int, own_broker: Callable[..., LocalBroker], service_on: ServiceOn
) -> None:
    """After any sequence of faults each article and tombstone is published once, each bad record a dead letter once."""
    random = Random(seed)  # noqa: S311  # chooses faults, guards nothing
    broker = own_broker()
    stage = await Stage(broker.bootstrap_servers, f"chaos-{seed}", partitions=4).create()
    world = World(broker, stage, [service_on(stage, **QUICK) for _ in range(2)], random)
    for instance in world.instances:
        instance.launch()
    wanted = messages(100 * strikes, random)
    async with producing(stage, wanted, strikes * 2.0):
        for _ in range(strikes):
            await asyncio.sleep(random.uniform(0.3, 2.5))
            await world.strike()

    letters = [message for message in wanted if message.value is not None and message.value.startswith(b"not")]
    tombstones = [message for message in wanted if message.value is None]
    articles = len(wanted) - len(letters) - len(tombstones)
    enriched = await asyncio.to_thread(stage.enriched, articles + len(tombstones), seconds=120, settle=3)
    often = Counter(keys_of(enriched))
    assert {key: times for key, times in often.items() if times > 1} == {}, world.done
    assert len(often) == articles, world.done
    assert Counter(read.key for read in enriched if read.value is None) == Counter(m.key for m in tombstones), (
        world.done
    )
    dead = await asyncio.to_thread(stage.dead_letters, len(letters), seconds=30, settle=2)
    assert Counter((read.key, read.value, read.headers[0]) for read in dead) == Counter(
        (message.key, message.value, message.headers[0]) for message in letters
    ), world.done
    for partition in range(stage.partitions):
        offsets = [int(dict(r.headers)["dateline.raw.offset"]) for r in enriched if r.partition == partition]
        assert offsets == sorted(offsets), world.done
