"""Clauses beside a noun: those that go on with the story, and those that say who or which is meant, from before."""

from services.nlp.events import lexicon
from services.nlp.events.dating.leaps import is_calamity
from services.nlp.events.dating.state import Dating
from services.nlp.events.kinds import CALAMITIES, kind_of_verb
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import CLAIMS, CONTROL

_PAST = frozenset({"VBN", "VBD"})
_PERSONAL = frozenset({"who", "whom", "whose"})
_OF = frozenset({"of"})
_OF_CLAUSES = ("aux", "auxpass", "mark", "nsubj", "nsubjpass")
"""Dependents of a verb in a clause or an infinitive: "hopes that it would be found", "a right to be heard"."""


def goes_on(dating: Dating, verb: int, noun: int) -> bool:
    """Whether a relative clause goes on with the story: after a comma, or of an event; others tell what was before."""
    syntax = dating.syntax
    if syntax.tags[verb] not in _PAST or verb in dating.status.negated:
        return False
    if _says_who(syntax, verb, noun) or syntax.lower[syntax.lefts[verb]] == "during":
        return False
    if _is_event(dating, noun):
        return True
    named = _named_with(dating, noun)
    if named is not None:
        return _is_of_event(dating, verb, named)
    return not is_restrictive(syntax, verb)


def _is_of_event(dating: Dating, verb: int, event: int) -> bool:
    """Whether a clause behind "the collapse of a bridge" goes on with the collapse.

    As in "which blocked the canal"; "the funeral of a nurse, who died in May" and "sale of a mill that burned" don't.
    """
    if _is_one_calamity(dating, verb, event):
        return True
    return not (is_restrictive(dating.syntax, verb) or _is_about_persons(dating.syntax, verb))


def is_told_of_noun(dating: Dating, participle: int, noun: int) -> bool:
    """Whether a participle behind a noun says who or which it is, from before: "sold a ship built in Velden"."""
    syntax = dating.syntax
    if syntax.tags[participle] not in _PAST:
        return False
    if _says_who(syntax, participle, noun) or _is_accused(syntax, participle):
        return True
    if syntax.child(participle, *_OF_CLAUSES) is not None:
        return False
    if syntax.deps[noun] == "dobj":
        return lexicon.verb_lemma(syntax.lower[syntax.heads[noun]]) not in CONTROL["pushing"]
    named = _named_with(dating, noun)
    return named is not None and not _is_one_calamity(dating, participle, named)


def _is_accused(syntax: Syntax, participle: int) -> bool:
    """As in "a man accused of theft", "a banker wanted for fraud"."""
    lemma = lexicon.verb_lemma(syntax.lower[participle])
    return any(f"{lemma}:{syntax.lower[child]}" in CLAIMS["accusing"] for child in syntax.children[participle])


def _named_with(dating: Dating, noun: int) -> int | None:
    """The event noun whose "of" brings in another noun: "the funeral of a nurse"."""
    syntax = dating.syntax
    if syntax.deps[noun] != "pobj" or syntax.lower[syntax.heads[noun]] not in _OF:
        return None
    event = syntax.heads[syntax.heads[noun]]
    return event if _is_event(dating, event) else None


def _is_event(dating: Dating, token: int) -> bool:
    return token in dating.triggers and dating.triggers[token].part == "noun"


def _is_one_calamity(dating: Dating, verb: int, event: int) -> bool:
    """As in "the death of a boy hit by a tram"."""
    return is_calamity(dating, event) and kind_of_verb(lexicon.verb_lemma(dating.syntax.lower[verb])) in CALAMITIES


def _is_about_persons(syntax: Syntax, verb: int) -> bool:
    return any(syntax.lower[child] in _PERSONAL for child in syntax.children[verb])


def _says_who(syntax: Syntax, clause: int, noun: int) -> bool:
    """Whether a clause between a subject and its verb says who that is: "the guard, who had a gun, died on Friday"."""
    if syntax.deps[noun] == "conj":
        noun = syntax.heads[noun]
    return syntax.deps[noun] in ("nsubj", "nsubjpass") and clause < syntax.heads[noun]


def is_restrictive(syntax: Syntax, verb: int) -> bool:
    """Whether a relative clause says which one is meant: no comma opens it."""
    first = syntax.lefts[verb]
    return "," not in syntax.lower[max(first - 1, 0) : first + 1]
