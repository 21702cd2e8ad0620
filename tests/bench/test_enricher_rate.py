"""How fast the service is on a real broker, against the same pipeline called in a plain loop."""

import asyncio
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil
import pytest

from tests.generated_articles import generate_articles
from tests.service import RunningService
from tests.stage import Message, Stage

ServiceOn = Callable[..., RunningService]

LEAST_RATIO = 0.85
"""What delivery may cost at most: the service must reach this part of the plain loop's rate."""

ROUNDS = 3
"""The two are measured in turn, so often, and the best of each is compared: other programs only ever slow down."""

SEED = 5


@dataclass(frozen=True)
class Plain:
    """The plain loop in a process of its own."""

    process: subprocess.Popen[str]

    def run(self) -> tuple[float, float]:
        """Articles a second, and milliseconds of processor time an article."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        rate, spent = self.process.stdout.readline().split()
        return float(rate), float(spent)


@contextmanager
def plain_loop(count: int) -> Iterator[Plain]:
    """Start the plain loop with one BLAS thread, as the service's workers have."""
    command = [sys.executable, "-m", "tests.plain_loop", str(count), str(SEED)]
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONPATH": os.getcwd()}  # noqa: PTH109  # the root
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment) as process:
        yield Plain(process)
        assert process.stdin
        process.stdin.close()


async def through_kafka(stage: Stage, service: RunningService, messages: list[Message]) -> float:
    """Articles a second from the first record's production to the last one's commit, by the service's own log."""
    before = len(committed(service))
    started = time.time()
    await asyncio.to_thread(stage.produce, messages)
    done = 0
    while done < len(messages):
        await asyncio.sleep(0.05)
        done = sum(line["records"] for line in committed(service)[before:])
    return len(messages) / (time.time() - started)


def committed(service: RunningService) -> list[dict[str, int]]:
    """The log lines of committed batches."""
    return [line for line in service.lines() if line["event"] == "batch committed"]


@pytest.mark.bench
@pytest.mark.timeout(900)
async def test_the_service_is_nearly_as_fast_as_a_plain_loop(
    stage: Stage, service_on: ServiceOn, request: pytest.FixtureRequest
) -> None:
    """One worker behind Kafka, transactions and all, reaches 0.85 of the rate of nlp.pipe in a plain loop."""
    count = 640 if request.config.getoption("--long") else 192
    messages = [Message(article.key, article.value) for article in generate_articles(count, seed=SEED)]
    service = await service_on(stage, DATELINE_WORKERS="1").start()
    await through_kafka(stage, service, messages[:64])
    assert service.process is not None
    worker, parent = service.workers()[0], psutil.Process(service.process.pid)
    plain, kafka, cost = [], [], []
    before = cpu(worker), cpu(parent)
    with plain_loop(count) as loop:
        for _ in range(ROUNDS):
            rate, spent = await asyncio.to_thread(loop.run)
            plain.append(rate)
            cost.append(spent)
            kafka.append(await through_kafka(stage, service, messages))
    worked, served = (
        1000 * (cpu(each) - was) / (ROUNDS * count) for each, was in zip((worker, parent), before, strict=True)
    )
    ratio = max(kafka) / max(plain)
    show(f"\nplain loop    {max(plain):6.1f} articles/s  ({', '.join(f'{rate:.1f}' for rate in plain)})")
    show(f"through Kafka {max(kafka):6.1f} articles/s  ({', '.join(f'{rate:.1f}' for rate in kafka)})")
    show(f"ratio         {ratio:6.2f}")
    show(f"processor time an article: plain loop {min(cost):.1f} ms; worker {worked:.1f} ms, service {served:.1f} ms")
    show(await seconds_by_stage(service))
    assert ratio >= LEAST_RATIO


def show(line: str) -> None:
    """Print a line: that is what a benchmark is for."""
    print(line)  # noqa: T201


def cpu(process: psutil.Process) -> float:
    """Seconds of processor time that a process has used."""
    times = process.cpu_times()
    return times.user + times.system


async def seconds_by_stage(service: RunningService) -> str:
    """Milliseconds an article by stage, from the service's metrics."""
    _, page = await service.get("/metrics")
    sums = dict(re.findall(r'dateline_stage_seconds_sum\{stage="(\w+)"\} (\S+)', page))
    counts = dict(re.findall(r'dateline_stage_seconds_count\{stage="(\w+)"\} (\S+)', page))
    return "\n".join(
        f"{stage:13}{1000 * float(seconds) / float(counts[stage]):7.2f} ms an article"
        for stage, seconds in sums.items()
    )
