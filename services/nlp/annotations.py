"""What the analysis hands on: frozen counterparts of the contracts, which are built from them by attribute name."""

from dataclasses import dataclass
from datetime import date, datetime

from schemas.vocabulary import (
    DatingMethod,
    EntityLabel,
    EventClass,
    EventSection,
    Granularity,
    Modality,
    ParticipantRole,
    Polarity,
    ReferenceTimeMethod,
    TimexMod,
    TimexType,
)


@dataclass(frozen=True, slots=True)
class Document:
    """One text to analyse. `headline_end` is the length of the headline in code points, 0 where there is none."""

    text: str
    headline_end: int = 0
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """`start` inclusive, `end` exclusive, in code points of the analysed text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Span:
    """A range with the words that stand there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ReferenceTime:
    """The day against which relative dates are resolved, and where it comes from."""

    value: date | None
    method: ReferenceTimeMethod


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """One time expression; the fields are those of `schemas.Timex`."""

    id: str
    start: int
    end: int
    text: str
    type: TimexType
    value: str
    rule: str
    mod: TimexMod | None = None
    quant: str | None = None
    freq: str | None = None
    earliest: date | None = None
    latest: date | None = None
    granularity: Granularity | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a place is: ISO 3166-1 alpha-2 country, degrees north, degrees east."""

    country: str | None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A cluster of mentions; the fields are those of `schemas.Entity`."""

    id: str
    name: str
    label: EntityLabel
    salience: float
    mentions: tuple[Span, ...]
    link: str | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """When an event happened; the fields are those of `schemas.EventDate`."""

    method: DatingMethod
    value: str | None = None
    earliest: date | None = None
    latest: date | None = None
    granularity: Granularity | None = None
    timex: str | None = None
    evidence: Range | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A noun phrase that takes part in an event; the fields are those of `schemas.Participant`."""

    start: int
    end: int
    text: str
    role: ParticipantRole
    head: Range | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so; the fields are those of `schemas.Attribution`."""

    source: Span | None = None
    entity: str | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event mention; the fields are those of `schemas.Event`."""

    id: str
    trigger: Span
    lemma: str
    class_: EventClass
    sentence: Range
    date: EventDate
    kind: str | None = None
    section: EventSection = "body"
    participants: tuple[Participant, ...] = ()
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    attribution: Attribution | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that was found in one text, and the seconds that each stage took (model, timex, entities, events)."""

    reference_time: ReferenceTime
    entities: tuple[Entity, ...]
    timexes: tuple[Timex, ...]
    events: tuple[Event, ...]
