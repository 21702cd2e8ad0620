"""The determiner of a name belongs to the mention: `the UN`, `London's FTSE 100`; not `the UN envoy`, `the UN's map`.

A possessor stands in the article's place; it is a mention of its own inside the longer one, as is the country between
article and name: `the British FTSE 100`.
"""

from services.nlp.entities.mention import Mention
from services.nlp.entities.words import Words

CLOSING = frozenset({".", ",", ":", "VBD", "VBZ", "VBP", "MD", "IN", "TO", "WDT", "WP", "-RRB-", "-LRB-", "_SP"})
OWNED = frozenset({"ORG", "LOC", "FAC", "PRODUCT", "LAW", "EVENT"})
"""Labels of names before which a possessor stands in the article's place; a town or a person has none."""
LABELS = OWNED | {"GPE"}
ORIGINS = frozenset({"GPE", "NORP"})


def determiner_of(words: Words, name: Mention, before: Mention | None, reach: int) -> int:
    """The first word of the article or the possessor right before a name, else the name's start.

    `before` is the mention that comes before, `reach` the first word of all that belongs to it.
    """
    if before is not None and name.label in OWNED and (first := _possessor_of(words, name, before, reach)) is not None:
        return first
    article = name.start - 1
    if name.label not in LABELS or not _is_article(words, article) or _goes_on(words, name):
        return name.start
    return article if _determines(words, article, name) else name.start


def _possessor_of(words: Words, name: Mention, before: Mention, reach: int) -> int | None:
    """The first word of the possessor or the article and country before a name, none where they stand for more."""
    between = words.tags[before.end : name.start]
    article = reach - _is_article(words, reach - 1)
    if between == ("POS",) and _determines(words, before.end - 1, name):
        return article
    origin = not between and before.label in ORIGINS and reach == before.start and article < reach
    return article if origin and _determines(words, article, name) else None


def _determines(words: Words, place: int, name: Mention) -> bool:
    """Whether an article or a possessor hangs on the name, or the noun phrase ends with it."""
    return name.start <= words.heads[place] < name.end or _closes(words, name)


def _is_article(words: Words, place: int) -> bool:
    """Whether the definite article stands here."""
    return place >= 0 and words.lower[place] == "the"


def _goes_on(words: Words, name: Mention) -> bool:
    """Whether the article belongs to a longer phrase: `the UN's envoy`, `the United States Harbour Index`."""
    if name.end >= len(words):
        return False
    owns = words.tags[name.end] == "POS"
    return owns or (name.label == "GPE" and words.is_name(name.end))


def _closes(words: Words, name: Mention) -> bool:
    """Whether a verb, a preposition or a stop follows, so that the noun phrase ends with the name."""
    after = words.tags[name.end] if name.end < len(words) else "."
    return after in CLOSING and name.label != "GPE"
