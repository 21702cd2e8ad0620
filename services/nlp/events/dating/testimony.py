"""What a court, a jury or an inquiry is told happened on another day than the one on which it is told."""

from services.nlp.events import lexicon
from services.nlp.events.dating.state import Dating
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import DATING

_HEARING = frozenset({"hear", "hears", "heard"})
_TELLING = frozenset({"tell", "tells", "told"})
_TO = frozenset({"to"})


def testifies(syntax: Syntax, verb: int) -> bool:
    """As in "told the jury", "said to the inquiry", "the court was told"."""
    hearers, lower = DATING["hearers"], syntax.lower
    if hearers.isdisjoint(syntax.sentence(verb).words):
        return False
    spoken_to = [syntax.child(verb, "dobj", "dative", "nsubjpass")]
    if (to := syntax.said(verb, _TO, "prep", "dative")) is not None:
        spoken_to.append(syntax.child(to, "pobj"))
    return any(one is not None and lexicon.noun_lemma(lower[one]) in hearers for one in spoken_to)


def hears(dating: Dating, token: int) -> bool:
    """As in "the inquest heard that", which is news of the day of the report."""
    syntax = dating.syntax
    if syntax.lower[token] not in _HEARING or syntax.child(token, "ccomp") is None:
        return False
    subject = syntax.child(token, "nsubj")
    return subject is not None and lexicon.noun_lemma(syntax.lower[subject]) in DATING["hearers"]


def is_testimony(dating: Dating, token: int) -> bool:
    """Whether a headline's verb tells what a court was told: "Guard ran away, jury hears"."""
    words = dating.syntax.sentence(token).words
    if DATING["hearers"].isdisjoint(words) or (_HEARING | _TELLING).isdisjoint(words):
        return False
    return dating.syntax.lower[token] not in _HEARING | _TELLING
