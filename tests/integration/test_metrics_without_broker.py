"""What alerts live on is there when the broker is not."""

import asyncio
import time
from collections.abc import Callable

from services.kafka.local import LocalBroker
from tests.generated_articles import generate_articles
from tests.service import RunningService
from tests.stage import Message, Stage

AWAY_SECONDS = 60.0
KINDS = ("timeout", "retriable")


async def test_lag_and_age_outlive_the_broker(
    own_broker: Callable[..., LocalBroker], service_on: Callable[..., RunningService]
) -> None:
    """Killed with records in flight, the broker leaves a lag that stays, an age that grows and a service not ready."""
    broker = own_broker()
    stage = await Stage(broker.bootstrap_servers, "metrics-outlive", partitions=1).create()
    service = await service_on(stage).start()
    stage.produce(Message(article.key, article.value) for article in generate_articles(400))
    await _until(service, 'dateline_articles_enriched_total{status="complete"}', above=0)
    lag = 'dateline_lag_records{partition="0"}'
    age = 'dateline_oldest_unprocessed_seconds{partition="0"}'
    await _until(service, lag, above=0)
    await broker.akill()
    ended = time.monotonic()
    await _until(service, 'dateline_ready{condition="broker_reached"}', below=1)
    while sum([await service.metric(f'dateline_transactions_aborted_total{{reason="{kind}"}}') for kind in KINDS]) == 0:
        assert time.monotonic() - ended < AWAY_SECONDS
        await asyncio.sleep(0.2)
    await asyncio.sleep(3)
    assert await service.metric(lag) > 0
    first = await service.metric(age)
    await asyncio.sleep(3)
    assert await service.metric(age) > first > 0


async def _until(service: RunningService, sample: str, above: float = -1.0, below: float = float("inf")) -> None:
    deadline = time.monotonic() + AWAY_SECONDS
    while not above < await service.metric(sample) < below:
        assert time.monotonic() < deadline, f"{sample}\n{service.tail()}"
        await asyncio.sleep(0.1)
