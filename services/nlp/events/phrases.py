"""The noun phrase of a head."""

from services.nlp.events.names import Names
from services.nlp.events.syntax import Syntax

_INSIDE = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "predet", "case"})
_MAX_DEPTH = 8


def phrase_of(syntax: Syntax, head: int, names: Names, depth: int = 0) -> tuple[int, int]:
    """First and last token, without relative clauses and appositions, with unnamed things coordinated with the head."""
    first, last = head, head
    for child in syntax.children[head]:
        dep = syntax.deps[child]
        if dep in _INSIDE:
            first, last = min(first, syntax.lefts[child]), max(last, syntax.rights[child])
        elif dep == "prep" and syntax.lower[child] == "of":
            last = max(last, syntax.rights[child])
        elif dep == "conj" and depth < _MAX_DEPTH and _is_unnamed_thing(syntax, child, names):
            last = max(last, phrase_of(syntax, child, names, depth + 1)[1])
    while first < head and syntax.lower[first].isspace():
        first += 1
    while last > head and syntax.lower[last].isspace():
        last -= 1
    return first, last


def is_named(syntax: Syntax, token: int, names: Names) -> bool:
    """Whether a token belongs to a name."""
    return names.at(syntax.starts[token], syntax.ends[token]) is not None


def _is_unnamed_thing(syntax: Syntax, token: int, names: Names) -> bool:
    return syntax.tags[token] in ("NN", "NNS") and not is_named(syntax, token, names)
