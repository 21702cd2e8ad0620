"""Arguments of an event before they become participants, and those that a preposition brings in."""

from dataclasses import dataclass

from schemas.vocabulary import ParticipantRole
from services.nlp.events import lexicon
from services.nlp.events.names import Names
from services.nlp.events.syntax import Syntax

_PLACES = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class Argument:
    """A head token and its role."""

    head: int
    role: ParticipantRole


def obliques(syntax: Syntax, preposition: int, names: Names) -> list[Argument]:
    """The objects of a preposition that take part: named things, people, places; not manners and reasons."""
    word, lists = syntax.lower[preposition], lexicon.table("roles")
    if word not in lists["taking_part"]:
        return []
    found = []
    for head in objects_of(syntax, preposition):
        label = names.label(syntax.starts[head], syntax.ends[head])
        place = label in _PLACES or (label is None and lexicon.noun_lemma(syntax.lower[head]) in lists["places"])
        if syntax.deps[head] == "pobj" and (label or place or word in lists["taking_part_unnamed"]):
            found.append(Argument(head, _role_of(word, place=place)))
    return found


def _role_of(preposition: str, *, place: bool) -> ParticipantRole:
    if place and preposition in lexicon.table("roles")["place"]:
        return "place"
    if preposition == "to":
        return "recipient"
    return "instrument" if preposition in ("with", "via") else "other"


def objects_of(syntax: Syntax, preposition: int) -> list[int]:
    """The nouns after a preposition; a dative without one is its own noun."""
    found = [child for child in syntax.children[preposition] if syntax.deps[child] in ("pobj", "dobj")]
    return found or ([] if syntax.tags[preposition] in ("IN", "TO") else [preposition])


def is_animate(syntax: Syntax, head: int, names: Names) -> bool:
    """Whether a person or an organisation is named, or a pronoun for persons stands there."""
    label = names.label(syntax.starts[head], syntax.ends[head])
    if label:
        return label in ("PERSON", "ORG", "GPE", "NORP")
    return syntax.lower[head] in lexicon.table("roles")["persons"]


def subject_undergoes(root: str, *, animate: bool) -> bool:
    """Whether the subject of a verb without an object undergoes it: "prices fell", "the letter arrived"."""
    lists = lexicon.table("roles")
    return root in lists["unaccusative"] or (root in lists["moving"] and not animate)
