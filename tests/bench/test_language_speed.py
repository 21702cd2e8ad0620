"""What each part of an article's enrichment takes of its time, and how long the temporal tagger takes."""

import gc
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from statistics import mean, median

import pytest

from services.enricher.core.work import Done, Item, PipelineOptions
from services.enricher.pipeline import Pipeline
from services.nlp.defaults import BATCH
from tests.corpus.seed_gold import read_all
from tests.generated_articles import generate_articles

GENERATED = 320
ROUNDS = 12
"""How often the seed articles are read: there are two dozen."""

OWN = ("tokens", "timex", "entities", "events")
"""The parts of the analysis that are this project's own, beside the model."""


def generated() -> list[Item]:
    """Generated articles, in which nearly every sentence holds a time and an event: twice what news has."""
    return [Item(article.key, article.value) for article in generate_articles(GENERATED, seed=4)]


def seeds() -> list[Item]:
    """The seed articles, whose language must be told first."""
    return [Item(None, gold.article.model_dump_json().encode()) for gold in read_all()] * ROUNDS


@pytest.mark.bench
@pytest.mark.parametrize("articles", [seeds, generated])
def test_milliseconds_an_article(articles: Callable[[], list[Item]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Prints the time of each part of the whole enrichment, from the bytes of a record to those of the result."""
    # As the service's workers are: a process of its own with one BLAS thread, which numpy reads when it is imported.
    for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        monkeypatch.setenv(variable, "1")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as worker:
        spent = worker.submit(seconds_by_part, articles).result()
    parts = {part: [1000 * seconds[part] for seconds in spent] for part in spent[0]}
    whole = sum(mean(times) for times in parts.values())
    own = sum(mean(parts[part]) for part in OWN)
    lines = [f"{articles.__doc__}", f"{len(spent)} articles"]
    lines += [
        f"{part:9} median {median(times):6.2f} ms, mean {mean(times):6.2f} ms, {mean(times) / whole:6.1%} of the whole"
        for part, times in parts.items()
    ]
    lines.append(f"own code ({', '.join(OWN)}): {own:.2f} of {whole:.2f} ms, {own / whole:.1%}")
    print("", *lines, sep="\n")  # noqa: T201  # a bench prints what it measures
    assert spent


def seconds_by_part(articles: Callable[[], list[Item]]) -> list[dict[str, float]]:
    """The seconds of each part, for each article that was analysed."""
    items = articles()
    pipeline = Pipeline.load(PipelineOptions())
    run(pipeline, items[:64])
    gc.collect()
    gc.freeze()  # as the service's workers do
    return [done.seconds for done in run(pipeline, items) if "model" in done.seconds]


def run(pipeline: Pipeline, items: list[Item]) -> list[Done]:
    """The outcomes in batches, as a worker takes them."""
    return [done for start in range(0, len(items), BATCH) for done in pipeline.run(items[start : start + BATCH])]
