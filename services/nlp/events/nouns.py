"""Which nouns name events: WordNet's share of happenings, corrected by lists and by the noun's surroundings."""

from functools import lru_cache

from services.nlp.events import lexicon
from services.nlp.events.kinds import kind_of_noun
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import CLASSES_BY_WORD, NOUN_SUPPORT, NOUNS_BY_WORD, VERBS
from services.nlp.topics import SPACE

_SURE = 60
_OF = frozenset({"of"})
_BY = frozenset({"by"})
_TO = frozenset({"to"})
_STILLED = frozenset(entry.partition(":")[2] for entry in NOUN_SUPPORT["stilled"])


def is_event_noun(syntax: Syntax, token: int, lemma: str) -> bool:
    """Whether the noun names an event here."""
    verdict = "always" if _comes_to(syntax, token, lemma) else _verdict(lemma)
    if verdict == "never":  # as of most nouns, whatever stands around them
        return False
    if syntax.deps[token] in ("compound", "nmod", "amod") and syntax.heads[token] > token:
        return False
    if _is_denied(syntax, token) or _is_idiom(syntax, token, lemma) or _is_thing(syntax, token, lemma):
        return False
    return verdict == "always" or _supported(syntax, token)


@lru_cache(lexicon.FORMS)
def _verdict(lemma: str) -> str:
    """Whether a noun "always" or "never" names an event, or "sometimes", where its surroundings support it."""
    if listed := NOUNS_BY_WORD.get(lemma):
        return listed
    if kind_of_noun(lemma) or _is_phrasal(lemma):
        return "always"
    noun = lexicon.nouns().get(lemma)
    return "sometimes" if noun and noun.share >= _SURE else "never"


def _comes_to(syntax: Syntax, token: int, lemma: str) -> bool:
    """As in "an end to the strike"; "the end of the road" is a place."""
    return lemma in NOUN_SUPPORT["coming"] and syntax.said(token, _TO, "prep") is not None


def _is_thing(syntax: Syntax, token: int, lemma: str) -> bool:
    """Whether a noun that may name an event names a thing here."""
    if lemma in NOUN_SUPPORT["craft"]:
        return _is_craft(syntax, token)
    if lemma in NOUN_SUPPORT["art"]:
        return _is_art(syntax, token)
    if lemma in NOUN_SUPPORT["stops"]:
        return any(syntax.lower[child] in NOUN_SUPPORT["stopping"] for child in syntax.children[token])
    if token + 2 < len(syntax) and syntax.lower[token + 1] == "-" and syntax.starts[token + 1] == syntax.ends[token]:
        return syntax.lower[token + 2] in NOUN_SUPPORT["joined"]
    return lemma in NOUN_SUPPORT["peak"] and _is_peak(syntax, token)


def _is_peak(syntax: Syntax, token: int) -> bool:
    """As in "reached the summit", "the summit of Mount Arden"; "the summit of both leaders" is a meeting."""
    head = syntax.heads[token]
    if syntax.deps[token] == "dobj" and lexicon.verb_lemma(syntax.lower[head]) in NOUN_SUPPORT["climbing"]:
        return True
    preposition = syntax.said(token, _OF, "prep")
    of = None if preposition is None else syntax.child(preposition, "pobj")
    if of is None:
        return False
    return not NOUN_SUPPORT["mountains"].isdisjoint((syntax.lower[of], *(syntax.lower[c] for c in syntax.children[of])))


def _is_craft(syntax: Syntax, token: int) -> bool:
    """As in "the probe was launched towards the comet"; "a probe into the loss", "opened a probe" are inquiries."""
    if SPACE.isdisjoint(syntax.words):
        return False
    verb = lexicon.verb_lemma(syntax.lower[syntax.heads[token]])
    opened = syntax.deps[token] in ("dobj", "nsubjpass") and verb in NOUN_SUPPORT["inquiring"]
    return not opened and syntax.said(token, NOUN_SUPPORT["after"], "prep") is None


def _is_art(syntax: Syntax, token: int) -> bool:
    """As in "a work by Ola Brandt", "the work was stolen"; not "the work took a year", "work began"."""
    if syntax.said(token, _BY, "prep") is not None:
        return True
    verb = lexicon.verb_lemma(syntax.lower[syntax.heads[token]])
    return syntax.deps[token] in ("dobj", "nsubjpass") and verb in NOUN_SUPPORT["handling"]


def _is_phrasal(lemma: str) -> bool:
    """As in "sell-off", "write-down": a verb and its particle, made a noun."""
    verb, _, particle = lemma.partition("-")
    return particle in NOUN_SUPPORT["particles"] and lexicon.verb_lemma(verb) in lexicon.verbs()


def _supported(syntax: Syntax, token: int) -> bool:
    """Whether the surroundings speak of one happening: an owner or an "of", "after", a verb of happening."""
    head = syntax.heads[token]
    if syntax.deps[token] == "pobj" and syntax.lower[head] in NOUN_SUPPORT["before"]:
        return True
    for child in syntax.children[token]:
        dep, word = syntax.deps[child], syntax.lower[child]
        if dep == "poss" or (dep == "prep" and word in NOUN_SUPPORT["after"]) or (dep == "det" and word == "no"):
            return True
    return syntax.tags[head].startswith("VB") and _is_brought(syntax, token, lexicon.verb_lemma(syntax.lower[head]))


def _is_brought(syntax: Syntax, token: int, verb: str) -> bool:
    """As in "gave a performance", "began a project", "the project began"."""
    dep = syntax.deps[token]
    if dep in ("dobj", "nsubjpass") and verb in VERBS["light"]:
        return True
    happens = verb in NOUN_SUPPORT["happening"]
    return dep in ("dobj", "nsubj", "nsubjpass") and (happens or CLASSES_BY_WORD.get(verb) == "aspectual")


def _is_idiom(syntax: Syntax, token: int, lemma: str) -> bool:
    """As in "as a result", "in order to": the noun is part of a preposition; or of a verb, "ceased fire"."""
    dep, head = syntax.deps[token], syntax.lower[syntax.heads[token]]
    if dep == "dobj" and lemma in _STILLED:
        return f"{lexicon.verb_lemma(head)}:{lemma}" in NOUN_SUPPORT["stilled"]
    return dep == "pobj" and f"{head}:{lemma}" in NOUN_SUPPORT["idioms"]


def _is_denied(syntax: Syntax, token: int) -> bool:
    """As in "reached no agreement": the light verb is negated; in "has no plans" the verb names no event."""
    if syntax.deps[token] != "dobj" or all(syntax.lower[child] != "no" for child in syntax.children[token]):
        return False
    verb = lexicon.verb_lemma(syntax.lower[syntax.heads[token]])
    return verb != "have" and verb in VERBS["light"]
