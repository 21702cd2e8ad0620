"""Which noun phrases can take part in an event."""

from services.nlp.events import lexicon
from services.nlp.events.names import Names
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import HEADS

_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "CD", "WP", "WDT", "DT", "JJ", "VBG"})
_VAGUE = frozenset({"CD", "DT", "JJ", "VBG"})
_COMMON = frozenset({"NN", "NNS"})
_MAX_PARTITIVES = 4


def can_take_part(syntax: Syntax, head: int, names: Names, excluded: frozenset[int]) -> bool:
    """Named things, people and objects can; attributes, ideas, states, bare numbers and `excluded` tokens cannot.

    Of "some of the losses", "three of the jets", "billions of dollars of loans" the answer is that of the last noun.
    """
    for _ in range(_MAX_PARTITIVES):
        tag, word = syntax.tags[head], syntax.lower[head]
        if head in excluded or tag not in _NOMINAL or _is_torn(syntax, head):
            return False
        if head in names:
            return True
        if word in HEADS["idle"]:
            return False
        lemma = lexicon.noun_lemma(word)
        amount = _is_amount(syntax, head, lemma)
        if not amount and tag not in _VAGUE and lemma not in HEADS["partitive"]:
            return tag not in _COMMON or lemma not in lexicon.abstract_nouns() or lemma in HEADS["things"]
        part = _part_of(syntax, head)
        if part is None:
            return tag not in _VAGUE and not amount
        head = part
    return False


def _is_amount(syntax: Syntax, head: int, lemma: str) -> bool:
    """As in "3 million euros", "ninety metres of the wall"."""
    return lemma in HEADS["units"] and syntax.child(head, "nummod") is not None


def _part_of(syntax: Syntax, head: int) -> int | None:
    of = next((child for child in syntax.children[head] if syntax.lower[child] == "of"), None)
    return None if of is None else syntax.child(of, "pobj")


def _is_torn(syntax: Syntax, head: int) -> bool:
    """Whether the token is a sign, or a piece of a hyphenated word: the "re" of "re-run"."""
    word, following = syntax.lower[head], head + 1
    if not (word.isalnum() or any(map(str.isalnum, word))):  # most are words throughout
        return True
    return following < len(syntax) and syntax.lower[following] == "-" and syntax.starts[following] == syntax.ends[head]
