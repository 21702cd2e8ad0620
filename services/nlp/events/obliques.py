"""The objects of prepositions that take part in an event, and their roles."""

from schemas.vocabulary import ParticipantRole
from services.nlp.events.arguments import Argument, objects_of
from services.nlp.events.heads import is_animate, is_place
from services.nlp.events.names import Names
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import GOVERNED, PREPOSITIONS, ROLES

_PARTICLES = frozenset({"out", "off", "up", "down", "away", "back", "over"})
_LEVELS = frozenset({"to", "from", "by", "at"})


def obliques(syntax: Syntax, preposition: int, root: str, names: Names, *, acted_on: bool) -> list[Argument]:
    """Named things, people, places and what the verb asks for; not manners, reasons and levels.

    `root` is the verb, or the verb behind the noun, that governs the preposition; `acted_on` whether it has an object.
    """
    preposition, word = _innermost(syntax, preposition)
    if word not in PREPOSITIONS["taking_part"]:
        return []
    governed = root in GOVERNED.get(word, frozenset())
    heads = [head for head in objects_of(syntax, preposition) if syntax.deps[head] == "pobj"]
    if governed:
        return [Argument(head, "patient") for head in heads]
    return [
        Argument(head, _role_of(syntax, head, word, root, names, acted_on=acted_on))
        for head in heads
        if _takes_part(syntax, head, word, root, names)
    ]


def _innermost(syntax: Syntax, preposition: int) -> tuple[int, str]:
    """The preposition that has the object and the word that counts: "out of the city" is "from the city"."""
    word, inner = syntax.lower[preposition], syntax.child(preposition, "prep")
    if inner is None or word not in _PARTICLES or syntax.child(preposition, "pobj") is not None:
        return preposition, word
    return inner, "from" if (word, syntax.lower[inner]) in (("out", "of"), ("off", "of")) else syntax.lower[inner]


def _takes_part(syntax: Syntax, head: int, word: str, root: str, names: Names) -> bool:
    if head in names or is_place(syntax, head, names):
        return True
    if word not in PREPOSITIONS["taking_part_unnamed"]:
        return False
    # "fell to a low", "rose from its level in May" say how far
    return not (word in _LEVELS and root in ROLES["unaccusative"]) or is_animate(syntax, head, names)


def _role_of(  # noqa: PLR0913  # what decides a role
    syntax: Syntax, head: int, word: str, root: str, names: Names, *, acted_on: bool
) -> ParticipantRole:
    place, animate = is_place(syntax, head, names), is_animate(syntax, head, names)
    giving = root in ROLES["giving"]
    if word == "to" and (giving or (animate and not place)):
        return "recipient"
    if place and word in PREPOSITIONS["place"] and not (word == "from" and giving):
        return "place"
    if word in ("with", "via", "by", "using") and acted_on and not animate:
        return "instrument"
    return "other"
