"""A day to come beside what has been done is that of something else: "called a vote for 9 June"."""

from msgspec.structs import replace

from services.nlp.events.dating.anchors import Anchor
from services.nlp.events.dating.state import Dating
from services.nlp.events.tables import DATING

_UP_TO = frozenset({"until", "till", "through", "by", "from"})
"""Words before a time that bounds what has been done: "shut until June", "banned from Monday"."""
_STRETCHING = frozenset({"extend", "prolong", "lengthen", "renew"})
"""Verbs that leave what they are done to where it was: "extended its offer to 9 June"."""
_PRINTED = 2
"""Days after that of an agency's report on which a paper may print what it "said"."""
_NEAR = 6
"""Words before a time in which the event stands that it is the time of."""


def fixed(dating: Dating, anchor: Anchor, token: int | None) -> tuple[int | None, Anchor]:
    """The event that the time dates, given the one that the words mean, and the anchor without what bound that one."""
    if token is None or not _is_done(dating, anchor, token):
        return token, anchor
    return _fixed(dating, anchor, token), replace(anchor, signal=None)


def _is_done(dating: Dating, anchor: Anchor, token: int) -> bool:
    """Whether a day to come stands beside what has been done."""
    reference, first = dating.reference.value, anchor.timex.earliest
    if not reference or first is None or first <= reference or anchor.signal in _UP_TO:
        return False
    trigger = dating.triggers[token]
    if trigger.part != "verb" or not dating.finite_past(token) or trigger.lemma in _STRETCHING:
        return False
    if trigger.lemma in DATING["scheduling"] and dating.syntax.child(token, "nsubjpass") is not None:
        return False  # "was planned for June" has the day itself
    return token not in dating.status.reporting or (first - reference).days > _PRINTED


def _fixed(dating: Dating, anchor: Anchor, verb: int) -> int | None:
    """The event whose time was fixed: what the verb did it to, or the noun that the time stands behind."""
    syntax = dating.syntax
    behind = range(anchor.first - 1, max(verb, anchor.first - _NEAR), -1)
    nouns = (token for token in (syntax.child(verb, "dobj", "nsubjpass"), *behind) if token is not None)
    noun = next((one for one in nouns if one in dating.triggers and dating.triggers[one].part == "noun"), None)
    return syntax.child(verb, "xcomp") if noun is None else noun  # "planned to pay on Friday"
