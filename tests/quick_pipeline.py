"""The service's pipeline without a model, for tests of delivery: it decodes and assembles in earnest, and obeys bodies.

A fault run needs many records and quick starts, and nothing of what the language model finds.
"""

import time
from collections.abc import Iterator, Sequence

from schemas import Language, RawArticle
from services.enricher.core.assemble import Provenance, assemble
from services.enricher.core.decode import Limits, decode
from services.enricher.core.work import Done, Item, PipelineOptions
from tests.unruly_pipeline import obey


class QuickPipeline:
    """Every article is one in a language without a model."""

    model = "quick 1.0"

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    def run(self, items: Sequence[Item]) -> Iterator[Done]:
        """The outcome of each item; a body that starts with a command of the unruly pipeline is obeyed."""
        for item in items:
            article = decode(item.key, item.value, self._limits)
            if isinstance(article, RawArticle):
                obey(article.body)
                language = Language(code="und", method="detected")
                yield Done(assemble(article, language, None, Provenance("test", "none"), self._limits.result_bytes))
            else:
                yield Done(article)


def load(options: PipelineOptions) -> QuickPipeline:
    """Make the pipeline."""
    return QuickPipeline(options.limits)


def load_slowly(options: PipelineOptions) -> QuickPipeline:
    """Make it as if from a cold disk."""
    time.sleep(60)
    return load(options)
