"""Whether a noun takes up something known."""

from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import HEADS

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def is_definite(syntax: Syntax, noun: int) -> bool:
    """As in "the attack", "its withdrawal", "that decision"."""
    return any(syntax.lower[child] in _DEFINITE or syntax.deps[child] == "poss" for child in syntax.children[noun])


def takes_up(syntax: Syntax, noun: int) -> bool:
    """Whether it is definite and no other one of its sort: not "the next decision", "the previous attack"."""
    return is_definite(syntax, noun) and all(
        syntax.lower[child] not in HEADS["others"] or syntax.deps[child] != "amod" for child in syntax.children[noun]
    )
