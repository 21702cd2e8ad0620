"""Phrases right before and right behind a name: `the town of Ostwick`, `shares of Corvanta`, `Marlow's wife`."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import cast

from services.nlp.entities.corrections.contexts.votes import FIRM, SURE, WEAK, Kind, Vote
from services.nlp.entities.lexicon import sections
from services.nlp.entities.mention import Mention
from services.nlp.entities.words import PROPER, Words

WEIGHTS = {"weakly": WEAK, "surely": SURE}
NOUNS = PROPER | {"NN", "NNS"}
Phrase = tuple[tuple[str, ...], Vote]


def phrases_beside(words: Words, mention: Mention) -> Iterator[Vote]:
    """The votes of the longest known phrase on each side of a mention."""
    start = mention.start - (mention.start > 0 and words.lower[mention.start - 1] == "the")
    if start and (before := _before().get(words.lower[start - 1])):
        vote = _longest(before, words.lower[max(0, start - _LONGEST) : start], at_end=True)
        if vote and _leads_to_the_name(words, mention, vote, article=start < mention.start):
            yield vote
    if mention.end < len(words) and (after := _after().get(words.lower[mention.end])):
        vote = _longest(after, words.lower[mention.end : mention.end + _LONGEST], at_end=False)
        if vote and words.tags[mention.end] not in PROPER:
            yield vote


def _leads_to_the_name(words: Words, mention: Mention, vote: Vote, *, article: bool) -> bool:
    """Whether the name itself, and not what it owns or describes, stands behind the phrase."""
    tag = words.tags[mention.end] if mention.end < len(words) else "."
    if vote.kind in {"PLACE", "TOWN"}:
        weak = vote.weight == WEAK
        return not (article or (weak and (tag == "POS" or tag in NOUNS or words.deps[mention.end - 1] != "pobj")))
    return tag not in NOUNS and not (tag == "POS" and vote.kind == "PERSON")


def _longest(phrases: Sequence[Phrase], beside: tuple[str, ...], *, at_end: bool) -> Vote | None:
    """The vote of the longest phrase, longest first, that the words beside a name end or begin with."""
    for phrase, vote in phrases:
        if (beside[-len(phrase) :] if at_end else beside[: len(phrase)]) == phrase:
            return vote
    return None


@cache
def _before() -> Mapping[str, tuple[Phrase, ...]]:
    """Phrases before a name by their last word, the longest first."""
    return _table("before", -1)


@cache
def _after() -> Mapping[str, tuple[Phrase, ...]]:
    """Phrases behind a name by their first word, the longest first."""
    return _table("after", 0)


def _table(side: str, key: int) -> Mapping[str, tuple[Phrase, ...]]:
    """The phrases of one side."""
    found: dict[str, list[Phrase]] = {}
    for section, phrases in sections("contexts").items():
        where, kind, *degree = section.split()
        if where == side:
            vote = Vote(cast("Kind", kind), WEIGHTS[degree[0]] if degree else FIRM)
            for phrase in phrases:
                parts = tuple(phrase.split())
                found.setdefault(parts[key], []).append((parts, vote))
    return {word: tuple(sorted(phrases, key=lambda one: -len(one[0]))) for word, phrases in found.items()}


_LONGEST = 4
"""Words of a phrase."""
