"""Whether an event is negated: by the words of the text it did not happen or does not hold."""

from schemas.vocabulary import Polarity
from services.nlp.events import lexicon
from services.nlp.events.nouns import is_event_noun
from services.nlp.events.syntax import Syntax
from services.nlp.events.triggers import Trigger
from services.nlp.events.verb_modality import is_yet_to

_SUBJECTS = ("nsubj", "nsubjpass")
_CHAIN = 8
"""Coordinated words that share one negation at most: "did not eat, drink or sleep"."""


def polarity_of(syntax: Syntax, trigger: Trigger) -> Polarity:
    """Negated by a particle, a negative subject or object, "without", or a coordinated word that is."""
    negated = {"noun": _noun_is_negated, "adjective": _predicate_is_negated, "verb": _verb_is_negated}[trigger.part]
    return "negated" if negated(syntax, trigger.token) else "affirmed"


def _verb_is_negated(syntax: Syntax, verb: int) -> bool:
    return (
        _has_particle(syntax, verb)
        or _has_negative_phrase(syntax, verb)
        or _has_nobody_as_subject(syntax, verb)
        or _has_nothing_as_object(syntax, verb)
        or _is_kept_away(syntax, verb)
        or _shares_negation(syntax, verb)
    )


def _predicate_is_negated(syntax: Syntax, adjective: int) -> bool:
    """As in "is not ready", "nobody is ready": the copula has the particle and the subject."""
    copula = syntax.heads[adjective]
    return _verb_is_negated(syntax, adjective) or (
        copula != adjective and (_has_particle(syntax, copula) or _has_nobody_as_subject(syntax, copula))
    )


def _noun_is_negated(syntax: Syntax, noun: int) -> bool:
    """As in "no agreement", "not an attack", "there wasn't a strike", "without violence", "a lack of progress"."""
    if _is_ruled_out(syntax, noun):
        return True
    head, dep = syntax.heads[noun], syntax.deps[noun]
    if dep == "attr" and _has_particle(syntax, head):
        return True
    return dep == "conj" and _joined_by(syntax, head, "or", "nor") and _is_ruled_out(syntax, head)


def _is_ruled_out(syntax: Syntax, noun: int) -> bool:
    """By words of its own phrase or the word before it: "not an attack", "no agreement"; not by "not all attacks"."""
    first = syntax.lefts[noun]
    particle = first if syntax.lower[first] == "not" else first - 1
    if particle >= 0 and syntax.lower[particle] == "not":
        return not _stands_before(syntax, particle, "focus", "whole")
    return _has_no(syntax, noun) or _is_kept_away(syntax, noun)


def _has_particle(syntax: Syntax, token: int) -> bool:
    """As in "did not", "never", "never before", "no longer", "neither … nor"; but not "not only"."""
    words = lexicon.table("polarity")
    for child in syntax.children[token]:
        word = syntax.lower[child]
        if word in words["particles"] and syntax.deps[child] in ("neg", "advmod", "preconj", "cc"):
            return not _stands_before(syntax, child, "focus")
        if word in ("longer", "more") and child > 0 and syntax.lower[child - 1] == "no":
            return True
        if word in words["frequencies"] and child > 0 and syntax.lower[child - 1] in ("never", "not"):
            return True
    return False


def _stands_before(syntax: Syntax, particle: int, *lists: str) -> bool:
    """Whether a word follows that takes the particle's force: "not only", "not all"."""
    words = lexicon.table("polarity")
    return particle + 1 < len(syntax) and any(syntax.lower[particle + 1] in words[name] for name in lists)


def _has_negative_phrase(syntax: Syntax, verb: int) -> bool:
    """As in "at no time", "under no circumstances"."""
    for child in syntax.children[verb]:
        if syntax.deps[child] == "prep":
            thing = syntax.child(child, "pobj")
            if thing is not None and syntax.lower[thing] in lexicon.table("polarity")["occasions"]:
                return _has_no(syntax, thing)
    return False


def _has_nobody_as_subject(syntax: Syntax, verb: int) -> bool:
    """As in "nobody came", "no suspects were named"; in "no attack followed" the noun is negated, as in TimeML."""
    subject = syntax.child(verb, *_SUBJECTS)
    if subject is None:
        return False
    if _is_nobody(syntax, subject):
        return True
    return _has_no(syntax, subject) and not _is_event(syntax, subject)


def _has_nothing_as_object(syntax: Syntax, verb: int) -> bool:
    """As in "hurt nobody", "found no weapons", "reached no agreement"; in "fears no delay" the noun is negated."""
    thing = syntax.child(verb, "dobj")
    if thing is None:
        return False
    if syntax.lower[thing] in lexicon.table("polarity")["nobody"]:
        return True
    return _has_no(syntax, thing) and not _is_event(syntax, thing)


def _is_nobody(syntax: Syntax, token: int) -> bool:
    words = lexicon.table("polarity")
    if syntax.lower[token] in words["nobody"]:
        return True
    if any(syntax.lower[child] in words["few"] for child in syntax.children[token]):
        return True
    first = syntax.lefts[token]
    return first < token and syntax.lower[first] == "not" and syntax.lower[first + 1] in words["single"]


def _has_no(syntax: Syntax, noun: int) -> bool:
    return syntax.said(noun, lexicon.table("polarity")["determiners"], "det", "preconj", "neg") is not None


def _is_event(syntax: Syntax, token: int) -> bool:
    return is_event_noun(syntax, token, lexicon.noun_lemma(syntax.lower[token]))


def _is_kept_away(syntax: Syntax, token: int) -> bool:
    """As in "without firing", "a lack of progress", "impossible to leave"."""
    words, head, dep = lexicon.table("polarity"), syntax.heads[token], syntax.deps[token]
    if dep in ("xcomp", "advcl", "ccomp"):
        predicate = syntax.child(head, "acomp", "oprd")
        return syntax.lower[head if predicate is None else predicate] in words["impossible"]
    if dep not in ("pcomp", "pobj"):
        return False
    above = syntax.lower[syntax.heads[head]]
    return syntax.lower[head] in words["without"] or (syntax.lower[head] == "of" and above in words["absence"])


def _shares_negation(syntax: Syntax, verb: int) -> bool:
    """As in "nor did it pay", "would not elaborate or comment", "nobody was hurt or killed"; "is not going to"."""
    head, dep = syntax.heads[verb], syntax.deps[verb]
    if dep == "xcomp":
        if is_yet_to(syntax, head):
            return True
        word = syntax.lower[head]
        carrier = word in lexicon.table("verbs")["modal"] or lexicon.verb_lemma(word) in ("go", "be")
        return carrier and _has_particle(syntax, head)
    if dep != "conj":
        return False
    return _joined_by(syntax, head, "nor") or (
        syntax.child(verb, *_SUBJECTS) is None and _first_is_negated(syntax, verb)
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
    if alternative and _has_particle(syntax, first):
        return True
    return not opposed and _has_nobody_as_subject(syntax, first)


def _joined_by(syntax: Syntax, first: int, *conjunctions: str) -> bool:
    return syntax.said(first, conjunctions, "cc") is not None
