"""From the bytes of a record to a raw article, or to the reason why there is none."""

from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import from_json

from schemas import RawArticle
from services.enricher.core.outcome import DeadLetter, Tombstone


@dataclass(frozen=True, slots=True)
class Limits:
    """How much the service takes on. A record beyond a limit becomes a dead letter with the reason `too_large`.

    `result_bytes` must stay below `max.message.bytes` of the enriched topic, or the broker refuses what is sent.
    """

    record_bytes: int = 8 * 1024 * 1024
    text_characters: int = 200_000
    result_bytes: int = 1_000_000


def decode(key: bytes | None, value: bytes | None, limits: Limits) -> RawArticle | Tombstone | DeadLetter:
    """Read one record. Never raises for what a producer can send."""
    if value is None:
        return Tombstone() if key is not None else DeadLetter("no_key", "decode", "ValueError", "neither key nor value")
    if len(value) > limits.record_bytes:
        return _too_large(f"the value has {len(value)} bytes, the limit is {limits.record_bytes}")
    try:
        # Infinity and NaN are no JSON, and could not be handed on as JSON.
        data = from_json(value, allow_inf_nan=False)
    except ValueError as error:
        return DeadLetter.of("not_json", "decode", error)
    try:
        article = RawArticle.model_validate(data)
    except ValidationError as error:
        return DeadLetter.of("contract", "decode", error, _explain(error))
    if len(article.text) > limits.text_characters:
        return _too_large(f"the text has {len(article.text)} characters, the limit is {limits.text_characters}")
    return article


def _too_large(message: str) -> DeadLetter:
    return DeadLetter("too_large", "decode", "ValueError", message)


def _explain(error: ValidationError) -> str:
    """Which field breaks which rule, without what stands in the field: an article does not belong into a header."""
    found = error.errors(include_url=False, include_context=False, include_input=False)
    return "; ".join(f"{'.'.join(map(str, each['loc'])) or 'record'}: {each['msg']}" for each in found)
