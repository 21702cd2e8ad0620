"""What arrives: one record of the raw topic, frozen and free of any client's types."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, Self

Headers = tuple[tuple[str, bytes | None], ...]
"""Names and values in their order; a name may stand twice, and Kafka lets a value be null."""


class Arrival(Protocol):
    """The fields of aiokafka's ConsumerRecord that are used."""

    topic: str
    partition: int
    offset: int
    timestamp: int
    key: bytes | None
    value: bytes | None
    headers: Iterable[tuple[str, bytes | None]]


@dataclass(frozen=True, slots=True)
class Record:
    """One raw record. `timestamp` is in milliseconds since 1970 UTC, -1 where the record has none."""

    topic: str
    partition: int
    offset: int
    timestamp: int
    key: bytes | None
    value: bytes | None
    headers: Headers = ()

    @classmethod
    def from_arrival(cls, arrival: Arrival) -> Self:
        """Copy what is needed, so that nothing of the client is kept alive or crosses to a worker."""
        return cls(
            arrival.topic,
            arrival.partition,
            arrival.offset,
            arrival.timestamp,
            arrival.key,
            arrival.value,
            tuple((name, value) for name, value in arrival.headers),
        )

    @property
    def size(self) -> int:
        """Bytes that the record holds in memory: key, value and headers."""
        headers = sum(len(name) + len(value or b"") for name, value in self.headers)
        return len(self.key or b"") + len(self.value or b"") + headers
