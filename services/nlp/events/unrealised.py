"""What did not come about, as the words say that govern it: "declined to comment", "averted a strike"."""

from services.nlp.events import lexicon
from services.nlp.events.kinds import kind_of_noun
from services.nlp.events.lemmas import governor_lemma
from services.nlp.events.negation import has_no, is_negated_predicate
from services.nlp.events.syntax import Syntax

_ANY = frozenset({"any"})
_TO = frozenset({"to"})
_TOO = frozenset({"too"})
_COMPLEMENTS = ("xcomp", "ccomp")


def is_left_undone(syntax: Syntax, token: int, head: int, *, definite: bool) -> bool:
    """Whether a head says that what stands below it, an infinitive, a gerund or a noun, did not come about."""
    if syntax.lower[token] == "from" and syntax.deps[head] == "dobj":
        head = syntax.heads[head]
    if syntax.tags[head].startswith("NN"):
        return _by_noun(syntax, token, head, definite=definite)
    if syntax.deps[token] == "prep":
        return _is_hindered(syntax, token, head)
    behind = syntax.deps[token] == "advcl" and syntax.lefts[token] == head + 1  # "did not live to see it"
    if (behind or syntax.deps[token] in _COMPLEMENTS) and _is_infinitive(syntax, token, head):
        return _is_not_done(syntax, head)
    return _is_prevented(syntax, token, head, definite=definite)


def is_not_brought(syntax: Syntax, noun: int, verb: int) -> bool:
    """As in "did not reach an agreement"; in "did not reach any agreement" the noun itself is negated."""
    return (
        (is_bringing(syntax, verb) or governor_lemma(syntax, verb) in lexicon.table("modality")["planned"])
        and governor_lemma(syntax, verb) not in lexicon.table("unrealised")["sure"]
        and is_negated_predicate(syntax, verb)
        and syntax.said(noun, _ANY, "det") is None
    )


def is_bringing(syntax: Syntax, verb: int) -> bool:
    """Whether a verb brings about what its object names: "held talks", "caused a delay"."""
    lists = lexicon.table("modality")["bringing"]
    return syntax.tags[verb].startswith("VB") and lexicon.verb_lemma(syntax.lower[verb]) in lists


def is_nearly(syntax: Syntax, verb: int) -> bool:
    """As in "nearly sank"; not "nearly doubled", which says how much."""
    lists = lexicon.table("unrealised")
    adverb = syntax.said(verb, lists["nearly"], "advmod")
    return adverb == verb - 1 and governor_lemma(syntax, verb) not in lists["measuring"]


def _is_not_done(syntax: Syntax, head: int) -> bool:
    """As in "failed to pay", "did not manage to pay", "was too ill to pay"; not "did not fail to pay"."""
    lists, lemma = lexicon.table("unrealised"), governor_lemma(syntax, head)
    if is_negated_predicate(syntax, head):
        return lemma not in lists["sure"]
    return lemma in lists["failing"] or syntax.said(head, _TOO, "advmod") is not None


def _is_prevented(syntax: Syntax, token: int, head: int, *, definite: bool) -> bool:
    """As in "averted a strike", "avoided paying", "the match was cancelled"; not "did not avert a strike"."""
    if syntax.tags[token] == "VBG":
        prevents = syntax.deps[token] in _COMPLEMENTS and _keeps_from_doing(governor_lemma(syntax, head))
    elif syntax.deps[token] in ("dobj", "nsubjpass"):
        prevents = _keeps_from_happening(syntax, token, head, definite=definite)
    else:
        return False
    return prevents and not is_negated_predicate(syntax, head)


def _keeps_from_doing(lemma: str) -> bool:
    """As in "avoided paying", "escaped being hit"."""
    lists = lexicon.table("unrealised")
    return lemma in lists["preventing"] or lemma in lists["avoiding"] or lemma in lists["escaping"]


def _keeps_from_happening(syntax: Syntax, token: int, head: int, *, definite: bool) -> bool:
    """As in "averted a strike", "called off the strike"; not "foiled a plot", "cancelled a contract"."""
    lists, lemma = lexicon.table("unrealised"), governor_lemma(syntax, head)
    if _particle(syntax, head, lemma) in lists["preventing_particles"]:
        return True
    if lemma in lists["avoiding"]:
        return not definite
    if lemma not in lists["preventing"]:
        return False
    noun = lexicon.noun_lemma(syntax.lower[token])
    return noun not in lists["tries"] and not (lemma == "cancel" and kind_of_noun(noun) in lists["standing"])


def _particle(syntax: Syntax, verb: int, lemma: str) -> str | None:
    """As in "called off", "headed it off"."""
    particle = syntax.child(verb, "prt")
    return None if particle is None else f"{lemma}:{syntax.lower[particle]}"


def _is_hindered(syntax: Syntax, preposition: int, head: int) -> bool:
    """As in "kept the firm from building", "voted against building": a gerund behind a preposition."""
    pair = f"{governor_lemma(syntax, head)}:{syntax.lower[preposition]}"
    if pair not in lexicon.table("unrealised")["hindering"] or is_negated_predicate(syntax, head):
        return False
    below = syntax.child(preposition, "pcomp", "pobj")
    return below is not None and syntax.lower[below].endswith("ing") and syntax.lefts[below] == below


def _by_noun(syntax: Syntax, token: int, noun: int, *, definite: bool) -> bool:
    """As in "a refusal to pay", "no plan to pay", "no sign of violence", "the prevention of accidents"."""
    lists, lemma = lexicon.table("unrealised"), lexicon.noun_lemma(syntax.lower[noun])
    if syntax.deps[token] == "prep" and syntax.lower[token] == "of":
        if not has_no(syntax, noun):
            return lemma in lists["preventing_nouns"]
        return syntax.child(token, "pcomp") is not None or (lemma in lists["signs"] and not definite)
    if not _is_infinitive(syntax, token, noun):
        return False
    return lemma in lists["failing_nouns"] or (has_no(syntax, noun) and lemma not in lists["forced"])


def _is_infinitive(syntax: Syntax, verb: int, head: int) -> bool:
    if syntax.said(verb, _TO, "aux") is not None:
        return True
    return syntax.tags[verb] == "VB" and governor_lemma(syntax, head) in lexicon.table("unrealised")["bare"]
