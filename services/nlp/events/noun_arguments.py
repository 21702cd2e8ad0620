"""The arguments of an event noun: its owner, what prepositions bring in, the subject of the verb that it completes."""

from msgspec import Struct

from schemas.vocabulary import ParticipantRole
from services.nlp.events.arguments import Argument, objects_of
from services.nlp.events.heads import is_animate, is_place, is_thing, is_word_for_actors
from services.nlp.events.kinds import kind_of_noun
from services.nlp.events.lent import lent_subject
from services.nlp.events.names import Names
from services.nlp.events.obliques import obliques
from services.nlp.events.roots import root_of
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import HEADS, ROLES
from services.nlp.events.undergoing import subject_undergoes

_OF = frozenset({"of"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_BEFALLING = frozenset({"accident", "disaster"})
_HELD_AT = frozenset({"accident", "disaster", "ceremony", "protest", "elect"})
_OWNED = frozenset({"PERSON", "ORG", "NORP"})


class _Noun(Struct, frozen=True, gc=False):
    """An event noun, its lemma and the verb behind it."""

    token: int
    lemma: str
    root: str

    @property
    def kind(self) -> str | None:
        return kind_of_noun(self.lemma)

    @property
    def changes(self) -> bool:
        """Whether something changes: a rise, a turmoil."""
        return self.root in ROLES["changing"] or self.lemma in HEADS["turns"]


def noun_arguments(syntax: Syntax, noun: int, lemma: str, names: Names) -> list[Argument]:
    """As in "Russia's withdrawal of the carrier from Syria", "talks between the two sides", "made its first flight"."""
    event = _Noun(noun, lemma, root_of(lemma, noun=True))
    owned = syntax.child(noun, "poss") is not None
    arguments: list[Argument] = []
    for child in syntax.children[noun]:
        dep = syntax.deps[child]
        if dep == "poss":
            arguments.append(Argument(child, _role_of_owner(syntax, child, event, names)))
        elif dep == "prep":
            arguments.extend(_from_preposition(syntax, child, event, names))
        elif dep in _MODIFIERS and not owned and _is_told(syntax, child, event, names):
            arguments.append(Argument(child, _role_of_modifier(syntax, child, event, names)))
    return _with_lent(syntax, arguments, lent_subject(syntax, noun, lemma, event.root, names))


def _with_lent(syntax: Syntax, arguments: list[Argument], lent: Argument | None) -> list[Argument]:
    """The lent subject joins where its role is free; it tells more than the "its" of "made its first flight"."""
    if lent is None:
        return arguments
    told = [argument for argument in arguments if syntax.tags[argument.head] != "PRP$"]
    return told if any(argument.role == lent.role for argument in told) else [*told, lent]


def _from_preposition(syntax: Syntax, preposition: int, event: _Noun, names: Names) -> list[Argument]:
    word = syntax.lower[preposition]
    if word == "for":
        return [Argument(head, "patient") for head in objects_of(syntax, preposition)]
    if word == "of":
        return [Argument(head, _role_of_object(syntax, head, event, names)) for head in objects_of(syntax, preposition)]
    if word in ("by", "between"):
        return [Argument(head, _role_of_actor(syntax, head, event, names)) for head in objects_of(syntax, preposition)]
    if word == "in" and event.changes:
        return [
            Argument(head, "place" if head in names and is_place(syntax, head, names) else "patient")
            for head in objects_of(syntax, preposition)
        ]
    found = obliques(syntax, preposition, event.root, names, acted_on=False)
    if word == "from":
        # "an order from the ministry" is the ministry's
        return [Argument(a.head, "agent") if names.label(a.head) in _OWNED else a for a in found]
    return found


def _role_of_object(syntax: Syntax, head: int, event: _Noun, names: Names) -> ParticipantRole:
    """What "of" brings in undergoes the event, unless somebody decides, visits or resigns."""
    acts = event.lemma in HEADS["of_actor"] and is_animate(syntax, head, names)
    return "agent" if acts else "patient"


def _role_of_actor(syntax: Syntax, head: int, event: _Noun, names: Names) -> ParticipantRole:
    """Who is behind it; places between which things move are places."""
    moves = event.root in ROLES["moving"]
    return "place" if moves and is_place(syntax, head, names) else "agent"


def _is_told(syntax: Syntax, modifier: int, event: _Noun, names: Names) -> bool:
    """Names, and words for those who raid, protest or die: "the police raid", "passenger deaths"."""
    if modifier in names:
        return True
    if syntax.deps[modifier] == "amod" or not is_word_for_actors(syntax, modifier):
        return False
    return (
        event.kind in HEADS["doing"]
        or event.lemma in HEADS["of_actor"]
        or subject_undergoes(syntax, event.root, modifier, names)
    )


def _role_of_modifier(syntax: Syntax, modifier: int, event: _Noun, names: Names) -> ParticipantRole:
    """As an owner; a place in front of a calamity, a vote or a ceremony says where: "the Velden earthquake"."""
    if event.kind in _HELD_AT and is_place(syntax, modifier, names):
        return "place"
    return _role_of_owner(syntax, modifier, event, names)


def _role_of_owner(syntax: Syntax, owner: int, event: _Noun, names: Names) -> ParticipantRole:
    """People and organisations act; what falls, ends or flies by itself undergoes it, and so do things."""
    if is_thing(owner, names) or event.kind in _BEFALLING or event.lemma in HEADS["befalling"]:
        return "patient"
    if event.lemma in HEADS["done_to"] and syntax.said(event.token, _OF, "prep") is None:
        return "patient"
    if (
        not is_animate(syntax, owner, names)
        and syntax.tags[owner] in ("NN", "NNS")
        and syntax.child(event.token, "prep") is None
    ):
        return "patient"
    return "patient" if subject_undergoes(syntax, event.root, owner, names) else "agent"
