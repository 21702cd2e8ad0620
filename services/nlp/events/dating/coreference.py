"""Dates inherited from another mention of the same event: same verb or its nominalisation, a definite noun phrase."""

from services.nlp.annotations import EventDate
from services.nlp.events.dating.state import Dating
from services.nlp.events.roots import root_of
from services.nlp.events.syntax import Syntax

_DEFINITE = frozenset({"the", "that", "this", "those", "these"})


def remember(dating: Dating) -> None:
    """Note the date of every event that a time expression dates, by its root; the first mention counts."""
    for token, date in sorted(dating.explicit.items()):
        if date.value and token not in dating.reporting:
            dating.told.setdefault(_root(dating, token), date)


def from_coreference(dating: Dating, token: int) -> EventDate | None:
    """The date of an earlier or later mention of the event that a definite noun names."""
    trigger = dating.triggers[token]
    if trigger.part != "noun" or not is_definite(dating.syntax, token):
        return None
    date = dating.told.get(_root(dating, token))
    return _inherited(date) if date else None


def _root(dating: Dating, token: int) -> str:
    trigger = dating.triggers[token]
    return root_of(trigger.lemma, noun=trigger.part == "noun")


def is_definite(syntax: Syntax, token: int) -> bool:
    """Whether a noun phrase takes up something known: "the attack", "its withdrawal", "that decision"."""
    return any(
        syntax.deps[c] == "poss" or (syntax.deps[c] == "det" and syntax.lower[c] in _DEFINITE)
        for c in syntax.children[token]
    )


def _inherited(date: EventDate) -> EventDate:
    return EventDate(
        method="coreference", value=date.value, earliest=date.earliest, latest=date.latest, granularity=date.granularity,
        timex=date.timex, evidence=date.evidence,
    )  # fmt: skip
