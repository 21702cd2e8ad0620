"""Which nouns name events: WordNet's share of happenings, corrected by lists and by the noun's surroundings."""

from services.nlp.events import lexicon
from services.nlp.events.kinds import kind_of_noun
from services.nlp.events.syntax import Syntax

_SURE = 60
_TEMPORAL = frozenset(["after", "before", "during", "since", "until", "following", "upon", "pending", "amid"])
_SUPPORTING = frozenset({"of", "by", "against", "on", "between", "from"})


def is_event_noun(syntax: Syntax, token: int, lemma: str) -> bool:
    """Whether the noun names an event here."""
    if syntax.deps[token] in ("compound", "nmod", "amod") and syntax.heads[token] > token:
        return False
    if _is_denied(syntax, token):
        return False
    verdict = lexicon.by_word("nouns").get(lemma)
    if verdict == "never":
        return False
    if verdict == "sometimes":
        return _supported(syntax, token)
    if verdict == "always" or kind_of_noun(lemma):
        return True
    noun = lexicon.nouns().get(lemma)
    return bool(noun and noun.share >= _SURE and _supported(syntax, token))


def _supported(syntax: Syntax, token: int) -> bool:
    """Whether the surroundings speak of one happening: an owner or an "of", "after", a light verb."""
    head = syntax.heads[token]
    if syntax.deps[token] == "pobj" and syntax.lower[head] in _TEMPORAL:
        return True
    children = syntax.children[token]
    if any(syntax.deps[child] == "poss" for child in children):
        return True
    if any(syntax.deps[child] == "prep" and syntax.lower[child] in _SUPPORTING for child in children):
        return True
    if syntax.deps[token] == "dobj" and syntax.tags[head].startswith("VB"):
        return lexicon.verb_lemma(syntax.lower[head]) in lexicon.table("verbs")["light"]
    return False


def _is_denied(syntax: Syntax, token: int) -> bool:
    """As in "reached no agreement": the light verb is negated; in "has no plans" the verb names no event."""
    if syntax.deps[token] != "dobj" or all(syntax.lower[child] != "no" for child in syntax.children[token]):
        return False
    verb = lexicon.verb_lemma(syntax.lower[syntax.heads[token]])
    return verb != "have" and verb in lexicon.table("verbs")["light"]
