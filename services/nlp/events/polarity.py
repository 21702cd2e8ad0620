"""Whether an event is negated: it did not happen, by the words of the text."""

from schemas.vocabulary import Polarity
from services.nlp.events.syntax import Syntax
from services.nlp.events.triggers import Trigger

_NEGATORS = frozenset({"not", "n't", "never", "no", "neither", "nor", "without", "nobody", "nothing", "none"})


def polarity_of(syntax: Syntax, trigger: Trigger) -> Polarity:
    """Negated by a particle, a negative subject or object, "without"."""
    token = trigger.token
    if any(
        syntax.deps[child] == "neg" or syntax.lower[child] in ("no", "not", "never") for child in syntax.children[token]
    ):
        return "negated"
    if trigger.part == "adjective" and any(
        syntax.deps[child] == "neg" for child in syntax.children[syntax.heads[token]]
    ):
        return "negated"
    head = syntax.heads[token]
    if syntax.deps[token] == "pcomp" and syntax.lower[head] == "without":
        return "negated"
    subject = syntax.child(token, "nsubj", "nsubjpass")
    if subject is not None and _is_negative(syntax, subject):
        return "negated"
    return "affirmed"


def _is_negative(syntax: Syntax, token: int) -> bool:
    if syntax.lower[token] in _NEGATORS:
        return True
    return any(syntax.lower[child] in ("no", "neither") for child in syntax.children[token])
