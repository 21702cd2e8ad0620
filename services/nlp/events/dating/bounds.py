"""Events bounded by another one that has a date: "will retire after Friday's match", "lasted until the vote"."""

import datetime as dt

from msgspec.structs import replace

from services.nlp.annotations import EventDate
from services.nlp.events.dating.coreference import from_coreference
from services.nlp.events.dating.state import Dating
from services.nlp.events.syntax import Syntax

_CLOSING = frozenset({"until", "till", "by"})
_OPENING = frozenset({"after", "following"})
_DAYS = frozenset({"day", "part_of_day", "hour", "minute", "second"})
_TO = frozenset({"to"})
_WORDS = _CLOSING | {"after", "following", "before", "since"}


def from_future_bound(dating: Dating, token: int) -> EventDate | None:
    """What will happen after or before a dated event: its own tense says less."""
    return from_bound(dating, token) if dating.groups[token].tense == "future" else None


def from_since_then(dating: Dating, token: int) -> EventDate | None:
    """What "since then" and a bare "since" say begins with what was told last and reach up to the reference time."""
    syntax, group = dating.syntax, dating.groups[token]
    if not group.perfect or dating.triggers[token].part != "verb":
        return None
    since = next((child for child in syntax.children[token] if syntax.lower[child] == "since"), None)
    if since is None:
        return None
    if any(syntax.lower[child] != "then" for child in syntax.children[since]) or syntax.deps[since] == "mark":
        return None
    above = next((above for above in syntax.ancestors(token) if above in dating.explicit), None)
    here, running = syntax.sentence(token), dating.running
    near = running is not None and (running.section == here.section.start or here.number - running.sentence <= 1)
    told = dating.explicit[above] if above is not None else running.date if running is not None and near else None
    last = dating.reference.value
    if not told or not told.value or told.earliest is None or (last and told.earliest > last):
        return None
    return replace(told, value=None, latest=last, granularity="interval")


def from_bound(dating: Dating, token: int) -> EventDate | None:
    """The interval that a dated event behind "after", "before", "until" or "since" leaves."""
    syntax = dating.syntax
    if dating.triggers[token].part != "verb":
        return None
    for child in syntax.children[token]:
        word, other = _parted(syntax, child)
        date = _known(dating, other) if other is not None else None
        if date and (date.value or (word in _OPENING and date.earliest and not date.latest)):
            return _bounded(dating, token, word, date if date.value else replace(date, latest=date.earliest))
    return _from_main_clause(dating, token)


def _known(dating: Dating, other: int) -> EventDate | None:
    """The date of the other event, or of what it takes up: "after the attack"."""
    date = dating.explicit.get(other)
    return date or (from_coreference(dating, other) if other in dating.triggers else None)


def _parted(syntax: Syntax, child: int) -> tuple[str, int | None]:
    """The word that parts a verb from what one of its dependents names, and that: "after the vote", "after he left"."""
    if syntax.lower[child] == "prior" and (to := syntax.said(child, _TO, "prep")) is not None:
        return "before", syntax.child(to, "pobj", "pcomp")
    if syntax.deps[child] == "prep" and syntax.lower[child] in _WORDS:
        return syntax.lower[child], syntax.child(child, "pobj", "pcomp")
    mark = syntax.child(child, "mark") if syntax.deps[child] == "advcl" else None
    if mark is not None and syntax.lower[mark] in _WORDS:
        return syntax.lower[mark], child
    return "", None


def _from_main_clause(dating: Dating, token: int) -> EventDate | None:
    """What a clause with "after" or "before" tells lies on the other side: "left on Friday after he had been fined"."""
    syntax, above = dating.syntax, dating.syntax.heads[token]
    if syntax.deps[token] != "advcl" or dating.groups[token].tense != "past":
        return None
    word, _ = _parted(syntax, token)
    date = dating.explicit.get(above)
    if word not in ("after", "before") or date is None or not date.value:
        return None
    if word == "after":
        return replace(date, value=None, earliest=None, granularity="interval")
    return replace(date, value=None, latest=None, granularity="interval")


def _day_before(date: EventDate) -> dt.date | None:
    """The last day before an event: what precedes one of some month may still lie in that month."""
    if date.granularity not in _DAYS:
        return date.latest
    return date.earliest - dt.timedelta(days=1) if date.earliest else None


def _bounded(dating: Dating, token: int, word: str, date: EventDate) -> EventDate | None:
    earliest, latest = date.earliest, date.latest
    if word == "since":
        if not dating.groups[token].perfect:
            return None
        latest = dating.reference.value
    elif word in _CLOSING:
        earliest = None
    elif word == "before":
        earliest, latest = None, _day_before(date)
    else:
        latest = None
    if not (earliest or latest) or (earliest and latest and earliest > latest):
        return None
    return replace(date, value=None, earliest=earliest, latest=latest, granularity="interval")
