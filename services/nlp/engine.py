"""Loads a model once and turns texts into annotations, in batches."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, repeat
from time import perf_counter
from typing import Self, TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from services.nlp.annotations import Annotations, Document
from services.nlp.defaults import BATCH, DEFAULT_MODEL
from services.nlp.entities import find_entities, read_tables
from services.nlp.entities.authority import EMPTY as NO_AUTHORITY
from services.nlp.entities.authority import Authority
from services.nlp.events import find_events
from services.nlp.parsing import load_pipeline, readable
from services.nlp.quoting import quote_again
from services.nlp.timex import find_reference_time, find_timexes
from services.nlp.tokens import read_tokens

__all__ = ["BATCH", "DEFAULT_MODEL", "STAGES", "Engine", "annotate"]

STAGES = ("model", "tokens", "timex", "entities", "events")

COMMON_WORDS = 5000
"""They make up nine tenths of a text and take a tenth of a second to read."""

Found = TypeVar("Found")


class Engine:
    """A loaded model. Analysing is deterministic and keeps no memory of earlier texts."""

    def __init__(self, nlp: Language, authority: Authority = NO_AUTHORITY) -> None:
        self._nlp = nlp
        self._authority = authority

    @classmethod
    def load(cls, model: str = DEFAULT_MODEL, authority: Authority = NO_AUTHORITY) -> Self:
        """Load an installed spaCy package or a path; the authority links entities. Raises OSError without a model."""
        return cls(load_pipeline(model), authority)

    @property
    def model(self) -> str:
        """Name and version of the model, as in `en_core_web_md 3.7.1`."""
        meta = self._nlp.meta
        return f"{meta['lang']}_{meta['name']} {meta['version']}"

    @property
    def language(self) -> str:
        """The language of the model, ISO 639-1."""
        return str(self._nlp.lang)

    def warm_up(self) -> None:
        """Read the commonest words once, outside any memory zone: what is cached here, every batch finds.

        Words first met inside a memory zone are forgotten at its end and would be looked up anew for each batch. The
        model's vectors list them by frequency; a model without vectors starts cold.
        """
        read_tables()
        strings = self._nlp.vocab.strings
        words = (strings[key] for key in islice(self._nlp.vocab.vectors, COMMON_WORDS))
        self._nlp.make_doc(" ".join(word for word in words if word.isalpha()))
        for _ in self.analyse([Document("Mara Lindqvist reopened the harbour of Aldmoor on 3 May 2026.")]):
            pass

    def analyse(self, documents: Iterable[Document]) -> Iterator[tuple[Annotations, dict[str, float]]]:
        """Annotations of each document in order, with the seconds that each stage took.

        The model reads a batch at once, so its seconds are the batch's, shared out by length. Any error that spaCy or
        a stage raises ends the iteration; the batches before it have been yielded.
        """
        waiting = iter(documents)
        while batch := list(islice(waiting, BATCH)):
            yield from self._analyse_batch(batch)

    def _analyse_batch(self, batch: Sequence[Document]) -> list[tuple[Annotations, dict[str, float]]]:
        # The zone frees the vocabulary that the batch added, which would otherwise grow for as long as news is written.
        # It must not stay open while a caller holds the iterator, so the batch is finished before anything is yielded.
        # And no error may leave through it: spaCy 3.8.7, the last one for Python 3.11, then forgets the words, but not
        # where it kept them, and fails on every text that follows.
        failed: Exception | None = None
        with self._nlp.memory_zone():
            try:
                found = self._read_batch(batch)
            except Exception as error:  # noqa: BLE001  # raised below, whatever it is
                failed = error
        if failed:
            raise failed
        return found

    def _read_batch(self, batch: Sequence[Document]) -> list[tuple[Annotations, dict[str, float]]]:
        started = perf_counter()
        texts = [readable(each.text) for each in batch]
        docs = list(self._nlp.pipe(texts, batch_size=BATCH))
        seconds_a_token = (perf_counter() - started) / max(1, sum(map(len, docs)))
        seconds = [{"model": seconds_a_token * len(doc)} for doc in docs]
        found = annotate(docs, batch, texts, seconds, self._authority)
        quoted = map(as_written, found, batch, texts)
        return list(zip(quoted, seconds, strict=True))


def as_written(found: Annotations, document: Document, read: str) -> Annotations:
    """The annotations in the words of the document, where it was read with something blanked out."""
    return found if read == document.text else quote_again(found, document.text)


def annotate(
    docs: Sequence[Doc],
    documents: Sequence[Document],
    texts: Sequence[str],
    seconds: Sequence[dict[str, float]],
    authority: Authority = NO_AUTHORITY,
) -> list[Annotations]:
    """Annotations of each parsed document: times first, then entities, then events, which need both.

    Each of `texts` is what was parsed, the document's with overlong runs blanked out; `seconds` are added to. A stage
    reads every document before the next stage begins: its code and tables stay in the processor's caches, which makes
    it an eighth faster than one document after another.
    """
    tokens = timed("tokens", seconds, map(read_tokens, docs, texts))
    reference_times = timed("timex", seconds, map(find_reference_time, docs, documents))
    timexes = timed("timex", seconds, map(find_timexes, docs, reference_times, tokens))
    entities = timed("entities", seconds, map(find_entities, tokens, documents, timexes, repeat(authority)))
    events = timed("events", seconds, map(find_events, tokens, documents, timexes, entities, reference_times))
    return list(map(Annotations, reference_times, entities, timexes, events))


def timed(stage: str, seconds: Sequence[dict[str, float]], results: Iterator[Found]) -> list[Found]:
    """What a stage yields for each document; the time that each took is added to its seconds."""
    found: list[Found] = []
    for each in seconds:
        started = perf_counter()
        found.append(next(results))
        each[stage] = each.get(stage, 0.0) + perf_counter() - started
    return found
