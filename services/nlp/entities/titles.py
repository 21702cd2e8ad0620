"""The title before the name of a person: `Prime Minister`, `Secretary of State`, `Lt. Gen.` and their like."""

from services.nlp.entities.lexicon import entries
from services.nlp.entities.words import Words

LONGEST = 8
"""Words of a title."""
TIMES = frozenset({"then", "former"})
"""Words of titles that say no more than when."""
NO_OFFICES = TIMES | {"mr", "mrs", "ms", "miss", "mx", "messrs", "dr", "prof", "sir", "dame"}
"""Those, and forms of address."""
DESCRIBING = frozenset({"NN", "JJ", "JJR", "JJS"})
"""Tags of small words before a title that describe it: `chief political correspondent`."""
BE = frozenset({"am", "is", "are", "was", "were", "be", "been", "'m", "’m", "'re", "’re", "not"})
LINKS = frozenset({"of", "and", "-", "for", "the"})


def title_start(words: Words, name: int, lowest: int, *, described: bool = False) -> int:
    """The first word of the title right before a name, not below `lowest`; the name's own where none stands there.

    `described` takes in the small nouns and adjectives before it: `opposition leader`.
    """
    lowest = max(lowest, name - LONGEST)
    start = _past_stop(words, name)
    if start <= lowest or not is_office(words, start - 1):
        return name
    while start > lowest and (reached := _further(words, start, lowest, described=described)) < start:
        start = reached
    titled = any(is_title(words, place) and words.lower[place] not in TIMES for place in range(start, name))
    return start if titled else name


def is_title(words: Words, place: int) -> bool:
    """Whether a word is a title, with or without its full stop."""
    return words.lower[place].rstrip(".") in entries("titles") or words.forms[place] in entries("titles", "in capitals")


def is_office(words: Words, place: int) -> bool:
    """Whether a word belongs to a title: `Minister`, `Home`."""
    return is_title(words, place) or words.lower[place] in entries("noise", "offices")


def _further(words: Words, start: int, lowest: int, *, described: bool) -> int:
    """The word before that belongs to the same title; the start itself where it begins."""
    before = start - 1
    if words.breaks[before]:
        return start
    if is_office(words, before) or (described and describes(words, before)):
        return before
    stop = _past_stop(words, start)
    if stop < start and stop > lowest and is_title(words, stop - 1):
        return stop - 1
    while before > lowest and words.lower[before] in LINKS:
        before -= 1
    return before if before < start - 1 and is_title(words, before) else start


def describes(words: Words, place: int) -> bool:
    """Whether a small noun or adjective stands here, and none that is said of somebody: `I am afraid Mr Marlow`."""
    said = place > 0 and words.lower[place - 1] in BE
    return words.tags[place] in DESCRIBING and words.forms[place].islower() and not said


def _past_stop(words: Words, place: int) -> int:
    """The place before the full stop that the tokenizer cut off an abbreviated title."""
    stopped = place > 1 and words.forms[place - 1] == "." and words.starts[place - 1] == words.ends[place - 2]
    return place - 1 if stopped and is_title(words, place - 2) else place
