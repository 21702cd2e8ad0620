"""A name does not go on after a line break: headlines, captions and by-lines stand on lines of their own."""

from msgspec.structs import replace

from services.nlp.entities.mention import Mention
from services.nlp.entities.words import PROPER, Words


def cut_at_line_breaks(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Each mention cut at its line breaks; a later part stays where it is all proper nouns."""
    if not any(words.breaks):
        return mentions
    return [part for mention in mentions for part in _parts(words, mention)]


def _parts(words: Words, mention: Mention) -> list[Mention]:
    """The pieces of a mention between line breaks."""
    if True not in words.breaks[mention.start : mention.end]:
        return [mention]
    parts: list[Mention] = []
    start = mention.start
    for place in range(mention.start, mention.end + 1):
        if place == mention.end or words.breaks[place]:
            proper = all(tag in PROPER for tag in words.tags[start:place])
            if place > start and (proper or start == mention.start):
                parts.append(replace(mention, start=start, end=place))
            start = place + 1
    return parts
