"""Verbs of headlines that the tagger takes for nouns: "Court jails two brothers", "Premier sacks minister"."""

from services.nlp.events import lexicon
from services.nlp.events.kinds import kind_of_noun, kind_of_verb
from services.nlp.events.syntax import Sentence, Syntax

_SUBJECTS = frozenset({"NN", "NNP", "NNPS"})
_OBJECTS = frozenset({"NN", "NNP", "NNS", "NNPS", "CD", "DT", "PRP$"})
_VERBS = ("VB", "MD")


def headline_verbs(syntax: Syntax) -> dict[int, str]:
    """Such a verb of each headline, with its lemma."""
    found: dict[int, str] = {}
    for sentence in syntax.sentences:
        if sentence.section.kind != "headline":
            break
        verb = _verb(syntax, sentence)
        if verb is not None:
            found[verb] = lexicon.verb_lemma(syntax.lower[verb])
    return found


def _verb(syntax: Syntax, sentence: Sentence) -> int | None:
    """The first plural between two nouns that may be a verb, in a headline without any."""
    tags = syntax.tags[sentence.first : sentence.end]
    if any(tag.startswith(_VERBS) for tag in tags):
        return None
    for token in range(sentence.first + 1, sentence.end - 1):
        if syntax.tags[token] != "NNS" or syntax.tags[token - 1] not in _SUBJECTS:
            continue
        verb, noun = lexicon.verb_lemma(syntax.lower[token]), lexicon.noun_lemma(syntax.lower[token])
        if syntax.tags[token + 1] in _OBJECTS and kind_of_verb(verb) is not None and kind_of_noun(noun) is None:
            return token
    return None
