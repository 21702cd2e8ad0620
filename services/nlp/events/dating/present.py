"""Dates that need no time expression: of what is said, holds or will happen, seen from the day of the report."""

from services.nlp.annotations import EventDate
from services.nlp.events.dating.interval import on
from services.nlp.events.dating.state import Dating

_GOES_ON = 1
"""Sentences for which the day of a report goes on."""


def from_tense(dating: Dating, token: int) -> EventDate | None:
    """The present is the reference time; the future lies after it, open-ended."""
    group = dating.groups[token]
    if dating.triggers[token].part == "noun":
        return None
    if group.tense == "present" and not group.perfect:
        return on(dating.reference, "tense")
    if group.tense == "future":
        day = dating.reference.value
        return EventDate(method="tense", earliest=day, granularity="interval" if day else None)
    return None


def from_report(dating: Dating, token: int) -> EventDate | None:
    """A verb of saying belongs to the day of the report: the one last named, else the reference time."""
    group = dating.groups[token]
    if token not in dating.status.reporting or dating.triggers[token].part != "verb":
        return None
    if group.perfect or group.modal or group.infinitive:
        return None
    if dating.reported and dating.syntax.sentence_of[token] - dating.reported_in <= _GOES_ON:
        return dating.reported
    return on(dating.reference, "reference_time")
