"""What stands above an event in its sentence says of it: "plans to open", "a call for talks", "averted a strike"."""

from schemas.vocabulary import Modality
from services.nlp.events import lexicon
from services.nlp.events.definite import is_definite
from services.nlp.events.modality_lent import lent, lent_to_clause
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import CLASSES_BY_WORD, MODALITY
from services.nlp.events.tense import verbal
from services.nlp.events.unrealised import is_bringing, is_left_undone, is_not_brought
from services.nlp.events.verb_modality import is_infinitive, of_verb

_COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "dobj", "acl", "nsubjpass", "advcl", "prep"})
_STEPS = 4
"""Heads that lend their modality at most: "plans to try to open"."""


def above_verb(syntax: Syntax, token: int) -> Modality | None:
    """What stands above a verb says of it: "plans to open", "ordered to leave", "failed to pay"."""
    finite, undone = _is_finite(syntax, token), True
    for head in syntax.ancestors(token, _STEPS):
        dep = syntax.deps[token]
        if dep == "conj" and not finite:
            token = head
            continue
        if not _reaches_below(syntax, token, head):
            return None
        if finite:
            found = lent_to_clause(syntax, token, head) or _of_time_clause(syntax, token, head)
        elif undone and is_left_undone(syntax, token, head, definite=False):
            return "hypothetical"
        else:
            found = lent(syntax, token, head, None) or _shared(syntax, token, head)
        if found or _is_finite(syntax, head):
            return found
        undone, token = undone and dep != "advcl", head
    return None


def _shared(syntax: Syntax, token: int, head: int) -> Modality | None:
    """What the verb above has: "may be forced to sell", "will be able to sell", "will save money by selling"."""
    if syntax.deps[head] in ("acomp", "oprd"):
        head = syntax.heads[head]
    lemma = lexicon.verb_lemma(syntax.lower[head])
    by = syntax.deps[token] == "prep" and syntax.lower[token] == "by" and syntax.child(token, "pcomp") is not None
    if by or (syntax.deps[token] in ("xcomp", "ccomp") and is_infinitive(syntax, token)):
        return of_verb(syntax, head)
    begins = CLASSES_BY_WORD.get(lemma) == "aspectual" and lemma not in MODALITY["ending"]
    return of_verb(syntax, head) if begins and syntax.deps[token] == "xcomp" else None


def _of_time_clause(syntax: Syntax, verb: int, head: int) -> Modality | None:
    """As in "will resign once the bill passes", "as soon as the bill passes": its present lies ahead, too."""
    if syntax.deps[verb] != "advcl" or verbal(syntax, verb).tense != "present":
        return None
    if syntax.lower[head] == "soon":
        head = syntax.heads[head]
    elif syntax.said(verb, MODALITY["times"], "mark", "advmod") is None:
        return None
    if _is_finite(syntax, head):
        return None
    return "planned" if (of_verb(syntax, head) or above_verb(syntax, head)) in ("planned", "ordered") else None


def above_noun(syntax: Syntax, noun: int) -> Modality | None:
    """What stands above a noun says of it: "demanded talks", "a call for talks", "will hold talks"."""
    definite, token = is_definite(syntax, noun), noun
    for step, head in enumerate(syntax.ancestors(noun, _STEPS)):
        dep = syntax.deps[token]
        if dep == "conj":
            token = head
            continue
        subject = dep == "nsubj" and step == 0
        if not subject and not _reaches_below(syntax, token, head):
            return None
        if not subject and _is_left_out(syntax, noun, token, head):
            return "hypothetical"
        if not subject and (found := lent(syntax, token, head, noun)):
            return None if found == "denied" and definite and step else found  # "denies starting the blaze"
        if syntax.tags[head].startswith("VB"):
            if definite and not is_bringing(syntax, head):
                return None
            if (own := of_verb(syntax, head)) or _is_finite(syntax, head):
                return own
        token = head
    return None


def _reaches_below(syntax: Syntax, token: int, head: int) -> bool:
    """Whether what is said of a head holds below it; not for "after the talks", "the plane carrying them"."""
    if syntax.deps[token] == "pobj":
        return syntax.lower[head] not in MODALITY["adjuncts"]
    if syntax.deps[token] == "relcl":
        return is_infinitive(syntax, token)
    return syntax.deps[token] in _COMPLEMENTS and not _is_participle_of_noun(syntax, token)


def _is_left_out(syntax: Syntax, noun: int, token: int, head: int) -> bool:
    """As in "averted a strike", "did not call a strike", "failed to call a strike"; not "failed to notice a strike"."""
    if syntax.tags[token].startswith("VB") and not is_bringing(syntax, token):
        return False
    definite = is_definite(syntax, noun)
    return is_left_undone(syntax, token, head, definite=definite) or (
        not definite and is_not_brought(syntax, noun, head)
    )


def _is_finite(syntax: Syntax, token: int) -> bool:
    """Whether it is a verb that makes a clause of its own, so that what stands above no longer reaches below it."""
    return syntax.tags[token].startswith("VB") and verbal(syntax, token).tense in ("past", "present")


def _is_participle_of_noun(syntax: Syntax, token: int) -> bool:
    """As in "the plane carrying them", "issues raised": told as it is, whatever is said of the noun."""
    return syntax.deps[token] == "acl" and not is_infinitive(syntax, token)
