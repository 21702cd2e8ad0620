"""Whether a token that looks like a time is one: "may", "march", "second", "sun"; years among numbers."""

import re
from bisect import bisect_right
from typing import Final

from spacy.attrs import IDX
from spacy.tokens import Doc, Token

from services.nlp.timex.context import Tense
from services.nlp.timex.lexicon import MONTH, SEASON, UNIT
from services.nlp.timex.names import inside_name, is_number_of_something
from services.nlp.timex.scanner import Node
from services.nlp.timex.tense import tense_at

CAPITALISED_ONLY: Final = frozenset(
    "march may sun sat mon wed thu fri jan mar jun dec sep jul apr august tue aug nov oct feb ad ce bc est et ist cst".split()
)
"""Words that are something else without their capital."""

VERBAL: Final = frozenset(("may", "march", "spring", "springs", "fall", "last", "past"))
"""Words that are verbs, too."""

AMOUNTS: Final = frozenset(("MONEY", "QUANTITY", "PERCENT"))
BEFORE_YEAR: Final = frozenset(
    "in since of from to by until till during before after early late mid through between and or around about circa the "
    "year fiscal for throughout as".split()
)
VERBS: Final = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
LEXICON_UNITS: Final = frozenset(UNIT) | frozenset(SEASON) | frozenset(MONTH)
PARTS_OF_DAY: Final = frozenset(("the morning", "time alone"))
"""Rules whose match before a noun is no time: "the evening gown", "the midnight blue dress"."""

PLACING: Final = frozenset(
    "last next this that each every early late mid middle previous following coming past".split()
)
"""Words that go before a month."""

THERMOMETER: Final = frozenset(("temperature", "temperatures", "highs", "lows", "degrees", "fahrenheit"))
SHORT_WEEKDAYS: Final = frozenset(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
DATE_FOLLOWS: Final = re.compile(r",? ?(?:\d|[A-Z][a-z]{2,8}\.? \d|morning|night|evening|afternoon)")
SHORT_MONTHS: Final = frozenset("jan mar apr jun jul aug sep oct nov dec".split())
NUMBER_FOLLOWS: Final = re.compile(r"\.?[- ]?(?:the )?\d")
NUMBER_BEFORE: Final = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)?[- ]?$")
PREPOSITIONS: Final = {"month": "in", "weekday": "on"}
"""By rule: after this word a capital that follows does not make a name ("In May General Vass …", "On Monday President …")."""

NEAR: Final = 15
PLAYED: Final = frozenset(
    "score scored scores goal goals penalty striker goalkeeper touchdown points match matches game games kick kicked header "
    "possession lead halftime half-time team teams coach".split()
)
"""Words beside which a half is one of a match."""

QUOTES: Final = frozenset('"”’')
TITLE_BEFORE: Final = re.compile(r"[\"“‘](?:[A-Z]\w+ ){0,3}$")
"""What stands before a time word at the end of a quoted title."""

COMMON_YEARS: Final = range(1500, 2100)


class Belief:
    """Looks at a token's case, tags and neighbours."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._text = doc.text
        self._starts: list[int] = doc.to_array([IDX]).tolist()
        self._tagged = doc.has_annotation("TAG")
        self.parsed: bool = doc.has_annotation("DEP")

    def index(self, start: int) -> int:
        """The number of the model's token in which a character lies."""
        return max(bisect_right(self._starts, start) - 1, 0)

    def token(self, start: int) -> Token:
        """The token of the model in which a character lies."""
        return self._doc[self.index(start)]

    def tense(self, node: Node) -> Tense | None:
        """The tense of the verb that governs an expression; "since" looks back, "until" and "through" leave it open."""
        index = self.index(node.start)
        before = self._doc[index - 1].lower_ if index else ""
        if before == "since":
            return "past"
        if before in {"until", "till", "through"}:
            return "open"
        if before == "as" and index > 1 and self._doc[index - 2].lower_ in {"soon", "early"}:
            return "future"
        tense = tense_at(self._doc, index)
        if before == "for" and "A_WEEKDAY" in node.meaning:
            return "future"
        return "future" if before == "by" and tense != "past" else tense

    def named(self, node: Node) -> bool:
        """Whether an expression is part of a longer name."""
        if not self._tagged:
            return False
        if node.rule == "year" and not self._goes_on(node):
            return False
        last = self.token(node.end - 1)
        if last.ent_type_ == "PERSON" and last.text.istitle():
            return True
        if node.rule == "the 26th" and self.token(node.end - 1).dep_ in {"amod", "compound"}:
            return True
        if (
            node.rule == "number of units"
            and self.token(node.end - 1).text.istitle()
            and self._text[node.start].isdigit()
        ):
            return True
        if self._is_title(node):
            return True
        if node.rule in PARTS_OF_DAY and self.token(node.end - 1).dep_ in {"compound", "amod", "nmod"}:
            return True
        if node.rule == "half":
            return self._played(node)
        first = self.index(node.start)
        if first and self._doc[first - 1].lower_ == PREPOSITIONS.get(node.rule):
            return False
        return inside_name(self._doc, node.start, node.end)

    def _played(self, node: Node) -> bool:
        """Whether a half is one of a match."""
        index = self.index(node.start)
        near = self._doc[max(index - NEAR, 0) : index + NEAR]
        return any(token.lower_ in PLAYED for token in near)

    def _is_title(self, node: Node) -> bool:
        """Whether capitals make a title ("The Day After", the Today show, 20th Century Fox), or a noun owns a unit ("a day trip")."""
        last = self.token(node.end - 1)
        following = self._doc[last.i + 1] if last.i + 1 < len(self._doc) else None
        compound = last.dep_ == "compound" and following is not None
        if node.rule == "a unit":
            return compound
        words = self._text[node.start : node.end]
        if not words[0].isupper() and not words[-7:].istitle():
            return False
        if node.rule == "the day after":
            return words.istitle()
        if node.rule == "today":
            return compound and last.i > 0 and self._doc[last.i - 1].lower_ == "the"
        return node.rule == "century" and following is not None and last.text.istitle() and following.tag_ == "NNP"

    def is_rate(self, node: Node) -> bool:
        """Whether "a year" says how often: it stands right after an amount or what is counted."""
        last = self.token(node.end - 1)
        return last.dep_ in {"npadvmod", "quantmod", "appos"} and last.head.i < last.i and last.head.tag_ not in VERBS

    def _goes_on(self, node: Node) -> bool:
        """Whether the entity that a year stands in goes on after it; one that ends with its year is dated by it."""
        past = self.index(node.end - 1) + 1
        return past < len(self._doc) and self._doc[past].ent_iob_ == "I"

    def span(self, node: Node) -> tuple[int, int]:
        """Where the expression stands: without an article that belongs to a noun after it ("the May 8 talks")."""
        if not self.parsed:
            return node.start, node.end
        first = self.token(node.start)
        if first.lower_ not in {"the", "a", "an"} or first.idx != node.start or first.head.idx < node.end:
            return node.start, node.end
        past = first.i + 1
        if past >= len(self._doc) or self._starts[past] >= node.end:
            return node.start, node.end
        return self._starts[past], node.end

    def __call__(self, node: Node) -> bool:
        """Whether to believe the lexicon."""
        meaning = node.meaning
        if "YEAR" in meaning:
            return self._year(node)
        if "AFTER" in meaning:
            return self._adverb(node)
        if "CLOCK" in meaning:
            return self._clock(node)
        if "minute" in meaning or meaning.get("UNIT") == "minute":
            return self.token(node.start).tag_ != "JJ"
        if "DECADE" in meaning:
            return not self._measured(node)
        if "FREQUENCY" in meaning:
            return bool(
                self._text[node.start : node.end].lower() != "quarterly" or self.token(node.start).dep_ != "amod"
            )
        if meaning.get("UNIT") == "minute":
            return self.token(node.start).tag_ != "JJ"
        if self._tagged and ("current" in meaning or "past" in meaning):
            return self._adjective(node)
        if "MONTH" in meaning or "WEEKDAY" in meaning or "SEASON" in meaning or "AD" in meaning or "BC" in meaning:
            return self._name(node)
        return True

    def _year(self, node: Node) -> bool:
        """A number is a year unless it counts something or is an amount."""
        value = node.meaning["YEAR"]
        token = self.token(node.start)
        if self._after_month(token):
            return True
        if token.ent_type_ in AMOUNTS or is_number_of_something(token, self._text, node.start, node.end):
            return "MILITARY" in node.meaning and self._zoned(token)
        if self._tagged and self._is_a_thing(token):
            return False
        if token.ent_type_ == "DATE" or not self._tagged:
            return True
        previous = self._doc[token.i - 1].lower_ if token.i else ""
        if value not in COMMON_YEARS:
            return (
                previous in BEFORE_YEAR and previous not in {"and", "or", "about", "around", "for", "as"}
            ) or self._zoned(token)
        return token.ent_type_ not in {"PRODUCT", "CARDINAL"} or previous in BEFORE_YEAR or not previous.isalpha()

    @staticmethod
    def _is_a_thing(token: Token) -> bool:
        """Whether "the" and a number stand for something else: "he ran the 1500 in record time"."""
        doc = token.doc
        if token.i == 0 or doc[token.i - 1].lower_ != "the" or token.i + 1 == len(doc):
            return False
        return doc[token.i + 1].tag_ in {"IN", "VBD", "VBZ", "."}

    @staticmethod
    def _after_month(token: Token) -> bool:
        """Whether a month goes before, with or without its day: "May 3, 2101"."""
        for back in range(token.i - 1, max(token.i - 5, -1), -1):
            word = token.doc[back].lower_
            if word.rstrip(".") in MONTH:
                return True
            if not (word[0].isdigit() or word in {",", "of", "the", "st", "nd", "rd", "th", "."}):
                return False
        return False

    @staticmethod
    def _zoned(token: Token) -> bool:
        """Whether a time zone or "hours" follows: 1430 GMT."""
        return token.i + 1 < len(token.doc) and token.nbor().lower_ in {"gmt", "utc", "hours", "hrs", "local"}

    def _adverb(self, node: Node) -> bool:
        """Before and after as adverbs are "earlier" and "later"."""
        token = self.token(node.start)
        if token.dep_ == "advmod" and token.head.pos_ not in {"VERB", "AUX"}:
            node.meaning = {"LATER": node.meaning["AFTER"]}
        return True

    def _adjective(self, node: Node) -> bool:
        """ "Current" is an adjective here, a river's or a wire's is a noun; "the past master" is none of ours."""
        token = self.token(node.start)
        if "current" in node.meaning:
            return token.tag_ != "NN"
        following = token.nbor() if token.i + 1 < len(self._doc) else None
        return token.tag_ != "JJ" or following is None or following.tag_ != "NN" or following.lower_ in LEXICON_UNITS

    def _clock(self, node: Node) -> bool:
        """Chapter and verse ("John 3:16") and times of races ("2:10:45") are no times of day."""
        token = self.token(node.start)
        previous = self._doc[token.i - 1] if token.i else None
        if previous is None or not self._tagged:
            return True
        if str(node.meaning["CLOCK"]).count(":") > 1 and previous.tag_.startswith("VB"):
            return False
        return previous.tag_ != "NNP" or "-" in previous.text or previous.ent_type_ in {"DATE", "TIME"}

    def _measured(self, node: Node) -> bool:
        """Whether a thermometer shows it: "highs in the 80s"."""
        index = self.index(node.start)
        return any(token.lower_ in THERMOMETER for token in self._doc[max(index - 8, 0) : index])

    def _name(self, node: Node) -> bool:
        """Months, weekdays and seasons need their capital where they mean something else without it."""
        word = self._text[node.start : node.end]
        key = word.lower().rstrip(".")
        if key in CAPITALISED_ONLY and not word[0].isupper():
            return False
        if not self._tagged:
            return True
        if self._text[node.end : node.end + 1] in QUOTES and TITLE_BEFORE.search(
            self._text, max(node.start - 30, 0), node.start
        ):
            return False
        if key in MONTH and self._beside_a_number(node):
            return True
        token = self.token(node.start)
        if key in VERBAL and token.tag_.startswith(("VB", "MD")):
            return False
        before = self._doc[token.i - 1].lower_ if token.i else ""
        if (
            key == "march"
            and before not in PLACING
            and any(child.dep_ in {"det", "amod", "compound", "poss"} and child.i < token.i for child in token.children)
        ):
            return False
        if (
            key in {"fall", "march"}
            and before not in {"in", "since", "last", "next", "by", "of", "until"}
            and self._event(token)
        ):
            return False
        if key in SEASON and any(child.lower_ in {"a", "an"} for child in token.children):
            return False
        if key in SHORT_MONTHS and word[-1] != "." and (before not in BEFORE_YEAR or before == "and"):
            return False
        if key in SHORT_WEEKDAYS and word[-1] != "." and not DATE_FOLLOWS.match(self._text, node.end):
            return False
        return True

    def _beside_a_number(self, node: Node) -> bool:
        """Whether a day or a year stands beside a month, which makes it one: "on 12 May he took the town"."""
        before = self._text[max(node.start - 9, 0) : node.start]
        return bool(NUMBER_FOLLOWS.match(self._text, node.end) or NUMBER_BEFORE.search(before))

    @staticmethod
    def _event(token: Token) -> bool:
        """ "The fall of Saigon": the noun with an owner is not the season."""
        return (
            token.i + 1 < len(token.doc)
            and token.nbor().lower_ in {"of", "for", "against"}
            and not token.doc[min(token.i + 2, len(token.doc) - 1)].like_num
        )
