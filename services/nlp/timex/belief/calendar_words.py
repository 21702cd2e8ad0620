"""Months, weekdays and seasons that are something else: "may", "march", "sun", a fall on the stairs, "Manic Monday"."""

import re
from typing import Final

from services.nlp.timex.belief.happenings import BEFORE_SHORT_MONTH, is_event, is_march, is_verb_of_a_headline
from services.nlp.timex.belief.word import Word
from services.nlp.timex.lexicon import EARLY_LATE, MONTH, SEASON

CAPITALISED_ONLY: Final = frozenset(
    "march may sun sat mon wed thu fri jan mar jun dec sep jul apr august tue aug nov oct feb ad ce bc est et ist "
    "cst".split()
)
"""Words that are something else without their capital."""

OF_SURNAMES: Final = frozenset(("del", "de", "la", "di", "von", "van", "le"))
SHORT_SURNAMES: Final = frozenset(("mar", "mars", "jan", "sun", "sol"))
"""Words that end a surname behind its particle: "Ana del Mar."."""
VERBAL: Final = frozenset(("may", "march", "spring", "springs", "fall", "last", "past"))
"""Words that are verbs, too."""

OF_WHEAT: Final = frozenset(("winter", "spring"))
SHORT_WEEKDAYS: Final = frozenset("mon tue wed thu fri sat sun".split())
SHORT_MONTHS: Final = frozenset("jan mar apr jun jul aug sep oct nov dec".split())
"""Without a point these need a sign that they are months: Jan and Jun are people, too."""

DATE_FOLLOWS: Final = re.compile(r",? ?(?:\d|[A-Z][a-z]{2,8}\.? \d|morning|night|evening|afternoon)")
SHORT_WEEKDAY: Final = r"(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)"
TO_WEEKDAY: Final = re.compile(rf"(?: ?[-–—] ?| to ){SHORT_WEEKDAY}\b")
FROM_WEEKDAY: Final = re.compile(rf"\b{SHORT_WEEKDAY}(?: ?[-–—] ?| to )$")
"""The other end of a range of abbreviated weekdays."""

SHORT_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
TO_MONTH: Final = re.compile(rf" ?[-–—/] ?{SHORT_MONTH}")
FROM_MONTH: Final = re.compile(rf"\b{SHORT_MONTH} ?[-–—/] ?$")
"""The other end of a range of months."""

NUMBER_FOLLOWS: Final = re.compile(r"\.?[- ]?(?:the )?\d")
NUMBER_BEFORE: Final = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)?[- ]?$")
QUOTES: Final = frozenset('"”’')
TITLE_BEFORE: Final = re.compile(r"[\"“‘](?:[A-Z]\w+ ){0,3}$")
"""What stands before a time word at the end of a quoted title."""


SMALL_MONTHS: Final = frozenset(("march", "may"))
BEFORE_SMALL_MONTH: Final = frozenset("by early effective end from in late mid of on since until".split())
"""What goes before a month that somebody wrote small, with a number after it or "early" before: "in early march"."""


def lacks_its_capital(word: Word) -> bool:
    """Whether the word means something else as it is written."""
    return word.key in CAPITALISED_ONLY and not word.written[0].isupper() and not is_small_month(word)


def is_small_month(word: Word) -> bool:
    """Whether a month lacks no more than its capital: "effective march 5", "in late march"."""
    if word.key not in SMALL_MONTHS or word.before not in BEFORE_SMALL_MONTH:
        return False
    if NUMBER_FOLLOWS.match(word.text, word.end):
        return True
    index = word.token.i
    return word.before in EARLY_LATE and word.token.tree.word(index - 2) in BEFORE_SMALL_MONTH


def is_something_else(word: Word) -> bool:
    """Whether the neighbours and the model's tags say that a month, weekday or season is none there."""
    if ends_a_title(word):
        return True
    key = word.key
    if key in MONTH and beside_a_number(word):
        return False
    if key in SHORT_SURNAMES and word.before in OF_SURNAMES:
        return True
    return any(says(word) for says in DOUBTS.get(key, ()))


def ends_a_title(word: Word) -> bool:
    """Whether the word ends a title in quotation marks."""
    if word.text[word.end : word.end + 1] not in QUOTES:
        return False
    return bool(TITLE_BEFORE.search(word.text, max(word.start - 30, 0), word.start))


def beside_a_number(word: Word) -> bool:
    """Whether a day or a year stands beside a month, which makes it one: "on 12 May he took the town"."""
    before = word.text[max(word.start - 9, 0) : word.start]
    return bool(NUMBER_FOLLOWS.match(word.text, word.end) or NUMBER_BEFORE.search(before))


def is_verb(word: Word) -> bool:
    """Whether "may", "march", "spring" or "fall" is what somebody does."""
    return bool(word.token.tag.startswith(("VB", "MD")))


def is_season_of_crops(word: Word) -> bool:
    """Whether it is what wheat is called by: "hard red winter", "northern spring"."""
    return word.before in WHEATS


WHEATS: Final = frozenset(("red", "white", "hard", "soft", "northern", "dark"))


def is_a_season(word: Word) -> bool:
    """Whether a season has the article of any thing: "a mineral spring", "a bad fall"."""
    return any(child.lower in {"a", "an"} for child in word.token.children)


def is_bare_short_month(word: Word) -> bool:
    """Whether an abbreviated month has neither its point nor a number nor a preposition."""
    if word.written.endswith(".") or word.before in BEFORE_SHORT_MONTH:
        return False
    from_month = FROM_MONTH.search(word.text, max(word.start - 7, 0), word.start)
    return not (from_month or TO_MONTH.match(word.text, word.end))


def is_bare_short_weekday(word: Word) -> bool:
    """Whether an abbreviated weekday has neither its point nor a date after it, nor is it of a range ("Mon–Fri")."""
    if word.written.endswith("."):
        return False
    in_range = TO_WEEKDAY.match(word.text, word.end) or FROM_WEEKDAY.search(
        word.text, max(word.start - 8, 0), word.start
    )
    return not (DATE_FOLLOWS.match(word.text, word.end) or in_range)


DOUBTS: Final = {
    key: tuple(
        says
        for says, keys in (
            (is_verb, VERBAL),
            (is_verb_of_a_headline, ("may", "fall")),
            (is_march, ("march",)),
            (is_event, ("fall", "march")),
            (is_a_season, SEASON),
            (is_season_of_crops, OF_WHEAT),
            (is_bare_short_month, SHORT_MONTHS),
            (is_bare_short_weekday, SHORT_WEEKDAYS),
        )
        if key in keys
    )
    for key in {*VERBAL, *SEASON, *SHORT_MONTHS, *SHORT_WEEKDAYS}
}
"""What may speak against a month, weekday or season, by its word; against most nothing does."""
