"""Tense and aspect of a verb, from its tag and its auxiliaries (TimeML's tense and aspect attributes)."""

from dataclasses import dataclass
from typing import Literal

from services.nlp.events.syntax import Syntax

Tense = Literal["past", "present", "future", "none"]
_FUTURE = frozenset({"will", "'ll", "wo", "shall", "’ll", "ll"})
_PAST = frozenset({"was", "were", "had", "did"})
_HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve", "'d"})
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'re", "'m", "'s", "’s", "’re"})


@dataclass(frozen=True, slots=True)
class Verbal:
    """How a verb group stands: `none` for infinitives, participles and bare modals' complements."""

    tense: Tense
    perfect: bool = False
    progressive: bool = False
    modal: str | None = None
    infinitive: bool = False


def verbal(syntax: Syntax, verb: int) -> Verbal:
    """The verb group of a verb or of a predicate that a copula carries."""
    auxiliaries = [child for child in syntax.children[verb] if syntax.deps[child] in ("aux", "auxpass")]
    tag = syntax.tags[verb]
    words = [syntax.lower[child] for child in auxiliaries]
    modal = next((syntax.lower[child] for child in auxiliaries if syntax.tags[child] == "MD"), None)
    perfect = any(word in _HAVE for word in words) and tag in ("VBN", "VBD", "VBG")
    progressive = tag == "VBG" and any(word in _BE for word in words)
    if modal in _FUTURE:
        return Verbal("future", perfect, progressive, modal)
    if modal:
        return Verbal("none", perfect, progressive, modal)
    tags = {syntax.tags[child] for child in auxiliaries}
    if "to" in words:
        return Verbal("none", perfect, progressive, infinitive=True)
    if tag == "VBD" or "VBD" in tags or any(word in _PAST for word in words):
        return Verbal("past", perfect, progressive)
    if tag in ("VBZ", "VBP") or tags & {"VBZ", "VBP"}:
        return Verbal("present", perfect, progressive)
    return Verbal("none", perfect, progressive, infinitive=tag == "VB")
