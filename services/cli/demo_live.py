"""The demo's replay, and its live table of what comes out."""

import asyncio

from aiokafka import AIOKafkaConsumer
from rich.live import Live

from schemas import EnrichedArticle
from services.cli.articles_table import articles_table
from services.cli.reading import poll, reader
from services.cli.terminal import out
from services.kafka.settings import ConnectionSettings
from services.kafka.topics import TopicNames
from services.replayer.pace import AtOnce
from services.replayer.plan import Plan
from services.replayer.replay import Replay, send

LINES_A_ROW = 4
"""Of the table: three lines of text and one between rows."""


async def collect(
    settings: ConnectionSettings, names: TopicNames, plan: Plan, *, within: float
) -> tuple[list[EnrichedArticle], int]:
    """Send the plan and gather what comes out, at most for `within` seconds: articles, and the number of dead letters.

    On a terminal the table grows as they come.
    """
    async with reader(settings, [names.enriched_topic, names.dlq_topic], from_beginning=True) as consumer:
        replay = Replay(plan.entries, names.raw_topic, names.raw_topic, AtOnce())
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(send(replay, settings, lambda _: None))
            return await _gather(consumer, names, len(plan.entries), within)


async def _gather(
    consumer: AIOKafkaConsumer, names: TopicNames, expected: int, within: float
) -> tuple[list[EnrichedArticle], int]:
    console = out()
    articles: list[EnrichedArticle] = []
    letters = 0
    with Live(console=console, auto_refresh=False, transient=True) as live:
        deadline = asyncio.get_running_loop().time() + within
        while len(articles) + letters < expected and asyncio.get_running_loop().time() < deadline:
            records = await poll(consumer)
            letters += sum(1 for record in records if record.topic == names.dlq_topic)
            came = [record.value for record in records if record.topic == names.enriched_topic]
            articles += [EnrichedArticle.model_validate_json(value) for value in came if value]
            if came and console.is_terminal:
                # The newest that fit on the screen; all of them are printed at the end.
                newest = articles[-max(1, console.height // LINES_A_ROW - 1) :]
                live.update(articles_table(newest, console.width), refresh=True)
    return articles, letters
