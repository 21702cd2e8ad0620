"""Whether a noun takes up something known."""

from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import HEADS

_OF = frozenset({"of"})
_ONE = frozenset({"a", "an"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def is_definite(syntax: Syntax, noun: int) -> bool:
    """As in "the attack", "its withdrawal", "that decision"."""
    return any(syntax.lower[child] in _DEFINITE or syntax.deps[child] == "poss" for child in syntax.children[noun])


def takes_up(syntax: Syntax, noun: int) -> bool:
    """Whether it is definite and no other one of its sort, nor of something new.

    Not "the next decision", "the previous attack", "the closing of a school".
    """
    if not is_definite(syntax, noun) or _is_of_something_new(syntax, noun):
        return False
    return all(
        syntax.lower[child] not in HEADS["others"] or syntax.deps[child] != "amod" for child in syntax.children[noun]
    )


def _is_of_something_new(syntax: Syntax, noun: int) -> bool:
    of = syntax.said(noun, _OF, "prep")
    thing = None if of is None else syntax.child(of, "pobj")
    return thing is not None and syntax.said(thing, _ONE, "det") is not None
