"""Bodies: after `the European Commission`, a capitalised `the Commission` is it, if there is no other."""

from collections.abc import Iterator, Sequence

from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention, covered
from services.nlp.entities.words import Words

HEADS = entries("organisation_heads", "heads")


def find_bodies(words: Words, mentions: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Pairs of a new mention, `the` with the last word of one organisation's name alone, and the organisation."""
    if HEADS.isdisjoint(words.vocabulary):
        return []
    named: dict[str, list[Mention]] = {}
    there = covered(mentions)
    for mention in mentions:
        head = words.forms[mention.end - 1]
        if mention.label == "ORG" and mention.end - mention.start > 1 and head in HEADS:
            named.setdefault(head, []).append(mention)
    sole = {head: found[0] for head, found in named.items() if len({_bare(words, m) for m in found}) == 1}
    return [
        (Mention(place - 1, place + 1, "ORG"), sole[words.forms[place]])
        for place in _alone(words, sole)
        if place not in there and place > sole[words.forms[place]].start
    ]


def _bare(words: Words, mention: Mention) -> str:
    """A name without the article, written small."""
    return words.said(mention.start, mention.end).lower().removeprefix("the ")


def _alone(words: Words, heads: dict[str, Mention]) -> Iterator[int]:
    """Where `the` and one of the words stand, and neither a name nor `of` follows."""
    for place in words.places_of(frozenset(heads)):
        after = place + 1
        longer = words.is_name(after) or words.lower[after : after + 1] in {("of",), ("for",), ("on",)}
        if place and words.lower[place - 1] == "the" and not longer:
            yield place
