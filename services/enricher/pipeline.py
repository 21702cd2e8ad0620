"""What a worker does with records: decode, tell the language, analyse in batches, assemble. Knows no Kafka."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Self

from schemas import Language, RawArticle
from services import __version__
from services.enricher.core.assemble import Provenance, assemble
from services.enricher.core.decode import Limits, decode
from services.enricher.core.outcome import DeadLetter
from services.enricher.core.work import Done, Item, PipelineOptions
from services.enricher.language import LanguageDetector, primary_language
from services.nlp.annotations import Annotations, Document
from services.nlp.engine import Engine
from services.nlp.entities.authority import EMPTY, load_authority


@dataclass(frozen=True, slots=True)
class _Decoded:
    article: RawArticle
    language: Language
    seconds: dict[str, float]


class Pipeline:
    """Everything between the bytes of a raw record and the bytes of an enriched one. The same in, the same out."""

    def __init__(self, engine: Engine, detector: LanguageDetector, limits: Limits, version: str) -> None:
        self._engine = engine
        self._detector = detector
        self._limits = limits
        self._provenance = Provenance(version, engine.model)

    @classmethod
    def load(cls, options: PipelineOptions) -> Self:
        """Load the model and warm it up. Raises OSError where the model is missing, AuthorityError for a bad file."""
        version, authority = f"dateline {__version__}", EMPTY
        if options.authority:
            path = Path(options.authority)
            authority = load_authority(path)
            # The same article with another authority file is another result, so the version says which it was.
            version = f"{version}, authority {sha256(path.read_bytes()).hexdigest()[:8]}"
        # The detector's model is unpacked by C code beside spaCy's, half a second sooner. The thread has ended before
        # anything is forked.
        with ThreadPoolExecutor(1) as beside:
            detector = beside.submit(LanguageDetector)
            engine = Engine.load(options.model, authority)
            engine.warm_up()
            return cls(engine, detector.result(), options.limits, version)

    @property
    def model(self) -> str:
        """Name and version of the model."""
        return self._engine.model

    def run(self, items: Sequence[Item]) -> Iterator[Done]:
        """One result for each item, in order. An item that can't be enriched does no harm to its neighbours."""
        decoded = [self._decode(item) for item in items]
        found = self._analyse([each for each in decoded if isinstance(each, _Decoded) and self._is_supported(each)])
        for each in decoded:
            if isinstance(each, Done):
                yield each
            elif self._is_supported(each):
                yield self._assemble(each, next(found))
            else:
                yield self._assemble(each, None)

    def _decode(self, item: Item) -> _Decoded | Done:
        started = perf_counter()
        article = decode(item.key, item.value, self._limits)
        seconds = {"decode": perf_counter() - started}
        if not isinstance(article, RawArticle):
            return Done(article, seconds)
        started = perf_counter()
        language = self._detector.language_of(article)
        return _Decoded(article, language, seconds | {"language": perf_counter() - started})

    def _is_supported(self, decoded: _Decoded) -> bool:
        return primary_language(decoded.language.code) == self._engine.language

    def _analyse(self, wanted: Sequence[_Decoded]) -> Iterator[tuple[Annotations, dict[str, float]] | DeadLetter]:
        """Annotations for each article; where a batch fails, its articles go one by one, to find the guilty."""
        documents = [_document(each.article) for each in wanted]
        done = 0
        try:
            for found in self._engine.analyse(documents):
                yield found
                done += 1
        except Exception:  # noqa: BLE001  # any error of the analysis; the loop below meets it again and reports it
            for document in documents[done:]:
                yield self._analyse_alone(document)

    def _analyse_alone(self, document: Document) -> tuple[Annotations, dict[str, float]] | DeadLetter:
        try:
            return next(self._engine.analyse([document]))
        except Exception as error:  # noqa: BLE001  # whatever it is, it belongs to this article and into its dead letter
            return DeadLetter.of("analysis", "analyse", error)

    def _assemble(self, decoded: _Decoded, found: tuple[Annotations, dict[str, float]] | DeadLetter | None) -> Done:
        if isinstance(found, DeadLetter):
            return Done(found, decoded.seconds)
        annotations, seconds = found or (None, {})
        started = perf_counter()
        outcome = assemble(decoded.article, decoded.language, annotations, self._provenance, self._limits.result_bytes)
        return Done(outcome, decoded.seconds | seconds | {"encode": perf_counter() - started})


def _document(article: RawArticle) -> Document:
    return Document(article.text, len(article.headline or ""), article.published_at)
