"""What one governing word says of what stands below it: planned, ordered, possible or denied."""

from schemas.vocabulary import Modality
from services.nlp.events import lexicon
from services.nlp.events.accusations import of_accusation
from services.nlp.events.lemmas import governor_lemma
from services.nlp.events.negation import is_negated_clause
from services.nlp.events.outcomes import is_outcome
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import MODALITY, NOUN_CLASSES_BY_WORD
from services.nlp.events.verb_modality import is_infinitive


def lent_to_clause(syntax: Syntax, token: int, head: int) -> Modality | None:
    """What a head says of a finite clause below it; more of that is in claims."""
    lemma = governor_lemma(syntax, head)
    if syntax.deps[token] != "ccomp":
        return None
    return _ruled_out(syntax, head, lemma) or ("possible" if lemma in MODALITY["possible"] else None)


def lent(syntax: Syntax, token: int, head: int, noun: int | None) -> Modality | None:
    """What a head says of what stands below it at a token: a noun, else an infinitive or a gerund."""
    infinitive = noun is None and is_infinitive(syntax, token)
    first = infinitive and _is_of_a_first(syntax, token)
    if first or syntax.deps[token] == "advcl":
        return "planned" if infinitive and not first and not is_outcome(syntax, token, head) else None
    if syntax.deps[token] == "prep" and (doubt := of_accusation(syntax, token, noun)):
        return doubt
    word = governor_lemma(syntax, head)
    if syntax.tags[head].startswith("NN"):
        if syntax.deps[token] == "prep" and syntax.lower[token] == "against":  # "an appeal against the ruling"
            return None
        to_that_end = word == "order" and infinitive and syntax.lower[head - 1] == "in"  # "in order to save it"
        return "planned" if to_that_end else _lent_by_noun(lexicon.noun_lemma(word), infinitive=infinitive)
    return _ruled_out(syntax, head, word) or _lent_by_verb(syntax, token, word, infinitive=infinitive)


def _is_of_a_first(syntax: Syntax, verb: int) -> bool:
    """As in "the first ruling to free officials", which has done so, wherever the tree hangs it."""
    noun = syntax.lefts[verb] - 1
    if noun < 0 or not syntax.tags[noun].startswith("NN"):
        return False
    return syntax.said(noun, MODALITY["firsts"], "amod", "nummod", "compound") is not None


def _ruled_out(syntax: Syntax, head: int, lemma: str) -> Modality | None:
    """As in "ruled out closing the mine", "has not ruled out closing it"."""
    if lemma != "rule" or syntax.child(head, "prt") is None:
        return None
    return "denied" if syntax.child(head, "neg") is None else "possible"


def _lent_by_verb(syntax: Syntax, token: int, lemma: str, *, infinitive: bool) -> Modality | None:
    """As in "denied taking bribes", "urged them to leave", "expects talks", "is likely to leave"."""
    dep = syntax.deps[token]
    if lemma in MODALITY["denied"] and dep in ("ccomp", "xcomp", "pcomp", "dobj"):
        return None if _is_told(syntax, token) else _denied(syntax, token)
    if lemma in MODALITY["ordered"]:
        return "ordered" if _is_asked_for(syntax, token, lemma) else None
    if dep == "nsubjpass" and lemma in MODALITY["meaning"]:
        return None
    if lemma in MODALITY["planned"] or (infinitive and lemma in MODALITY["planned_infinitives"]):
        return "planned"
    possible = lemma in MODALITY["possible"] or (infinitive and lemma in MODALITY["possible_infinitives"])
    return "possible" if possible else None


def _is_asked_for(syntax: Syntax, token: int, lemma: str) -> bool:
    """As in "ordered a search", "pressed for talks"; not "told a conference", "told them on a call".

    What stands before who tells it is told: "ten were killed and two injured, a doctor told reporters".
    """
    dep = syntax.deps[token]
    if dep == "ccomp" and token < syntax.heads[token]:
        return False
    if dep == "prep":
        return syntax.lower[token] == "for" or f"{lemma}:{syntax.lower[token]}" in MODALITY["asking_for"]
    addressed = lemma in MODALITY["addressing"] and syntax.tags[token].startswith("NN")
    return dep not in ("dobj", "nsubjpass") or not (lemma in MODALITY["calls"] or addressed)


def _denied(syntax: Syntax, token: int) -> Modality:
    """As in "denied taking bribes"; "did not deny taking bribes" leaves it open."""
    return "possible" if is_negated_clause(syntax, syntax.heads[token]) else "denied"


def _lent_by_noun(lemma: str, *, infinitive: bool) -> Modality | None:
    """As in "plans to sell", "a call for talks", "allegations of fraud", "permission to build"."""
    if lemma in MODALITY["ordered_nouns"]:
        return "ordered"
    if lemma in MODALITY["planned_nouns"] or (infinitive and lemma in MODALITY["planned_infinitive_nouns"]):
        return "planned"
    possible = lemma in MODALITY["possible_nouns"] or (infinitive and lemma in MODALITY["possible_infinitive_nouns"])
    return "possible" if possible else None


def _is_told(syntax: Syntax, token: int) -> bool:
    """As in "denied the allegation", "denied the request": it was made."""
    name = NOUN_CLASSES_BY_WORD.get(lexicon.noun_lemma(syntax.lower[token]))
    return syntax.tags[token].startswith("NN") and name in MODALITY["told"]
