"""What all lanes of a service share."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from random import Random

from aiokafka import TopicPartition

from services.enricher.batch import Works
from services.enricher.budget import Budget
from services.enricher.metrics import Metrics
from services.enricher.offsets import Start
from services.enricher.publisher import MakeProducer
from services.enricher.settings import EnricherSettings
from services.enricher.tracing import Tracing


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Settings, counters, room and workers, and how to reach the broker."""

    settings: EnricherSettings
    metrics: Metrics
    budget: Budget
    capacity: asyncio.Semaphore
    """As many batches as the workers have room for; first come, first served, which is fair between lanes."""
    changed: asyncio.Event
    """Set when a lane may have become hungry."""
    work: Works
    make_producer: MakeProducer
    start_of: Callable[[TopicPartition], Awaitable[Start]]
    seek: Callable[[TopicPartition, int], None]
    now: Callable[[], datetime]
    random: Random
    tracing: Tracing
