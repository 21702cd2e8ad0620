"""A series of verbs whose first the parser hangs beneath the second: "she broke with it, left and set up her own"."""

from services.nlp.events.syntax import Syntax

_JOINING = frozenset({"mark", "advmod"})
_SUBJECTS = ("nsubj", "nsubjpass")
_CONJUNCTIONS = frozenset({"as", "when", "while", "once", "where", "how", "why", "though", "now"})


def opens_series(syntax: Syntax, verb: int) -> int | None:
    """The verb with the subject that opens a series, given the second one; both in the past, with no conjunction."""
    if syntax.tags[verb] != "VBD" or syntax.lower[verb - 1] not in (",", "and"):
        return None
    for child in syntax.children[verb]:
        if child > verb:
            break
        if syntax.deps[child] in _SUBJECTS:
            return None
        if syntax.deps[child] == "advcl" and syntax.tags[child] == "VBD":
            return child if _stands_alone(syntax, child) else None
    return None


def _stands_alone(syntax: Syntax, clause: int) -> bool:
    """Whether a clause has a subject of its own and nothing that makes it the time or the reason of another."""
    below = syntax.children[clause]
    joined = any(syntax.deps[one] in _JOINING and _joins(syntax, one) for one in below)
    return not joined and any(syntax.deps[one] in _SUBJECTS for one in below)


def _joins(syntax: Syntax, word: int) -> bool:
    return syntax.deps[word] == "mark" or syntax.lower[word] in _CONJUNCTIONS
