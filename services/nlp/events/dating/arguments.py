"""Dates that an event has from what it governs: "began trading in July", "was found abandoned in December"."""

from services.nlp.annotations import EventDate
from services.nlp.events import lexicon
from services.nlp.events.dating.sharing import APART
from services.nlp.events.dating.state import Dating
from services.nlp.events.kinds import kind_of_verb

_REACH = 6
"""Steps down the tree at most."""
_DOWN = frozenset({"dobj", "prep", "pobj", "xcomp", "oprd", "pcomp", "nsubjpass", "attr", "agent"})
_SAME_TIME = frozenset({"try", "manage", "help", "seem", "appear", "fail", "go", "come"})


def from_below(dating: Dating, token: int) -> EventDate | None:
    """The date of an event among the arguments."""
    level = [token]
    for _ in range(_REACH):
        children = dating.syntax.children
        level = [child for parent in level for child in children[parent] if _leads_down(dating, token, child)]
        for child in level:
            date = dating.explicit.get(child)
            if date and date.value:
                return date
    return None


def _leads_down(dating: Dating, token: int, child: int) -> bool:
    """Whether a date below holds above: of arguments, and of the verb that a phasal one begins or ends."""
    syntax = dating.syntax
    dep, head = syntax.deps[child], syntax.heads[child]
    if dep == "xcomp" and syntax.tags[child] == "VB":
        lemma = lexicon.verb_lemma(syntax.lower[head])
        return lemma in lexicon.table("classes")["aspectual"] or lemma in _SAME_TIME
    if dep in ("relcl", "acl"):
        return syntax.tags[head].startswith("NN") and syntax.tags[child] != "VB" and _tells_of(dating, token, child)
    if dep == "dobj" and head in dating.triggers and dating.triggers[head].lemma in lexicon.table("dating")["wishing"]:
        return False
    return dep in _DOWN and syntax.lower[child] not in APART


def _tells_of(dating: Dating, token: int, clause: int) -> bool:
    """Whether a clause beside a noun has the time of what stands above: unless it only says when the noun began."""
    noun, verb = dating.syntax.heads[clause], dating.triggers.get(clause)
    if verb is None or lexicon.by_word("classes").get(verb.lemma) == "aspectual":
        return False
    if noun in dating.triggers:
        planned = verb.lemma in lexicon.table("modality")["planned"]
        return not planned or dating.triggers[token].part == "noun"
    if dating.triggers[token].part == "noun":  # "the collapse of a bridge, which killed nine people"
        return kind_of_verb(verb.lemma) in ("die", "injure")
    written = dating.syntax.lower[noun] in lexicon.table("dating")["documents"]
    return written and token in dating.status.reporting
