"""Whether an event is asserted, or only possible, planned, conditional, hypothetical, ordered or denied."""

from schemas.vocabulary import Modality
from services.nlp.events import lexicon
from services.nlp.events.claims import of_clause
from services.nlp.events.kinds import kind_of_verb
from services.nlp.events.polarity import is_condition
from services.nlp.events.syntax import Syntax
from services.nlp.events.tense import verbal
from services.nlp.events.triggers import Trigger
from services.nlp.events.unrealised import is_bringing, is_left_undone, is_nearly, is_not_brought
from services.nlp.events.verb_modality import is_infinitive, of_verb

_COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "dobj", "acl", "nsubjpass", "advcl", "prep"})
_STEPS = 4
"""Heads that lend their modality at most: "plans to try to open"."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def modality_of(syntax: Syntax, trigger: Trigger) -> Modality:
    """The modality of the verb group itself, else of what governs it."""
    if is_condition(syntax, trigger.token):
        return "conditional"
    if trigger.part == "noun":
        own = _of_adjective(syntax, trigger.token)
        return own or _of_noun_governors(syntax, trigger.token) or "asserted"
    token = syntax.heads[trigger.token] if trigger.part == "adjective" else trigger.token
    doubt = of_clause(syntax, token)
    if doubt == "denied":
        return "denied"
    found = of_verb(syntax, token) or doubt or _of_verb_governors(syntax, token)
    return found or ("hypothetical" if is_nearly(syntax, token) else "asserted")


def _of_adjective(syntax: Syntax, noun: int) -> Modality | None:
    lists = lexicon.table("modality")
    for child in syntax.children[noun]:
        if syntax.deps[child] in ("amod", "compound"):
            if syntax.lower[child] in lists["planned_adjectives"]:
                return "planned"
            if syntax.lower[child] in lists["possible_adjectives"]:
                return "possible"
            if syntax.lower[child] in lexicon.table("unrealised")["adjectives"]:
                return "hypothetical"
    return None


def _of_verb_governors(syntax: Syntax, token: int) -> Modality | None:
    """What stands above a verb says of it: "plans to open", "ordered to leave", "denied that it paid"."""
    finite, infinitive = _is_finite(syntax, token), is_infinitive(syntax, token)
    undone = not finite
    for head in syntax.ancestors(token, _STEPS):
        dep = syntax.deps[token]
        if dep == "conj" and not finite:
            token = head
            continue
        if not _reaches_below(syntax, token, head):
            return None
        undone = undone and dep != "advcl"
        if undone and is_left_undone(syntax, token, head, definite=False):
            return "hypothetical"
        found = _lent(syntax, token, head, finite=finite, infinitive=infinitive)
        if found or _is_finite(syntax, head):
            return found
        token = head
    return None


def _of_noun_governors(syntax: Syntax, noun: int) -> Modality | None:
    """What stands above a noun says of it: "demanded talks", "a call for talks", "will hold talks"."""
    definite, token = _is_definite(syntax, noun), noun
    for step, head in enumerate(syntax.ancestors(noun, _STEPS)):
        dep = syntax.deps[token]
        if dep == "conj":
            token = head
            continue
        subject = dep == "nsubj" and step == 0
        if not subject and not _reaches_below(syntax, token, head):
            return None
        if not subject and _is_left_out(syntax, noun, token, head):
            return "hypothetical"
        if not subject and (found := _lent(syntax, token, head, finite=False, infinitive=False)):
            return found
        if syntax.tags[head].startswith("VB"):
            if definite and not is_bringing(syntax, head):
                return None
            if (own := of_verb(syntax, head)) or _is_finite(syntax, head):
                return own
        token = head
    return None


def _reaches_below(syntax: Syntax, token: int, head: int) -> bool:
    """Whether what is said of a head holds below it; not for "after the talks", "the plane carrying them"."""
    if syntax.deps[token] == "pobj":
        return syntax.lower[head] not in lexicon.table("modality")["adjuncts"]
    if syntax.deps[token] == "relcl":
        return is_infinitive(syntax, token)
    return syntax.deps[token] in _COMPLEMENTS and not _is_participle_of_noun(syntax, token)


def _is_left_out(syntax: Syntax, noun: int, token: int, head: int) -> bool:
    """As in "averted a strike", "did not call a strike", "failed to call a strike"; not "failed to notice a strike"."""
    if syntax.tags[token].startswith("VB") and not is_bringing(syntax, token):
        return False
    definite = _is_definite(syntax, noun)
    return is_left_undone(syntax, token, head, definite=definite) or (
        not definite and is_not_brought(syntax, noun, head)
    )


def _is_finite(syntax: Syntax, token: int) -> bool:
    """Whether it is a verb that makes a clause of its own, so that what stands above no longer reaches below it."""
    return syntax.tags[token].startswith("VB") and verbal(syntax, token).tense in ("past", "present")


def _is_participle_of_noun(syntax: Syntax, token: int) -> bool:
    """As in "the plane carrying them", "issues raised": told as it is, whatever is said of the noun."""
    return syntax.deps[token] == "acl" and not is_infinitive(syntax, token)


def _is_definite(syntax: Syntax, noun: int) -> bool:
    return any(syntax.lower[child] in _DEFINITE or syntax.deps[child] == "poss" for child in syntax.children[noun])


def _lent(syntax: Syntax, token: int, head: int, *, finite: bool, infinitive: bool) -> Modality | None:  # noqa: PLR0911  # one family a line
    """What one governor says of what stands below it."""
    dep, lists = syntax.deps[token], lexicon.table("modality")
    if dep == "advcl":
        return "planned" if infinitive and not _is_outcome(syntax, token, head) else None
    if syntax.tags[head].startswith("NN"):
        return None if finite else _lent_by_noun(lexicon.noun_lemma(syntax.lower[head]))
    lemma = _lemma(syntax, head)
    if lemma in lists["denied"] and dep in ("ccomp", "xcomp", "pcomp", "dobj"):
        return None if _is_told(syntax, token) else "denied"
    if lemma == "rule" and syntax.child(head, "prt") is not None:
        return "denied" if syntax.child(head, "neg") is None else "possible"
    if finite:
        return "possible" if lemma in lists["possible"] and dep == "ccomp" else None
    if lemma in lists["ordered"]:
        return None if lemma in lists["calls"] and dep == "dobj" else "ordered"
    if lemma in lists["planned"] or (infinitive and lemma in lists["planned_infinitives"]):
        return "planned"
    return "possible" if lemma in lists["possible"] else None


def _is_outcome(syntax: Syntax, verb: int, head: int) -> bool:
    """As in "fell to close at 9 dollars", which is no purpose."""
    outcomes = lexicon.table("modality")["outcomes"]
    return _lemma(syntax, verb) in outcomes and kind_of_verb(_lemma(syntax, head)) == "market"


def _lent_by_noun(lemma: str) -> Modality | None:
    """As in "plans to sell", "a call for talks", "allegations of fraud"."""
    lists = lexicon.table("modality")
    if lemma in lists["ordered_nouns"]:
        return "ordered"
    if lemma in lists["planned_nouns"]:
        return "planned"
    return "possible" if lemma in lists["possible_nouns"] else None


def _is_told(syntax: Syntax, token: int) -> bool:
    """As in "denied the allegation", "denied the request": it was made."""
    name = lexicon.by_word("noun_classes").get(lexicon.noun_lemma(syntax.lower[token]))
    return syntax.tags[token].startswith("NN") and name in lexicon.table("modality")["told"]


def _lemma(syntax: Syntax, token: int) -> str:
    word = syntax.lower[token]
    return lexicon.verb_lemma(word) if syntax.tags[token].startswith("VB") else word
