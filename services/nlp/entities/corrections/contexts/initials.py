"""Initials that the model missed and that do something name an organisation: `KPTA's chairman`, `the FRPL blamed`."""

from collections.abc import Iterator

from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention, covered
from services.nlp.entities.words import PROPER, Words

SHORTEST, LONGEST = 3, 6
DOING = frozenset({"nsubj", "nsubjpass", "agent", "poss"})
NAMES = PROPER | {"NN", "NNS"}
"""Tags under which the tagger puts initials that it has not seen."""


def missed_initials(words: Words, mentions: list[Mention]) -> Iterator[Mention]:
    """Each word in capitals that no mention covers, that acts, owns or is acted for, and that is no common one."""
    short = [form for form in words.places if form.isupper() and SHORTEST <= len(form) <= LONGEST and form.isalpha()]
    shouted = frozenset(short) - entries("noise", "common initials")
    if not shouted:
        return
    there = covered(mentions)
    for place in words.places_of(shouted):
        common = words.opens[place] and words.tags[place] not in PROPER  # `MINERS who`: an opening in capitals
        if place in there or common or words.tags[place] not in NAMES:
            continue
        if _acts(words, place) and not _is_beside(words, place):
            yield Mention(place, place + 1, "ORG")


def _acts(words: Words, place: int) -> bool:
    """Whether the initials are the subject, the owner or the agent of something."""
    owns = place + 1 < len(words) and words.tags[place + 1] == "POS"
    by = words.deps[place] == "pobj" and place > 0 and words.lower[place - 1] == "by"
    after = words.tags[place + 1] if place + 1 < len(words) else "."
    named = place > 0 and words.lower[place - 1] == "the" and after not in NAMES | {"HYPH", "JJ", "CD"}
    return owns or by or named or words.deps[place] in DOING


def _is_beside(words: Words, place: int) -> bool:
    """Whether a capitalised noun or a figure stands beside, so that the initials are a part of something longer."""
    beside = [p for p in (place - 1, place + 1) if 0 <= p < len(words)]
    return any((words.upper[p] and words.tags[p] in NAMES) or p in words.figured for p in beside)
