"""Phrases right before and right behind a name: `the town of Ostwick`, `shares of Corvanta`, `Marlow's wife`."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import cast

from services.nlp.entities.corrections.contexts.votes import FIRM, SURE, WEAK, Kind, Vote
from services.nlp.entities.gazetteer import sites
from services.nlp.entities.lexicon import entries, sections
from services.nlp.entities.mention import Mention
from services.nlp.entities.phrases import LONGEST, Phrases
from services.nlp.entities.words import PROPER, Words

WEIGHTS = {"weakly": WEAK, "surely": SURE}
WAYS = frozenset({"to", "for", "at", "from", "in", "into", "towards", "through"})
NOUNS = PROPER | {"NN", "NNS"}
PRONOUNS = frozenset({"nobody", "everybody", "somebody", "everyone", "someone", "nothing", "everything"})
"""What the tagger calls nouns and no name describes."""


def phrases_beside(words: Words, mention: Mention) -> Iterator[Vote]:
    """The votes of the longest known phrase on each side of a mention."""
    start = mention.start - (mention.start > 0 and words.lower[mention.start - 1] == "the")
    if start and (found := _before().at(words.lower[max(0, start - LONGEST) : start][::-1], 0)):
        vote = found[1]
        if _leads_to_the_name(words, mention, vote, article=start < mention.start):
            yield vote
            if vote.weight == WEAK and vote.kind == "PLACE" and _happens_there(words, start - 1):
                yield Vote("PLACE", FIRM - WEAK)
    if mention.end < len(words) and (found := _after().at(words.lower, mention.end)):
        vote = found[1]
        where = words.lower[mention.end + 1 : mention.end + 2] == ("where",)
        if (
            words.tags[mention.end] not in PROPER
            and not (where and _is_no_town(words, mention, start))
            and not _is_led_to(words, mention, vote)
        ):
            yield vote
            if vote.kind == "PERSON" and vote.weight == WEAK and mention.end - mention.start > 1:
                # Somebody with a full name `, who` is one; a firm of several words seldom is.
                yield Vote("PERSON", FIRM - WEAK)


def _happens_there(words: Words, preposition: int) -> bool:
    """Whether something is done in or at what is named, and no money put into it: `was held at Hällivik`."""
    if words.lower[preposition] not in {"in", "at"}:
        return False
    verb = words.heads[preposition]
    return words.tags[verb].startswith("VB") and words.lower[verb] not in entries("contexts", "done in a firm")


def _is_led_to(words: Words, mention: Mention, vote: Vote) -> bool:
    """Whether a way leads to what a weak sign takes for a firm: `retreated to Taejon, which was captured`."""
    weak = vote.kind == "ORG" and vote.weight == WEAK and mention.start > 0
    return weak and words.lower[mention.start - 1] in WAYS


def _is_no_town(words: Words, mention: Mention, start: int) -> bool:
    """Whether a name has an article or several words, of which no town is known: `the Marlow Festival, where`."""
    several = mention.end - mention.start > 1 and words.said(mention.start, mention.end) not in sites()
    return start < mention.start or several


def _leads_to_the_name(words: Words, mention: Mention, vote: Vote, *, article: bool) -> bool:
    """Whether the name itself, and not what it owns or describes, stands behind the phrase."""
    tag = words.tags[mention.end] if mention.end < len(words) else "."
    if tag == "NN" and words.lower[mention.end] in PRONOUNS:
        tag = "PRP"
    if vote.kind in {"PLACE", "TOWN"}:
        weak = vote.weight == WEAK
        owns = tag == "POS" and vote.kind == "PLACE"
        return not (article or owns or (weak and (tag in NOUNS or words.deps[mention.end - 1] != "pobj")))
    return tag not in NOUNS and not (tag == "POS" and vote.kind == "PERSON")


@cache
def _before() -> Phrases[Vote]:
    """What phrases before a name say, each written backwards: they are known by their last word."""
    return Phrases.of((phrase[::-1], vote) for phrase, vote in _listed("before").items())


@cache
def _after() -> Phrases[Vote]:
    """What phrases behind a name say."""
    return Phrases.of(_listed("after").items())


def _listed(side: str) -> Mapping[tuple[str, ...], Vote]:
    """The phrases of one side; of two votes for a phrase the first counts."""
    votes: dict[tuple[str, ...], Vote] = {}
    for section, phrases in sections("contexts").items():
        where, kind, *degree = section.split()
        if where == side:
            vote = Vote(cast("Kind", kind), WEIGHTS[degree[0]] if degree else FIRM)
            for phrase in phrases:
                votes.setdefault(tuple(phrase.split()), vote)
    return votes
