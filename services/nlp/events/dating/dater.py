"""Dates the events of a document: first what a time expression governs, then the rest by weaker evidence."""

from services.nlp.annotations import EventDate, ReferenceTime, Timex
from services.nlp.events.dating.anchors import Anchor, find_anchors, governed
from services.nlp.events.dating.coreference import from_coreference, remember
from services.nlp.events.dating.interval import dated, lasting
from services.nlp.events.dating.narrative import advance, from_report, from_running_date, from_tense
from services.nlp.events.dating.sharing import from_above, from_below
from services.nlp.events.dating.state import Dating, Status
from services.nlp.events.quotes import find_quotes, quote_at
from services.nlp.events.syntax import Syntax
from services.nlp.events.tense import verbal
from services.nlp.events.triggers import Trigger

NOBODY_KNOWS = EventDate(method="none")
STEPS = (from_tense, from_below, from_coreference, from_above, from_report, from_running_date)
"""Where a date may come from when no time expression governs the event, the surest first."""


def date_events(
    syntax: Syntax, triggers: list[Trigger], timexes: tuple[Timex, ...], reference: ReferenceTime, status: Status
) -> dict[int, EventDate]:
    """A date for every trigger by its token."""
    at = {trigger.token: trigger for trigger in triggers}
    groups = {token: verbal(syntax, _predicate(syntax, token)) for token in at}
    anchors = _governing(syntax, find_anchors(syntax, timexes), frozenset(at))
    dating = Dating(syntax, at, status, groups, reference, anchors)
    dating.explicit = {token: _from_anchor(dating, token, anchor) for token, anchor in anchors.items()}
    remember(dating)
    for tokens in _by_sentence(syntax, triggers):
        for token in tokens:
            dating.dates[token] = dating.explicit.get(token) or _inferred(dating, token)
        advance(dating, tokens)
    return dating.dates


def _governing(syntax: Syntax, anchors: list[Anchor], triggers: frozenset[int]) -> dict[int, Anchor]:
    """The time expression that governs each trigger: a date before a duration, a plain one before a bound.

    A time inside a quotation says when what is quoted happened, not when it was said.
    """
    found: dict[int, Anchor] = {}
    quotes = find_quotes(syntax.text)
    for anchor in anchors:
        if anchor.timex.type == "SET":
            continue
        token = governed(syntax, anchor, triggers)
        if token is None or quote_at(quotes, anchor.timex.start) not in (None, quote_at(quotes, syntax.starts[token])):
            continue
        if token not in found or _rank(anchor) < _rank(found[token]):
            found[token] = anchor
    return found


def _rank(anchor: Anchor) -> tuple[bool, bool]:
    return anchor.timex.type == "DURATION", anchor.signal is not None


def _by_sentence(syntax: Syntax, triggers: list[Trigger]) -> list[list[int]]:
    sentences: dict[int, list[int]] = {}
    for trigger in triggers:
        sentences.setdefault(syntax.sentence_of[trigger.token], []).append(trigger.token)
    return list(sentences.values())


def _predicate(syntax: Syntax, token: int) -> int:
    """The verb that carries the tense: a predicative adjective's is its copula."""
    return syntax.heads[token] if syntax.tags[token].startswith("JJ") else token


def _from_anchor(dating: Dating, token: int, anchor: Anchor) -> EventDate:
    reference = dating.reference.value
    if anchor.timex.type == "DURATION":
        return lasting(anchor.timex, reference, perfect=dating.groups[token].perfect)
    return dated(anchor.timex, anchor.signal, reference)


def _inferred(dating: Dating, token: int) -> EventDate:
    for step in STEPS:
        date = step(dating, token)
        if date and _possible(dating, token, date):
            return date
    return NOBODY_KNOWS


def _possible(dating: Dating, token: int, date: EventDate) -> bool:
    """What happened lies before the reference time: "has decided to admit them in March" is not of March."""
    reference = dating.reference.value
    return not (reference and date.earliest and date.earliest > reference and dating.finite_past(token))
