"""TimeML's event classes (TimeML 1.2.1): by lemma, corrected by what the verb governs."""

from schemas.vocabulary import EventClass
from services.nlp.events import lexicon
from services.nlp.events.syntax import Syntax
from services.nlp.events.triggers import Trigger

_CLAUSAL = ("ccomp", "xcomp", "pcomp", "acl", "prep", "dobj")


def class_of(syntax: Syntax, trigger: Trigger) -> EventClass:
    """The class of a trigger: aspectual and intentional ones need an event as complement."""
    if trigger.part == "adjective":
        return "intentional_state" if _governs_clause(syntax, trigger.token) else "state"
    lists = lexicon.by_word("classes" if trigger.part == "verb" else "noun_classes")
    name = lists.get(trigger.lemma)
    if name == "reporting" or name == "perception" or name == "state" or name == "intentional_state":
        return name
    if name == "aspectual" or name == "intentional_action":
        return name if syntax.child(trigger.token, *_CLAUSAL) is not None else "occurrence"
    return "occurrence"


def _governs_clause(syntax: Syntax, token: int) -> bool:
    return syntax.child(token, "ccomp", "xcomp") is not None
