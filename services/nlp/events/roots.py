"""What two words for one event have in common: the verb behind a noun, or a family of words for one thing."""

from services.nlp.events import lexicon


def root_of(lemma: str, *, noun: bool) -> str:
    """The verb behind a trigger: "bombing" and "bombed" are "bomb"; a noun without a verb is itself."""
    if noun:
        known = lexicon.nouns().get(lemma)
        return known.verb if known and known.verb else lemma
    return lemma


def family_of(root: str) -> str:
    """The family of a root, by its first word; a root without one is its own."""
    return lexicon.by_word("families").get(root, root)
