"""The contracts: all that another team needs to read or write Dateline's topics."""

from schemas.dead_letter import DeadLetterHeaders, DeadLetterReason
from schemas.enriched import Analysis, EnrichedArticle, Language, ReferenceTime
from schemas.entity import Entity, Place
from schemas.event import Attribution, Event, EventDate, Participant
from schemas.raw import RawArticle
from schemas.spans import Range, Span
from schemas.timex import Timex

__all__ = [
    "Analysis",
    "Attribution",
    "DeadLetterHeaders",
    "DeadLetterReason",
    "EnrichedArticle",
    "Entity",
    "Event",
    "EventDate",
    "Language",
    "Participant",
    "Place",
    "Range",
    "RawArticle",
    "ReferenceTime",
    "Span",
    "Timex",
]
