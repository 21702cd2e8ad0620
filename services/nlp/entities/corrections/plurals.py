"""A plural with an apostrophe, as many write it of model numbers: `new A380's, which`, not `the A380's wings`."""

from msgspec.structs import replace

from services.nlp.entities.mention import Mention
from services.nlp.entities.words import Words

NO_NOUN = frozenset({"WDT", "IN", "TO", "CC", "VBP", "MD", ".", ","})
"""Tags of words that own nothing: `'s` before them is a plural written as many write it, `new A380's which`."""


def take_plurals_in(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with the `'s` behind a model number, where it can own nothing."""
    return [_with_plural(words, mention) for mention in mentions]


def _with_plural(words: Words, mention: Mention) -> Mention:
    """One mention, longer where a plural's ending follows."""
    end = mention.end
    if mention.label != "PRODUCT" or end - 1 not in words.figured or end + 1 >= len(words):
        return mention
    plural = words.forms[end] in {"'s", "’s"} and words.tags[end + 1] in NO_NOUN
    return replace(mention, end=end + 1) if plural else mention
