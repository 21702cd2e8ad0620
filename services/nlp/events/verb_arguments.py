"""The arguments of a verb or of a predicative adjective, read off its dependents."""

from schemas.vocabulary import ParticipantRole
from services.nlp.events import lexicon
from services.nlp.events.arguments import Argument, objects_of
from services.nlp.events.heads import is_animate
from services.nlp.events.names import Names
from services.nlp.events.obliques import obliques
from services.nlp.events.relatives import PRONOUNS, antecedent, object_left_out, shared_object
from services.nlp.events.subjects import subject_of
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import GOVERNED, HEADS, ROLES
from services.nlp.events.triggers import Trigger
from services.nlp.events.undergoing import subject_undergoes
from services.nlp.events.voice import is_passive

_COMPLEMENTS = frozenset({"oprd", "attr"})
_RELATIONS = _COMPLEMENTS | {"dobj", "agent", "prep", "dative"}
"""Relations in which a verb's dependents are or hold arguments."""


def verb_arguments(syntax: Syntax, trigger: Trigger, names: Names) -> list[Argument]:
    """Objects, datives, by-phrases, objects of prepositions and the subject, wherever it stands."""
    verb = syntax.heads[trigger.token] if trigger.part == "adjective" else trigger.token
    supplied = _supplied(syntax, verb, trigger.lemma)
    passive = is_passive(syntax, verb)
    acted_on = passive or syntax.child(verb, "dobj") is not None
    arguments = [
        argument
        for child in syntax.children[verb]
        if child != supplied and syntax.deps[child] in _RELATIONS
        for argument in _from_dependent(syntax, child, trigger.lemma, names, acted_on=acted_on)
    ]
    if supplied is not None:
        arguments = [Argument(a.head, "recipient" if a.role == "patient" else a.role) for a in arguments]
        arguments.extend(Argument(head, "patient") for head in objects_of(syntax, supplied))
    subject = subject_of(syntax, verb, passive=passive)
    if subject is not None and not _is_expletive(syntax, verb, subject, passive=passive):
        role: ParticipantRole
        if passive:
            role = _role_in_passive(syntax, trigger.lemma, verb, subject, names)
        else:
            role = "patient" if _undergoes(syntax, trigger, subject, names) else "agent"
        arguments.append(Argument(subject, role))
    left_out = None if passive else object_left_out(syntax, verb) or shared_object(syntax, verb, trigger.lemma)
    if left_out is not None:
        arguments.append(Argument(left_out, "patient"))
    return [
        Argument(antecedent(syntax, argument.head, verb), argument.role)
        if syntax.lower[argument.head] in PRONOUNS
        else argument
        for argument in arguments
    ]


def _from_dependent(syntax: Syntax, child: int, lemma: str, names: Names, *, acted_on: bool) -> list[Argument]:
    dep = syntax.deps[child]
    if dep == "dobj" and not _is_of_idiom(syntax, child, lemma):
        spoken_to = lemma in ROLES["addressing"] and is_animate(syntax, child, names)
        return [Argument(child, "recipient" if spoken_to else "patient")]
    if dep in _COMPLEMENTS:
        return [Argument(child, "other")]
    if dep == "agent":
        return [Argument(head, "agent") for head in objects_of(syntax, child)]
    if dep == "prep":
        return obliques(syntax, child, lemma, names, acted_on=acted_on)
    if dep == "dative":
        return [
            Argument(head, _role_of_dative(syntax, head, child, lemma, names)) for head in objects_of(syntax, child)
        ]
    return []


def _is_of_idiom(syntax: Syntax, thing: int, lemma: str) -> bool:
    """As in "took office": without an article the object only says what was done."""
    idiomatic = lemma == "take" and syntax.lower[thing] in HEADS["taken_in_idioms"]
    return idiomatic and not syntax.children[thing]


def _role_of_dative(syntax: Syntax, head: int, dative: int, lemma: str, names: Names) -> ParticipantRole:
    """Who is given something; "paid for the damage" and "money for the clock" are no datives, though parsed as such."""
    word = syntax.lower[dative]
    if lemma in ROLES["fining"] or lemma in GOVERNED.get(word, frozenset()):
        return "patient"
    return "other" if word == "for" and not is_animate(syntax, head, names) else "recipient"


def _role_in_passive(syntax: Syntax, lemma: str, verb: int, subject: int, names: Names) -> ParticipantRole:
    """Who undergoes it, or who is given or told something."""
    given = lemma in ROLES["ditransitive"] and syntax.child(verb, "dobj") is not None
    told = lemma in ROLES["addressing"] and is_animate(syntax, subject, names)
    return "recipient" if given or told else "patient"


def _supplied(syntax: Syntax, verb: int, lemma: str) -> int | None:
    """The "with" of "supply the army with tankers": its object is given, the verb's object receives."""
    if lemma not in ROLES["supplying"]:
        return None
    return next((c for c in syntax.children[verb] if syntax.deps[c] == "prep" and syntax.lower[c] == "with"), None)


def _is_expletive(syntax: Syntax, verb: int, subject: int, *, passive: bool) -> bool:
    """The "it" of "it is expected that prices fall", "it took years to build"."""
    if syntax.lower[subject] != "it":
        return False
    if passive:
        return syntax.child(verb, "ccomp") is not None
    lemma = lexicon.verb_lemma(syntax.lower[verb])
    return lemma in ("take", "seem") and syntax.child(verb, "ccomp", "xcomp", "advcl") is not None


def _undergoes(syntax: Syntax, trigger: Trigger, subject: int, names: Names) -> bool:
    """Whether the subject of an active verb undergoes the event: "prices fell", "the index lost 3 points"."""
    verb = trigger.token
    if trigger.part == "adjective":
        return syntax.child(verb, "xcomp", "ccomp") is None
    if trigger.lemma in ROLES["phasal"] and syntax.child(verb, "xcomp") is not None:
        return False
    if trigger.lemma == "leave" and syntax.child(verb, "oprd", "ccomp") is not None:  # "the storm left nine dead"
        return False
    thing = syntax.child(verb, "dobj")
    counted = trigger.lemma in ROLES["gaining"] and thing is not None and syntax.child(thing, "nummod") is not None
    if thing is not None and not (counted or _is_quantity(syntax, thing)):
        return False
    if trigger.lemma in ROLES["gaining"]:
        return thing is not None
    return subject_undergoes(syntax, trigger.lemma, subject, names)


def _is_quantity(syntax: Syntax, token: int) -> bool:
    """As in "54 points", "$704 million", "2 %"; not "eleven boats"."""
    if syntax.tags[token] in ("CD", "$") or syntax.lower[token] in ("%", "percent", "ground"):
        return True
    lemma = lexicon.noun_lemma(syntax.lower[token])
    return lemma in HEADS["units"] and syntax.child(token, "nummod", "quantmod") is not None
