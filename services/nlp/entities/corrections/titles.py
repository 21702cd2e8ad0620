"""The title of a person is no part of the name: `President Vladimir Putin` is Vladimir Putin."""

from msgspec.structs import replace

from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention
from services.nlp.entities.words import Words


def leave_titles_out(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Each person without the titles before the name; gone where the mention was nothing but titles."""
    titles = entries("titles")
    kept = []
    for mention in mentions:
        start = mention.start
        if mention.label == "PERSON":
            while start < mention.end and (words.lower[start].rstrip(".") in titles or words.forms[start] == "-"):
                start += 1
        if start < mention.end:
            kept.append(mention if start == mention.start else replace(mention, start=start))
    return kept
