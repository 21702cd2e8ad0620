"""When each article is due, in seconds from the first one sent. Pure: the clock is the caller's."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from services.replayer.plan import Entry


class Pace(Protocol):
    """Turns entries into seconds after the start at which each is due; they never go back."""

    def due(self, entries: Iterable[Entry]) -> Iterator[float]:
        """One time an entry."""
        ...


@dataclass(frozen=True, slots=True)
class AtOnce:
    """As fast as the broker takes them."""

    def due(self, entries: Iterable[Entry]) -> Iterator[float]:
        """All at the start."""
        for _ in entries:
            yield 0.0


@dataclass(frozen=True, slots=True)
class Rate:
    """So many articles a second, evenly."""

    per_second: float

    def due(self, entries: Iterable[Entry]) -> Iterator[float]:
        """The n-th after n / rate seconds."""
        for number, _ in enumerate(entries):
            yield number / self.per_second


@dataclass(frozen=True, slots=True)
class Speed:
    """As they were published, so many times faster. An article without a time comes with the one before it."""

    times: float

    def due(self, entries: Iterable[Entry]) -> Iterator[float]:
        """Time since the first publication, divided; never earlier than the article before."""
        first: float | None = None
        due = 0.0
        for entry in entries:
            if entry.published_at:
                published = entry.published_at.timestamp()
                first = published if first is None else first
                due = max(due, (published - first) / self.times)
            yield due
