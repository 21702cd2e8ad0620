"""Dates that events of one sentence share: with the event above them, and with what they govern."""

from services.nlp.annotations import EventDate
from services.nlp.events import lexicon
from services.nlp.events.dating.state import Dating
from services.nlp.events.syntax import Syntax

_REACH = 6
"""Steps up or down the tree at most."""
_DOWN = frozenset({"dobj", "prep", "pobj", "xcomp", "oprd", "pcomp", "nsubjpass", "attr", "agent"})
_LEFT = frozenset({"relcl", "acl", "appos"})
_APART = frozenset({"after", "before", "since", "until", "till", "following"})
_SAME_TIME = frozenset({"try", "manage", "help", "seem", "appear", "fail", "go", "come"})
_OPAQUE = frozenset({"ccomp", "parataxis"})


def from_above(dating: Dating, token: int) -> EventDate | None:
    """The date of the nearest event above that a time expression dates."""
    below = token
    for above in dating.syntax.ancestors(token, _REACH):
        if _lies_apart(dating.syntax, below, above):
            return None
        date = dating.explicit.get(above)
        if date:
            return date if date.value and _compatible(dating, token, below, above) else None
        below = above
    return None


def _lies_apart(syntax: Syntax, below: int, above: int) -> bool:
    """Whether a word between the two says that they lie one after the other: "forty days after an election"."""
    if syntax.lower[above] in _APART or syntax.lower[below] in _APART:
        return True
    mark = syntax.child(below, "mark", "prep") if syntax.deps[below] == "advcl" else None
    return mark is not None and syntax.deps[mark] == "mark" and syntax.lower[mark] in _APART


def _compatible(dating: Dating, token: int, below: int, above: int) -> bool:
    """Whether the event can lie at the time of the one above."""
    group = dating.groups[token]
    if dating.syntax.deps[below] in _OPAQUE and above in dating.status.reporting:
        return not group.perfect and group.tense in ("past", "none")
    return not (group.tense == "past" and group.perfect)


def from_below(dating: Dating, token: int) -> EventDate | None:
    """The date of an event among the arguments: "began trading in July", "was found abandoned in December"."""
    level = [token]
    for _ in range(_REACH):
        level = [child for parent in level for child in dating.syntax.children[parent] if _leads_down(dating, child)]
        for child in level:
            date = dating.explicit.get(child)
            if date and date.value:
                return date
    return None


def _leads_down(dating: Dating, child: int) -> bool:
    """Whether a date below holds above: of arguments, and of the verb that a phasal one begins or ends."""
    syntax = dating.syntax
    dep, head = syntax.deps[child], syntax.heads[child]
    if dep == "xcomp" and syntax.tags[child] == "VB":
        lemma = lexicon.verb_lemma(syntax.lower[head])
        return lemma in lexicon.table("classes")["aspectual"] or lemma in _SAME_TIME
    if dep in ("relcl", "acl"):
        return head in dating.triggers and syntax.tags[head].startswith("NN") and syntax.tags[child] != "VB"
    return dep in _DOWN and syntax.lower[child] not in _APART
