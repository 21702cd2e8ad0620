"""Whether a noun takes up something known."""

from services.nlp.events.syntax import Syntax

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def is_definite(syntax: Syntax, noun: int) -> bool:
    """As in "the attack", "its withdrawal", "that decision"."""
    return any(syntax.lower[child] in _DEFINITE or syntax.deps[child] == "poss" for child in syntax.children[noun])
