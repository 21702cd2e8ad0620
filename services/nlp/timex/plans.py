"""Words that say that their time lies ahead, whatever their own tense."""

from services.nlp.timex.tense_words import FORMERLY, MOVED_BY, MOVING, OUTLOOK, PLANNING, RULING, SUBJECTS, TRENDS
from services.nlp.timex.tree import Token

WHO = frozenset(("WDT", "WP"))
"""Tags of "that" and "who" before a clause that tells of them."""


def is_plan(token: Token, *, towards: bool) -> bool:
    """Whether a word says that its time lies ahead; `towards`: a preposition before the time points to it.

    "They extended the offer Friday" tells what was done on Friday, "as planned" nothing of the time beside it.
    """
    word = token.lower
    if word == "due" and is_because_of(token):
        return False
    if word == "set" and next_word(token) in {"to", "for"}:
        return True
    if word in RULING:
        return next_word(token) == "out"
    if word in OUTLOOK:
        return next_word(token) in TRENDS
    if towards and word in MOVED_BY and next_word(token) in MOVED_BY[word]:
        return True
    if word in MOVING and not towards and (word not in PLANNING or is_done(token)):
        return False
    return (word in PLANNING or word in MOVING) and not says_as_planned(token)


def is_because_of(due: Token) -> bool:
    """Whether "due to" gives a cause: "due to a strike", not "due to reopen"."""
    return due.following is not None and due.following.lower == "to" and due.following.tag == "IN"


def is_given_up(plan: Token) -> bool:
    """Whether a participle tells what was planned at first: "the talks, originally due on Monday, were held on …"."""
    return (plan.lower in PLANNING or plan.lower == "set") and plan.tree.word(plan.i - 1) in FORMERLY


def is_done(verb: Token) -> bool:
    """Whether a plan was changed then: "they delayed the vote Monday", "it was postponed Monday"."""
    if verb.tag == "VBD":
        return has_object(verb)
    return verb.tag == "VBN" and any(child.dep == "auxpass" and child.tag == "VBD" for child in verb.children)


def has_object(verb: Token) -> bool:
    """Whether the verb does something to a thing, which may stand before it: "the case it postponed on Friday"."""
    return any(
        child.dep == "dobj" or (verb.dep == "relcl" and child.dep == "nsubj" and child.tag not in WHO)
        for child in verb.children
    )


def says_as_planned(token: Token) -> bool:
    """Whether the participle is one of "as planned", "as previously scheduled"."""
    return token.tag == "VBN" and "as" in token.tree.words_before(token.i, 2)


def says_when(plan: Token, index: int) -> bool:
    """Whether a time stands between who plans and the verb of it: "the bank on Monday forecast a loss"."""
    is_past = plan.tag == "VBD" and index < plan.i
    return is_past and any(child.dep in SUBJECTS and child.i < index for child in plan.children)


def next_word(token: Token) -> str:
    """The word after a token, nothing at the end."""
    return token.following.lower if token.following else ""
