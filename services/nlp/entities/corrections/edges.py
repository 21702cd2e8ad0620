"""A name begins and ends with a word of the name: no possessive, no quotation mark, no article, no common word."""

from dataclasses import replace

from services.nlp.entities.mention import Mention
from services.nlp.entities.words import Words

NOT_FIRST_TAGS = frozenset({"DT", "PDT", "PRP", "PRP$", "WP$", "WDT", "WP", "POS", "CC", "IN", "TO", "_SP", "HYPH"})
NOT_LAST_TAGS = frozenset({"POS", "DT", "CC", "IN", "TO", "_SP", "HYPH", "VBZ", "MD"})
SMALL_LAST = frozenset({"airport", "river", "province", "county", "index", "indices"})
"""Words that end a name although they are written small."""
PARTICLES = frozenset(
    "al el ul bin ibn bint abu ben de da do dos das di del della der den des du la le los las van von und ten ter "
    "zu y e of the af av".split()  # noqa: SIM905  # a list of words reads best as words
)
"""Small words inside the names of persons; `the` as in Alexander the Great, `of` as in the Duke of."""


def trim_edges(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Each mention without what does not belong to a name at its edges; gone where nothing is left."""
    trimmed = (_trim(words, mention) for mention in mentions)
    return [mention for mention in trimmed if mention.end > mention.start]


def _trim(words: Words, mention: Mention) -> Mention:
    """One mention cut at both edges."""
    start, end = mention.start, mention.end
    while start < end and not _may_begin(words, start, end):
        start += 1
    while end > start and not _may_end(words, mention, start, end):
        end -= 1
    if mention.label == "PERSON":
        end = _person_end(words, start, end)
    return mention if (start, end) == (mention.start, mention.end) else replace(mention, start=start, end=end)


def _may_begin(words: Words, place: int, end: int) -> bool:
    """Whether a name can begin with this word. A capital `The` inside a sentence is part of a title."""
    if words.lower[place] in {"the", "a", "an"}:
        return words.forms[place] != words.lower[place] and not words.opens[place] and place + 1 < end
    if words.upper[place]:
        return True
    return words.tags[place] not in NOT_FIRST_TAGS and any(c.isalnum() for c in words.forms[place])


def _may_end(words: Words, mention: Mention, start: int, end: int) -> bool:
    """Whether a name can end with this word."""
    last, form = end - 1, words.forms[end - 1]
    if words.tags[last] in NOT_LAST_TAGS and not words.upper[last]:
        return False
    if not any(c.isalnum() for c in form):
        return form == "!" and mention.label in {"WORK_OF_ART", "ORG"} and not words.opens[start]
    small = form.islower() and mention.label in {"PERSON", "ORG", "PRODUCT", "GPE"} and form not in SMALL_LAST
    return not (small and any(words.upper[start:last]) and words.tags[last] not in {"CD", "FW"})


def _person_end(words: Words, start: int, end: int) -> int:
    """Where the name of a person ends at the latest: before a possessive and before a common word."""
    for place in range(start + 1, end):
        small = words.forms[place].islower() and words.lower[place] not in PARTICLES
        followed = place + 1 < end and words.upper[place + 1]
        if words.tags[place] == "POS" or (small and "'" not in words.forms[place]) or not (
            words.upper[place] or followed
        ):
            return place
        if words.lower[place] == "the" and words.tags[place + 1] != "JJ" and not words.forms[place + 1] == "Great":
            return place
    return end
