"""Whether an event is asserted, or only possible, planned, conditional, hypothetical, ordered or denied."""

from schemas.vocabulary import Modality
from services.nlp.events import lexicon
from services.nlp.events.syntax import Syntax
from services.nlp.events.tense import verbal
from services.nlp.events.triggers import Trigger

_COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "dobj", "acl", "nsubjpass", "advcl", "prep"})
_STEPS = 4
"""Heads that lend their modality at most: "plans to try to open"."""


def modality_of(syntax: Syntax, trigger: Trigger) -> Modality:
    """The modality of the verb group itself, else of what governs it."""
    token = syntax.heads[trigger.token] if trigger.part == "adjective" else trigger.token
    own = _of_adjective(syntax, token) if trigger.part == "noun" else _of_verb(syntax, token)
    return own or _of_governor(syntax, token, trigger) or "asserted"


def _of_verb(syntax: Syntax, verb: int) -> Modality | None:
    lists = lexicon.table("modality")
    if _in_condition(syntax, verb):
        return "conditional"
    modal = verbal(syntax, verb).modal
    if modal is not None:
        conditional = any(
            _in_condition(syntax, child) for child in syntax.children[verb] if syntax.deps[child] == "advcl"
        )
        if modal in lists["hypothetical_modals"]:
            return "conditional" if conditional else "hypothetical"
        if modal in lists["future_modals"]:
            return "conditional" if conditional else "planned"
        return "ordered" if modal in lists["ordered_modals"] else "possible"
    if any(
        syntax.lower[child] in lists["adverbs"] for child in syntax.children[verb] if syntax.deps[child] == "advmod"
    ):
        return "possible"
    return None


def _in_condition(syntax: Syntax, verb: int) -> bool:
    conditions = lexicon.table("modality")["conditional"]
    return any(syntax.deps[child] == "mark" and syntax.lower[child] in conditions for child in syntax.children[verb])


def _of_adjective(syntax: Syntax, noun: int) -> Modality | None:
    lists = lexicon.table("modality")
    for child in syntax.children[noun]:
        if syntax.deps[child] in ("amod", "compound"):
            if syntax.lower[child] in lists["planned_adjectives"]:
                return "planned"
            if syntax.lower[child] in lists["possible_adjectives"]:
                return "possible"
    return None


def _of_governor(syntax: Syntax, token: int, trigger: Trigger) -> Modality | None:
    """What the verbs above say of it: "plans to open", "ordered to leave", "denied that it paid", "will hold talks"."""
    finite = trigger.part != "noun" and verbal(syntax, token).tense in ("past", "present")
    for step, head in enumerate(syntax.ancestors(token, _STEPS)):
        if syntax.deps[token] == "conj" and not finite:
            token = head
            continue
        if syntax.deps[token] not in _COMPLEMENTS and not (syntax.deps[token] == "pobj" and trigger.part == "noun"):
            return None
        found = _lent(syntax, token, head, finite=finite, adverbial=syntax.deps[token] == "advcl")
        if found:
            return found
        if (
            step == 0
            and trigger.part == "noun"
            and syntax.tags[head].startswith("VB")
            and (own := _of_verb(syntax, head))
        ):
            return own
        token = head
    return None


def _lent(syntax: Syntax, token: int, head: int, *, finite: bool, adverbial: bool) -> Modality | None:
    if adverbial:
        purpose = any(syntax.lower[child] == "to" for child in syntax.children[token])
        return "planned" if purpose and syntax.tags[token] == "VB" else None
    lists, tag, word = lexicon.table("modality"), syntax.tags[head], syntax.lower[head]
    lemma = (
        lexicon.verb_lemma(word) if tag.startswith("VB") else lexicon.noun_lemma(word) if tag.startswith("NN") else word
    )
    if lemma in lists["denied"] and syntax.deps[token] in ("ccomp", "pcomp", "dobj"):
        return "denied"
    if finite:
        return "possible" if lemma in lists["possible"] and syntax.deps[token] == "ccomp" else None
    if lemma in lists["ordered"]:
        return "ordered"
    if lemma in lists["planned"]:
        return "planned"
    return "possible" if lemma in lists["possible"] else None
