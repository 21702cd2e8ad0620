"""Asks the model's tags, tree and entities about words and expressions."""

from bisect import bisect_right
from typing import Final

from spacy.tokens import Doc, Token

from services.nlp.timex.belief import calendar_words, other_words
from services.nlp.timex.belief.expressions import is_part_of_something
from services.nlp.timex.belief.sides import VERBS, side_of
from services.nlp.timex.belief.word import Word
from services.nlp.timex.belief.years import is_year
from services.nlp.timex.context import Tense
from services.nlp.timex.scanner import Node
from services.nlp.timex.tense import is_pluperfect, tense_of
from services.nlp.tokens import Tokens

CALENDAR: Final = frozenset(("MONTH", "WEEKDAY", "SEASON", "AD", "BC"))
COMPARING: Final = frozenset(("after", "since", "than", "with", "following"))
"""Prepositions before a time that is not the one spoken of."""

LONGEST_QUOTATION: Final = 600
"""Characters before an expression in which the quotation that it stands in must begin."""

SPAN_OVER: Final = {"over": "over"}
"""What is left of "over" where it does not mean "more than"."""

ARTICLES: Final = frozenset(("the", "a", "an"))


class Belief:
    """Looks at a document's words. Without tags, as on a blank pipeline, it believes nearly all."""

    def __init__(self, doc: Doc, tokens: Tokens) -> None:
        self._doc = doc
        self._text = tokens.text
        self._starts = tokens.starts
        self._tagged = doc.has_annotation("TAG")
        self._parsed = doc.has_annotation("DEP")

    def __call__(self, node: Node) -> bool:
        """Whether a word is the time that the lexicon takes it for."""
        meaning = node.meaning
        if DOUBTED.isdisjoint(meaning):
            return True
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
        if "over" in meaning and self._token(node.start).dep_ == "prep":
            node.meaning = SPAN_OVER
        return False

    def named(self, node: Node) -> bool:
        """Whether an expression belongs to a name, a title or a match."""
        if not self._tagged:
            return False
        last = self._token(node.end - 1)
        return is_part_of_something(
            node.rule, self._word(node.start, node.end), Word(last, self._text, last.idx, node.end)
        )

    def tense(self, node: Node) -> Tense | None:
        """The tense of the verb that governs an expression, or what its preposition says instead."""
        first, past = self._index(node.start), self._index(node.end - 1) + 1
        return side_of(self._doc, first, past, is_weekday="A_WEEKDAY" in node.meaning)

    def is_adverbial(self, node: Node) -> bool:
        """Whether it says when something will happen ("will open in May"), not what it is ("its May sales")."""
        last = self._token(node.end - 1)
        within = last.dep_ == "pobj" and last.head.lower_ in {"in", "during", "by"}
        return within and last.head.head.tag_ in VERBS and tense_of(last.head.head) == "future"

    def leads(self, node: Node) -> bool:
        """Whether it stands before its verb: "she will one day return", not "it will take one day"."""
        last = self._token(node.end - 1)
        return last.dep_ in {"npadvmod", "nsubj", "tmod"} and last.head.i > last.i and last.head.tag_ in VERBS

    def opens_sentence(self, node: Node) -> bool:
        """Whether a sentence begins with it or with the preposition before it: "By the end of the year, …"."""
        first = self._token(node.start)
        before = first.nbor(-1) if first.i else first
        return bool(self._parsed and (first.is_sent_start or (before.tag_ == "IN" and before.is_sent_start)))

    def is_quoted(self, node: Node) -> bool:
        """Whether an expression stands in a quotation, as far as the characters before it in its paragraph tell."""
        before = self._text[max(node.start - LONGEST_QUOTATION, 0) : node.start].rpartition("\n")[2]
        return bool(before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”"))

    def looks_back(self, node: Node) -> bool:
        """Whether an expression is told from a later one: "since January", "he had left in January"."""
        index = self._index(node.start)
        if index and self._doc[index - 1].lower_ == "since":
            return True
        return is_pluperfect(self._doc, index)

    def is_rate(self, node: Node) -> bool:
        """Whether "a year" says how often: it stands right after an amount or what is counted."""
        last = self._token(node.end - 1)
        return last.dep_ in {"npadvmod", "quantmod", "appos"} and last.head.i < last.i and last.head.tag_ not in VERBS

    def is_compared(self, node: Node) -> bool:
        """Whether an expression is what something else is told from: "after a weak second quarter", "up from May"."""
        before = self._token(node.end - 1).head
        if before.lower_ == "from":
            return before.head.tag_ in VERBS
        return before.lower_ in COMPARING

    def span(self, node: Node) -> tuple[int, int]:
        """Where the expression stands: without an article that belongs to a noun after it ("the May 8 talks")."""
        first = self._token(node.start)
        owned = first.lower_ in ARTICLES and first.idx == node.start and first.head.idx >= node.end
        past = first.i + 1
        if self._parsed and owned and past < len(self._doc) and self._starts[past] < node.end:
            return self._starts[past], node.end
        return node.start, node.end

    def _index(self, start: int) -> int:
        """The number of the model's token in which a character lies."""
        return max(bisect_right(self._starts, start) - 1, 0)

    def _token(self, start: int) -> Token:
        """The token of the model in which a character lies."""
        return self._doc[self._index(start)]

    def _word(self, start: int, end: int) -> Word:
        """What stands from start to end."""
        return Word(self._token(start), self._text, start, end)


OTHER: Final = {
    "CLOCK": other_words.is_verse_or_race,
    "DECADE": other_words.is_temperature,
    "FREQUENCY": other_words.is_dividend_or_paper,
    "current": other_words.is_current_of_water,
    "past": other_words.belongs_to_a_noun,
    **dict.fromkeys(("election", "flag", "independence", "memorial", "remembrance"), other_words.is_common),
}
"""What a word of a category may be instead."""

DOUBTED: Final = CALENDAR | OTHER.keys() | {"YEAR", "UNIT", "AFTER", "over"}
"""Categories and words that may be something else; all others are believed."""
