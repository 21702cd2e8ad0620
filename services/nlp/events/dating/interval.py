"""From a time expression and the word before it to the interval in which an event happened."""

from datetime import date, timedelta

from schemas.vocabulary import DatingMethod
from services.nlp.annotations import EventDate, Range, ReferenceTime, Timex

_DAY = timedelta(days=1)
_KNOWN = frozenset({"published_at", "dateline"})
"""Where a reference time must come from to date an event by itself; the latest date of a text bounds it at best."""


def dated(timex: Timex, signal: str | None, reference: date | None, method: DatingMethod = "timex") -> EventDate:
    """The date of an event that a time expression governs; the signal is the preposition or conjunction between them.

    "since May" begins there and lasts until the reference time; "until", "by", "before" leave the beginning open,
    "after" and "from" the end: such events have an interval and no value.
    """
    earliest, latest = timex.earliest, timex.latest
    if signal == "since":
        known = reference if reference and earliest and earliest <= reference else None
        return _open(timex, method, earliest, known)
    if signal in ("after", "from", "following"):
        return _open(timex, method, latest if signal == "after" else earliest, None)
    if signal in ("until", "till", "by", "to", "through"):
        return _open(timex, method, None, latest)
    if signal == "between":
        return _open(timex, method, earliest, None)
    if signal == "before":
        return _open(timex, method, None, earliest and earliest - _DAY if earliest != date.min else None)
    if timex.value == "PRESENT_REF":
        return EventDate(
            method=method, value=reference.isoformat() if reference else None, earliest=reference, latest=reference,
            granularity="day" if reference else None, timex=timex.id, evidence=Range(timex.start, timex.end),
        )  # fmt: skip
    if timex.value in ("PAST_REF", "FUTURE_REF"):
        past = timex.value == "PAST_REF"
        return _open(timex, method, None if past else reference, reference if past else None)
    return EventDate(
        method=method, value=timex.value, earliest=earliest, latest=latest, granularity=timex.granularity,
        timex=timex.id, evidence=Range(timex.start, timex.end),
    )  # fmt: skip


def lasting(timex: Timex, reference: date | None, *, perfect: bool) -> EventDate:
    """The date of an event with a duration: "has fought for two months" lies before the reference time."""
    earliest, latest = timex.earliest, timex.latest
    if perfect and latest is None:
        latest = reference
    return _open(timex, "duration", earliest, latest)


def on(reference: ReferenceTime, method: DatingMethod, evidence: Range | None = None) -> EventDate:
    """The day of the reference time itself."""
    day = reference.value if reference.method in _KNOWN else None
    if day is None:
        return EventDate(method="none")
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
