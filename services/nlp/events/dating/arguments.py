"""Dates that an event has from what it governs: "began trading in July", "was found abandoned in December"."""

from services.nlp.annotations import EventDate
from services.nlp.events import lexicon
from services.nlp.events.dating.sharing import APART
from services.nlp.events.dating.state import Dating

_REACH = 6
"""Steps down the tree at most."""
_DOWN = frozenset({"dobj", "prep", "pobj", "xcomp", "oprd", "pcomp", "nsubjpass", "attr", "agent"})
_SAME_TIME = frozenset({"try", "manage", "help", "seem", "appear", "fail", "go", "come"})


def from_below(dating: Dating, token: int) -> EventDate | None:
    """The date of an event among the arguments."""
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
        begins = lexicon.by_word("classes").get(lexicon.verb_lemma(syntax.lower[child])) == "aspectual"
        return (
            head in dating.triggers and syntax.tags[head].startswith("NN") and syntax.tags[child] != "VB" and not begins
        )
    return dep in _DOWN and syntax.lower[child] not in APART
