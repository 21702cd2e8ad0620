"""The day of the first of two verbs from the second: "killed nine people and injured forty on Sunday"."""

from services.nlp.annotations import EventDate
from services.nlp.events.dating.arguments import from_below
from services.nlp.events.dating.leaps import is_calamity, is_told_aside
from services.nlp.events.dating.state import Dating
from services.nlp.events.dating.story import DAYS

_LATER = frozenset({"then", "later", "eventually", "since", "again"})
_LIST = 6
"""Verbs of a list at most."""
_PAST = frozenset({"VBD", "VBN"})


def from_joined(dating: Dating, token: int) -> EventDate | None:
    """A day behind the second verb is that of the first, too, in the opening of a story and of what harms people."""
    other = _dated(dating, token)
    if other is None or not _may_share(dating, token):
        return None
    grave = is_calamity(dating, token) and is_calamity(dating, other)
    if not _goes_on(dating, other) or not (grave or _is_opening(dating, other)):
        return None
    date, anchor = dating.explicit.get(other), dating.anchors.get(other)
    if date is None:
        date = from_below(dating, other) if grave else None
    elif anchor is None or anchor.first < other:
        return None
    return date if date and date.value and date.granularity in DAYS else None


def _dated(dating: Dating, token: int) -> int | None:
    """The verb beside it, or the one behind that has a date in a list: "tore off roofs, cut power and killed two"."""
    other = dating.syntax.child(token, "conj")
    for _ in range(_LIST):
        if other not in dating.triggers:
            return None
        further = dating.syntax.child(other, "conj")
        if further not in dating.triggers or other in dating.explicit or not _goes_on(dating, other):
            break
        other = further
    return other


def _may_share(dating: Dating, token: int) -> bool:
    """Whether the first verb tells what happened, at no time of its own."""
    group, status = dating.groups[token], dating.status
    if dating.triggers[token].part != "verb" or group.tense != "past" or group.perfect:
        return False
    return not (
        token in status.reporting or token in status.negated or token in dating.vague or is_told_aside(dating, token)
    )


def _goes_on(dating: Dating, other: int) -> bool:
    """Whether the second verb happened together with the first, not "later"."""
    syntax = dating.syntax
    return syntax.tags[other] in _PAST and all(syntax.lower[child] not in _LATER for child in syntax.children[other])


def _is_opening(dating: Dating, other: int) -> bool:
    """Whether the story has named no day yet, and both verbs are of one subject."""
    return dating.running is None and dating.syntax.child(other, "nsubj", "nsubjpass") is None
