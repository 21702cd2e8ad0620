"""Whole expressions that are part of something else: a name, a title, a match."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from services.nlp.timex.belief.kinds import (
    is_kind_by_season,
    is_kind_of_hours,
    is_kind_of_units,
    is_last_of_its_kind,
    is_show,
    is_show_or_age,
    is_year_of_something,
    modifies,
    owned_by_a_noun,
)
from services.nlp.timex.belief.matches import is_in_a_match, is_of_a_match, is_of_cricket, is_quarter_of_a_match
from services.nlp.timex.belief.names import inside_name
from services.nlp.timex.belief.word import Word
from services.nlp.timex.lexicon import ZONE

PREPOSITIONS: Final = {"month": "in", "weekday": "on"}
"""By rule: after this word a capital that follows makes no name ("In May General Vass …", "On Monday President …")."""

OPENING_QUOTES: Final = frozenset("\"“‘'`")

OF_AN_ERA: Final = frozenset(
    (
        "ISO date",
        "year before Christ",
        "years before Christ",
        "year of our Lord",
        "years of our Lord",
        "month before Christ",
    )
)
"""Rules whose expressions are years whatever they stand in: "King Vorn (281–261 BC)"."""

LIKE_PEOPLE: Final = frozenset(
    ("Burns Night", "Cinco de Mayo", "Guy Fawkes Night", "Hogmanay", "Martin Luther King Day",
     "Martin Luther King Jr. Day",
     "Purim", "Rosh Hashanah", "Shavuot", "Sukkot", "Victoria Day", "Whitsun", "Yom Kippur")
)  # fmt: skip
"""Holidays that the model takes for people and places."""

JOINED: Final = re.compile(r"\d{1,4}([-/.])(?:\d{1,2}|[A-Za-z]{3,9})\1\d{1,4}")
"""A whole date in figures, which is no name, whatever the model takes it for: "1-Sep-1308", "8/28/2183"."""


def is_part_of_something(rule: str, first: Word, last: Word) -> bool:
    """Whether the expression that a rule found from its first to its last word is no time of its own."""
    if rule in OF_AN_ERA or rule in LIKE_PEOPLE or (rule == "year" and not entity_goes_on(last)):
        return False
    judge = JUDGES.get(rule)
    if judge and judge(first, last):
        return True
    if JOINED.fullmatch(first.text, first.start, last.end) or (last.key in ZONE and not last.written.islower()):
        return False
    if last.token.label == "PERSON" and last.token.text.istitle():
        return True
    if rule == "half" or (first.before and first.before == PREPOSITIONS.get(rule)):
        return False
    return inside_name(first.token.tree, first.token.i, last.token.i + 1)


def entity_goes_on(last: Word) -> bool:
    """Whether the named entity goes on after the expression; one that ends with its year is dated by it."""
    return last.following is not None and bool(last.following.goes_on)


def is_of_a_thing(first: Word, last: Word) -> bool:
    """Whether it says which thing: "the 10:30 train", not "10:30 Tessaly time" or "an 8 p.m. curfew".

    So does what is left on the clock of a match: "with 3:05 left".
    """
    if first.token.i != last.token.i:
        return False
    if last.following is not None and last.following.lower in ON_THE_CLOCK:
        return first.before == "with"
    return modifies(first, last) and first.before != "at" and last.token.head.lower != "time"


ON_THE_CLOCK: Final = frozenset(("left", "remaining", "to", "on"))
"""What follows the time left in a match: "with 3:05 to play"."""


WAR_FOLLOWS: Final = re.compile(r"['’]?[ -]War\b")


def is_titled_number(first: Word, last: Word) -> bool:
    """Whether figures and a capital make a title: "60 Minutes", or a war is called so: "the Seven Years' War"."""
    if WAR_FOLLOWS.match(first.text, last.end):
        return True
    return bool(last.token.text.istitle()) and first.text[first.start].isdigit()


def is_in_capitals(first: Word, last: Word) -> bool:
    """Whether every word has its capital: "The Day After", a film."""
    return first.text[first.start : last.end].istitle()


def is_in_small_letters(first: Word, last: Word) -> bool:
    """Whether it is written as common words: "a new year round job"."""
    return first.text[first.start : last.end].islower()


def is_last_of_its_kind_or_title(first: Word, last: Word) -> bool:
    """Whether it is "the last day of the fair", or a title that opens in quotation marks: "This Week" on television."""
    quoted = first.start > 0 and first.text[first.start - 1] in OPENING_QUOTES
    return (quoted and is_in_capitals(first, last)) or is_last_of_its_kind(first, last)


def is_company(_first: Word, last: Word) -> bool:
    """Whether a name goes on after it: "20th Century Fox"."""
    return last.written.istitle() and last.following is not None and bool(last.following.tag == "NNP")


def dates_something(first: Word, _last: Word) -> bool:
    """Whether "date" is what somebody does: "to date the bones"."""
    return bool(first.token.tag.startswith("VB"))


def is_beginning(first: Word, last: Word) -> bool:
    """Whether it says what kind of thing, or a dawn is a figure of speech: "the dawn of an era"."""
    dawns = last.written == "dawn" and last.following is not None and last.following.lower == "of"
    return dawns or modifies(first, last)


def is_of_other_things(_first: Word, last: Word) -> bool:
    """Whether "past" counts what is no unit of time: "the past six games"."""
    return bool(last.token.tag == "JJ")


def is_trip_or_century(first: Word, last: Word) -> bool:
    """Whether it belongs to a noun, or is a hundred runs."""
    return owned_by_a_noun(first, last) or is_of_cricket(first, last)


JUDGES: Final[Mapping[str, Callable[[Word, Word], bool]]] = {
    "the 26th": modifies,
    "last, this, next unit": is_last_of_its_kind_or_title,
    "the last unit, as a date": is_last_of_its_kind_or_title,
    "the morning": is_beginning,
    "the night of something": is_beginning,
    "units": is_kind_of_units,
    "past or next units": is_kind_of_hours,
    "to date": dates_something,
    "time alone": is_of_a_thing,
    "number of units": is_titled_number,
    "the units": is_titled_number,
    "a unit": is_trip_or_century,
    "half a unit": is_of_cricket,
    "the unit": is_year_of_something,
    "the recent past": is_of_other_things,
    "the day after": is_in_capitals,
    "today": is_show_or_age,
    "tomorrow": is_show_or_age,
    "yesterday": is_show_or_age,
    "tonight": is_show,
    "century": is_company,
    "season": is_kind_by_season,
    "half": is_of_a_match,
    "quarter": is_quarter_of_a_match,
    "New Year": is_in_small_letters,
    "early or late": is_in_a_match,
    "earlier or later": is_in_a_match,
    "end of": is_in_a_match,
}
"""What may speak against an expression, by the rule that found it."""
