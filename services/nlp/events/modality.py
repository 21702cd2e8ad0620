"""Whether an event is asserted, or only possible, planned, conditional, hypothetical, ordered or denied."""

from schemas.vocabulary import Modality
from services.nlp.events.claims import of_clause
from services.nlp.events.modality_above import above_noun, above_verb
from services.nlp.events.polarity import is_condition
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import MODALITY, UNREALISED
from services.nlp.events.tense import verbal
from services.nlp.events.triggers import Trigger
from services.nlp.events.unrealised import is_nearly
from services.nlp.events.verb_modality import of_verb

_DUE = frozenset({"due"})
_SET = frozenset({"set"})
_FOR = frozenset({"for"})


def modality_of(syntax: Syntax, trigger: Trigger) -> Modality:
    """The modality of the verb group itself, else of what governs it."""
    if is_condition(syntax, trigger.token):
        return "conditional"
    if trigger.part == "noun":
        own = (
            _of_adjective(syntax, trigger.token)
            or _of_schedule(syntax, trigger.token)
            or _of_copula(syntax, trigger.token)
        )
        return own or above_noun(syntax, trigger.token) or "asserted"
    token = syntax.heads[trigger.token] if trigger.part == "adjective" else trigger.token
    found = of_clause(syntax, token) or of_verb(syntax, token) or above_verb(syntax, token)
    return found or ("hypothetical" if is_nearly(syntax, token) else "asserted")


def _of_adjective(syntax: Syntax, noun: int) -> Modality | None:
    for child in syntax.children[noun]:
        if syntax.deps[child] in ("amod", "compound"):
            if syntax.lower[child] in MODALITY["planned_adjectives"]:
                return "planned"
            if syntax.lower[child] in MODALITY["possible_adjectives"]:
                return "possible"
            if syntax.lower[child] in UNREALISED["adjectives"]:
                return "hypothetical"
    return None


def _of_schedule(syntax: Syntax, noun: int) -> Modality | None:
    """As in "an election is due in May", "the trial is set for Monday"."""
    verb = syntax.heads[noun]
    if syntax.deps[noun] == "nsubj":
        planned = syntax.said(verb, _DUE, "acomp") is not None
    else:
        planned = (
            syntax.deps[noun] == "nsubjpass" and syntax.lower[verb] in _SET and syntax.said(verb, _FOR) is not None
        )
    return "planned" if planned else None


def _of_copula(syntax: Syntax, noun: int) -> Modality | None:
    """As in "in what would be the biggest merger", "it could be the first strike": it is not there yet."""
    copula = syntax.heads[noun]
    if syntax.deps[noun] != "attr" or verbal(syntax, copula).modal is None:
        return None
    return of_verb(syntax, copula)
