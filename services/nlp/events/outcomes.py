"""Infinitives that tell how something ended and not what it was for."""

from services.nlp.events import lexicon
from services.nlp.events.kinds import kind_of_verb
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import MODALITY


def is_outcome(syntax: Syntax, verb: int, head: int) -> bool:
    """As in "fell to close at 9 dollars", "came from behind to win"."""
    done, above = lexicon.verb_lemma(syntax.lower[verb]), lexicon.verb_lemma(syntax.lower[head])
    if done in MODALITY["wins"]:
        return above in MODALITY["comebacks"]
    return done in MODALITY["outcomes"] and kind_of_verb(above) == "market"
