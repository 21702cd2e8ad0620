"""Whether an event is asserted, or only possible, planned, conditional, hypothetical, ordered or denied."""

from schemas.vocabulary import Modality
from services.nlp.events import lexicon
from services.nlp.events.syntax import Syntax
from services.nlp.events.tense import verbal
from services.nlp.events.triggers import Trigger
from services.nlp.events.verb_modality import is_infinitive, of_verb

_COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "dobj", "acl", "nsubjpass", "advcl", "prep"})
_STEPS = 4
"""Heads that lend their modality at most: "plans to try to open"."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def modality_of(syntax: Syntax, trigger: Trigger) -> Modality:
    """The modality of the verb group itself, else of what governs it."""
    if trigger.part == "noun":
        own = _of_adjective(syntax, trigger.token)
        return own or _of_governors(syntax, trigger.token, noun=True) or "asserted"
    token = syntax.heads[trigger.token] if trigger.part == "adjective" else trigger.token
    if _is_denied(syntax, token):
        return "denied"
    return of_verb(syntax, token) or _of_governors(syntax, token, noun=False) or "asserted"


def _of_adjective(syntax: Syntax, noun: int) -> Modality | None:
    lists = lexicon.table("modality")
    for child in syntax.children[noun]:
        if syntax.deps[child] in ("amod", "compound"):
            if syntax.lower[child] in lists["planned_adjectives"]:
                return "planned"
            if syntax.lower[child] in lists["possible_adjectives"]:
                return "possible"
    return None


def _of_governors(syntax: Syntax, token: int, *, noun: bool) -> Modality | None:
    """What the words above say of it: "plans to open", "ordered to leave", "denied that it paid", "will hold talks"."""
    finite = not noun and verbal(syntax, token).tense in ("past", "present")
    infinitive = not noun and is_infinitive(syntax, token)
    for step, head in enumerate(syntax.ancestors(token, _STEPS)):
        dep = syntax.deps[token]
        if dep == "conj" and not finite:
            token = head
            continue
        subject = dep == "nsubj" and noun and step == 0
        if not subject and dep not in _COMPLEMENTS and not (dep == "pobj" and noun):
            return None
        found = None if subject else _lent(syntax, token, head, finite=finite, infinitive=infinitive)
        if found:
            return found
        if noun and syntax.tags[head].startswith("VB"):
            if not _brings(syntax, head) and _is_definite(syntax, token):
                return None
            if own := of_verb(syntax, head):
                return own
        token = head
    return None


def _brings(syntax: Syntax, verb: int) -> bool:
    return lexicon.verb_lemma(syntax.lower[verb]) in lexicon.table("modality")["bringing"]


def _is_definite(syntax: Syntax, noun: int) -> bool:
    return any(syntax.lower[child] in _DEFINITE or syntax.deps[child] == "poss" for child in syntax.children[noun])


def _is_denied(syntax: Syntax, verb: int) -> bool:
    """As in "denied that it would close", whatever the auxiliary says."""
    return syntax.deps[verb] == "ccomp" and _lemma(syntax, syntax.heads[verb]) in lexicon.table("modality")["denied"]


def _lent(syntax: Syntax, token: int, head: int, *, finite: bool, infinitive: bool) -> Modality | None:  # noqa: PLR0911  # one family a line
    """What one governor says of what stands below it."""
    dep, lists = syntax.deps[token], lexicon.table("modality")
    if dep == "advcl":
        return "planned" if infinitive and syntax.tags[token] == "VB" else None
    lemma = _lemma(syntax, head)
    if lemma in lists["denied"] and dep in ("ccomp", "pcomp", "dobj"):
        return None if _is_report(syntax, token) else "denied"
    if lemma == "rule" and syntax.child(head, "prt") is not None:
        return "denied" if syntax.child(head, "neg") is None else "possible"
    if finite:
        return "possible" if lemma in lists["possible"] and dep == "ccomp" else None
    if lemma in lists["ordered"]:
        return None if lemma == "call" and dep == "dobj" else "ordered"  # "called an election" is no call for one
    if lemma in lists["planned"] or (infinitive and lemma in lists["planned_infinitives"]):
        return "planned"
    return "possible" if lemma in lists["possible"] else None


def _is_report(syntax: Syntax, token: int) -> bool:
    """As in "denied the allegation": the allegation was made."""
    return lexicon.by_word("noun_classes").get(lexicon.noun_lemma(syntax.lower[token])) == "reporting"


def _lemma(syntax: Syntax, token: int) -> str:
    word, tag = syntax.lower[token], syntax.tags[token]
    if tag.startswith("VB"):
        return lexicon.verb_lemma(word)
    return lexicon.noun_lemma(word) if tag.startswith("NN") else word
