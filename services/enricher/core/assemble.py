"""From a raw article and its annotations to the bytes of the enriched one."""

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Protocol

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from schemas import EnrichedArticle, Language, RawArticle
from services.enricher.core.outcome import DeadLetter, Enriched, Outcome


class Annotations(Protocol):
    """What the analysis of a text hands on; validated against the contract here."""

    @property
    def reference_time(self) -> Any: ...  # noqa: ANN401, D102  # the contract is what types it
    @property
    def entities(self) -> Any: ...  # noqa: ANN401, D102  # the same
    @property
    def timexes(self) -> Any: ...  # noqa: ANN401, D102  # the same
    @property
    def events(self) -> Any: ...  # noqa: ANN401, D102  # the same


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made the annotations: pipeline and model, each with its version."""

    pipeline: str
    model: str


def assemble(
    article: RawArticle, language: Language, annotations: Annotations | None, provenance: Provenance, limit: int
) -> Outcome:
    """Validate and encode one enriched article of at most `limit` bytes; the same arguments give the same bytes.

    Without annotations the article is published as one in an unsupported language. Annotations that break the
    contract are a fault of the analysis, and the record becomes a dead letter that says which rule they break.
    """
    try:
        enriched = EnrichedArticle.model_validate(_fields(article, language, annotations, provenance))
        value = enriched.model_dump_json().encode()
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        message = "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in found)
        return DeadLetter.of("analysis", "encode", error, message)
    except (PydanticSerializationError, UnicodeEncodeError) as error:
        return DeadLetter.of("analysis", "encode", error)
    if len(value) > limit:
        message = f"the enriched article has {len(value)} bytes, the limit is {limit}"
        return DeadLetter("result_too_large", "encode", "ValueError", message)
    return Enriched(
        key=enriched.article_id.encode(),
        value=value,
        status=enriched.analysis.status,
        entities=len(enriched.entities),
        events=dict(Counter(event.date.method for event in enriched.events)),
    )


def _fields(
    article: RawArticle, language: Language, annotations: Annotations | None, provenance: Provenance
) -> dict[str, Any]:
    text = article.text
    return {
        "article_id": article.article_id,
        "version": article.version,
        "headline": article.headline,
        "published_at": article.published_at,
        "source": article.source,
        "url": article.url,
        "extra": article.extra,
        "language": language,
        "text": text,
        "reference_time": annotations.reference_time if annotations else _published(article),
        "entities": annotations.entities if annotations else (),
        "timexes": annotations.timexes if annotations else (),
        "events": annotations.events if annotations else (),
        "analysis": {
            "status": "complete" if annotations else "unsupported_language",
            "pipeline": provenance.pipeline,
            "model": provenance.model if annotations else None,
            "content_hash": f"sha256:{sha256(text.encode()).hexdigest()}",
        },
    }


def _published(article: RawArticle) -> dict[str, Any]:
    """The reference time of an article that nobody analysed: the day of publication or none."""
    if article.published_at is None:
        return {"value": None, "method": "none"}
    return {"value": article.published_at.date(), "method": "published_at"}
