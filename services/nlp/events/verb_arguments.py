"""The arguments of a verb or of a predicative adjective, read off its dependents."""

from services.nlp.events import lexicon
from services.nlp.events.arguments import Argument, objects_of, subject_undergoes
from services.nlp.events.heads import is_animate
from services.nlp.events.names import Names
from services.nlp.events.obliques import obliques
from services.nlp.events.subjects import is_passive, subject_of
from services.nlp.events.syntax import Syntax
from services.nlp.events.triggers import Trigger

_OBJECTS = frozenset({"dobj", "oprd", "attr"})


def verb_arguments(syntax: Syntax, trigger: Trigger, names: Names) -> list[Argument]:
    """Objects, datives, by-phrases, objects of prepositions and the subject, wherever it stands."""
    verb = syntax.heads[trigger.token] if trigger.part == "adjective" else trigger.token
    supplied = _supplied(syntax, verb, trigger.lemma)
    passive = is_passive(syntax, verb)
    acted_on = passive or syntax.child(verb, "dobj") is not None
    arguments: list[Argument] = []
    for child in syntax.children[verb]:
        dep = syntax.deps[child]
        if dep in _OBJECTS:
            spoken_to = trigger.lemma in lexicon.table("roles")["addressing"]
            arguments.append(Argument(child, "recipient" if supplied or spoken_to else "patient"))
        elif dep == "dative":
            arguments.extend(Argument(head, "recipient") for head in objects_of(syntax, child))
        elif dep == "agent":
            arguments.extend(Argument(head, "agent") for head in objects_of(syntax, child))
        elif dep == "prep" and child != supplied:
            arguments.extend(obliques(syntax, child, trigger.lemma, names, acted_on=acted_on))
    if supplied is not None:
        arguments.extend(Argument(head, "patient") for head in objects_of(syntax, supplied))
    subject = subject_of(syntax, verb, passive=passive)
    if subject is not None and not _is_expletive(syntax, verb, subject):
        undergoes = passive or _undergoes(syntax, trigger, subject, names)
        arguments.append(Argument(subject, "patient" if undergoes else "agent"))
    return arguments


def _supplied(syntax: Syntax, verb: int, lemma: str) -> int | None:
    """The "with" of "supply the army with tankers": its object is given, the verb's object receives."""
    if lemma not in lexicon.table("roles")["supplying"]:
        return None
    return next((c for c in syntax.children[verb] if syntax.deps[c] == "prep" and syntax.lower[c] == "with"), None)


def _is_expletive(syntax: Syntax, verb: int, subject: int) -> bool:
    """The "it" of "it is expected that prices fall"."""
    return syntax.lower[subject] == "it" and is_passive(syntax, verb) and syntax.child(verb, "ccomp") is not None


def _undergoes(syntax: Syntax, trigger: Trigger, subject: int, names: Names) -> bool:
    """Whether the subject of an active verb undergoes the event: "prices fell", "the index lost 3 points"."""
    verb, lists = trigger.token, lexicon.table("roles")
    if trigger.part == "adjective":
        return syntax.child(verb, "xcomp", "ccomp") is None
    if trigger.lemma in lists["phasal"] and syntax.child(verb, "xcomp") is not None:
        return False
    thing = syntax.child(verb, "dobj")
    if thing is not None and not _is_quantity(syntax, thing):
        return False
    if trigger.lemma in lists["gaining"]:
        return thing is not None
    return subject_undergoes(trigger.lemma, animate=is_animate(syntax, subject, names))


def _is_quantity(syntax: Syntax, token: int) -> bool:
    """As in "54 points", "$704 million", "2 %"."""
    if syntax.tags[token] in ("CD", "$") or syntax.lower[token] in ("%", "percent", "ground"):
        return True
    return syntax.child(token, "nummod", "quantmod") is not None
