"""Memory does not grow with what is read."""

import asyncio
from collections.abc import Callable

import psutil
import pytest

from tests.generated_articles import generate_articles
from tests.service import RunningService
from tests.stage import Message, Stage

ServiceOn = Callable[..., RunningService]

MEBIBYTE = 1024 * 1024
GROWTH_ALLOWED = 40 * MEBIBYTE
"""Between the first fifth and the end: the allocator's mood; a leak of one article's annotations would be far more."""


@pytest.mark.timeout(1800)
async def test_memory_is_steady(stage: Stage, service_on: ServiceOn, request: pytest.FixtureRequest) -> None:
    """After its first fifth of a long run neither the service nor its worker grows."""
    count = 5000 if request.config.getoption("--long") else 240
    service = await service_on(stage, DATELINE_WORKERS="1").start()
    stage.produce(Message(article.key, article.value) for article in generate_articles(count, seed=3))
    assert service.process is not None
    parent, (worker,) = psutil.Process(service.process.pid), service.workers()
    await _until_enriched(service, count // 5)
    before = parent.memory_info().rss, worker.memory_info().rss
    await _until_enriched(service, count)
    after = parent.memory_info().rss, worker.memory_info().rss
    assert service.workers()[0].pid == worker.pid
    for was, now in zip(before, after, strict=True):
        print(f"{was // MEBIBYTE} MiB after {count // 5} articles, {now // MEBIBYTE} MiB after {count}")  # noqa: T201  # measured
        assert now - was < GROWTH_ALLOWED


async def _until_enriched(service: RunningService, count: int) -> None:
    while sum(line["records"] for line in service.lines() if line["event"] == "batch committed") < count:  # noqa: ASYNC110  # another process writes it
        await asyncio.sleep(0.5)
