"""What did not come about, as the words say that govern it: "declined to comment", "averted a strike"."""

from services.nlp.events import lexicon
from services.nlp.events.kinds import kind_of_noun
from services.nlp.events.lemmas import governor_lemma
from services.nlp.events.negation import has_no, is_negated_predicate
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import MODALITY, UNREALISED

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
        (is_bringing(syntax, verb) or governor_lemma(syntax, verb) in MODALITY["planned"])
        and governor_lemma(syntax, verb) not in UNREALISED["sure"]
        and is_negated_predicate(syntax, verb)
        and syntax.said(noun, _ANY, "det") is None
    )


def is_bringing(syntax: Syntax, verb: int) -> bool:
    """Whether a verb brings about what its object names: "held talks", "caused a delay"."""
    return syntax.tags[verb].startswith("VB") and lexicon.verb_lemma(syntax.lower[verb]) in MODALITY["bringing"]


def is_nearly(syntax: Syntax, verb: int) -> bool:
    """As in "nearly sank"; not "nearly doubled", which says how much."""
    if verb == 0 or syntax.lower[verb - 1] not in UNREALISED["nearly"]:
        return False
    adverb = syntax.said(verb, UNREALISED["nearly"], "advmod")
    return adverb == verb - 1 and governor_lemma(syntax, verb) not in UNREALISED["measuring"]


def _is_not_done(syntax: Syntax, head: int) -> bool:
    """As in "failed to pay", "did not manage to pay", "was too ill to pay"; not "did not fail to pay"."""
    lemma = governor_lemma(syntax, head)
    if is_negated_predicate(syntax, head):
        return lemma not in UNREALISED["sure"]
    return lemma in UNREALISED["failing"] or syntax.said(head, _TOO, "advmod") is not None


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
    return lemma in UNREALISED["preventing"] or lemma in UNREALISED["avoiding"] or lemma in UNREALISED["escaping"]


def _keeps_from_happening(syntax: Syntax, token: int, head: int, *, definite: bool) -> bool:
    """As in "averted a strike", "called off the strike"; not "foiled a plot", "cancelled a contract"."""
    lemma = governor_lemma(syntax, head)
    if _particle(syntax, head, lemma) in UNREALISED["preventing_particles"]:
        return True
    if lemma in UNREALISED["avoiding"]:
        return not definite
    if lemma not in UNREALISED["preventing"]:
        return False
    noun = lexicon.noun_lemma(syntax.lower[token])
    return noun not in UNREALISED["tries"] and not (lemma == "cancel" and kind_of_noun(noun) in UNREALISED["standing"])


def _particle(syntax: Syntax, verb: int, lemma: str) -> str | None:
    """As in "called off", "headed it off"."""
    particle = syntax.child(verb, "prt")
    return None if particle is None else f"{lemma}:{syntax.lower[particle]}"


def _is_hindered(syntax: Syntax, preposition: int, head: int) -> bool:
    """As in "kept the firm from building", "voted against building": a gerund behind a preposition."""
    pair = f"{governor_lemma(syntax, head)}:{syntax.lower[preposition]}"
    if pair not in UNREALISED["hindering"] or is_negated_predicate(syntax, head):
        return False
    below = syntax.child(preposition, "pcomp", "pobj")
    return below is not None and syntax.lower[below].endswith("ing") and syntax.lefts[below] == below


def _by_noun(syntax: Syntax, token: int, noun: int, *, definite: bool) -> bool:
    """As in "a refusal to pay", "no plan to pay", "no sign of violence", "the prevention of accidents"."""
    lemma = lexicon.noun_lemma(syntax.lower[noun])
    if syntax.deps[token] == "prep" and syntax.lower[token] == "of":
        if not has_no(syntax, noun):
            return lemma in UNREALISED["preventing_nouns"]
        return syntax.child(token, "pcomp") is not None or (lemma in UNREALISED["signs"] and not definite)
    if not _is_infinitive(syntax, token, noun):
        return False
    return lemma in UNREALISED["failing_nouns"] or (has_no(syntax, noun) and lemma not in UNREALISED["forced"])


def _is_infinitive(syntax: Syntax, verb: int, head: int) -> bool:
    if syntax.said(verb, _TO, "aux") is not None:
        return True
    return syntax.tags[verb] == "VB" and governor_lemma(syntax, head) in UNREALISED["bare"]
