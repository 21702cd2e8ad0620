"""The lemma by which lists of verbs, nouns and adjectives know a word that governs another."""

from services.nlp.events import lexicon
from services.nlp.events.syntax import Syntax


def governor_lemma(syntax: Syntax, token: int) -> str:
    """The lemma of a verb; any other word as it stands there."""
    word = syntax.lower[token]
    return lexicon.verb_lemma(word) if syntax.tags[token].startswith("VB") else word
