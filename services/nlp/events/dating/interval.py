"""From a time expression and the word before it to the interval in which an event happened."""

from datetime import date, timedelta

from msgspec.structs import replace

from schemas.vocabulary import DatingMethod
from services.nlp.annotations import EventDate, Range, ReferenceTime, Timex

_DAY = timedelta(days=1)
_CLOSING = frozenset({"until", "till", "by", "to", "through"})
BOUNDS = _CLOSING | {"since", "before", "after", "from", "following", "between"}
"""Words that make a time the beginning or the end of an event."""

_NEAR = frozenset({"before", "after", "by", "from", "to", "until", "through"})
"""Words that move an event by hours only where an hour follows them."""


def dated(timex: Timex, signal: str | None, reference: date | None, method: DatingMethod = "timex") -> EventDate:
    """The date of an event that a time expression governs; the signal is the preposition or conjunction between them.

    "since May" begins there and lasts until the reference time; "until", "by", "before" leave the beginning open,
    "after" and "from" the end: such events have an interval and no value.
    """
    if signal in BOUNDS and not (timex.type == "TIME" and signal in _NEAR and not _closes(timex, signal)):
        return _open(timex, method, *_bounded(signal, timex, reference))
    if timex.value == "PRESENT_REF":
        timex = replace(timex, value=reference.isoformat() if reference else "", earliest=reference, latest=reference)
    if timex.value in ("PAST_REF", "FUTURE_REF"):
        past = timex.value == "PAST_REF"
        return _open(timex, method, None if past else reference, reference if past else None)
    if timex.earliest is None and timex.latest is None:
        return _open(timex, method, None, None)
    return EventDate(
        method=method, value=timex.value, earliest=timex.earliest, latest=timex.latest,
        granularity=timex.granularity or "day", timex=timex.id, evidence=Range(timex.start, timex.end),
    )  # fmt: skip


def _closes(timex: Timex, signal: str) -> bool:
    """Whether a part of a day closes what happened by then: "counted by Monday morning"."""
    return signal in ("by", "until") and timex.granularity == "part_of_day"


def between(first: Timex, last: Timex) -> EventDate:
    """The date of what lasted from one time to another, or happened between them."""
    evidence = Range(first.start, max(first.end, last.end))
    if first.earliest and first.earliest == last.latest:
        return replace(dated(first, None, None), value=first.earliest.isoformat(), granularity="day", evidence=evidence)
    return replace(_open(first, "timex", first.earliest, last.latest), evidence=evidence)


def _bounded(signal: str, timex: Timex, reference: date | None) -> tuple[date | None, date | None]:
    """First and last day of what began or ended with the time."""
    earliest, latest = timex.earliest, timex.latest
    if signal == "since":
        return earliest, reference if reference and earliest and earliest <= reference else None
    if signal in _CLOSING:
        return None, latest
    if signal == "before":
        if timex.mod == "END":
            return None, latest
        return None, earliest - _DAY if earliest and earliest > date.min else None
    return (latest if signal == "after" else earliest), None


def lasting(timex: Timex, reference: date | None, *, perfect: bool) -> EventDate:
    """The date of an event with a duration: "has fought for two months" lies before the reference time."""
    earliest, latest = timex.earliest, timex.latest
    if perfect and latest is None:
        latest = reference
    return _open(timex, "duration", earliest, latest)


def on(reference: ReferenceTime, method: DatingMethod, evidence: Range | None = None) -> EventDate | None:
    """The day of the reference time itself, where the article says or its publisher knows which it is."""
    day = reference.value
    if day is None:
        return None
    return EventDate(
        method=method, value=day.isoformat(), earliest=day, latest=day, granularity="day", evidence=evidence
    )


def _open(timex: Timex, method: DatingMethod, earliest: date | None, latest: date | None) -> EventDate:
    """An interval without a value of its own; a side that would contradict the other is dropped."""
    if earliest and latest and earliest > latest:
        latest = None
    return EventDate(
        method=method, earliest=earliest, latest=latest, granularity="interval" if earliest or latest else None,
        timex=timex.id, evidence=Range(timex.start, timex.end),
    )  # fmt: skip
