"""A bare title or description right before a name belongs to the mention: `Prime Minister Ada Marlow`.

Bare is one that begins its noun phrase: no article, possessive, number or other name stands before it. `Engine maker
Corvanta` is a mention; in `the engine maker Corvanta` and `Norwegian engine maker Corvanta` the name alone is.
"""

from services.nlp.entities.corrections.kinds import kinds
from services.nlp.entities.corrections.model_numbers import makers
from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention
from services.nlp.entities.titles import DESCRIBING, LONGEST, describes, title_start
from services.nlp.entities.words import PROPER, Words

MODIFIERS = DESCRIBING | PROPER | {"DT", "PDT", "PRP$", "POS", "WP$", "NNS", "CD", "VBN", "HYPH", "$"}
"""Tags of what shows that the noun phrase has begun before."""


def bare_title_of(words: Words, name: Mention, clear: int) -> int:
    """The first word of the bare title before a name, the name's own start where there is none.

    `clear` is the end of the mention before, which no title reaches into.
    """
    start = name.start
    if name.label == "PERSON":
        start = title_start(words, name.start, clear, described=True)
    elif name.label == "ORG" and start > clear and _is_kind(words, start - 1):
        start -= 1
    if start == name.start:
        return start
    lowest = max(clear, name.start - LONGEST)
    while start > lowest and describes(words, start - 1):
        start -= 1
    if start > lowest and _opens_description(words, start - 1):
        start -= 1
    return start if _is_bare(words, start, clear) else name.start


def _is_kind(words: Words, place: int) -> bool:
    """Whether a noun says what kind of organisation is named behind it."""
    return kinds().get(words.lower[place]) == "ORG" and (words.tags[place] == "NN" or words.opens[place])


def _opens_description(words: Words, place: int) -> bool:
    """Whether a word is a capital only by its place before a small one: `Aircraft manufacturer`, `Senior analyst`."""
    described = words.tags[place] in DESCRIBING and makers().at(words.forms, place) is None
    common = described or words.lower[place] in entries("kinds", "before a kind")
    return common and words.opens[place] and words.forms[place + 1].islower()


def _is_bare(words: Words, start: int, clear: int) -> bool:
    """Whether nothing before a title is a part of the same noun phrase."""
    if start == 0 or words.opens[start]:
        return True
    if words.tags[start - 1] == "CC" and start > 1 and describes(words, start - 2) and words.forms[start].islower():
        # In `the transport and coastal minister` the phrase began before.
        return False
    return words.tags[start - 1] not in MODIFIERS and not (clear and start == clear)
