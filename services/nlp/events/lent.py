"""The subject that a verb lends to the noun it governs: "made its first flight", "signed the deal", "won an order"."""

from services.nlp.events import lexicon
from services.nlp.events.arguments import Argument
from services.nlp.events.heads import is_animate
from services.nlp.events.names import Names
from services.nlp.events.subjects import subject_of
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import LENDING, ROLES, VERBS
from services.nlp.events.undergoing import subject_undergoes
from services.nlp.events.voice import is_passive


def lent_subject(syntax: Syntax, noun: int, lemma: str, root: str, names: Names) -> Argument | None:
    """The subject of the governing verb as an argument of the noun; None where the verb lends none."""
    verb = _governor(syntax, noun, lemma)
    if verb is None or is_passive(syntax, verb):
        return None
    subject = subject_of(syntax, verb, passive=False)
    if subject is None:
        return None
    animate = is_animate(syntax, subject, names)
    undergoes = subject_undergoes(syntax, root, subject, names) or root in ROLES["gaining"]
    by_verb = _families(lexicon.verb_lemma(syntax.lower[verb]))
    if "suffering" in by_verb or (by_verb & {"showing", "light"} and undergoes):
        return Argument(subject, "patient")
    if "receiving" in by_verb and lemma in LENDING["received"]:
        return Argument(subject, "recipient")
    acts = ("acting" in by_verb and root not in ROLES["announced_only"]) or lemma in LENDING["speeches"]
    if "light" in by_verb or (acts and not undergoes and (animate or subject in names)):
        return Argument(subject, "agent")
    return None


def _governor(syntax: Syntax, noun: int, lemma: str) -> int | None:
    """The verb whose object the noun is; the verb of "said in a statement"."""
    head = syntax.heads[noun]
    if syntax.deps[noun] == "pobj" and syntax.lower[head] == "in" and lemma in LENDING["speeches"]:
        head = syntax.heads[head]
    elif syntax.deps[noun] != "dobj":
        return None
    return head if syntax.tags[head].startswith("VB") else None


def _families(verb: str) -> set[str]:
    """The lists of verbs that lend their subject and name this one."""
    found = {family for family in ("acting", "receiving", "suffering", "showing") if verb in LENDING[family]}
    return found | ({"light"} if verb in VERBS["light"] else set())
