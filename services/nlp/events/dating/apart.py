"""Words between two events that part their times: "after", "charged with", "fined for"."""

from services.nlp.events import lexicon
from services.nlp.events.dating.state import Dating
from services.nlp.events.kinds import CALAMITIES, kind_of_noun
from services.nlp.events.lemmas import governor_lemma
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import CLAIMS, DATING, DEEDS, MODALITY

APART = frozenset({"after", "before", "since", "until", "till", "following"})
"""Words between events that lie one after the other."""
_ONE = frozenset({"a", "an"})
_OWNERS = frozenset({"poss", "compound"})
_HOW = CALAMITIES | {"protest", "ceremony", "sport"}
"""Kinds of happenings in which something else is done."""


def lies_apart(dating: Dating, below: int, above: int) -> bool:
    """Whether a word between the two parts them: "forty days after an election", "voted against a sale"."""
    syntax = dating.syntax
    if syntax.lower[above] in APART or syntax.lower[below] in APART:
        return True
    if syntax.deps[below] == "pobj" and syntax.lower[above] in DATING["aside"] and below not in dating.times:
        if f"{governor_lemma(syntax, syntax.heads[above])}:{syntax.lower[above]}" in DATING["becoming"]:
            return False
        return not (syntax.lower[above] == "in" and _says_how(syntax, below))
    if syntax.lower[above] == "of" and syntax.tags[syntax.heads[above]].startswith("VB"):
        return True
    if _was_before(syntax, below, above):
        return True
    mark = syntax.child(below, "mark", "prep") if syntax.deps[below] == "advcl" else None
    return mark is not None and syntax.deps[mark] == "mark" and syntax.lower[mark] in APART


def is_only_possible(syntax: Syntax, token: int) -> bool:
    """As in "a second eruption was possible": it has no day on which it was said to be."""
    copula = syntax.heads[token]
    if syntax.deps[token] != "nsubj" or lexicon.verb_lemma(syntax.lower[copula]) != "be":
        return False
    predicate = syntax.child(copula, "acomp")
    return predicate is not None and syntax.lower[predicate] in MODALITY["possible"]


def is_looked_at(dating: Dating, below: int, above: int) -> bool:
    """As in "the anniversary of the attack", "the victims of the crash"; not in "a wave of attacks"."""
    syntax = dating.syntax
    if syntax.deps[below] in _OWNERS:
        noun = above
    elif syntax.deps[below] == "pobj" and syntax.lower[above] == "of":
        noun = syntax.heads[above]
    else:
        return False
    if not syntax.tags[noun].startswith("NN"):  # "one of the attacks"
        return False
    lemma = lexicon.noun_lemma(syntax.lower[noun])
    return lemma in DATING["looking"] if noun in dating.triggers else lemma not in DATING["made_of"]


def _was_before(syntax: Syntax, below: int, preposition: int) -> bool:
    """As in "charged with theft", "confessed to the murder", "in protest at the raid": it was done before."""
    dep, word = syntax.deps[below], syntax.lower[preposition]
    if dep == "pcomp" and word == "for":
        return True
    if dep not in ("pobj", "pcomp") or word not in ("with", "of", "at", "to"):
        return False
    pair = f"{governor_lemma(syntax, syntax.heads[preposition])}:{word}"
    return any(pair in words for words in (DEEDS, CLAIMS["confessing"], DATING["causing"]))


def _says_how(syntax: Syntax, noun: int) -> bool:
    """As in "was retaken in a lightning assault", "died in a fire": the noun tells how the verb came about."""
    return syntax.said(noun, _ONE, "det") is not None and kind_of_noun(lexicon.noun_lemma(syntax.lower[noun])) in _HOW
