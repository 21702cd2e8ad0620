"""The tense that governs a token, from the tags and the tree."""

from spacy.tokens import Doc, Token

from services.nlp.timex.context import Tense

CLIMB = 12
"""Heads to climb at most: deeper trees are tables and lists."""


PLANNING = frozenset(
    "schedule scheduled schedules plan plans planned planning expect expects expected due slated slate postpone postponed "
    "delay delayed hope hopes intend intends extend extended until prepare prepares effective payable aim aims likely".split()
)
"""Words whose time lies ahead, whatever their own tense."""


def tense_at(doc: Doc, index: int) -> Tense | None:
    """The tense of the verb that governs a token; None without a parse or a verb."""
    token: Token = doc[index]
    for _ in range(CLIMB):
        if token.lower_ in PLANNING or (token.lower_ == "set" and next_word(token) in {"to", "for"}):
            return "past" if had_been(token) else "future"
        if token.tag_.startswith(("VB", "MD")):
            found = tense_of(token)
            if found:
                return found
        if token.head.i == token.i:
            break
        token = token.head
    return None


def tense_of(verb: Token) -> Tense | None:
    """The tense of one verb with its auxiliaries; None where only its own governor tells (participles, infinitives)."""
    helpers = {child.lower_: child.tag_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if "MD" in helpers.values():
        return "future" if FUTURE_MODALS & helpers.keys() else None
    if verb.tag_ == "VBD" or "VBD" in helpers.values():
        return "past"
    if "to" in helpers:
        return "future" if verb.head.lower_ in {"is", "are", "am", "'s", "'re"} and verb.head.i < verb.i else None
    if verb.tag_ == "VBN":
        if {"has", "have", "'ve"} & helpers.keys():
            return "past"
        if not helpers and verb.dep_ in {"ROOT", "ccomp", "conj"}:
            return "past"
        return "present" if helpers else None
    if verb.tag_ == "VBG" and {"is", "are", "'s", "'re", "am"} & helpers.keys() and verb.lower_ == "going":
        return "future"
    if verb.tag_ in {"VBZ", "VBP", "VB"} and verb.lower_ in TIMETABLE and not helpers:
        return "future"
    if verb.tag_ in {"VBZ", "VBP"} and verb.lower_ in TIMETABLED:
        return "future"
    if verb.tag_ in {"VBZ", "VBP", "VBG"} and (verb.tag_ != "VBG" or helpers):
        return "present"
    return None


TIMETABLE = frozenset(
    "begin begins start starts open opens resume resumes end ends close closes expire expires lapse lapses leave leaves depart "
    "departs arrive arrives lift lifts return returns run runs take takes fall falls come comes go goes".split()
)
"""Verbs whose present tense, beside a date, is a timetable: "the offer expires Friday"."""

TIMETABLED = frozenset(
    "arrive arrives begin begins close closes come comes depart departs end ends expire expires go goes leave leaves "
    "lapse lapses lift lifts meet meets open opens resume resumes run runs start starts take takes vote votes".split()
)
"""Verbs whose present tells of what is on the timetable: "the talks resume Friday"."""

FUTURE_MODALS = frozenset(
    ("will", "shall", "'ll", "wo", "can", "may", "must", "should", "ca", "might", "would", "could")
)


def next_word(token: Token) -> str:
    """The word after a token, nothing at the end."""
    return str(token.nbor().lower_) if token.i + 1 < len(token.doc) else ""


def had_been(plan: Token) -> bool:
    """Whether a plan is told as past: "had been scheduled", "had been due"."""
    return any(
        child.lower_ in {"had", "'d"} for token in (plan, plan.head) for child in token.children if child.i < plan.i
    )
