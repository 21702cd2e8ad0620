"""Asks the model's tags, tree and entities whether words and expressions are times."""

from functools import cached_property
from typing import Final

from services.nlp.timex.belief import calendar_words, other_words
from services.nlp.timex.belief.clubs import CALLED, is_club, tells_of_club
from services.nlp.timex.belief.expressions import is_part_of_something
from services.nlp.timex.belief.titles import is_in_title
from services.nlp.timex.belief.word import Word
from services.nlp.timex.belief.years import is_year
from services.nlp.timex.scanner import Node
from services.nlp.timex.tree import Token, Tree

CALENDAR: Final = frozenset(("MONTH", "WEEKDAY", "SEASON", "AD", "BC"))
SPAN_OVER: Final = {"over": "over"}
"""What is left of "over" where it does not mean "more than"."""


class Belief:
    """Looks at a document's words. Without tags and a tree, as on a blank pipeline, it believes nearly all."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._tagged = tree.tagged and tree.parsed

    def __call__(self, node: Node) -> bool:
        """Whether a word of a doubted category is the time that the lexicon takes it for."""
        meaning = node.meaning
        if "YEAR" in meaning:
            value = int(str(meaning["YEAR"]))
            return is_year(self._word(node.start, node.end), value, military="MILITARY" in meaning, tagged=self._tagged)
        if not CALENDAR.isdisjoint(meaning):
            word = self._word(node.start, node.end)
            if calendar_words.lacks_its_capital(word):
                return False
            return not (self._tagged and calendar_words.is_something_else(word))
        return not (self._tagged and self._is_other(node))

    def _is_other(self, node: Node) -> bool:
        """Whether a small word, a clock or a decade is something else.

        "After" may become "later", and "over" no more than a preposition ("$3 million over five years").
        """
        meaning = node.meaning
        for category, says in OTHER.items():
            if category in meaning:
                return says(self._word(node.start, node.end))
        if meaning.get("UNIT") == "minute":
            return other_words.is_tiny(self._word(node.start, node.end))
        if "AFTER" in meaning and other_words.is_adverb(self._word(node.start, node.end)):
            node.meaning = {"LATER": meaning["AFTER"]}
        if "over" in meaning:
            return self._is_other_than_more(node)
        return False

    def _is_other_than_more(self, node: Node) -> bool:
        """Whether "over" sets against a time ("up 3 pct over a year ago"); what goes on in a time is left of it."""
        word = self._word(node.start, node.end)
        is_span = other_words.is_span(word)
        if is_span:
            node.meaning = SPAN_OVER
        return is_span and other_words.is_set_against(word)

    def named(self, node: Node) -> bool:
        """Whether an expression belongs to a name, a title or a match."""
        if is_in_title(self._tree.tokens.text, node.start, node.end):
            return True
        if not self._tagged:
            return False
        last = self._token(node.end - 1)
        if node.rule == "weekday" and last.lower == CALLED and self._tells_of_club:
            return is_club(self._word(node.start, node.end))
        return is_part_of_something(node.rule, self._word(node.start, node.end), Word(last, last.start, node.end))

    @cached_property
    def _tells_of_club(self) -> bool:
        """Whether the document names a club that is called after a weekday."""
        return tells_of_club(self._tree.tokens.text)

    def _token(self, start: int) -> Token:
        """The token of the model in which a character lies."""
        return self._tree.at(start)

    def _word(self, start: int, end: int) -> Word:
        """What stands from start to end."""
        return Word(self._token(start), start, end)


OTHER: Final = {
    "CLOCK": other_words.is_verse_or_race,
    "DECADE": other_words.is_no_decade,
    "FREQUENCY": other_words.is_dividend_or_paper,
    "last": other_words.goes_on,
    "current": other_words.is_no_present,
    "past": other_words.belongs_to_a_noun,
    "minutes": other_words.are_of_a_meeting,
    "that": other_words.joins,
    "good": other_words.is_no_feast,
    **dict.fromkeys(("election", "flag", "independence", "memorial", "remembrance"), other_words.is_common),
}
"""What a word of a category may be instead."""

DOUBTED: Final = CALENDAR | OTHER.keys() | {"YEAR", "UNIT", "AFTER", "over"}
"""Categories and words that may be something else; all others are believed."""
