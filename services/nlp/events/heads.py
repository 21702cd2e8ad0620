"""What the head of a noun phrase names: a place, somebody who can act, a thing."""

from services.nlp.events import lexicon
from services.nlp.events.names import Names
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import HEADS

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_THINGS = frozenset({"PRODUCT", "WORK_OF_ART", "FAC"})
_NOUNS = frozenset({"NN", "NNS"})


def is_place(syntax: Syntax, head: int, names: Names) -> bool:
    """Whether a place is named, or a noun for places stands there."""
    label = names.label(head)
    return label in _PLACES or (label is None and _lemma(syntax, head) in HEADS["places"])


def is_animate(syntax: Syntax, head: int, names: Names) -> bool:
    """Whether a person or an organisation is named, or a word for one stands there."""
    label = names.label(head)
    return label in _ACTORS if label else is_word_for_actors(syntax, head)


def is_person(syntax: Syntax, head: int, names: Names) -> bool:
    """Whether a person is named, or a word for persons stands there."""
    label = names.label(head)
    return label == "PERSON" if label else _is_word_for_persons(syntax, head)


def is_word_for_actors(syntax: Syntax, head: int) -> bool:
    """Whether the word, which is no name, means persons or a group of persons."""
    return _is_word_for_persons(syntax, head) or _lemma(syntax, head) in HEADS["groups"]


def _is_word_for_persons(syntax: Syntax, head: int) -> bool:
    lemma = _lemma(syntax, head)
    if lemma in HEADS["persons"]:
        return True
    return syntax.tags[head] in _NOUNS and lemma in lexicon.person_nouns() and lemma not in HEADS["no_persons"]


def is_thing(head: int, names: Names) -> bool:
    """Whether a product, a work or a building is named: it acts on nobody."""
    return names.label(head) in _THINGS


def _lemma(syntax: Syntax, head: int) -> str:
    return lexicon.noun_lemma(syntax.lower[head])
