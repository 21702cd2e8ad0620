"""The pipeline in a plain loop, for comparison: each line on standard input makes it run once, and print what it took.

Run as `python -m tests.plain_loop COUNT SEED`, with one BLAS thread, which is its best.
"""

import gc
import sys
import time
import warnings

import psutil

from services.enricher.core.work import Item, PipelineOptions
from services.enricher.pipeline import Pipeline
from services.nlp.defaults import BATCH
from tests.generated_articles import generate_articles


def main() -> None:
    """Print articles a second and milliseconds of processor time an article, once for each line that comes."""
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    warnings.simplefilter("ignore")
    items = [Item(article.key, article.value) for article in generate_articles(count, seed=seed)]
    pipeline = Pipeline.load(PipelineOptions())
    run(pipeline, items[:64])
    gc.collect()
    gc.freeze()
    process = psutil.Process()
    for _ in sys.stdin:
        before, started = process.cpu_times(), time.perf_counter()
        run(pipeline, items)
        rate = count / (time.perf_counter() - started)
        after = process.cpu_times()
        spent = after.user + after.system - before.user - before.system
        print(rate, 1000 * spent / count, flush=True)  # noqa: T201  # read by the benchmark


def run(pipeline: Pipeline, items: list[Item]) -> None:
    """nlp.pipe in batches, decoding and encoding included."""
    for start in range(0, len(items), BATCH):
        for _ in pipeline.run(items[start : start + BATCH]):
            pass


if __name__ == "__main__":
    main()
