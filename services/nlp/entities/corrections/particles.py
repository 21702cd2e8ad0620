"""A surname with particles that the model cut or tore apart: `Petra von der Loo`, `Karl zu Hagen`."""

from collections.abc import Iterator

from msgspec.structs import replace

from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention, overlay
from services.nlp.entities.words import PROPER, Words

LONGEST = 3
"""Particles in a row."""
INSIDE = entries("persons", "inside")


def join_particles(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with each person made longer by the particles behind the name and the surname behind those."""
    if INSIDE.isdisjoint(words.places):
        return mentions
    return overlay(mentions, _whole(words, mentions))


def _whole(words: Words, mentions: list[Mention]) -> Iterator[Mention]:
    """Each person whose name goes on behind particles."""
    starts = {mention.start: mention for mention in mentions}
    for mention in mentions:
        surname = mention.end
        while surname < min(len(words), mention.end + LONGEST) and words.forms[surname] in INSIDE:
            surname += 1
        named = surname > mention.end and surname < len(words) and words.upper[surname]
        if mention.label == "PERSON" and not mention.sure and named and words.tags[surname] in PROPER:
            there = starts.get(surname)
            yield replace(mention, end=there.end if there and there.label == "PERSON" else surname + 1)
