"""Participles that the parser hangs on who tells it: "a bus hit a wall, police said, killing two"."""

from services.nlp.events.tables import CONTROL
from services.nlp.tokens import Tokens

_QUOTES = frozenset({'"', "''", "”", "’", "'"})
_SAID = frozenset({"said", "says", "reported", "told", "added", "announced"})


def rehung(tokens: Tokens) -> dict[int, int]:
    """Participles of what came of something, with the verb of what is told before the saying as their new heads."""
    results, found = CONTROL["results"], {}
    for token, tag in enumerate(tokens.tags):
        if tag != "VBG" or tokens.lower[token] not in results or tokens.deps[token] != "advcl":
            continue
        said = tokens.heads[token]
        if said > token or tokens.lower[said] not in _SAID:
            continue
        told = _told(tokens, said)
        if told is not None and _QUOTES.isdisjoint(tokens.lower[told:said]):  # what a speaker does is his own
            found[token] = told
    return found


def _told(tokens: Tokens, said: int) -> int | None:
    """The verb of what is told before a verb of saying."""
    if tokens.deps[said] == "parataxis":
        above = tokens.heads[said]
        return above if above < said else None
    clauses = (child for child in tokens.children[said] if child < said and tokens.deps[child] == "ccomp")
    return next(clauses, None)
