"""The service from end to end on a real broker."""

import signal
from collections.abc import Callable

from schemas import EnrichedArticle
from tests.generated_articles import generate_articles
from tests.service import RunningService
from tests.stage import Message, Stage

ServiceOn = Callable[..., RunningService]


def articles(count: int, seed: int = 0) -> list[Message]:
    """Raw records of generated articles."""
    return [Message(article.key, article.value) for article in generate_articles(count, seed=seed)]


async def test_articles_come_out_enriched_once_each(stage: Stage, service_on: ServiceOn) -> None:
    """Every raw article appears once on the partition it came from, keyed by its id, valid, with its headers."""
    service = await service_on(stage).start()
    wanted = articles(40)
    traced = Message(wanted[0].key, wanted[0].value, (("traceparent", b"00-1-2-01"), ("desk", b"\xff\x00")))
    stage.produce([traced, *wanted[1:]])
    found = stage.enriched(40)
    assert sorted(read.key or b"" for read in found) == sorted(message.key or b"" for message in wanted)
    for read in found:
        article = EnrichedArticle.model_validate_json(read.value or b"")
        assert article.article_id.encode() == read.key
        assert article.analysis.status == "complete"
        assert article.entities
        assert dict(read.headers)["dateline.raw.partition"] == str(read.partition).encode()
    (first,) = [read for read in found if read.key == traced.key]
    assert first.headers[:2] == traced.headers
    assert stage.dead_letters(0, seconds=1) == []
    assert await service.metric('dateline_articles_enriched_total{status="complete"}') == 40
    service.signal(signal.SIGTERM)
    assert service.wait(20) == 0
