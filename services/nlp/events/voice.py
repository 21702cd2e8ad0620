"""Whether a verb stands in the passive."""

from services.nlp.events import lexicon
from services.nlp.events.syntax import MAX_CLIMB, Syntax
from services.nlp.events.tables import ROLES

_SUBJECTS = ("nsubj", "nsubjpass")


def is_passive(syntax: Syntax, verb: int) -> bool:
    """Whether the verb stands in the passive; headlines leave the auxiliary out: "Airliner delivered"."""
    for _ in range(MAX_CLIMB):
        if syntax.tags[verb] == "VBD":
            return _is_clipped(syntax, verb)
        if syntax.tags[verb] != "VBN":
            return False
        if syntax.child(verb, "auxpass", "nsubjpass", "agent") is not None:
            return True
        if syntax.deps[verb] != "conj" or syntax.child(verb, *_SUBJECTS) is not None or syntax.heads[verb] > verb:
            break
        verb = syntax.heads[verb]
    return syntax.child(verb, "aux") is None


def _is_clipped(syntax: Syntax, verb: int) -> bool:
    """A participle that the parser takes for a past tense: it has a "by", or it needs an object and has none."""
    if syntax.child(verb, "auxpass", "agent") is not None:
        return True
    if syntax.lower[verb] == "found" and _is_found_to_be(syntax, verb):
        return True
    if syntax.deps[verb] == "relcl" or lexicon.verb_lemma(syntax.lower[verb]) not in ROLES["objectful"]:
        return False
    # "arrested and questioned the man" shares the object
    verbs = [verb, *(child for child in syntax.children[verb] if syntax.deps[child] == "conj")]
    return all(syntax.child(other, "dobj", "ccomp", "dative", "prt") is None for other in verbs)


def _is_found_to_be(syntax: Syntax, verb: int) -> bool:
    """As in a headline's "Minister found guilty", "Man found dead"."""
    return syntax.child(verb, "oprd", "acomp") is not None and syntax.child(verb, "dobj", "ccomp") is None
