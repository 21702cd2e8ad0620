"""What is still to be done when it is told: what is asked for, demanded, due by a day or put off to it."""

from collections.abc import Mapping

from services.nlp.timex.lexicon import ORDINAL
from services.nlp.timex.tense_words import (
    CALLING,
    CHARGED,
    COMING_TO_COURT,
    DEMANDING,
    DONE,
    HAS,
    SUMMONED,
    WANTING_DONE,
)
from services.nlp.timex.tree import Token

ORDER = frozenset(ORDINAL) | {"last", "only", "latest", "next"}
"""What counts those to which something was done: "the second mill to be closed in May"."""


def asker(verb: Token) -> str:
    """The word before an infinitive on which it depends, such as asks or plans it: "urged her to resign in May"."""
    asking = verb.head
    depends = verb.tag == "VB" and asking.i < verb.i and verb.dep in {"xcomp", "ccomp", "acl", "relcl"}
    return asking.lower if depends and not is_charged(asking) else ""


def is_charged(deed: Token) -> bool:
    """Whether a deed in -ing is what somebody did, as a court or he himself says: "admitted threatening to burn it"."""
    above = deed.head
    if deed.tag != "VBG" or deed.dep not in {"pcomp", "xcomp"}:
        return False
    if above.tag == "IN" or above.lower == "to":
        above = above.head
    return above.lower in CHARGED or above.head.lower in CHARGED


def is_called_for(verb: Token, index: int) -> bool:
    """Whether a time is that of what somebody has asked for: "has called for a vote in May"."""
    if verb.lower not in CALLING or index <= verb.i + 2:
        return False
    noun = verb.tree[index - 2]
    is_for = noun.dep == "pobj" and noun.head.lower in {"to", "for"} and noun.head.i > verb.i
    return is_for and any(child.dep == "aux" and child.lower in HAS for child in verb.children)


def is_summoned(verb: Token) -> bool:
    """Whether an infinitive is what a court lets or makes somebody do: "bailed to appear on Friday"."""
    return verb.tag == "VB" and verb.lower in COMING_TO_COURT and verb.head.lower in SUMMONED and verb.head.i < verb.i


def is_deadline(verb: Token) -> bool:
    """Whether "by" tells until when something is still to be done: "ordered the ferries to be checked by Friday"."""
    infinitive = any(child.dep == "aux" and child.lower == "to" for child in verb.children)
    return infinitive and verb.head.lower not in DONE and not had_been(verb.head)


def is_demanded(verb: Token) -> bool:
    """Whether somebody wants it done: "ordered that both sides file replies by Friday", "wants it shut in May"."""
    if verb.dep == "ccomp" and verb.tag == "VBN" and verb.head.lower in WANTING_DONE:
        return not any(child.dep in {"aux", "auxpass"} for child in verb.children)
    if verb.dep != "ccomp" or verb.head.lower not in DEMANDING or verb.head.i > verb.i:
        return False
    if verb.tag in {"VB", "VBP"}:
        return not any(child.dep == "aux" for child in verb.children)
    return verb.tag == "VBN" and any(child.dep == "auxpass" and child.lower == "be" for child in verb.children)


def is_still_to_be_done(verb: Token, helpers: Mapping[str, str]) -> bool:
    """Whether it is yet to be done to the noun before: "a hearing, to be held Friday", not "the first to be held"."""
    if "be" not in helpers or verb.tag != "VBN" or verb.dep in {"xcomp", "ccomp"}:
        return False
    before = next((child.i for child in verb.children if child.lower == "to"), 0) - 1
    if verb.tree.word(before) == ",":
        before -= 1
    if before < 0 or verb.tree[before].tag not in {"NN", "NNS"}:
        return False
    noun = verb.tree[before]
    return not any(child.lower in ORDER or child.tag == "JJS" for child in noun.children if child.i < noun.i)


def had_been(plan: Token) -> bool:
    """Whether a plan is told as past: "had been scheduled", "had been due"."""
    return any(
        child.lower in {"had", "'d"} for token in (plan, plan.head) for child in token.children if child.i < plan.i
    )
