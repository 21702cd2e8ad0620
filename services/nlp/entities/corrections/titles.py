"""A title or kind is no part of the name: `President Ada Marlow` is Ada Marlow, `Automaker Tresco` is Tresco."""

from msgspec.structs import replace

from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention
from services.nlp.entities.words import Words


def leave_titles_out(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Each person and organisation without what it is called before the name; gone where nothing else was there."""
    starts = ((mention, _start(words, mention)) for mention in mentions)
    return [m if start == m.start else replace(m, start=start) for m, start in starts if start < m.end]


def _start(words: Words, mention: Mention) -> int:
    """Where the name begins."""
    start = mention.start
    if mention.label == "PERSON":
        while start < mention.end and (
            words.lower[start].rstrip(".") in entries("titles") or words.forms[start] == "-"
        ):
            start += 1
    elif mention.label == "ORG" and words.opens[start] and words.lower[start] in entries("kinds", "begin no name"):
        # A capital that only the sentence gives it.
        start += start + 1 < mention.end and words.upper[start + 1]
    return start
