"""Whether an event is negated: by the words of the text it did not happen or does not hold."""

from schemas.vocabulary import Polarity
from services.nlp.events import lexicon
from services.nlp.events.syntax import Syntax
from services.nlp.events.triggers import Trigger

_PARTICLES = frozenset({"not", "n't", "n’t", "never", "nor", "neither", "hardly", "scarcely"})
_NOTHING = frozenset({"no", "nothing", "none", "nobody", "neither", "nowhere"})
_FEW = frozenset({"neither", "hardly", "scarcely"})
_FOCUS = frozenset({"only", "just", "merely", "simply", "necessarily"})


def polarity_of(syntax: Syntax, trigger: Trigger) -> Polarity:
    """Negated by a particle, a negative subject or object, "without", or a coordinated verb that is."""
    token = trigger.token
    if trigger.part == "noun":
        return "negated" if _has_determiner_no(syntax, token) else "affirmed"
    carrier = syntax.heads[token] if trigger.part == "adjective" else token
    negated = _is_negated(syntax, token) or (carrier != token and _has_particle(syntax, carrier))
    return "negated" if negated else "affirmed"


def _is_negated(syntax: Syntax, token: int) -> bool:
    if _has_particle(syntax, token):
        return True
    if _has_negative_argument(syntax, token) or _is_without(syntax, token):
        return True
    return _inherits(syntax, token)


def _has_particle(syntax: Syntax, token: int) -> bool:
    """As in "did not", "never", "no longer", "neither … nor"; but not "not only"."""
    for child in syntax.children[token]:
        word = syntax.lower[child]
        if word in _PARTICLES and syntax.deps[child] in ("neg", "advmod", "preconj", "cc"):
            return not (child + 1 < len(syntax) and syntax.lower[child + 1] in _FOCUS)
        if word in ("longer", "more") and child > 0 and syntax.lower[child - 1] == "no":
            return True
    return False


def _has_negative_argument(syntax: Syntax, token: int) -> bool:
    """As in "nobody came", "reached no agreement"; "no suspects were named" leaves the naming alone, as in TimeML."""
    subject = syntax.child(token, "nsubj", "nsubjpass")
    if subject is not None and _is_nobody(syntax, subject):
        return True
    thing = syntax.child(token, "dobj")
    if thing is None:
        return False
    light = lexicon.verb_lemma(syntax.lower[token]) in lexicon.table("verbs")["light"]
    return syntax.lower[thing] == "nothing" or (light and _has_determiner_no(syntax, thing))


def _is_nobody(syntax: Syntax, token: int) -> bool:
    word = syntax.lower[token]
    if word in _NOTHING or (word == "one" and _has_determiner_no(syntax, token)):
        return True
    return any(syntax.lower[child] in _FEW for child in syntax.children[token])


def _has_determiner_no(syntax: Syntax, noun: int) -> bool:
    return any(
        syntax.lower[child] in ("no", "neither") and syntax.deps[child] in ("det", "preconj", "neg")
        for child in syntax.children[noun]
    )


def _is_without(syntax: Syntax, token: int) -> bool:
    return syntax.deps[token] in ("pcomp", "pobj") and syntax.lower[syntax.heads[token]] == "without"


def _inherits(syntax: Syntax, token: int) -> bool:
    """As in "would not elaborate or comment"; "is not going to buy"."""
    head, dep = syntax.heads[token], syntax.deps[token]
    if dep == "conj" and _has_particle(syntax, head):
        between = syntax.lower[head:token]
        return "or" in between or "nor" in between
    if dep == "xcomp" and _has_particle(syntax, head):
        return lexicon.verb_lemma(syntax.lower[head]) in lexicon.table("verbs")["modal"] | {"go", "be"}
    return False
