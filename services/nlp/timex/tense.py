"""The tense that governs a token, from the tags and the tree."""

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from services.nlp.timex.context import Tense

CLIMB = 12
"""Heads to climb at most: deeper trees are tables and lists."""


PLANNING = frozenset(
    "schedule scheduled schedules plan plans planned planning expect expects expected due slated slate postpone "
    "postponed delay delayed hope hopes intend intends extend extended until prepare prepares effective payable aim "
    "aims likely".split()
)
"""Words whose time lies ahead, whatever their own tense."""

RULING = frozenset(("rule", "rules", "ruled", "ruling"))


def tense_at(doc: Doc, index: int) -> Tense | None:
    """The tense of the verb that governs a token; None without a parse or a verb."""
    token: Token = doc[index]
    for _ in range(CLIMB):
        if looks_ahead(token):
            return "past" if had_been(token) else "future"
        if token.tag_.startswith(("VB", "MD")):
            found = tense_of(token)
            if found:
                return found
        if token.head.i == token.i:
            break
        token = token.head
    return None


def looks_ahead(token: Token) -> bool:
    """Whether the time beside a word lies ahead: a plan, "set to", "ruled out"."""
    word = token.lower_
    if word in PLANNING:
        return True
    return next_word(token) in {"to", "for"} if word == "set" else word in RULING and next_word(token) == "out"


def is_pluperfect(doc: Doc, index: int) -> bool:
    """Whether the verb that governs a token is told as past of the past: "had left"."""
    token: Token = doc[index]
    for _ in range(CLIMB):
        if token.tag_.startswith("VB") and tense_of(token):
            return any(child.lower_ in {"had", "'d"} for child in token.children if child.dep_ == "aux")
        if token.head.i == token.i:
            break
        token = token.head
    return False


def tense_of(verb: Token) -> Tense | None:
    """The tense of one verb with its auxiliaries; None where only its own governor tells (participles, infinitives)."""
    helpers = {child.lower_: child.tag_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if "MD" in helpers.values():
        return "future" if FUTURE_MODALS & helpers.keys() else None
    if verb.tag_ == "VBD" or "VBD" in helpers.values():
        return "past"
    if "to" in helpers:
        return "future" if verb.head.lower_ in IS and verb.head.i < verb.i else None
    return tense_of_participle(verb, helpers) if verb.tag_ in {"VBN", "VBG"} else tense_of_present(verb, helpers)


def tense_of_participle(verb: Token, helpers: Mapping[str, str]) -> Tense | None:
    """ "Has sunk" and a headline's "sunk" are past, "is sunk", "is sinking" present, "is going to" future."""
    if verb.tag_ == "VBG":
        return "future" if verb.lower_ == "going" and IS & helpers.keys() else "present" if helpers else None
    if HAS & helpers.keys():
        return "past"
    if helpers:
        return "present"
    return "past" if verb.dep_ in {"ROOT", "ccomp", "conj"} else None


def tense_of_present(verb: Token, helpers: Mapping[str, str]) -> Tense | None:
    """The present of some verbs is a timetable; what is asked for lies ahead ("Call me on Monday")."""
    if verb.tag_ not in {"VBZ", "VBP", "VB"}:
        return None
    if not helpers and (verb.lower_ in TIMETABLE or is_imperative(verb)):
        return "future"
    return "present" if verb.tag_ != "VB" else None


def is_imperative(verb: Token) -> bool:
    """Whether a bare verb that no subject goes with leads its clause."""
    leads = verb.dep_ == "ROOT" or (verb.i > 0 and verb.nbor(-1).is_quote)
    return verb.tag_ == "VB" and leads and not any(child.dep_ in SUBJECTS for child in verb.children)


SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl"))
IS = frozenset(("is", "are", "am", "'s", "'re"))
HAS = frozenset(("has", "have", "'ve"))
TIMETABLE = frozenset(
    "appear appears arrive arrives begin begins close closes come comes continue continues depart departs end ends "
    "expire expires face faces fall falls go goes lapse lapses leave leaves lift lifts meet meets open opens reconvene "
    "reconvenes resume resumes return returns run runs start starts "
    "take takes vote votes".split()
)
"""Verbs whose present tense, beside a date, is a timetable: "the offer expires Friday"."""

FUTURE_MODALS = frozenset("will shall 'll wo can may must should ca might would could".split())


def next_word(token: Token) -> str:
    """The word after a token, nothing at the end."""
    return str(token.nbor().lower_) if token.i + 1 < len(token.doc) else ""


def had_been(plan: Token) -> bool:
    """Whether a plan is told as past: "had been scheduled", "had been due"."""
    return any(
        child.lower_ in {"had", "'d"} for token in (plan, plan.head) for child in token.children if child.i < plan.i
    )
