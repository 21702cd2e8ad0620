"""Whether a token that looks like a time is one: "may", "march", "second", "sun"; years among numbers."""

from bisect import bisect_right
from collections.abc import Callable

from spacy.tokens import Doc, Token

from services.nlp.timex.scanner import Node

CAPITALISED_ONLY = frozenset(
    "march may sun sat mon wed thu fri jan mar jun dec sep jul apr august tue aug nov oct feb ad ce bc est et ist cst".split()
)
VERBAL = frozenset(("may", "march", "spring", "fall", "second", "last", "past"))
NUMBER_ENTITIES = frozenset(("CARDINAL", "MONEY", "QUANTITY", "PERCENT"))


class Belief:
    """Looks at a token's case and tags."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._text = doc.text
        self._starts = [token.idx for token in doc]
        self._tagged = doc.has_annotation("TAG")

    def token(self, start: int) -> Token:
        """The token of the model in which a character lies."""
        return self._doc[max(bisect_right(self._starts, start) - 1, 0)]

    def __call__(self, node: Node) -> bool:
        """Whether to believe the lexicon."""
        meaning = node.meaning
        if "YEAR" in meaning:
            return self._year(node)
        if "MONTH" in meaning or "WEEKDAY" in meaning or "SEASON" in meaning or "AD" in meaning or "BC" in meaning:
            return self._name(node)
        return True

    def _year(self, node: Node) -> bool:
        return self.token(node.start).ent_type_ not in NUMBER_ENTITIES

    def _name(self, node: Node) -> bool:
        word = self._text[node.start : node.end]
        key = word.lower().rstrip(".")
        if key in CAPITALISED_ONLY and not word[0].isupper():
            return False
        if key in VERBAL and self._tagged:
            return not self.token(node.start).tag_.startswith(("VB", "MD"))
        return True


Keep = Callable[[Node], bool]
