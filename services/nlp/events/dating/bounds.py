"""Events bounded by another one that has a date: "will retire after Friday's match", "lasted until the vote"."""

from datetime import timedelta

from msgspec.structs import replace

from services.nlp.annotations import EventDate
from services.nlp.events.dating.state import Dating

_CLOSING = frozenset({"until", "till", "by"})
_WORDS = _CLOSING | {"after", "following", "before", "since"}


def from_future_bound(dating: Dating, token: int) -> EventDate | None:
    """What will happen after or before a dated event: its own tense says less."""
    return from_bound(dating, token) if dating.groups[token].tense == "future" else None


def from_since_then(dating: Dating, token: int) -> EventDate | None:
    """What "since then" and a bare "since" say begins with what was told last and reach up to the reference time."""
    syntax, group = dating.syntax, dating.groups[token]
    since = next((child for child in syntax.children[token] if syntax.lower[child] == "since"), None)
    if since is None or not group.perfect or dating.triggers[token].part != "verb":
        return None
    if any(syntax.lower[child] != "then" for child in syntax.children[since]) or syntax.deps[since] == "mark":
        return None
    above = next((above for above in syntax.ancestors(token) if above in dating.explicit), None)
    told = dating.explicit[above] if above is not None else dating.running and dating.running.date
    last = dating.reference.value
    if not told or not told.value or told.earliest is None or (last and told.earliest > last):
        return None
    return replace(told, value=None, latest=last, granularity="interval")


def from_bound(dating: Dating, token: int) -> EventDate | None:
    """The interval that a dated noun behind "after", "before", "until" or "since" leaves."""
    syntax = dating.syntax
    if dating.triggers[token].part != "verb":
        return None
    for child in syntax.children[token]:
        if syntax.deps[child] == "prep" and syntax.lower[child] in _WORDS:
            other = syntax.child(child, "pobj")
            date = dating.explicit.get(other) if other is not None else None
            if date and date.value:
                return _bounded(dating, token, syntax.lower[child], date)
    return None


def _bounded(dating: Dating, token: int, word: str, date: EventDate) -> EventDate | None:
    earliest, latest = date.earliest, date.latest
    if word == "since":
        latest = dating.reference.value if dating.groups[token].perfect else None
    elif word in _CLOSING:
        earliest = None
    elif word == "before":
        earliest, latest = None, earliest - timedelta(days=1) if earliest else None
    else:
        earliest, latest = latest, None
    if not (earliest or latest) or (earliest and latest and earliest > latest):
        return None
    return replace(date, value=None, earliest=earliest, latest=latest, granularity="interval")
