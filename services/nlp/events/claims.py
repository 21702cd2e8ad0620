"""Whether a clause is true, as the words say that it depends on: "denied that", "not true that", "no evidence that"."""

from typing import Literal

from services.nlp.events import lexicon
from services.nlp.events.negation import SUBJECTS, has_no, is_negated_clause
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import CLAIMS, MODALITY

Doubt = Literal["denied", "possible"]


def of_clause(syntax: Syntax, verb: int) -> Doubt | None:
    """What stands above the verb of a clause says of it; None where it takes the clause for true or says nothing."""
    head, dep = syntax.heads[verb], syntax.deps[verb]
    if dep == "ccomp" and syntax.tags[head].startswith("VB"):
        return _of_verb(syntax, verb, head)
    if dep == "acl" and syntax.child(verb, "mark", *SUBJECTS) is not None:
        return _of_noun(syntax, head)
    no_way = dep == "relcl" and syntax.lower[head] in CLAIMS["ways"] and has_no(syntax, head)
    return "denied" if no_way else None


def _of_verb(syntax: Syntax, verb: int, head: int) -> Doubt | None:
    """As in "denied that it was stolen", "doubts that it was stolen", "did not believe that it was stolen"."""
    negated, lemma = is_negated_clause(syntax, head), lexicon.verb_lemma(syntax.lower[head])
    if lemma == "be":
        return _of_predicate(syntax, head, negated=negated)
    if negated:
        return _of_negated(syntax, verb, lemma)
    if lemma in CLAIMS["doubts"]:
        return "possible"
    return "denied" if lemma in MODALITY["denied"] or is_mistaken(syntax, head) else None


def is_mistaken(syntax: Syntax, verb: int) -> bool:
    """As in "wrongly reported that", "an earlier version of this article said that"."""
    if syntax.said(verb, CLAIMS["mistakenly"], "advmod") is not None:
        return True
    subject = syntax.child(verb, "nsubj")
    if subject is None or syntax.lower[subject] not in CLAIMS["versions"]:
        return False
    return syntax.said(subject, CLAIMS["earlier"], "amod") is not None


def _of_noun(syntax: Syntax, noun: int) -> Doubt | None:
    """As in "rumours that it was stolen", "no evidence that it was stolen"."""
    lemma = lexicon.noun_lemma(syntax.lower[noun])
    if has_no(syntax, noun):
        return "possible" if lemma in CLAIMS["proofs"] else None
    if lemma not in CLAIMS["claims"]:
        return None
    above = lexicon.verb_lemma(syntax.lower[syntax.heads[noun]])
    return "denied" if syntax.deps[noun] == "dobj" and above in CLAIMS["disputing"] else "possible"


def _of_predicate(syntax: Syntax, copula: int, *, negated: bool) -> Doubt | None:
    """As in "it is not true that it was stolen", "it is false that", "it is likely that"."""
    predicate = syntax.child(copula, "acomp")
    if predicate is None:
        return None
    word = syntax.lower[predicate]
    if word in CLAIMS["true" if negated else "untrue"]:
        return "denied"
    return "possible" if word in MODALITY["possible"] else None


def _of_negated(syntax: Syntax, verb: int, lemma: str) -> Doubt | None:
    """As in "does not believe that it was stolen", "could not confirm that it was stolen"."""
    first = syntax.lefts[verb]
    if any(syntax.lower[token] in CLAIMS["questions"] for token in (first, *syntax.children[verb])):
        return None
    if lemma in CLAIMS["beliefs"]:
        return "denied"
    return "possible" if lemma in CLAIMS["findings"] else None
