"""Which nouns name events: WordNet's share of happenings, corrected by lists and by the noun's surroundings."""

from services.nlp.events import lexicon
from services.nlp.events.syntax import Syntax

_SURE = 60


def is_event_noun(syntax: Syntax, token: int, lemma: str) -> bool:
    """Whether the noun names an event here."""
    lists = lexicon.by_word("nouns")
    verdict = lists.get(lemma)
    if verdict in ("never",):
        return False
    if syntax.deps[token] in ("compound", "nmod", "amod") and syntax.heads[token] > token:
        return False
    if verdict == "always":
        return True
    noun = lexicon.nouns().get(lemma)
    return bool(noun and noun.share >= _SURE)
