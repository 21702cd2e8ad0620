"""The definite article belongs to a mention whose head it determines: `the UN`; not `the UN envoy`, `the UN's map`."""

from msgspec.structs import replace

from services.nlp.entities.mention import Mention, apart
from services.nlp.entities.words import Words

CLOSING = frozenset({".", ",", ":", "VBD", "VBZ", "VBP", "MD", "IN", "TO", "WDT", "WP", "-RRB-", "-LRB-", "_SP"})
LABELS = frozenset({"ORG", "GPE", "LOC", "FAC", "PRODUCT", "LAW", "EVENT"})


def take_articles_in(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Each mention with the definite article that stands right before it and hangs on one of its words."""
    return apart(_with_article(words, mention) for mention in mentions)


def _with_article(words: Words, mention: Mention) -> Mention:
    """One mention, an article longer where it has one of its own."""
    before = mention.start - 1
    if before < 0 or mention.label not in LABELS or words.lower[before] != "the" or _owns(words, mention):
        return mention
    if mention.start <= words.heads[before] < mention.end or _closes(words, mention):
        return replace(mention, start=before)
    return mention


def _owns(words: Words, mention: Mention) -> bool:
    """Whether a possessive follows: in `the UN's envoy` the article belongs to the whole phrase."""
    return mention.end < len(words) and words.tags[mention.end] == "POS"


def _closes(words: Words, mention: Mention) -> bool:
    """Whether a verb, a preposition or a stop follows, so that the noun phrase ends with the mention."""
    after = words.tags[mention.end] if mention.end < len(words) else "."
    return after in CLOSING and mention.label != "GPE"
