"""Infinitives that tell how something ended and not what it was for."""

from services.nlp.events import lexicon
from services.nlp.events.kinds import kind_of_verb
from services.nlp.events.syntax import Syntax


def is_outcome(syntax: Syntax, verb: int, head: int) -> bool:
    """As in "fell to close at 9 dollars", "came from behind to win"."""
    lists = lexicon.table("modality")
    done, above = lexicon.verb_lemma(syntax.lower[verb]), lexicon.verb_lemma(syntax.lower[head])
    if done in lists["wins"]:
        return above in lists["comebacks"]
    return done in lists["outcomes"] and kind_of_verb(above) == "market"
