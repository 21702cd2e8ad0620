"""What happened, to whom, when, and according to whom."""

from pydantic import Field

from schemas.base import Contract
from schemas.intervals import Interval
from schemas.spans import Range, Span
from schemas.vocabulary import DatingMethod, EventClass, EventSection, Modality, ParticipantRole, Polarity


class EventDate(Interval):
    """When an event happened, how that is known and where the text says so; `method` is `none` where nobody knows."""

    method: DatingMethod
    timex: str | None = Field(default=None, description="id of the time expression that gave the date")
    evidence: Range | None = Field(default=None, description="the words that the date rests on")


class Participant(Span):
    """A noun phrase that takes part in an event."""

    role: ParticipantRole
    head: Range | None = Field(default=None, description="the head of the noun phrase")
    entity: str | None = Field(default=None, description="id of the entity the phrase names")


class Attribution(Contract):
    """Who says so: the source and the word of saying, for quotes and reported speech."""

    source: Span | None = None
    entity: str | None = None
    cue: Span | None = None


class Event(Contract):
    """One event mention (a TimeML EVENT) with its date, participants and status."""

    id: str = Field(description="v1, v2 … in the order of the text")
    trigger: Span
    lemma: str
    class_: EventClass = Field(alias="class")
    kind: str | None = Field(default=None, description="what sort of happening, from a small documented vocabulary")
    section: EventSection = "body"
    sentence: Range
    date: EventDate
    participants: tuple[Participant, ...] = ()
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    attribution: Attribution | None = None
    group: str | None = Field(default=None, description="shared by the mentions of one event within the article")
