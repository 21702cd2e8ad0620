"""Tense and aspect of a verb, from its tag and its auxiliaries (TimeML's tense and aspect attributes)."""

from typing import Literal

from msgspec import Struct

from services.nlp.events.syntax import MAX_CLIMB, Syntax

Tense = Literal["past", "present", "future", "none"]
_FUTURE = frozenset({"will", "'ll", "wo", "shall", "’ll", "ll"})
_AUXILIARY = frozenset({"aux", "auxpass"})
_PRESENT = frozenset({"VBZ", "VBP"})
_PAST = frozenset({"was", "were", "had", "did"})
_HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve", "'d"})
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'re", "'m", "'s", "’s", "’re"})
_ASKING = frozenset(
    form
    for stem in ("demand", "recommend", "request", "order", "ask")
    for form in (stem, f"{stem}s", f"{stem}ed", f"{stem}ing")
) | {"propose", "proposes", "proposed", "require", "requires", "required", "urge", "urges", "urged"}
"""Forms of verbs whose clause with "that" has to come about."""


class Verbal(Struct, frozen=True, gc=False):
    """How a verb group stands: `none` for infinitives, participles and bare modals' complements."""

    tense: Tense
    perfect: bool = False
    progressive: bool = False
    modal: str | None = None
    infinitive: bool = False


def verbal(syntax: Syntax, verb: int) -> Verbal:
    """The verb group of a verb or of a predicate that a copula carries, read once."""
    known = syntax.verbals.get(verb)
    if known is None:
        known = syntax.verbals[verb] = _read(syntax, _bearer(syntax, verb))
    return known


def _bearer(syntax: Syntax, verb: int) -> int:
    """The verb whose auxiliaries it shares, the verb itself where it has its own."""
    for _ in range(MAX_CLIMB):
        if not _shares_auxiliaries(syntax, verb):
            break
        verb = syntax.heads[verb]
    return verb


def _read(syntax: Syntax, verb: int) -> Verbal:
    tag = syntax.tags[verb]
    modal: str | None = None
    has = is_ = to = past = present = False
    for child in syntax.children[verb]:
        if syntax.deps[child] not in _AUXILIARY:
            continue
        word, form = syntax.lower[child], syntax.tags[child]
        if form == "MD" and modal is None:
            modal = word
        has = has or word in _HAVE
        is_ = is_ or word in _BE
        to = to or word == "to"
        past = past or form == "VBD" or word in _PAST
        present = present or form in _PRESENT
    perfect = has and tag in ("VBN", "VBD", "VBG")
    progressive = is_ and tag == "VBG"
    if modal:
        return Verbal("future" if modal in _FUTURE else "none", perfect, progressive, modal)
    if to:
        return Verbal("none", perfect, progressive, infinitive=True)
    if past or tag == "VBD" or (tag == "VBN" and not has and _is_told(syntax, verb)):
        return Verbal("past", perfect, progressive)
    if tag == "VBP" and _is_asked_for(syntax, verb):
        return Verbal("none", infinitive=True)
    if present or tag in _PRESENT:
        return Verbal("present", perfect, progressive)
    return Verbal("none", perfect, progressive, infinitive=tag == "VB")


def _is_told(syntax: Syntax, verb: int) -> bool:
    """Whether a verb taken for a participle tells a sentence of its own: "the fair opened on Saturday."."""
    last = syntax.rights[verb]
    return syntax.deps[verb] == "ROOT" and syntax.child(verb, "nsubj") is not None and syntax.lower[last] == "."


def _is_asked_for(syntax: Syntax, verb: int) -> bool:
    """As in "demanded that the rebels leave", a subjunctive that looks like a present."""
    above = syntax.heads[verb]
    if syntax.deps[verb] != "ccomp" or above > verb or syntax.lower[above] not in _ASKING:
        return False
    return any(syntax.deps[child] == "mark" and syntax.lower[child] == "that" for child in syntax.children[verb])


def _shares_auxiliaries(syntax: Syntax, verb: int) -> bool:
    """Whether a participle has the "have" of the one beside it: "has bought two ships and ordered a third"."""
    head = syntax.heads[verb]
    if syntax.deps[verb] != "conj" or head >= verb or not {syntax.tags[verb], syntax.tags[head]} <= {"VBN", "VBD"}:
        return False
    own = syntax.child(verb, "aux", "auxpass", "nsubj", "nsubjpass")
    return own is None and any(
        syntax.deps[child] == "aux" and syntax.lower[child] in _HAVE for child in syntax.children[head]
    )
