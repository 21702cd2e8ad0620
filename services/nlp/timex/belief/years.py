"""Which numbers of four digits are years."""

import re
from typing import Final

from services.nlp.timex.belief.numbers import is_number_of_something
from services.nlp.timex.belief.word import Word
from services.nlp.timex.lexicon import AMPM, MONTH, ZONE
from services.nlp.timex.tree import Token

AMOUNTS: Final = frozenset(("MONEY", "QUANTITY", "PERCENT"))
BEFORE_YEAR: Final = frozenset(
    "in since of from to by until till during before after early late mid through between and or around about circa "
    "the year fiscal for throughout as".split()
)
BEFORE_RARE_YEAR: Final = BEFORE_YEAR - {"and", "or", "about", "around", "for", "as"}
COMMON_YEARS: Final = range(1500, 2100)
"""Years that news and histories name often; others need a sign."""

ERA: Final = r"(?:B\.?\s?C|A\.?\s?D|C\.?\s?E|BCE)\b"
ERA_FOLLOWS: Final = re.compile(rf"(?:\s?[-–—]\s?\d{{1,4}}| (?:to|and|or|until) \d{{1,4}})?\s?{ERA}")
"""An era after a year or after the range that begins with it: "1200 BC", "1279–1213 BC"."""

BETWEEN: Final = re.compile(r"\bbetween (\d{4}) and \Z")
CENTURY: Final = 100
"""Years between the two of "between 1340 and 1350" at most."""

RANGE: Final = re.compile(r"\s?[-–—]\s?(\d{4})(?!\d|[-–—]\d)")
LIFE: Final = r"(?:\b[A-Z][\w'’-]*,? \(|\([a-z]{1,8}\.? )"
LIFE_BEGINS: Final = re.compile(rf"{LIFE}\Z")
LIFE_ENDS: Final = re.compile(rf"{LIFE}(\d{{4}})(?:/\d\d)?\s?[-–—]\s?(?:ca?\. ?)?\Z")
OF_A_LIFE: Final = re.compile(r"(?:[(;,] ?(?:b|d|r|fl)|\bca?)\. ?\Z")
LONGEST_LIFE: Final = 120
"""Years in brackets after a name, or after what abbreviates birth or death: "(1312–1377)", "(d. 1203)", "c. 1480"."""

BACK_TO_LIFE: Final = 40
"""Characters before a year in which such brackets begin."""

FEASTS: Final = ("Day", "Eve", "Easter", "Christmas", "Sunday", "Monday", "Friday")
FEAST_BEFORE: Final = re.compile(rf"\b(?:{'|'.join(FEASTS)}),? \Z")
"""The feast of a year: "Christmas Day, 1066"."""

BEFORE_LIFE: Final = (".", ". ", *(f"{feast}{comma} " for feast in FEASTS for comma in ("", ",")))
"""One of these stands before such a year, or a bracket not far from it."""

AFTER_CLOCK: Final = frozenset(ZONE) - {"et"} | frozenset(AMPM) | {"hours", "hrs", "local"}

BETWEEN_CLOCKS: Final = frozenset(("or", "and", "to", "through", "-", "–", "/"))
"""What joins a time of day to another, which has the zone of both: "2000 or 2100 EST"."""

HOLDING_A_YEAR: Final = frozenset((*MONTH, "end", "mid", "early", "late", "pre", "post"))
"""What a year may hang on in one word: "3-Jan-2000", "end-1986"."""

LETTERS_BEFORE: Final = re.compile(r"([A-Za-z]+)-\Z")
LONGEST_HOLDER: Final = len("September-")
BACK_TO_MONTH: Final = 4
"""Tokens between a month and its year at most: "May 3rd, 2101"."""


def is_year(word: Word, value: int, *, military: bool, tagged: bool) -> bool:
    """Whether a number is a year; `military`: it may be a time of day instead (1430 GMT)."""
    token = word.token
    if follows_month(token) or hangs_on_word(word) or ERA_FOLLOWS.match(word.text, word.end):
        return True
    if is_of_a_life(word, value) and not is_number_of_something(word):
        return True
    if token.label in AMOUNTS or is_number_of_something(word):
        return military and has_zone(word)
    if not tagged:
        return True
    if is_a_thing(word):
        return False
    if token.label == "DATE" or is_followed_by_later_year(word, value):
        return True
    between = BETWEEN.search(word.text, max(word.start - len("between 1340 and "), 0), word.start)
    if between and 0 < value - int(between[1]) <= CENTURY:
        return True
    if value not in COMMON_YEARS:
        return word.before in BEFORE_RARE_YEAR or has_zone(word)
    return token.label not in {"PRODUCT", "CARDINAL"} or word.before in BEFORE_YEAR or not word.before.isalpha()


def is_of_a_life(word: Word, value: int) -> bool:
    """Whether it is a year in which somebody was born, began or died, as brackets and abbreviations tell."""
    text, start = word.text, word.start
    earliest = max(start - BACK_TO_LIFE, 0)
    if text.find("(", earliest, start) < 0 and not text.endswith(BEFORE_LIFE, earliest, start):
        return False
    if OF_A_LIFE.search(text, earliest, start) or FEAST_BEFORE.search(text, earliest, start):
        return True
    later, earlier = RANGE.match(text, word.end), LIFE_ENDS.search(text, earliest, start)
    if later and LIFE_BEGINS.search(text, earliest, start):
        return 0 < int(later[1]) - value <= LONGEST_LIFE
    return earlier is not None and 0 < value - int(earlier[1]) <= LONGEST_LIFE


def is_followed_by_later_year(word: Word, value: int) -> bool:
    """Whether a range of years begins with it: "1861–1863"."""
    found = RANGE.match(word.text, word.end)
    return found is not None and value in COMMON_YEARS and value < int(found[1]) < COMMON_YEARS.stop


def is_a_thing(word: Word) -> bool:
    """Whether "the" and a number stand for something else: "he ran the 1500 in record time"."""
    following = word.following
    return word.before == "the" and following is not None and following.tag in {"IN", "VBD", "VBZ", "."}


def follows_month(token: Token) -> bool:
    """Whether a month goes before, with or without its day: "May 3, 2101"."""
    for back in range(token.i - 1, max(token.i - BACK_TO_MONTH - 1, -1), -1):
        word = token.tree[back].lower
        if word.rstrip(".") in MONTH:
            return True
        if not (word[:1].isdigit() or word in {",", "of", "the", "st", "nd", "rd", "th", "."}):
            return False
    return False


def hangs_on_word(word: Word) -> bool:
    """Whether a month or a part of the year stands before it in the same word: "3-Jan-2000", "end-1986"."""
    start = word.start
    if word.text[start - 1 : start] != "-":
        return False
    found = LETTERS_BEFORE.search(word.text, max(start - LONGEST_HOLDER, 0), start)
    return found is not None and found[1].lower() in HOLDING_A_YEAR


def has_zone(word: Word) -> bool:
    """Whether a time zone, "hours" or half of the day follows, maybe after another time: 1430 GMT, 1140 a.m."""
    tree, last = word.token.tree, word.token.i
    if tree.word(last + 1) in BETWEEN_CLOCKS and len(tree.word(last + 2)) == len("2130"):
        last += 2
    return tree.word(last + 1) in AFTER_CLOCK
