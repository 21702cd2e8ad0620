"""What crosses to a worker process and back: small frozen things made of bytes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from services.enricher.core.decode import Limits
from services.enricher.core.outcome import Outcome
from services.nlp.defaults import DEFAULT_MODEL


@dataclass(frozen=True, slots=True)
class Item:
    """The part of a record that is worked on."""

    key: bytes | None
    value: bytes | None


@dataclass(frozen=True, slots=True)
class Done:
    """The outcome of one item and the seconds that each stage took for it."""

    outcome: Outcome
    seconds: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PipelineOptions:
    """What a pipeline is loaded with."""

    model: str = DEFAULT_MODEL
    limits: Limits = field(default_factory=Limits)
    authority: str | None = None
    """The path of an authority file, if any."""


class Works(Protocol):
    """What a worker process needs of a pipeline."""

    @property
    def model(self) -> str:
        """Name and version of the model."""

    def run(self, items: Sequence[Item]) -> Iterator[Done]:
        """One result for each item, in order."""
