"""TimeML's event classes (TimeML 1.2.1): by lemma, corrected by what the verb governs."""

from typing import get_args

from schemas.vocabulary import EventClass
from services.nlp.events import lexicon
from services.nlp.events.nouns import is_event_noun
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import CLASSES_BY_WORD, NOUN_CLASSES_BY_WORD
from services.nlp.events.triggers import Trigger

CLASSES: dict[str, EventClass] = {name: name for name in get_args(EventClass)}
_NEEDING_COMPLEMENT = frozenset({"aspectual", "intentional_action"})
_NEEDING_SPEECH = frozenset({"call", "respond", "charge", "read", "speak", "show", "note", "recall", "conclude"})
"""Verbs of saying that do other things, too: "called an election", "responded with force"."""
_PARTICLES = frozenset({"down", "off", "up"})
_CLAUSAL = ("ccomp", "xcomp", "pcomp", "acl", "prep", "dobj")


def class_of(syntax: Syntax, trigger: Trigger) -> EventClass:
    """The class of a trigger: aspectual and intentional ones need an event as complement."""
    if trigger.part == "adjective":
        return "intentional_state" if _governs_clause(syntax, trigger.token) else "state"
    classes = CLASSES_BY_WORD if trigger.part == "verb" else NOUN_CLASSES_BY_WORD
    name = classes.get(trigger.lemma)
    if (
        name == "reporting"
        and trigger.lemma in _NEEDING_SPEECH
        and syntax.child(trigger.token, "ccomp", "oprd") is None
    ):
        return "occurrence"
    if trigger.part == "verb" and _is_something_done(syntax, trigger):
        return "occurrence"
    if name in _NEEDING_COMPLEMENT and syntax.child(trigger.token, *_CLAUSAL) is None:
        return "occurrence"
    return CLASSES.get(name or "", "occurrence")


def _is_something_done(syntax: Syntax, trigger: Trigger) -> bool:
    """As in "held an election", "wrote down a loan"."""
    if trigger.lemma == "hold":
        thing = syntax.child(trigger.token, "dobj", "nsubjpass")
        return thing is not None and is_event_noun(syntax, thing, lexicon.noun_lemma(syntax.lower[thing]))
    return trigger.lemma == "write" and syntax.said(trigger.token, _PARTICLES, "prt") is not None


def _governs_clause(syntax: Syntax, token: int) -> bool:
    return syntax.child(token, "ccomp", "xcomp") is not None
