"""Dates that events of one sentence share: with the event above them, and with what they govern."""

from services.nlp.annotations import EventDate
from services.nlp.events.dating.state import Dating

_REACH = 6
"""Steps up or down the tree at most."""
_DOWN = frozenset({"dobj", "prep", "pobj", "xcomp", "oprd", "pcomp", "nsubjpass", "attr", "agent"})
_LEFT = frozenset({"relcl", "acl", "appos"})
_OPAQUE = frozenset({"ccomp", "parataxis"})


def from_above(dating: Dating, token: int) -> EventDate | None:
    """The date of the nearest event above that a time expression dates."""
    below = token
    for above in dating.syntax.ancestors(token)[:_REACH]:
        date = dating.explicit.get(above)
        if date:
            return date if date.value and _compatible(dating, token, below, above) else None
        below = above
    return None


def _compatible(dating: Dating, token: int, below: int, above: int) -> bool:
    """Whether the event can lie at the time of the one above."""
    group = dating.groups[token]
    if dating.syntax.deps[below] in _OPAQUE and above in dating.reporting:
        return not group.perfect and group.tense in ("past", "none")
    return not (group.tense == "past" and group.perfect)


def from_below(dating: Dating, token: int) -> EventDate | None:
    """The date of an event among the arguments: "began trading in July", "was found abandoned in December"."""
    level = [token]
    for _ in range(_REACH):
        level = [
            child for parent in level for child in dating.syntax.children[parent] if dating.syntax.deps[child] in _DOWN
        ]
        for child in level:
            date = dating.explicit.get(child)
            if date and date.value:
                return date
    return None
