"""Dates that need no time expression: of what holds or will happen, seen from the day of the report."""

from msgspec.structs import replace

from services.nlp.annotations import EventDate
from services.nlp.events.dating.interval import on
from services.nlp.events.dating.state import Dating
from services.nlp.events.quotes import quote_at
from services.nlp.events.tables import DATING
from services.nlp.events.tense import verbal

_SAYING = 4
"""Steps up to who said so."""


def from_tense(dating: Dating, token: int) -> EventDate | None:
    """The present is the reference time; the future lies after it, open-ended."""
    group = dating.groups[token]
    if dating.triggers[token].part == "noun":
        return None
    ahead = (group.tense == "present" or _is_reduced(dating, token)) and _is_condition(dating, token)
    if group.tense == "present" and not group.perfect and not ahead:
        if _is_of_any_time(dating, token):
            return None
        return on(dating.reference, "tense")
    if group.tense == "future" or ahead:
        day = dating.reference.value
        return EventDate(method="tense", earliest=day, granularity="interval" if day else None)
    return None


def _is_of_any_time(dating: Dating, token: int) -> bool:
    """As in "it often rains", "they tend to leave early", "you learn to wait"."""
    syntax = dating.syntax
    if syntax.said(token, DATING["habits"], "advmod") is not None or dating.triggers[token].lemma in DATING["tending"]:
        return True
    who = syntax.child(token, "nsubj")
    return who is not None and syntax.lower[who] in DATING["anyone"] and not syntax.children[who]


def from_plan(dating: Dating, token: int) -> EventDate | None:
    """What somebody said "would" happen lies after the day on which it was said, open-ended."""
    group = dating.groups[token]
    if group.modal != "would" or group.perfect or dating.triggers[token].part != "verb":
        return None
    quoted = quote_at(dating.syntax.quotes, dating.syntax.starts[token]) is not None
    if quoted or dating.syntax.deps[token] not in ("ccomp", "acl", "relcl"):
        return None
    for above in dating.syntax.ancestors(token, _SAYING):
        if above in dating.triggers and dating.groups[above].tense == "past":
            said = dating.explicit.get(above) or dating.dates.get(above)
            if above in dating.status.reporting and said and said.value and said.earliest:
                return replace(said, value=None, latest=None, granularity="interval")
    return None


def _is_reduced(dating: Dating, token: int) -> bool:
    """As in "if convicted, he faces ten years"; in "once married, he left" the main verb is past."""
    syntax, above = dating.syntax, dating.syntax.heads[token]
    if syntax.tags[token] != "VBN" or syntax.deps[token] != "advcl" or dating.groups[token].tense != "none":
        return False
    return verbal(syntax, above).tense in ("present", "future")


def _is_condition(dating: Dating, token: int) -> bool:
    """Whether a present tense speaks of what is to come: "if she wins", "once it is signed"."""
    words, syntax = DATING["conditions"], dating.syntax
    return any(
        child < token and syntax.lower[child] in words and syntax.deps[child] in ("mark", "advmod")
        for child in syntax.children[token]
    )
