"""What the words around one expression say of it, asked of the model's tags and tree."""

from bisect import bisect_right
from typing import Final

from spacy.tokens import Doc

from services.nlp.timex.belief.sides import VERBS, side_of
from services.nlp.timex.context import Tense
from services.nlp.timex.lexicon import WEEKDAY
from services.nlp.timex.scanner import Node
from services.nlp.timex.tense import is_pluperfect, tense_of
from services.nlp.tokens import Tokens

COMPARING: Final = frozenset(("after", "since", "than", "with", "following"))
"""Prepositions before a time that is not the one spoken of."""

LONGEST_QUOTATION: Final = 600
"""Characters before an expression in which the quotation that it stands in must begin."""

ARTICLES: Final = frozenset(("the", "a", "an"))


class Surroundings:
    """The words around one expression. Without a tree they say nothing.

    Then they are not even asked: spaCy's `Token.children` reads beyond the tokens of some documents that were not
    parsed, which ends the process.
    """

    def __init__(self, doc: Doc, tokens: Tokens, node: Node, *, parsed: bool) -> None:
        self._doc, self._tokens, self._node = doc, tokens, node
        self._first = doc[token_at(tokens, node.start)]
        self._last = doc[token_at(tokens, node.end - 1)]
        self._parsed = parsed

    def tense(self) -> Tense | None:
        """The tense of the verb that governs the expression, or what its preposition says instead."""
        if not self._parsed:
            return None
        meaning = self._node.meaning
        is_weekday = "A_WEEKDAY" in meaning or ("TIME" in meaning and self._names_a_weekday())
        return side_of(self._doc, self._first.i, self._last.i + 1, is_weekday=is_weekday)

    def _names_a_weekday(self) -> bool:
        return any(word in WEEKDAY for word in self._tokens.lower[self._first.i : self._last.i + 1])

    def is_any(self) -> bool:
        """Whether it is any such day, not a certain one: "on a Sunday", not "a Sunday service"."""
        index = self._first.i
        return (
            index > 0 and self._tokens.lower[index - 1] == "a" and self._parsed and bool(self._last.dep_ != "compound")
        )

    def is_adverbial(self) -> bool:
        """Whether it says when something will happen ("will open in May"), not what it is ("its May sales")."""
        verb = self._last.head.head
        return self.is_within() and verb.tag_ in VERBS and tense_of(verb) == "future"

    def is_within(self) -> bool:
        """Whether it stands after "in" or its like: "in the first half", not "first-half profit"."""
        last = self._last
        return self._parsed and last.dep_ == "pobj" and last.head.lower_ in {"in", "during", "by"}

    def leads(self) -> bool:
        """Whether it stands before its verb: "she will one day return", not "it will take one day"."""
        last = self._last
        return last.dep_ in {"npadvmod", "nsubj", "tmod"} and last.head.i > last.i and last.head.tag_ in VERBS

    def opens_sentence(self) -> bool:
        """Whether a sentence begins with it or with the preposition before it: "By the end of the year, …"."""
        first = self._first
        before = first.nbor(-1) if first.i else first
        opens = first.is_sent_start or (before.tag_ == "IN" and before.is_sent_start)
        return bool(opens and self._parsed)

    def is_quoted(self) -> bool:
        """Whether it stands in a quotation, as far as the characters before it in its paragraph tell."""
        start = self._node.start
        before = self._tokens.text[max(start - LONGEST_QUOTATION, 0) : start].rpartition("\n")[2]
        return bool(before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”"))

    def looks_back(self) -> bool:
        """Whether it is told from a later one: "since January", "he had left in January"."""
        index = self._first.i
        if index and self._tokens.lower[index - 1] == "since":
            return True
        return self._parsed and is_pluperfect(self._doc, index)

    def is_rate(self) -> bool:
        """Whether "a year" says how often: it stands right after an amount or what is counted."""
        last = self._last
        return last.dep_ in {"npadvmod", "quantmod", "appos"} and last.head.i < last.i and last.head.tag_ not in VERBS

    def is_compared(self) -> bool:
        """Whether it is what something else is told from: "after a weak second quarter", "up from May"."""
        before = self._last.head
        if before.lower_ == "from":
            return before.head.tag_ in VERBS
        return before.lower_ in COMPARING

    def span(self) -> tuple[int, int]:
        """Where it stands: without an article that belongs to a noun after it ("the May 8 talks")."""
        first, node, starts = self._first, self._node, self._tokens.starts
        past = first.i + 1
        owned = first.lower_ in ARTICLES and first.idx == node.start and first.head.idx >= node.end
        if owned and past < len(starts) and starts[past] < node.end and self._parsed:
            return starts[past], node.end
        return node.start, node.end


def token_at(tokens: Tokens, start: int) -> int:
    """The number of the model's token in which a character lies."""
    return max(bisect_right(tokens.starts, start) - 1, 0)
