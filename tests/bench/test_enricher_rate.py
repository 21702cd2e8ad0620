"""How fast the service is on a real broker, against the same pipeline called in a plain loop."""

import asyncio
import re
import time
from collections.abc import Callable

import psutil
import pytest

from services.enricher.core.work import Item, PipelineOptions
from services.enricher.pipeline import Pipeline
from services.nlp.defaults import BATCH
from tests.generated_articles import generate_articles
from tests.service import Message, RunningService, Stage

ServiceOn = Callable[..., RunningService]

LEAST_RATIO = 0.85
"""What delivery may cost at most: the service must reach this part of the plain loop's rate."""

ROUNDS = 3
"""The two are measured in turn, so often, and the best of each is compared: other programs only ever slow down."""


def plain_loop(pipeline: Pipeline, messages: list[Message]) -> float:
    """Articles a second in this process, without Kafka: nlp.pipe in batches, decoding and encoding included."""
    items = [Item(message.key, message.value) for message in messages]
    started = time.perf_counter()
    for start in range(0, len(items), BATCH):
        for _ in pipeline.run(items[start : start + BATCH]):
            pass
    return len(items) / (time.perf_counter() - started)


async def through_kafka(stage: Stage, service: RunningService, messages: list[Message]) -> float:
    """Articles a second from the first record's arrival to the last one's commit, by the service's own log."""
    before = len(committed(service))
    started = time.time()
    await asyncio.to_thread(stage.produce, messages)
    done = 0
    while done < len(messages):
        await asyncio.sleep(0.1)
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
    count = 640 if request.config.getoption("--long") else 128
    messages = [Message(article.key, article.value) for article in generate_articles(count, seed=5)]
    pipeline = Pipeline.load(PipelineOptions())
    plain_loop(pipeline, messages[:64])
    service = await service_on(stage, DATELINE_WORKERS="1").start()
    await through_kafka(stage, service, messages[:64])
    plain, kafka = [], []
    worker, ours = service.workers()[0], psutil.Process()
    assert service.process is not None
    parent = psutil.Process(service.process.pid)
    before = [cpu(ours), cpu(worker), cpu(parent)]
    for _ in range(ROUNDS):
        plain.append(plain_loop(pipeline, messages))
        kafka.append(await through_kafka(stage, service, messages))
    spent = [
        (cpu(each) - was) / (ROUNDS * count) * 1000 for each, was in zip((ours, worker, parent), before, strict=True)
    ]
    ratio = max(kafka) / max(plain)
    print(f"\nplain loop   {max(plain):6.1f} articles/s  ({', '.join(f'{rate:.1f}' for rate in plain)})")  # noqa: T201
    print(f"through Kafka{max(kafka):6.1f} articles/s  ({', '.join(f'{rate:.1f}' for rate in kafka)})")  # noqa: T201
    print(f"ratio        {ratio:6.2f}")  # noqa: T201  # a benchmark prints what it measures
    print("processor time an article, which other programs on the machine change less:")  # noqa: T201  # the same
    print(f"plain loop {spent[0]:.1f} ms; worker {spent[1]:.1f} ms and service {spent[2]:.1f} ms")  # noqa: T201  # the same
    print(await seconds_by_stage(service))  # noqa: T201  # the same
    assert ratio >= LEAST_RATIO


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
        f"{stage:13}{1000 * float(seconds) / float(counts[stage]):6.2f} ms an article"
        for stage, seconds in sums.items()
    )
