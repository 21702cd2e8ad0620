"""Dates inherited from another mention of the same event: same verb or its nominalisation, a definite noun phrase."""

from services.nlp.annotations import EventDate
from services.nlp.events import lexicon
from services.nlp.events.dating.state import Dating
from services.nlp.events.kinds import kind_of_noun, kind_of_verb
from services.nlp.events.triggers import Trigger

_DEFINITE = frozenset({"the", "that", "this", "those", "these"})


def root_of(trigger: Trigger) -> str:
    """The verb behind a trigger: "bombing" and "bombed" are "bomb"."""
    if trigger.part == "noun":
        noun = lexicon.nouns().get(trigger.lemma)
        return noun.verb if noun and noun.verb else trigger.lemma
    return trigger.lemma


def remember(dating: Dating) -> None:
    """Note the date of every event that a time expression dates, by its root; the first mention counts."""
    for token, date in sorted(dating.explicit.items()):
        if date.value and token not in dating.reporting:
            dating.told.setdefault(root_of(dating.triggers[token]), date)


def from_coreference(dating: Dating, token: int) -> EventDate | None:
    """The date of an earlier or later mention of the event that a definite noun names."""
    trigger = dating.triggers[token]
    if trigger.part != "noun" or not _is_definite(dating, token):
        return None
    date = dating.told.get(root_of(trigger))
    return _inherited(date) if date else None


def _is_definite(dating: Dating, token: int) -> bool:
    syntax = dating.syntax
    return any(
        syntax.deps[c] == "poss" or (syntax.deps[c] == "det" and syntax.lower[c] in _DEFINITE)
        for c in syntax.children[token]
    )


def _inherited(date: EventDate) -> EventDate:
    return EventDate(
        method="coreference", value=date.value, earliest=date.earliest, latest=date.latest, granularity=date.granularity,
        timex=date.timex, evidence=date.evidence,
    )  # fmt: skip
