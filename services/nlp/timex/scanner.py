"""Cuts a text into tokens and gives each its categories. One pass, no backtracking beyond a few characters."""

import re
from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from services.nlp.timex.lexicon import SHORTHAND

# Nothing possessive (*+) here: Python 3.11.2 matches beyond what is possessive inside another such.
TOKEN = re.compile(
    r"""
    (?=\S)(?:  # white space is turned down at once, words and marks come first: they are nearly all there is
      (?P<plain>[A-Za-z][a-z]*(?![\w'’.])(?:\ [A-Za-z][a-z]*(?![\w'’.]))*)  # a run of words
    | (?P<mark>[^\w\s'’])
    | (?P<iso>\d{4}-\d\d-\d\d(?:[Tt\ ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))
    | (?P<slashed>(?:\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|\d{4}/\d{1,2}/\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}
        |\d{1,2}-\d{1,2}-\d{4})(?![\d/]))
    | (?P<isoweek>\b\d{4}-W\d\d\b)
    | (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?![\d:]|\.\d)
        |\d{1,2}\.\d\d(?=\ ?[ap]\.?m\b|\ (?:on\ [A-Z]|GMT|UTC|BST|CES?T|hrs|hours|local\ time)))
    | (?P<decade>(?:['’]\d0|\b\d{2}(?:\d0|0))['’]?[sS]\b|\b[2-9]0['’]?[sS]\b)
    | (?P<ordinal>\b\d{1,4}(?:st|nd|rd|th|ST|ND|RD|TH)\b)
    | (?P<code>\b(?:[QH][1-4]|[1-4][QH])FY['’]?\d\d(?:\d\d)?\b
        |\b(?:FY|CY|[QH])['’]?\d{1,4}[eE]?\b|\b[1-4][QH](?:\d\d)?\b)
    | (?P<number>\d+(?:,\d{3})*(?:\.\d+|[½¼¾⅓⅔])?)
    | (?P<short>(?<!['’‘`])['’]\d\d\b)
    | (?P<abbreviation>\b(?:[aApP]\.\ ?[mM]|[Bb]\.\ ?[Cc](?:\.\ ?[Ee])?|[Cc]\.\ ?[Ee]|[Aa]\.\ ?[Dd])\b\.?)
    | (?P<dotted>\b(?:Jan|Febr?|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun|yrs?|hrs?
                     |mins?|secs?|ca|approx|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\.)
    | (?P<possessive>['’][sS]\b)
    | (?P<word>[^\W\d_]+(?:['’]clock)?)
    | (?P<other>\S)
    )
    """,
    re.VERBOSE,
)
BREAK = re.compile(r"[.!?:;)\n][ \t]{0,8}\r?\n|(?<=\n)[^\n]{1,40}\n(?=[A-Z])")
"""A blank line, the end of a line that ends a sentence or of a short one, as a listing has them: no expression goes on
beyond it. Where lines are broken to a width, only the last of a paragraph is short."""

FIRST_YEAR, LAST_YEAR = 1000, 2199
CURRENCY = frozenset("$£€¥#")
FRACTIONS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3}
NOTHING: Mapping[str, object] = {}


class Node(Struct, gc=False):
    """A token, or a run of tokens that a rule took for one thing: its categories and what each stands for."""

    start: int
    end: int
    meaning: Mapping[str, object]
    rule: str = ""
    parts: tuple["Node", ...] = ()


GAP = Node(0, 0, NOTHING)
"""Stands for any run of tokens without a meaning."""

WEAK = frozenset(
    "m d w "
    "a about after all an and around as at bank before between billion black by c come e each father financial first "
    "for from good great high in is it j just less little long million more most mother much new no not of on "
    "only or other over right s since so some than that the then this those through to under until up us v very "
    "well when which with 's ' , . : ; / & + - – — ( ) "
    "comparable corresponding equivalent like aids international mothers fathers women womens workers world "
    "among certain dated effective foot kilometer kilometre knot meter metre my odd paid pay payable plus point points "
    "record several your "
    "brief hold moment moments oh short top wait while "
    "ABOUT AFTER AGO AROUND CLOSING DASH DAYORD EDGE FELT FULL HYPHEN INDEPENDENT LATER LOOKING OPENING ORD POWER "
    "TIME_OF VAGUE_AMOUNT".split()
)
"""Words and categories that make no expression among themselves: most of what a grammar knows in a text stands alone.

A run of them and of numbers that no other word joins is no more than a gap.
"""

NUMBER = frozenset(("DAYNUM", "HOUR", "NUM", "TWO_DIGITS"))
"""Categories of numbers that are no year; but one before a slash may be half a date."""

Piece = tuple[int, int, Mapping[str, object]]
"""Start, end and categories of a word, a number or a mark."""

WORDS = frozenset(("mark", "word", "other"))


class Scanner:
    """Cuts texts into nodes, knowing a lexicon and the words that rules spell out."""

    def __init__(self, lexicon: Mapping[str, Mapping[str, object]], literals: frozenset[str]) -> None:
        words: dict[str, dict[str, object]] = {word: {word: word} for word in literals}
        for category, entries in lexicon.items():
            for word, meaning in entries.items():
                words.setdefault(word, {})[category] = meaning
        words |= {short: words[word] for short, word in SHORTHAND.items() if word in words}
        words |= {word.replace("'", "’"): meaning for word, meaning in words.items() if "'" in word[1:]}
        self.words: Mapping[str, Mapping[str, object]] = words
        self._weak = frozenset(id(meaning) for meaning in words.values() if meaning.keys() <= WEAK)

    def scan(self, text: str) -> list[Node]:
        """The nodes of a text, in order; a run of words of no interest is one node without categories."""
        lower = text.lower()
        if len(lower) != len(text):  # a few letters of a few languages grow
            lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
        nodes: list[Node] = []
        start = 0
        for end in (*(match.end() for match in BREAK.finditer(text)), len(text)):
            nodes += self._told(self._pieces(text, lower, (start, end)), text)
            start = end
        return nodes

    def _pieces(self, text: str, lower: str, stretch: tuple[int, int]) -> list[Piece]:
        """Every word, number and mark of a stretch of a text."""
        pieces: list[Piece] = []
        find = self.words.get
        for match in TOKEN.finditer(text, *stretch):
            kind = match.lastgroup
            start, end = match.span()
            if kind == "plain":
                for word in lower[start:end].split(" "):
                    end = start + len(word)
                    pieces.append((start, end, find(word, NOTHING)))
                    start = end + 1
            elif kind in WORDS:
                pieces.append((start, end, find(lower[start:end], NOTHING)))
            elif kind == "number":
                pieces.append((start, end, number(text, start, end)))
            else:
                pieces.append((start, end, self.special(str(kind), text[start:end])))
        return pieces

    def _told(self, pieces: list[Piece], text: str) -> list[Node]:
        """The nodes of the runs that may tell of time, a gap after each."""
        nodes: list[Node] = []
        weak = self._weak
        waiting: list[Piece] = []
        told = False
        for piece in pieces:
            _, end, meaning = piece
            if not meaning:
                waiting.clear()
                if told:
                    nodes.append(GAP)
                    told = False
            elif told:
                nodes.append(Node(*piece))
            else:
                waiting.append(piece)
                told = not (id(meaning) in weak or (meaning.keys() <= NUMBER and text[end : end + 1] != "/"))
                if told:
                    nodes += [Node(*each) for each in waiting]
                    waiting.clear()
        if told:
            nodes.append(GAP)
        return nodes

    def special(self, kind: str, written: str) -> Mapping[str, object]:
        """Categories of a token that is neither a plain word nor a number."""
        key = written.lower().replace("’", "'")
        if kind in {"iso", "slashed", "clock", "decade", "code", "short", "isoweek"}:
            return {kind.upper(): key.rstrip("e") if kind == "code" else key}
        if kind == "abbreviation":
            key = key.replace(" ", "")
        if kind == "ordinal":
            return ordinal(int(key[:-2]))
        if kind == "dotted":
            key = key.rstrip(".")
        return self.words.get(key) or self.words.get(key + ".") or self.words.get(key.rstrip("."), NOTHING)


def number(text: str, start: int, end: int) -> Mapping[str, object]:
    """Categories of a number, none where it is part of a name, an amount of money or a share ("B52", "$30", "5 %")."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalpha() or before in CURRENCY or before == "_" or after == "%":
        return NOTHING
    if (
        before == "."
        and text[start - 2 : start - 1].isalnum()
        and not MONTH_BEFORE.search(text, max(start - 6, 0), start)
    ):
        return NOTHING
    if after.isalpha() and not NUMBER_TAIL.match(text, end):
        return NOTHING
    if end - start > len("1,000,000.00"):
        return NOTHING
    return plain_number(text[start:end])


MONTH_BEFORE = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.\Z", re.IGNORECASE)
NUMBER_TAIL = re.compile(r"(?:(?:[ap]m|hrs?|yrs?|mins?|h|BC|AD|BCE|CE)\b|[mdw] ago\b)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def plain_number(written: str) -> Mapping[str, object]:
    """Categories of a number by its form and size."""
    digits = written.replace(",", "")
    if digits[-1] in FRACTIONS:
        return {"NUM": int(digits[:-1]) + FRACTIONS[digits[-1]]}
    if not digits.isdecimal():
        return {"NUM": float(digits)}
    value = int(digits)
    meaning: dict[str, object] = {"NUM": value}
    if digits != written:
        return meaning
    if len(digits) <= 2:  # noqa: PLR2004  # a day or an hour has one or two digits
        if 1 <= value <= 31:  # noqa: PLR2004  # days of a month
            meaning["DAYNUM"] = value
        if value <= 24:  # noqa: PLR2004  # hours of a day
            meaning["HOUR"] = value
        if len(digits) == 2:  # noqa: PLR2004  # '95 and 1990-95
            meaning["TWO_DIGITS"] = value
    elif len(digits) == 3:  # noqa: PLR2004  # 476 AD
        meaning["SMALL_YEAR"] = value
    elif len(digits) == 4:  # noqa: PLR2004  # years and times of day have four digits
        meaning |= four_digits(digits, value)
    return meaning


def four_digits(digits: str, value: int) -> dict[str, object]:
    """What four digits may be beside a number: a year, a time of day."""
    if ZERO_HOUR.fullmatch(digits):
        return {"MILITARY": value, "ZERO_HOUR": value}
    meaning: dict[str, object] = {}
    if FIRST_YEAR <= value <= LAST_YEAR:
        meaning["YEAR"] = value
    if value % 100 <= 59 and 10 <= value // 100 < 24:  # noqa: PLR2004  # 1430 hours
        meaning["MILITARY"] = value
    return meaning


def ordinal(value: int) -> Mapping[str, object]:
    """Categories of an ordinal written with digits."""
    meaning: dict[str, object] = {"ORD": value}
    if 1 <= value <= 31:  # noqa: PLR2004  # days of a month
        meaning["DAYORD"] = meaning["DAYTH"] = value
    return meaning


ZERO_HOUR = re.compile(r"0\d[0-5]\d")
"""A time of day in four digits, as armies write it: 0630."""

NUMBER_FORMS = ("0", "0630", "00", "7", "07", "24", "25", "31", "32", "59", "99", "476", "999", "1.5", "1,000", "12345",
                "1000", "1430", "1999", "2015", "2199", "2200", "9999")  # fmt: skip
"""One number of each form, so that a grammar knows every combination of categories that can come."""
