"""Questions and commands: "did the mayor lie?" leaves it open, "call the police" orders it."""

from typing import Literal

from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import CLAIMS

_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_AUXILIARIES = ("aux", "auxpass")
_NEGATED = frozenset({"do"})
_NEAR = 8
"""Words before an auxiliary among which the word may stand that asks: "and for how long did he"."""


def of_mood(syntax: Syntax, verb: int) -> Literal["possible", "ordered"] | None:
    """What the form of a main clause makes of its verb."""
    if syntax.deps[verb] not in ("ROOT", "ccomp"):
        return None
    subject = syntax.child(verb, *_SUBJECTS)
    if subject is None:
        return "ordered" if _is_command(syntax, verb) else None
    return "possible" if _is_question(syntax, verb, subject) else None


def _is_question(syntax: Syntax, verb: int, subject: int) -> bool:
    """As in "did the mayor lie?"; who asks "why did the mayor lie?" takes it that he did."""
    last = syntax.rights[verb]
    if "?" not in syntax.lower[max(last - 1, 0) : last + 2]:
        return False
    auxiliary = syntax.child(verb, *_AUXILIARIES)
    if auxiliary is None or not auxiliary < subject < verb:
        return False
    words = CLAIMS["questions"]
    first = max(syntax.lefts[verb], auxiliary - _NEAR)
    return all(syntax.lower[token] not in words for token in range(first, auxiliary))


def _is_command(syntax: Syntax, verb: int) -> bool:
    """As in "call the police", "don't call"; a headline that leaves words out orders nothing."""
    if syntax.tags[verb] != "VB" or syntax.sentence(verb).section.kind != "body":
        return False
    auxiliary = syntax.child(verb, *_AUXILIARIES)
    return auxiliary is None or syntax.lower[auxiliary] in _NEGATED
