"""The arguments of an event noun: its owner, what prepositions bring in, the subject of its light verb."""

from schemas.vocabulary import ParticipantRole
from services.nlp.events import lexicon
from services.nlp.events.arguments import Argument, is_animate, objects_of, obliques, subject_undergoes
from services.nlp.events.names import Names
from services.nlp.events.roots import root_of
from services.nlp.events.subjects import subject_of
from services.nlp.events.syntax import Syntax

_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_THINGS = frozenset({"PRODUCT", "WORK_OF_ART", "FAC"})


def noun_arguments(syntax: Syntax, noun: int, lemma: str, names: Names) -> list[Argument]:
    """As in "Russia's withdrawal of the carrier from Syria", "talks between the two sides", "made its first flight"."""
    root = root_of(lemma, noun=True)
    owner = syntax.child(noun, "poss")
    arguments: list[Argument] = []
    for child in syntax.children[noun]:
        dep, word = syntax.deps[child], syntax.lower[child]
        if dep == "poss":
            arguments.append(Argument(child, _role_of_owner(syntax, child, root, names)))
        elif dep == "prep" and word in ("of", "for"):
            arguments.extend(Argument(head, "patient") for head in objects_of(syntax, child))
        elif dep == "prep" and word in ("by", "between"):
            arguments.extend(Argument(head, "agent") for head in objects_of(syntax, child))
        elif dep == "prep":
            arguments.extend(
                _from_somebody(syntax, word, argument, names) for argument in obliques(syntax, child, names)
            )
        elif dep in _MODIFIERS and owner is None and names.at(syntax.starts[child], syntax.ends[child]):
            arguments.append(Argument(child, _role_of_owner(syntax, child, root, names)))
    return arguments + _lent(syntax, noun, arguments)


def _role_of_owner(syntax: Syntax, owner: int, root: str, names: Names) -> ParticipantRole:
    """People and organisations act; what falls, ends or flies by itself undergoes it, and so do things."""
    if names.label(syntax.starts[owner], syntax.ends[owner]) in _THINGS:
        return "patient"
    return "patient" if subject_undergoes(root, animate=is_animate(syntax, owner, names)) else "agent"


def _from_somebody(syntax: Syntax, preposition: str, argument: Argument, names: Names) -> Argument:
    """As in "an order from the ministry", which is the ministry's."""
    label = names.label(syntax.starts[argument.head], syntax.ends[argument.head])
    return (
        Argument(argument.head, "agent") if preposition == "from" and label in ("PERSON", "ORG", "NORP") else argument
    )


def _lent(syntax: Syntax, noun: int, arguments: list[Argument]) -> list[Argument]:
    """The subject of a light verb is the noun's agent: "the plane made its first flight"."""
    head = syntax.heads[noun]
    if any(argument.role == "agent" for argument in arguments) or syntax.deps[noun] != "dobj":
        return []
    if lexicon.verb_lemma(syntax.lower[head]) not in lexicon.table("verbs")["light"]:
        return []
    subject = subject_of(syntax, head, passive=False)
    return [] if subject is None else [Argument(subject, "agent")]
