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
        if head in excluded or syntax.tags[head] not in _NOMINAL or _is_torn(syntax, head):
            return False
        if head in names:
            return True
        if not _is_partitive(syntax, head):
            return _is_thing(syntax, head)
        part = _part_of(syntax, head)
        if part is None:
            return syntax.tags[head] not in _VAGUE and not _is_amount(syntax, head)
        head = part
    return False


def _is_thing(syntax: Syntax, head: int) -> bool:
    word = syntax.lower[head]
    if word in HEADS["idle"]:
        return False
    if syntax.tags[head] not in _COMMON:
        return True
    lemma = lexicon.noun_lemma(word)
    return lemma not in lexicon.abstract_nouns() or lemma in HEADS["things"]


def _is_partitive(syntax: Syntax, head: int) -> bool:
    if syntax.lower[head] in HEADS["idle"]:
        return False
    if _is_amount(syntax, head):
        return True
    return syntax.tags[head] in _VAGUE or lexicon.noun_lemma(syntax.lower[head]) in HEADS["partitive"]


def _is_amount(syntax: Syntax, head: int) -> bool:
    """As in "3 million euros", "ninety metres of the wall"."""
    lemma = lexicon.noun_lemma(syntax.lower[head])
    return lemma in HEADS["units"] and syntax.child(head, "nummod") is not None


def _part_of(syntax: Syntax, head: int) -> int | None:
    of = next((child for child in syntax.children[head] if syntax.lower[child] == "of"), None)
    return None if of is None else syntax.child(of, "pobj")


def _is_torn(syntax: Syntax, head: int) -> bool:
    """Whether the token is a sign, or a piece of a hyphenated word: the "re" of "re-run"."""
    if not any(map(str.isalnum, syntax.lower[head])):
        return True
    following = head + 1
    return following < len(syntax) and syntax.lower[following] == "-" and syntax.starts[following] == syntax.ends[head]
