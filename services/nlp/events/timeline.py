"""The order of what an article reports: dated events first to last, uncertain ones as ranges."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from schemas.vocabulary import EventClass, Modality, Polarity

TOLD = frozenset({"occurrence", "aspectual", "intentional_action"})
"""Classes that a timeline shows: what happens, not what is said, seen, wished or the case."""


class _Dated(Protocol):
    @property
    def earliest(self) -> date | None: ...
    @property
    def latest(self) -> date | None: ...


class Happening(Protocol):
    """What a timeline needs to know of an event: both `services.nlp.annotations.Event` and `schemas.Event` have it."""

    @property
    def class_(self) -> EventClass: ...
    @property
    def date(self) -> _Dated: ...
    @property
    def group(self) -> str | None: ...
    @property
    def polarity(self) -> Polarity: ...
    @property
    def modality(self) -> Modality: ...


E = TypeVar("E", bound=Happening)


@dataclass(frozen=True, slots=True)
class Entry(Generic[E]):
    """One event with its mentions in the order of the text; a side that nobody knows is None."""

    earliest: date | None
    latest: date | None
    mentions: tuple[E, ...]

    @property
    def uncertain(self) -> bool:
        """Whether the date is a range or open on a side."""
        return self.earliest is None or self.earliest != self.latest


def timeline(events: Iterable[E], *, classes: frozenset[str] = TOLD) -> tuple[Entry[E], ...]:
    """The dated events of an article by date, mentions of one event together; undated and negated ones are left out.

    The date of an event is that of the mention whose date is known most narrowly. Entries stand by the last day on
    which they can have begun: an event "until May" before one of May, one "since 2015" where it began.
    """
    grouped: dict[object, list[E]] = {}
    for number, event in enumerate(events):
        if event.class_ in classes and event.polarity == "affirmed":
            grouped.setdefault(event.group or number, []).append(event)
    entries = [entry for mentions in grouped.values() if (entry := _entry(mentions))]
    return tuple(sorted(entries, key=_place))


def _entry(mentions: list[E]) -> Entry[E] | None:
    dated = [event for event in mentions if event.date.earliest or event.date.latest]
    if not dated:
        return None
    best = min(dated, key=lambda event: _width(event.date)).date
    return Entry(best.earliest, best.latest, tuple(mentions))


def _width(when: _Dated) -> int:
    if when.earliest and when.latest:
        return (when.latest - when.earliest).days
    return date.max.toordinal()


def _place(entry: Entry[E]) -> tuple[date, date]:
    return entry.earliest or entry.latest or date.max, entry.latest or date.max
