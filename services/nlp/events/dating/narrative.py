"""Dates that the narrative carries: reports of the day, the running date, the lead."""

from dataclasses import replace

from services.nlp.annotations import EventDate
from services.nlp.events.dating.interval import on
from services.nlp.events.dating.state import Dating

_CARRIED = frozenset({"day", "quarter"})
"""A narrative goes on from a day, results go on from their quarter; longer spans say too little."""

_MAIN = frozenset({"ROOT", "conj"})
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
    if token not in dating.status.reporting or dating.triggers[token].part != "verb" or dating.groups[token].perfect:
        return None
    if dating.reported and dating.syntax.sentence_of[token] - dating.reported_in <= _GOES_ON:
        return dating.reported
    return on(dating.reference, "reference_time")


def from_running_date(dating: Dating, token: int) -> EventDate | None:
    """A main clause in the simple past goes on from the date last named; a subordinate one may leap."""
    if dating.syntax.deps[token] not in _MAIN or token in dating.status.negated:
        return None
    group = dating.groups[token]
    date = dating.running
    if date and dating.triggers[token].part == "verb" and group.tense == "past" and not group.perfect:
        return replace(date, method="narrative")
    return None


def advance(dating: Dating, tokens: list[int]) -> None:
    """After a sentence: remember its last past date as the running one, and the day of its reports."""
    for token in tokens:
        date = dating.explicit.get(token)
        if (
            date
            and date.granularity in _CARRIED
            and dating.groups[token].tense == "past"
            and not dating.groups[token].perfect
        ):
            if token in dating.status.reporting and date.granularity == "day":
                dating.reported, dating.reported_in = date, dating.syntax.sentence_of[token]
            dating.running = date
