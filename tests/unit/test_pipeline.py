"""The pipeline of a worker: what one article does to those beside it."""

import pytest

from schemas import RawArticle
from services.enricher.core.outcome import DeadLetter
from services.enricher.core.work import Done, Item, PipelineOptions
from services.enricher.pipeline import Pipeline
from services.nlp.annotations import Document, Entity
from services.nlp.entities import find_entities


def item(number: int, body: str) -> Item:
    """A raw record with that text."""
    article = RawArticle(article_id=f"a{number}", headline=f"Harbour {number} reopens", body=body)
    return Item(None, article.model_dump_json().encode())


def failing(*rest: object) -> tuple[Entity, ...]:
    """The real stage, save that it can't read texts with the word."""
    if any(isinstance(each, Document) and "unreadable" in each.text for each in rest):
        message = "a defect in a stage"
        raise ArithmeticError(message)
    return find_entities(*rest)  # type: ignore[arg-type]  # handed on as they came


def test_an_article_that_a_stage_fails_on_is_dead_lettered_and_its_neighbours_are_as_they_are_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever a batch holds, an article's result is the same, and only the guilty has none."""
    items = [
        item(number, f"Mara Lindqvist reopened the harbour of Aldmoor on {number + 1} May 2026. {guilty}")
        for number, guilty in enumerate(["", "The rest is unreadable.", "", ""])
    ]
    pipeline = Pipeline.load(PipelineOptions())
    alone = [done for each in items for done in pipeline.run([each])]
    monkeypatch.setattr("services.nlp.engine.find_entities", failing)
    together = list(pipeline.run(items))

    assert [reason(done) for done in together] == [None, "analysis", None, None]
    assert [done.outcome for done in together if not reason(done)] == [alone[n].outcome for n in (0, 2, 3)]


def reason(done: Done) -> str | None:
    """Why the article was dead-lettered."""
    return done.outcome.reason if isinstance(done.outcome, DeadLetter) else None
