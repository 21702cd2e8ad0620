"""What made something happen was there before it: "resigned on Friday because of the leak" is no day of the leak."""

from functools import cache

from msgspec.structs import replace

from services.nlp.annotations import EventDate
from services.nlp.events import lexicon
from services.nlp.events.dating.state import Dating
from services.nlp.events.kinds import CALAMITIES, kind_of_noun
from services.nlp.events.lemmas import governor_lemma
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import DATING, MODALITY

_BECAUSE = frozenset({"because"})
_SURE = frozenset({"timex", "duration", "coreference", "narrative"})
"""Evidence of the effect's day: that something holds or is told today says nothing of what made it so."""


def from_effect(dating: Dating, token: int) -> EventDate | None:
    """A cause is not of the day of its effect, but it is not of a later one: an interval without a beginning."""
    effect, status = _effect(dating, token), dating.status
    if effect not in dating.triggers or not status.negated.isdisjoint((token, effect)):
        return None
    if token in status.reporting and dating.syntax.tags[token] != "VBG":  # "because of what he called an attack"
        return None
    date, reference = dating.explicit.get(effect) or dating.dates.get(effect), dating.reference.value
    if date is None or date.value is None or date.latest is None or date.method not in _SURE:
        return None
    if (reference and date.latest > reference) or _is_to_come(dating.syntax, token):
        return None
    return replace(date, value=None, earliest=None, granularity="interval")


def _effect(dating: Dating, token: int) -> int | None:
    """What happened because of an event, after it or over it; None where the words say nothing of the sort."""
    syntax = dating.syntax
    dep, above = syntax.deps[token], syntax.heads[token]
    if dep == "advcl":
        return above if _is_reason(dating, token) else None
    if dep == "dobj":
        return above if above in dating.triggers and dating.triggers[above].lemma in DATING["discovering"] else None
    if dep not in ("pobj", "pcomp"):
        return None
    word = syntax.lower[above]
    if word in DATING["causes"] or (word in DATING["circumstances"] and _goes_on(syntax, token)):
        return syntax.heads[above]
    return _behind_word(syntax, token, above) if word in _prepositions() else None


def _behind_word(syntax: Syntax, token: int, preposition: int) -> int | None:
    """By the word before a preposition: "in the wake of the raid", "jailed for the raid"."""
    above, word = syntax.heads[preposition], syntax.lower[preposition]
    lemma = governor_lemma(syntax, above)
    if f"{lemma}:{word}" in DATING["causing"]:
        return _behind_phrase(syntax, above)
    judged = word in DATING["charges"] and lemma in DATING["judging"]
    return above if judged and (syntax.deps[token] == "pcomp" or _does_harm(syntax, token)) else None


def _is_reason(dating: Dating, verb: int) -> bool:
    """As in "because he had lied"; "because the oven failed" is of the day."""
    group = dating.groups[verb]
    return group.perfect and group.tense == "past" and dating.syntax.said(verb, _BECAUSE, "mark") is not None


def _behind_phrase(syntax: Syntax, noun: int) -> int | None:
    """What "in the wake", "as a result", "in response" or "owing" stands behind."""
    before = syntax.heads[noun]
    if syntax.deps[noun] == "prep":
        return before
    return syntax.heads[before] if syntax.deps[noun] == "pobj" else None


def _goes_on(syntax: Syntax, noun: int) -> bool:
    """As in "amid a strike": it began some day before; "amid cheers" is of the day."""
    return lexicon.noun_lemma(syntax.lower[noun]) in DATING["dragging"]


def _does_harm(syntax: Syntax, noun: int) -> bool:
    """As in "jailed for the raid": "held for questioning" looks ahead, and so may "resigned over the merger"."""
    return kind_of_noun(lexicon.noun_lemma(syntax.lower[noun])) in CALAMITIES


def _is_to_come(syntax: Syntax, noun: int) -> bool:
    """As in "because of a planned march", "because of the approaching storm"."""
    return any(
        syntax.lower[child] in words
        for child in syntax.children[noun]
        for words in (DATING["to_come"], MODALITY["planned_adjectives"], MODALITY["possible_adjectives"])
    )


@cache
def _prepositions() -> frozenset[str]:
    """Those of the phrases, and those behind a verb that judges."""
    return frozenset(entry.partition(":")[2] for entry in DATING["causing"]) | DATING["charges"]
