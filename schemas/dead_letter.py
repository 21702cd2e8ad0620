"""A record that could not be enriched: key, value and headers byte for byte as they came, plus these headers."""

from typing import Literal, Self

from pydantic import Field

from schemas.base import Contract

PREFIX = "__connect.errors."
"""Kafka Connect's prefix (KIP-298), so that tools made for its dead letters read these."""

DeadLetterReason = Literal[
    "no_key",  # a record that has neither key nor value: there is nothing to enrich and nowhere to put a tombstone
    "not_json",  # the value is not JSON in UTF-8
    "contract",  # the value is JSON but no raw article
    "too_large",  # the value is larger than the service takes
    "result_too_large",  # the enriched article is larger than a record may be
    "worker_crash",  # the record ended a worker process, twice, on its own
    "worker_stall",  # the record kept a worker busy past its limit, twice, on its own
    "worker_memory",  # the record made a worker grow past its limit, twice, on its own
    "analysis",  # the analysis raised an error or broke the enriched contract
]


class DeadLetterHeaders(Contract):
    """Where a dead letter comes from and why it is one."""

    topic: str
    partition: int = Field(ge=0)
    offset: int = Field(ge=0)
    stage: Literal["decode", "analyse", "encode", "worker"]
    reason: DeadLetterReason
    exception_class: str
    exception_message: str
    attempts: int = Field(ge=1, description="how often it was tried, over all redrives")
    first_failed_at: str = Field(description="ISO 8601, UTC: when the record itself was written to the raw topic")

    def to_headers(self) -> list[tuple[str, bytes]]:
        """The headers to append to those of the record."""
        return [(name, str(getattr(self, field)).encode()) for field, name in HEADER_NAMES.items()]

    @classmethod
    def from_headers(cls, headers: list[tuple[str, bytes]]) -> Self:
        """Read them back; of a header that stands twice the last one counts. Raises ValidationError if one lacks."""
        found = dict(headers)
        values = {field: found[name].decode() for field, name in HEADER_NAMES.items() if name in found}
        return cls.model_validate(values, strict=False)


HEADER_NAMES = {
    "topic": f"{PREFIX}topic",
    "partition": f"{PREFIX}partition",
    "offset": f"{PREFIX}offset",
    "stage": f"{PREFIX}stage",
    "reason": f"{PREFIX}reason",
    "exception_class": f"{PREFIX}exception.class.name",
    "exception_message": f"{PREFIX}exception.message",
    "attempts": f"{PREFIX}attempts",
    "first_failed_at": f"{PREFIX}first.failed.at",
}
