"""What is no name but money, a numbered level, a heading or a page's own words: `Alert Level 3`, `Read More`."""

from re import compile as pattern

from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention
from services.nlp.entities.words import Words

MONEY = pattern(r"[A-Z]{1,3}[$¢£€₦₵]?\d[\d,.]*(?:[mbk]n?)?")
"""GH¢10,000; a figure with three letters before it that are no model's: with a comma or a stop in it."""
CURRENCIES, LEVELS = entries("noise", "currencies"), entries("noise", "levels")
FURNITURE = entries("noise", "furniture")
NUMBERS = frozenset({"one", "two", "three", "four", "five", "i", "ii", "iii", "iv", "v"})
TITLED = frozenset({"WORK_OF_ART", "EVENT", "LAW", "PRODUCT", "ORG"})
LONGEST_HEADING = 4


def is_furniture(words: Words, mention: Mention) -> bool:
    """Whether a mention is money, a numbered level, a heading or what a page says around its articles."""
    start, end = mention.start, mention.end
    lower = words.lower[start:end]
    if not words.figured.isdisjoint(range(start, end)) and _is_money(words, mention):
        return True
    if len(lower) > 1 and lower[0] in LEVELS and _is_numbered(words, mention):
        return True
    return (len(lower) > 1 and " ".join(lower) in FURNITURE) or _is_heading(words, mention)


def _is_money(words: Words, mention: Mention) -> bool:
    """Whether a sum stands here: `GH¢10,000`, `Taka 25 thousand`."""
    form = words.forms[mention.start]
    several = mention.end - mention.start > 1
    if several:
        return words.lower[mention.start] in CURRENCIES and mention.start + 1 in words.figured
    written = any(sign in form for sign in ",.$¢£€₦₵")
    return mention.start in words.figured and written and MONEY.fullmatch(form) is not None


def _is_numbered(words: Words, mention: Mention) -> bool:
    """Whether a level and its number are all that is said."""
    *named, number = words.lower[mention.start : mention.end]
    return LEVELS.issuperset(named) and (number.isdigit() or number in NUMBERS)


def _is_heading(words: Words, mention: Mention) -> bool:
    """Whether common words fill a line of their own: `The Incident` over an account of it; or open a sentence alone."""
    start, end = mention.start, mention.end
    if (
        mention.label not in TITLED
        or end - start > LONGEST_HEADING
        or not words.small.issuperset(words.lower[start:end])
    ):
        return False
    first = start - (start > 0 and words.lower[start - 1] == "the")
    opens = first == 0 or words.breaks[first - 1]
    closes = end == len(words) or words.breaks[end]
    return first > 0 and opens and closes
