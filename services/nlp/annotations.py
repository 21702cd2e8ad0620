"""What the analysis hands on: frozen counterparts of the contracts, which are built from them by attribute name."""

from datetime import date, datetime

from msgspec import Struct

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


class Document(Struct, frozen=True, gc=False):
    """One text to analyse. `headline_end` is the length of the headline in code points, 0 where there is none."""

    text: str
    headline_end: int = 0
    published_at: datetime | None = None


class Range(Struct, frozen=True, gc=False):
    """`start` inclusive, `end` exclusive, in code points of the analysed text."""

    start: int
    end: int


class Span(Struct, frozen=True, gc=False):
    """A range with the words that stand there."""

    start: int
    end: int
    text: str


class ReferenceTime(Struct, frozen=True, gc=False):
    """The day against which relative dates are resolved, and where it comes from."""

    value: date | None
    method: ReferenceTimeMethod


class Timex(Struct, frozen=True, kw_only=True, gc=False):
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


class Place(Struct, frozen=True, gc=False):
    """Where a place is: ISO 3166-1 alpha-2 country, degrees north, degrees east."""

    country: str | None
    latitude: float | None = None
    longitude: float | None = None


class Entity(Struct, frozen=True, kw_only=True, gc=False):
    """A cluster of mentions; the fields are those of `schemas.Entity`."""

    id: str
    name: str
    label: EntityLabel
    salience: float
    mentions: tuple[Span, ...]
    link: str | None = None
    place: Place | None = None


class EventDate(Struct, frozen=True, kw_only=True, gc=False):
    """When an event happened; the fields are those of `schemas.EventDate`."""

    method: DatingMethod
    value: str | None = None
    earliest: date | None = None
    latest: date | None = None
    granularity: Granularity | None = None
    timex: str | None = None
    evidence: Range | None = None


class Participant(Struct, frozen=True, kw_only=True, gc=False):
    """A noun phrase that takes part in an event; the fields are those of `schemas.Participant`."""

    start: int
    end: int
    text: str
    role: ParticipantRole
    head: Range | None = None
    entity: str | None = None


class Attribution(Struct, frozen=True, gc=False):
    """Who says so; the fields are those of `schemas.Attribution`."""

    source: Span | None = None
    entity: str | None = None
    cue: Span | None = None


class Event(Struct, frozen=True, kw_only=True, gc=False):
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


class Annotations(Struct, frozen=True, gc=False):
    """All that was found in one text, and the seconds that each stage took (model, timex, entities, events)."""

    reference_time: ReferenceTime
    entities: tuple[Entity, ...]
    timexes: tuple[Timex, ...]
    events: tuple[Event, ...]
