"""Phrases right before and right behind a name: `the town of Ostwick`, `shares of Corvanta`, `Marlow's wife`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from services.nlp.entities.corrections.contexts.votes import FIRM, SURE, WEAK, Kind, Vote
from services.nlp.entities.lexicon import sections
from services.nlp.entities.mention import Mention
from services.nlp.entities.words import PROPER, Words

WEIGHTS = {"weakly": WEAK, "surely": SURE}
WAYS = frozenset({"to", "for", "at", "from", "in", "into", "towards", "through"})
NOUNS = PROPER | {"NN", "NNS"}


def phrases_beside(words: Words, mention: Mention) -> Iterator[Vote]:
    """The votes of the longest known phrase on each side of a mention."""
    start = mention.start - (mention.start > 0 and words.lower[mention.start - 1] == "the")
    if start and (key := words.lower[start - 1]) in (before := _before()).lengths:
        vote = _longest(before, key, words.lower[max(0, start - _LONGEST) : start], at_end=True)
        if vote and _leads_to_the_name(words, mention, vote, article=start < mention.start):
            yield vote
    if mention.end < len(words) and (key := words.lower[mention.end]) in (after := _after()).lengths:
        vote = _longest(after, key, words.lower[mention.end : mention.end + _LONGEST], at_end=False)
        if vote and words.tags[mention.end] not in PROPER and not _is_led_to(words, mention, vote):
            yield vote
            if vote.kind == "PERSON" and vote.weight == WEAK and mention.end - mention.start > 1:
                # Somebody with a full name `, who` is one; a firm of several words seldom is.
                yield Vote("PERSON", FIRM - WEAK)


def _is_led_to(words: Words, mention: Mention, vote: Vote) -> bool:
    """Whether a way leads to what a weak sign takes for a firm: `retreated to Taejon, which was captured`."""
    weak = vote.kind == "ORG" and vote.weight == WEAK and mention.start > 0
    return weak and words.lower[mention.start - 1] in WAYS


def _leads_to_the_name(words: Words, mention: Mention, vote: Vote, *, article: bool) -> bool:
    """Whether the name itself, and not what it owns or describes, stands behind the phrase."""
    tag = words.tags[mention.end] if mention.end < len(words) else "."
    if vote.kind in {"PLACE", "TOWN"}:
        weak = vote.weight == WEAK
        owns = tag == "POS" and vote.kind == "PLACE"
        return not (article or owns or (weak and (tag in NOUNS or words.deps[mention.end - 1] != "pobj")))
    return tag not in NOUNS and not (tag == "POS" and vote.kind == "PERSON")


def _longest(table: "_Table", key: str, beside: tuple[str, ...], *, at_end: bool) -> Vote | None:
    """The vote of the longest phrase that the words beside a name end or begin with."""
    for length in table.lengths[key]:
        if vote := table.votes.get(beside[-length:] if at_end else beside[:length]):
            return vote
    return None


@dataclass(frozen=True)
class _Table:
    """Phrases of one side with what they say; `lengths` holds those of each last or first word, the longest first."""

    votes: Mapping[tuple[str, ...], Vote]
    lengths: Mapping[str, tuple[int, ...]]


@cache
def _before() -> _Table:
    """Phrases before a name, by their last word."""
    return _table("before", -1)


@cache
def _after() -> _Table:
    """Phrases behind a name, by their first word."""
    return _table("after", 0)


def _table(side: str, key: int) -> _Table:
    """The phrases of one side."""
    votes: dict[tuple[str, ...], Vote] = {}
    lengths: dict[str, set[int]] = {}
    for section, phrases in sections("contexts").items():
        where, kind, *degree = section.split()
        if where == side:
            vote = Vote(cast("Kind", kind), WEIGHTS[degree[0]] if degree else FIRM)
            for phrase in phrases:
                parts = tuple(phrase.split())
                votes.setdefault(parts, vote)
                lengths.setdefault(parts[key], set()).add(len(parts))
    return _Table(votes, {word: tuple(sorted(sizes, reverse=True)) for word, sizes in lengths.items()})


_LONGEST = 4
"""Words of a phrase."""
