"""What somebody is accused or cleared of: nobody knows yet that he did it, or he did not."""

from services.nlp.events.claims import Doubt
from services.nlp.events.definite import is_definite
from services.nlp.events.lemmas import governor_lemma
from services.nlp.events.negation import is_negated_predicate
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import CLAIMS


def of_accusation(syntax: Syntax, preposition: int, noun: int | None) -> Doubt | None:
    """As in "accused of stealing", "charges of fraud", "cleared of fraud"; "the murder" itself has happened.

    `noun` is the event beneath the preposition unless that is a verb.
    """
    thing = syntax.child(preposition, "pobj")
    if noun is not None and (thing not in (None, noun) or is_definite(syntax, noun)):
        return None
    found = accusation(syntax, preposition)
    return found[1] if found else None


def accusation(syntax: Syntax, preposition: int) -> tuple[int, Doubt] | None:
    """The word that accuses or clears somebody of what a preposition brings in, and what that makes of it.

    The parser hangs the preposition on the word itself or on the person before it: "accused [the firm of lying]".
    """
    head = syntax.heads[preposition]
    found = _judged(syntax, preposition, head)
    if found is None and syntax.deps[head] == "dobj":
        return _judged(syntax, preposition, syntax.heads[head])
    if found is None and syntax.deps[head] == "pobj" and syntax.deps[syntax.heads[head]] == "agent":
        return _judged(syntax, preposition, syntax.heads[syntax.heads[head]])
    return found


def _judged(syntax: Syntax, preposition: int, head: int) -> tuple[int, Doubt] | None:
    pair = f"{governor_lemma(syntax, head)}:{syntax.lower[preposition]}"
    if pair in CLAIMS["clearing"] or (pair in CLAIMS["convicting"] and _is_negated(syntax, head)):
        return head, "denied"
    return (head, "possible") if pair in CLAIMS["accusing"] else None


def _is_negated(syntax: Syntax, head: int) -> bool:
    return is_negated_predicate(syntax, head) or (head > 0 and syntax.lower[head - 1] == "not")
