"""The words of a document as the rules of this room ask for them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from itertools import pairwise
from unicodedata import combining, normalize

from services.nlp.tokens import Tokens

CLOSERS = frozenset({".", "!", "?", ":", ";", '"', "“", "”", "``", "''", "`", "…", "•", "*"})
OPENING_QUOTES = frozenset({'"', "“", "``", "‘", "'", "`"})
_DIGIT = re.compile(r"\d")
PROPER = frozenset({"NNP", "NNPS"})
ENDS_OF_LINES = frozenset({".", "!", "?", ":", "…"})
FEWEST_WRAPS, SHORTEST_LINE = 2, 40
"""Line breaks behind which a small word goes on, and the code points before them, in a text whose paragraphs wrap."""
LONGEST_SHORT = 3
"""Letters of an abbreviation that is never written as a word."""


@dataclass(frozen=True, slots=True)
class Words(Tokens):
    """The tokens and where the headline ends, with what rules ask of every document."""

    headline_end: int
    places: Mapping[str, list[int]]
    """Where each word stands, in order."""
    vocabulary: frozenset[str]
    """Every word once."""
    small: frozenset[str]
    """Every word that stands somewhere in small letters."""
    upper: tuple[bool, ...]
    """Whether each word begins with a capital letter."""
    figured: frozenset[int]
    """The numbers of the words that hold a digit."""
    breaks: tuple[bool, ...]
    """Whether each word is white space with a line break; one that only wraps a paragraph is none."""
    lines: tuple[int, ...]
    """The number of the first word of each line."""
    opens: tuple[bool, ...]
    """Whether each word opens a sentence, a line or a quotation, where a capital letter says nothing."""

    def places_of(self, wanted: frozenset[str]) -> list[int]:
        """Where any of some words stands, in order."""
        return sorted([place for form in self.vocabulary & wanted for place in self.places[form]])

    def is_name(self, place: int) -> bool:
        """Whether a capitalised proper noun stands here; `place` may lie outside the text, where nothing stands."""
        return 0 <= place < len(self.forms) and self.upper[place] and self.tags[place] in PROPER

    def proper_before(self, end: int, most: int) -> int:
        """The first of the capitalised proper nouns right before a word, `most` of them at most; the word if none."""
        start = end
        while start > max(0, end - most) and self.tags[start - 1] in PROPER and self.upper[start - 1]:
            start -= 1
        return start

    def said(self, start: int, end: int) -> str:
        """The text from one word up to another."""
        return self.text[self.starts[start] : self.ends[end - 1]]


COLUMNS = tuple(column.name for column in fields(Tokens))


def words_of(tokens: Tokens, headline_end: int) -> Words:
    """The words of a document whose headline ends there; 0 where it came without one."""
    columns = {name: getattr(tokens, name) for name in COLUMNS}
    size, places = len(tokens), _places(tokens.forms)
    vocabulary = frozenset(places)
    breaks = sorted([place for form in places if "\n" in form or "\r" in form for place in places[form]])
    wrapped = _wraps(tokens, breaks)
    breaking = [place for place in breaks if place not in wrapped]
    closing = [place for form in vocabulary & CLOSERS for place in places[form]]
    with_digit = [form for form in places if not form.isalpha() and _DIGIT.search(form)]
    return Words(
        **columns,
        headline_end=headline_end or _first_line(tokens.text),
        places=places,
        vocabulary=vocabulary,
        small=vocabulary.intersection(tokens.lower),
        upper=_only(size, [place for form in places if form[:1].isupper() for place in places[form]]),
        figured=frozenset([place for form in with_digit for place in places[form]]),
        breaks=_only(size, breaking),
        lines=tuple([first for first in (0, *(place + 1 for place in breaking)) if first < size]),
        opens=(True, *_only(size, closing + breaking)[:-1]),
    )


def _wraps(tokens: Tokens, breaks: list[int]) -> frozenset[int]:
    """The single line breaks that wrap paragraphs, as in old archives: long lines that small words go on from."""
    if len(breaks) < FEWEST_WRAPS:
        return frozenset()
    forms, lower = tokens.forms, tokens.lower
    line = dict(zip(breaks, (tokens.starts[b] - tokens.ends[a] for a, b in pairwise((0, *breaks))), strict=True))
    going_on = [p for p in breaks if forms[p].count("\n") == 1 and forms[p - 1] not in ENDS_OF_LINES]
    soft = [p for p in going_on if line[p] >= SHORTEST_LINE and lower[p + 1 : p + 2] == forms[p + 1 : p + 2]]
    if len(soft) < FEWEST_WRAPS or 2 * len(soft) < len(going_on):
        return frozenset()
    longest = max(line[place] for place in soft)
    return frozenset(place for place in going_on if 3 * line[place] >= 2 * longest)


def _places(forms: Iterable[str]) -> dict[str, list[int]]:
    """Where each word stands, in order."""
    found: dict[str, list[int]] = {}
    for place, form in enumerate(forms):
        if form in found:
            found[form].append(place)
        else:
            found[form] = [place]
    return found


def _only(size: int, places: Iterable[int]) -> tuple[bool, ...]:
    """Whether each of so many words is one of some."""
    found = [False] * size
    for place in places:
        found[place] = True
    return tuple(found)


HEADLINE = 160
"""A first line longer than this many code points is a paragraph."""


def _first_line(text: str) -> int:
    """Where the headline of a text ends that came without one: its first line if that is short and no sentence."""
    begin = len(text) - len(text.lstrip())
    line = text[begin : begin + HEADLINE + 1].split("\n", 1)
    headline = line[0].rstrip()
    whole = len(line) == 1 or len(headline) > HEADLINE or headline.endswith((".", ":"))
    return 0 if whole else begin + len(headline)


def is_spelt(form: str) -> bool:
    """Whether a word is all letters, but for an apostrophe inside: Fa'asavalu, Ng'ang'a."""
    return form.isalpha() or (form[0].isalpha() and form.replace("'", "").replace("’", "").isalpha())


STROKED = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae"})
"""Letters whose stroke Unicode does not take for an accent."""


def plain(form: str) -> str:
    """A word without accents, as half of the newsrooms write it: Vučić, Vucic."""
    if form.isascii():
        return form
    bare = (letter for letter in normalize("NFKD", form.translate(STROKED)) if not combining(letter))
    return "".join(bare)


def quiet(form: str) -> str:
    """A word in capitals as a name is written, so that a headline's or a dateline's is the same: ALDMOOR, Nasa."""
    return form.capitalize() if len(form) > LONGEST_SHORT and form.isupper() and form.isalpha() else form
