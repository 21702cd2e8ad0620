"""Dates the events of a document: sentence by sentence, the strongest evidence first."""

from dataclasses import dataclass, field

from services.nlp.annotations import EventDate, ReferenceTime, Timex
from services.nlp.events.dating.anchors import Anchor, find_anchors, governed
from services.nlp.events.dating.interval import dated, lasting, on
from services.nlp.events.syntax import Syntax
from services.nlp.events.tense import Verbal, verbal
from services.nlp.events.triggers import Trigger

NOBODY_KNOWS = EventDate(method="none")
_INHERITING = 6
"""Heads that an event looks up for a date to share."""


@dataclass(slots=True)
class _Dating:
    """What is known while a document is being dated."""

    syntax: Syntax
    triggers: dict[int, Trigger]
    reference: ReferenceTime
    explicit: dict[int, Anchor]
    dates: dict[int, EventDate] = field(default_factory=dict)
    running: EventDate | None = None
    reported: EventDate | None = None


def date_events(
    syntax: Syntax,
    triggers: list[Trigger],
    timexes: tuple[Timex, ...],
    reference: ReferenceTime,
    reporting: frozenset[int],
) -> dict[int, EventDate]:
    """A date for every trigger by its token. `reporting` are the tokens of verbs of saying."""
    at = {trigger.token: trigger for trigger in triggers}
    dating = _Dating(syntax, at, reference, _explicit(syntax, find_anchors(syntax, timexes), frozenset(at)))
    by_sentence: dict[int, list[int]] = {}
    for trigger in triggers:
        by_sentence.setdefault(syntax.sentence_of[trigger.token], []).append(trigger.token)
    for tokens in by_sentence.values():
        _date_sentence(dating, tokens, reporting)
    return dating.dates


def _explicit(syntax: Syntax, anchors: list[Anchor], triggers: frozenset[int]) -> dict[int, Anchor]:
    """The time expression that governs each trigger: a date before a duration, a plain one before a bound."""
    found: dict[int, Anchor] = {}
    for anchor in anchors:
        if anchor.timex.type == "SET":
            continue
        token = governed(syntax, anchor, triggers)
        if token is not None and (token not in found or _rank(anchor) < _rank(found[token])):
            found[token] = anchor
    return found


def _rank(anchor: Anchor) -> tuple[bool, bool]:
    return anchor.timex.type == "DURATION", anchor.signal is not None


def _date_sentence(dating: _Dating, tokens: list[int], reporting: frozenset[int]) -> None:
    groups = {token: verbal(dating.syntax, _predicate(dating.syntax, token)) for token in tokens}
    for token in tokens:
        anchor = dating.explicit.get(token)
        if anchor:
            dating.dates[token] = _from_anchor(dating, anchor, groups[token])
    depth = {token: len(dating.syntax.ancestors(token)) for token in tokens}
    for token in sorted(tokens, key=lambda token: (depth[token], token)):
        if token not in dating.dates:
            dating.dates[token] = _without_timex(dating, token, groups, reporting)
    for token in tokens:
        date = dating.dates[token]
        if date.method == "timex" and date.granularity == "day" and groups[token].tense == "past":
            dating.running = date
            if token in reporting:
                dating.reported = date


def _predicate(syntax: Syntax, token: int) -> int:
    """The verb that carries the tense: a predicative adjective's is its copula."""
    return syntax.heads[token] if syntax.tags[token].startswith("JJ") else token


def _from_anchor(dating: _Dating, anchor: Anchor, group: Verbal) -> EventDate:
    reference = dating.reference.value
    if anchor.timex.type == "DURATION":
        return lasting(anchor.timex, reference, perfect=group.perfect)
    return dated(anchor.timex, anchor.signal, reference)


def _without_timex(dating: _Dating, token: int, groups: dict[int, Verbal], reporting: frozenset[int]) -> EventDate:
    group, syntax = groups[token], dating.syntax
    part = dating.triggers[token].part
    if group.tense == "present" and not group.perfect and part != "noun":
        return on(dating.reference, "tense")
    if group.tense == "future" and part != "noun":
        return EventDate(
            method="tense", earliest=dating.reference.value, granularity="interval" if dating.reference.value else None
        )
    shared = _shared(dating, token)
    if shared:
        return shared
    if token in reporting and part == "verb":
        return dating.reported or on(dating.reference, "reference_time")
    if part == "verb" and group.tense == "past" and not group.perfect and dating.running:
        return _narrated(dating.running)
    return NOBODY_KNOWS


def _narrated(date: EventDate) -> EventDate:
    return EventDate(
        method="narrative", value=date.value, earliest=date.earliest, latest=date.latest, granularity=date.granularity,
        timex=date.timex, evidence=date.evidence,
    )  # fmt: skip


def _shared(dating: _Dating, token: int) -> EventDate | None:
    """The date of the nearest event above that has one."""
    for above in dating.syntax.ancestors(token)[:_INHERITING]:
        date = dating.dates.get(above)
        if date and above in dating.triggers:
            return date if date.method == "timex" and date.value else None
    return None
