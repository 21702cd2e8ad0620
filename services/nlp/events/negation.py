"""The words that negate a clause: particles, subjects and objects that name nobody and nothing."""

from services.nlp.events import lexicon
from services.nlp.events.nouns import is_event_noun
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import POLARITY

SUBJECTS = ("nsubj", "nsubjpass")
_NOT = frozenset({"not", "n't", "n’t", "never"})


_LISTS = ("particles", "nobody", "few", "determiners", "without", "absence", "impossible", "yet")
CUES = frozenset().union(*(POLARITY[name] for name in _LISTS))
"""The words without any of which a sentence negates nothing."""


def is_negated_clause(syntax: Syntax, verb: int) -> bool:
    """Whether a particle or a subject that names nobody negates all that the verb governs."""
    return has_particle(syntax, verb) or has_nobody_as_subject(syntax, verb)


def is_negated_predicate(syntax: Syntax, token: int) -> bool:
    """The same of an adjective, too, whose copula has the particle and the subject: "nobody is ready"."""
    if is_negated_clause(syntax, token):
        return True
    copula = syntax.heads[token]
    return syntax.deps[token] in ("acomp", "oprd") and is_negated_clause(syntax, copula)


def has_particle(syntax: Syntax, token: int) -> bool:
    """As in "did not", "never", "never before", "no longer", "neither … nor"; but not "not only"."""
    for child in syntax.children[token]:
        word, dep = syntax.lower[child], syntax.deps[child]
        if word in POLARITY["particles"] and dep in ("neg", "advmod", "preconj", "cc"):
            return not stands_before(syntax, child, "focus")
        if dep in ("aux", "auxpass") and _is_negated_auxiliary(syntax, child):
            return True
        if word in ("longer", "more") and child > 0 and syntax.lower[child - 1] == "no":
            return True
        if word in POLARITY["frequencies"] and child > 0 and syntax.lower[child - 1] in ("never", "not"):
            return True
    return False


def _is_negated_auxiliary(syntax: Syntax, auxiliary: int) -> bool:
    """As in "never did", "has not so far been", where the parser hangs the particle on another word than the verb."""
    if auxiliary + 1 < len(syntax) and syntax.lower[auxiliary + 1] in _NOT:
        return not stands_before(syntax, auxiliary + 1, "focus")
    return syntax.said(auxiliary, _NOT, "neg") is not None


def stands_before(syntax: Syntax, particle: int, *lists: str) -> bool:
    """Whether a word follows that takes the particle's force: "not only", "not all"."""
    return particle + 1 < len(syntax) and any(syntax.lower[particle + 1] in POLARITY[name] for name in lists)


def has_negative_phrase(syntax: Syntax, verb: int) -> bool:
    """As in "at no time", "under no circumstances"."""
    for child in syntax.children[verb]:
        if syntax.deps[child] == "prep":
            thing = syntax.child(child, "pobj")
            if thing is not None and syntax.lower[thing] in POLARITY["occasions"]:
                return has_no(syntax, thing)
    return False


def has_nobody_as_subject(syntax: Syntax, verb: int) -> bool:
    """As in "nobody came", "no suspects were named"; in "no attack followed" the noun is negated, as in TimeML."""
    subject = syntax.child(verb, *SUBJECTS)
    if subject is None:
        return False
    if _names_nobody(syntax, subject):
        return True
    return has_no(syntax, subject) and not _is_event(syntax, subject)


def has_nothing_as_object(syntax: Syntax, verb: int) -> bool:
    """As in "hurt nobody", "found no weapons", "spoke to no one"; in "fears no delay" the noun is negated."""
    for child in syntax.children[verb]:
        if syntax.deps[child] == "dobj":
            return _is_nothing(syntax, child) and not _is_idiom(syntax, verb, child)
        if syntax.deps[child] in ("prep", "agent") and syntax.lower[child] in POLARITY["reaching"]:
            thing = syntax.child(child, "pobj")
            if thing is not None and _is_nothing(syntax, thing) and syntax.lower[thing] not in POLARITY["avail"]:
                return True
    return False


def _is_nothing(syntax: Syntax, thing: int) -> bool:
    if is_nobody(syntax, thing):
        return True
    return has_no(syntax, thing) and not _is_event(syntax, thing)


def _is_idiom(syntax: Syntax, verb: int, thing: int) -> bool:
    """As in "made no secret of it", "wasted no time", which tell of what was done."""
    pair = f"{lexicon.verb_lemma(syntax.lower[verb])}:{syntax.lower[thing]}"
    return pair in POLARITY["idioms"]


def _names_nobody(syntax: Syntax, subject: int) -> bool:
    """As in "nobody", "hardly anybody", "not a single ship"."""
    if is_nobody(syntax, subject) or syntax.said(subject, POLARITY["few"]) is not None:
        return True
    first = syntax.lefts[subject]
    return first < subject and syntax.lower[first] == "not" and syntax.lower[first + 1] in POLARITY["single"]


def is_nobody(syntax: Syntax, token: int) -> bool:
    """As in "nobody", "nothing"; not in "none other than the mayor", "nothing but promises"."""
    return syntax.lower[token] in POLARITY["nobody"] and not stands_before(syntax, token, "but")


def has_no(syntax: Syntax, noun: int) -> bool:
    """Whether "no" or "neither" determines a noun; not in "no fewer than forty ships"."""
    no = syntax.said(noun, POLARITY["determiners"], "det", "preconj", "neg")
    if no is None or _counts(syntax, no):
        return False
    return not (stands_before(syntax, no, "amounts") and no + 2 < len(syntax) and syntax.lower[no + 2] == "than")


def _counts(syntax: Syntax, no: int) -> bool:
    """As in "the No 8 shirt", "No 10 declined": short for number."""
    following = no + 1
    return following < len(syntax) and syntax.lower[following].isdecimal() and syntax.text[syntax.starts[no]] == "N"


def _is_event(syntax: Syntax, token: int) -> bool:
    return is_event_noun(syntax, token, lexicon.noun_lemma(syntax.lower[token]))
