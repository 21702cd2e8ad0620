"""What the words around one expression say of it, asked of the model's tags and tree."""

from typing import Final

from spacy.lang.en.lex_attrs import like_num

from services.nlp.timex.around import Tense
from services.nlp.timex.belief.calendar_words import SHORT_WEEKDAYS
from services.nlp.timex.belief.comparisons import (
    AMOUNTS,
    has_amount_compared,
    is_compared,
    is_of_accounts,
    is_set_against,
)
from services.nlp.timex.belief.dated import STRUCK, owner
from services.nlp.timex.belief.sides import NEAR, VERBS, leads_entry, side_of
from services.nlp.timex.expressions import At, Weekday
from services.nlp.timex.scanner import Node
from services.nlp.timex.tense import is_pluperfect, tense_of
from services.nlp.timex.tense_words import ARRANGING
from services.nlp.timex.tree import Token, Tree

LONGEST_QUOTATION: Final = 600
"""Characters before an expression in which the quotation that it stands in must begin."""

AROUND_EVENT: Final = frozenset(("after", "before", "following"))
"""Words after a length that is no rate: "they fed 200 people a week before the siege", not "$90 a week before tax"."""

ARTICLES: Final = frozenset(("the", "a", "an"))

IN: Final = frozenset(("in", "during", "since"))
ON: Final = IN | {"on", "at"}
UP_TO: Final = frozenset(("to", "through", "until"))
TOLD: Final = frozenset(("VBD", "VBN"))
"""What tells that something was done then."""

REGULAR: Final = frozenset(
    "available daily hours normally open opening opens typically usually weekly working works".split()
)
"""Words of opening hours and shifts, which are the same every week."""

BACK_TO_REGULAR: Final = 10
"""Tokens before a weekday in which such a word must stand: "open from 9 a.m. to 5 p.m., Monday to Friday"."""

USUALLY: Final = frozenset("always generally mostly normally often typically usually".split())
TO_VERB: Final = 3
"""Heads above a weekday among which its verb is looked for."""

COUNTED: Final = AMOUNTS | frozenset(
    "mln bln bn stg barrels bags bales bushels gallons litres liters ounces tons tonnes dollars pence euros yen".split()
)
"""Words after which "a year" says how often, whatever the tree makes of it: "lose nine mln stg a day at least"."""

BEGINNING: Final = frozenset(
    "began begin beginning begins enter entered enters open opened opens start started starts".split()
)
FIRSTS: Final = frozenset("earlier earliest early first far second third".split())
"""What is counted in a year that has just begun: "the first storm of the year", "so far in the year"."""

BACK_TO_FIRST: Final = 5

TO_COME: Final = frozenset(("will", "'ll", "’ll", "shall"))
BACK_TO_MODAL: Final = 3
"""Tokens before such a word in which a modal makes it one of certain days: "will also be open Friday to Sunday"."""


class Surroundings:
    """The words around one expression. Without a tree they say nothing."""

    def __init__(self, tree: Tree, node: Node) -> None:
        self._tree, self._node = tree, node
        self._first = tree.at(node.start)
        self._last = tree.at(node.end - 1)

    def tense(self) -> Tense | None:
        """The tense of the verb that governs the expression, or what its preposition says instead."""
        if not self._tree.parsed:
            return None
        meaning = self._node.meaning
        is_weekday = "A_WEEKDAY" in meaning or ("TIME" in meaning and self._is_on_a_weekday())
        return side_of(self._tree, self._first.i, self._last.i + 1, is_weekday=is_weekday)

    def _is_on_a_weekday(self) -> bool:
        """Whether a time is one of a weekday, which may stand after it and be lent to it: "1 a.m. to 7 p.m. Friday"."""
        time = self._node.meaning["TIME"]
        return isinstance(time, At) and isinstance(time.day, Weekday)

    def is_any(self) -> bool:
        """Whether it is any such day, not a certain one: "on a Sunday", "usually on Sunday"; not "a Sunday service"."""
        before = self._tree.words_before(self._first.i, 2)
        determined = before[-1:] in {("a",), ("any",), ("one",)} and before != ("including", "one")
        if determined or not self._tree.parsed:
            return determined and self._tree.parsed and self._last.dep != "compound"
        return self._is_usual()

    def _is_usual(self) -> bool:
        """Whether it is said in the present tense what is usually so then."""
        for token in self._last.ancestors(TO_VERB):
            if token.tag in VERBS:
                is_now = token.tag in {"VBZ", "VBP"} or tense_of(token) == "present"
                return is_now and any(child.lower in USUALLY for child in token.children)
        return False

    def is_regular(self) -> bool:
        """Whether it is so every week: a listing's "Mon–Fri", or a word of opening hours stands before it."""
        first = self._first
        if first.lower.rstrip(".") in SHORT_WEEKDAYS:
            return True
        token = first
        for _ in range(BACK_TO_REGULAR):
            if token.begins_sentence or token.before is None:
                return False
            token = token.before
            if token.lower in REGULAR:
                return TO_COME.isdisjoint(self._tree.words_before(token.i, BACK_TO_MODAL))
        return False

    def is_adverbial(self) -> bool:
        """Whether it says when something will happen ("will open in May"), not what it is ("its May sales")."""
        verb = self._last.head.head
        return self.is_within() and verb.tag in VERBS and tense_of(verb) == "future"

    def is_within(self) -> bool:
        """Whether it stands after "in" or its like: "in the first half", not "first-half profit"."""
        last = self._last
        return self._tree.parsed and last.dep == "pobj" and last.head.lower in {"in", "during", "by"}

    def is_told(self) -> bool:
        """Whether a verb in the past says what was done in it: "closed in May", not "slated to close in May".

        "From January to May it lost money" is told of May, too, "it was banned from January" may lie ahead. What
        struck tells so, too: "the May 3 quake".
        """
        if owner(self._last) in STRUCK:
            return True
        top = self._top()
        before = top.head
        if before.text.isupper():  # the model knows little of what is written in capitals
            return False
        if top.dep != "pobj":
            return (
                top.dep in {"npadvmod", "tmod"}
                and before.tag in TOLD
                and before.lower not in ARRANGING
                and tense_of(before) == "past"
            )
        verb = before.head
        if before.lower == "on" and verb.lower in STRUCK:
            return True
        is_of_object = verb.dep == "dobj"
        verb = verb.head if is_of_object else verb
        is_told = verb.tag in TOLD and tense_of(verb) == "past"
        if before.lower == "on" or is_of_object or top.i < self._last.i:
            return is_told and before.lower in ON and verb.lower not in ARRANGING
        within = before.lower in IN or (before.lower == "from" and self._tree.word(top.i + 1) in UP_TO)
        return is_told and within

    def _top(self) -> Token:
        """Its word that governs the others: "middle" of "the middle of May"."""
        token, first, past = self._last, self._first.i, self._last.i
        while not token.is_root and first <= token.head.i <= past:
            token = token.head
        return token

    def leads_entry(self) -> bool:
        """Whether it stands alone before what is told of it: "Jan. 3 - The mill burned"."""
        return leads_entry(self._tree, self._first.i, self._last.i + 1)

    def leads(self) -> bool:
        """Whether it stands before its verb: "she will one day return", not "it will take one day"."""
        last = self._last
        return last.dep in {"npadvmod", "nsubj", "tmod"} and last.head.i > last.i and last.head.tag in VERBS

    def opens_sentence(self) -> bool:
        """Whether a sentence begins with it or with the preposition before it: "By the end of the year, …"."""
        first = self._first
        before = first.before or first
        opens = first.begins_sentence or (before.tag == "IN" and before.begins_sentence)
        return bool(opens and self._tree.parsed)

    def opens_line(self) -> bool:
        """Whether a line begins with it: "9:40 p.m. Two more roads were closed"."""
        start = self._node.start
        return start > 0 and self._tree.tokens.text[start - 1] == "\n"

    def is_quoted(self) -> bool:
        """Whether it stands in a quotation, as far as the characters before it in its paragraph tell."""
        start = self._node.start
        before = self._tree.tokens.text[max(start - LONGEST_QUOTATION, 0) : start].rpartition("\n")[2]
        return bool(before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”"))

    def looks_back(self) -> bool:
        """Whether it is told from a later one: "since January", "he had left in January"."""
        index = self._first.i
        if index and self._tree.tokens.lower[index - 1] == "since":
            return True
        return self._tree.parsed and is_pluperfect(self._tree, index)

    def comes_first(self) -> bool:
        """Whether its verb stands in a clause with "after": "they sat down after she came at 8 a.m."."""
        verb = next((one for one in self._first.ancestors(NEAR) if one.tag in VERBS), None)
        return verb is not None and any(child.lower == "after" and child.i < verb.i for child in verb.children)

    def is_rate(self) -> bool:
        """Whether "a year" says how often: it stands right after an amount or what is counted."""
        last = self._last
        if self._tree.word(last.i + 1) in AROUND_EVENT and self._tree.word(last.i + 2) == "the":
            return False
        tree, first = self._tree, self._first.i
        if tree.word(first - 1) in COUNTED and tree.word(last.i + 1) not in AROUND_EVENT:
            number = tree.word(first - 2)
            if number in COUNTED or like_num(number):
                return True
        if last.dep in {"npadvmod", "quantmod", "appos"} and last.head.i < last.i and last.head.tag not in VERBS:
            return True
        counted = self._first.before
        if counted is not None and counted.head.lower == "of":
            counted = counted.head.head  # "3 million tonnes of wheat a year"
        is_counted = counted is not None and any(child.tag == "CD" for child in counted.children)
        return is_counted and last.dep == "npadvmod" and self._tree.word(last.i + 1) not in AROUND_EVENT

    def is_compared(self) -> bool:
        """Whether it is what something else is told from: "after a weak second quarter", "up from May"."""
        return is_compared(self._last)

    def is_aside(self) -> bool:
        """Whether figures of another time are compared with those of it: "up from May", "from 1.2 million in May"."""
        return is_compared(self._last) or has_amount_compared(self._tree, self._first, self._last)

    def is_of_accounts(self) -> bool:
        """Whether figures of it are said to include something, or not: "net excludes a gain in the year"."""
        return is_of_accounts(self._tree, self._first.i)

    def is_set_against(self) -> bool:
        """Whether it is that of an amount to which another is compared: "compared with $2 million last year"."""
        return is_set_against(self._tree, self._first.i, self._last.i + 1)

    def is_begun(self) -> bool:
        """Whether something begins it, or is the first in it: "opened the year", "the first storm of the year"."""
        if self._last.head.lower in BEGINNING:
            return True
        first = self._first.i
        of = self._tree.word(first - 1) in {"of", "in"}
        return of and any(word in FIRSTS for word in self._tree.words_before(first - 1, BACK_TO_FIRST))

    def reaches_now(self) -> bool:
        """Whether it is since then: "since the start of the year, prices have risen"."""
        index = self._first.i
        return self._tree.word(index - 1) == "since" and not is_pluperfect(self._tree, index)

    def span(self) -> tuple[int, int]:
        """Where it stands: without an article that belongs to a noun after it ("the May 8 talks")."""
        first, node, starts = self._first, self._node, self._tree.tokens.starts
        owned = first.lower in ARTICLES and first.start == node.start and first.head.start >= node.end
        if not (owned and self._tree.parsed):
            return node.start, node.end
        past = first.i + 1
        while self._tree.word(past).isspace():  # where lines are broken to a width
            past += 1
        return (starts[past] if past < len(starts) and starts[past] < node.end else node.start), node.end
