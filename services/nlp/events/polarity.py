"""Whether an event is negated: by the words of the text it did not happen or does not hold."""

from schemas.vocabulary import Polarity
from services.nlp.events import lexicon
from services.nlp.events.negation import (
    CUES,
    SUBJECTS,
    has_negative_phrase,
    has_no,
    has_nobody_as_subject,
    has_nothing_as_object,
    has_particle,
    is_negated_clause,
    is_nobody,
    stands_before,
)
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import MODALITY, POLARITY, VERBS
from services.nlp.events.triggers import Trigger
from services.nlp.events.verb_modality import is_infinitive, is_yet_to

_ANY = frozenset({"any"})
_CHAIN = 8
"""Coordinated words that share one negation at most: "did not eat, drink or sleep"."""


def polarity_of(syntax: Syntax, trigger: Trigger) -> Polarity:
    """Negated by a particle, a negative subject or object, "without", or a coordinated word that is."""
    if CUES.isdisjoint(syntax.sentence(trigger.token).words):
        return "affirmed"
    return "negated" if _NEGATED[trigger.part](syntax, trigger.token) else "affirmed"


def _verb_is_negated(syntax: Syntax, verb: int) -> bool:
    return (
        has_particle(syntax, verb)
        or has_negative_phrase(syntax, verb)
        or has_nobody_as_subject(syntax, verb)
        or has_nothing_as_object(syntax, verb)
        or _is_kept_away(syntax, verb)
        or _is_of_nothing(syntax, verb)
        or _shares_negation(syntax, verb)
    )


def _predicate_is_negated(syntax: Syntax, adjective: int) -> bool:
    """As in "is not ready", "nobody is ready": the copula has the particle and the subject."""
    copula = syntax.heads[adjective]
    return _verb_is_negated(syntax, adjective) or (
        copula != adjective and (has_particle(syntax, copula) or has_nobody_as_subject(syntax, copula))
    )


def _noun_is_negated(syntax: Syntax, noun: int) -> bool:
    """As in "no agreement", "not an attack", "there wasn't a strike", "without violence", "made no changes"."""
    if _is_ruled_out(syntax, noun) or _is_none_of_any(syntax, noun):
        return True
    head, dep = syntax.heads[noun], syntax.deps[noun]
    if dep == "attr" and has_particle(syntax, head):
        return True
    return dep == "conj" and _joined_by(syntax, head, "or", "nor") and _is_ruled_out(syntax, head)


def _is_none_of_any(syntax: Syntax, noun: int) -> bool:
    """As in "did not make any changes", "nobody made any changes"; others than verbs that bring about leave it open."""
    if syntax.said(noun, _ANY, "det") is None:
        return False
    verb = syntax.heads[noun]
    if syntax.deps[noun] == "pobj" and syntax.deps[verb] == "prep":
        verb = syntax.heads[verb]
    elif syntax.deps[noun] != "dobj":
        return False
    brings = lexicon.verb_lemma(syntax.lower[verb]) in MODALITY["bringing"]
    return brings and is_negated_clause(syntax, verb)


def _is_ruled_out(syntax: Syntax, noun: int) -> bool:
    """By words of its own phrase or the word before it: "not an attack", "no agreement"; not by "not all attacks"."""
    first = syntax.lefts[noun]
    particle = first if syntax.lower[first] == "not" else first - 1
    if particle >= 0 and syntax.lower[particle] == "not":
        return not stands_before(syntax, particle, "focus", "whole")
    return has_no(syntax, noun) or _is_kept_away(syntax, noun)


def _is_kept_away(syntax: Syntax, token: int) -> bool:
    """As in "without firing", "a lack of progress", "impossible to leave"."""
    head, dep = syntax.heads[token], syntax.deps[token]
    if dep in ("xcomp", "advcl", "ccomp"):
        predicate = syntax.child(head, "acomp", "oprd")
        return syntax.lower[head if predicate is None else predicate] in POLARITY["impossible"]
    if dep not in ("pcomp", "pobj"):
        return False
    if syntax.lower[head] in POLARITY["without"]:
        return not is_condition(syntax, token)
    return syntax.lower[head] == "of" and syntax.lower[syntax.heads[head]] in POLARITY["absence"]


def _is_of_nothing(syntax: Syntax, verb: int) -> bool:
    """As in "found nothing to suggest it", "had nobody to help them"."""
    if syntax.deps[verb] not in ("relcl", "acl") or not is_infinitive(syntax, verb):
        return False
    return is_nobody(syntax, syntax.heads[verb])


def is_condition(syntax: Syntax, token: int) -> bool:
    """As in "cannot leave without paying", where paying is what leaving takes."""
    head = syntax.heads[token]
    if syntax.deps[token] not in ("pcomp", "pobj") or syntax.lower[head] not in POLARITY["without"]:
        return False
    return is_negated_clause(syntax, syntax.heads[head])


def _shares_negation(syntax: Syntax, verb: int) -> bool:
    """As in "nor did it pay", "would not elaborate or comment", "nobody was hurt or killed"; "is not going to"."""
    head, dep = syntax.heads[verb], syntax.deps[verb]
    if dep == "xcomp":
        if is_yet_to(syntax, head):
            return True
        word = syntax.lower[head]
        carrier = word in VERBS["modal"] or lexicon.verb_lemma(word) in ("go", "be")
        return carrier and has_particle(syntax, head)
    if dep != "conj":
        return False
    return _joined_by(syntax, head, "nor") or (
        syntax.child(verb, *SUBJECTS) is None and _first_is_negated(syntax, verb)
    )


def _first_is_negated(syntax: Syntax, verb: int) -> bool:
    """Whether the first of coordinated verbs is negated for all of them."""
    alternative, opposed = _joined_by(syntax, verb, "or", "nor"), False
    first = verb
    for _ in range(_CHAIN):
        if syntax.deps[first] != "conj":
            break
        first = syntax.heads[first]
        alternative = alternative or _joined_by(syntax, first, "or", "nor")
        opposed = opposed or _joined_by(syntax, first, "but")
    if alternative and has_particle(syntax, first):
        return True
    return not opposed and has_nobody_as_subject(syntax, first)


def _joined_by(syntax: Syntax, first: int, *conjunctions: str) -> bool:
    return syntax.said(first, conjunctions, "cc") is not None


_NEGATED = {"noun": _noun_is_negated, "adjective": _predicate_is_negated, "verb": _verb_is_negated}
"""Whether an event is negated, by the part of speech that names it."""
