"""The order of what an article reports: dated events first to last, uncertain ones as ranges."""

from collections.abc import Iterable
from datetime import date
from typing import Generic, TypeVar

from msgspec import Struct

import schemas
from services.nlp import annotations

TOLD = frozenset({"occurrence", "aspectual", "intentional_action"})
"""Classes that a timeline shows: what happens, not what is said, seen, wished or the case."""

UNREAL = frozenset({"hypothetical", "denied"})
"""What was prevented, refused, imagined or disclaimed."""

Happening = TypeVar("Happening", annotations.Event, schemas.Event)
"""What was found, or what was published: the fields that a timeline reads are the same."""


class Entry(Struct, Generic[Happening], frozen=True, gc=False):
    """One event with its mentions in the order of the text; a side that nobody knows is None."""

    earliest: date | None
    latest: date | None
    mentions: tuple[Happening, ...]

    @property
    def uncertain(self) -> bool:
        """Whether the date is a range or open on a side."""
        return self.earliest is None or self.earliest != self.latest


def timeline(events: Iterable[Happening], *, classes: frozenset[str] = TOLD) -> tuple[Entry[Happening], ...]:
    """The dated events of an article by date, mentions of one event together; without those that did not happen.

    The date of an event is that of the mention whose date is known most narrowly. Entries stand by the last day on
    which they can have begun: an event "until May" before one of May, one "since 2015" where it began.
    """
    grouped: dict[object, list[Happening]] = {}
    for number, event in enumerate(events):
        if event.class_ in classes and event.polarity == "affirmed" and event.modality not in UNREAL:
            grouped.setdefault(event.group or number, []).append(event)
    entries = [entry for mentions in grouped.values() if (entry := _entry(mentions))]
    return tuple(sorted(entries, key=_place))


def _entry(mentions: list[Happening]) -> Entry[Happening] | None:
    dated = [event for event in mentions if event.date.earliest or event.date.latest]
    if not dated:
        return None
    best = min(dated, key=lambda event: _width(event.date)).date
    return Entry(best.earliest, best.latest, tuple(mentions))


def _width(when: annotations.EventDate | schemas.EventDate) -> int:
    if when.earliest and when.latest:
        return (when.latest - when.earliest).days
    return date.max.toordinal()


def _place(entry: Entry[Happening]) -> tuple[date, date]:
    return entry.earliest or entry.latest or date.max, entry.latest or date.max
