"""Which time expression governs which trigger: the path from the one to the other in the dependency tree."""

from services.nlp.events import lexicon
from services.nlp.events.dating.anchors import Anchor
from services.nlp.events.dating.comparisons import belongs_to_figures, is_superlative
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import CLASSES_BY_WORD, DATING, VERBS

_COMPARING = frozenset({"from", "than", "with", "to", "versus", "against"})
_CLAUSES = frozenset({"advcl", "conj", "parataxis"})
_TOPICS = frozenset({"on", "about", "over"})
"""Prepositions that lead from an event noun to what it is about."""
_CLOSING = frozenset({",", "''", '"', "”"})
_BE = frozenset({"was", "were"})
_SAID_OF = frozenset({"nsubj", "nsubjpass", "dobj"})
_ONE = frozenset({"a", "an"})
_THE = frozenset({"the", "this", "that", "a", "an", "his", "her", "its", "their", "'s", "’s"})
_VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


def governed(syntax: Syntax, anchor: Anchor, triggers: frozenset[int]) -> int | None:
    """The nearest trigger above a time expression; None where the expression belongs to something that is no event."""
    if _is_of_a_thing(syntax, anchor, triggers):
        return None
    told = _ends_what_is_told(syntax, anchor)
    return told if told in triggers else _nearest(syntax, anchor, triggers)


def _nearest(syntax: Syntax, anchor: Anchor, triggers: frozenset[int]) -> int | None:
    """The nearest trigger above it in the tree, unless something on the way keeps the time to itself."""
    token = anchor.head
    for above in syntax.ancestors(anchor.head):
        if above in triggers:
            return None if anchor.signal == "since" and is_superlative(syntax, above) else above
        if _parts(syntax, anchor, above) or (above != token and _describes(syntax, anchor, above)):
            return None
        if (carried := _carried(syntax, above)) in triggers:
            return carried
        if _has_clause(syntax, anchor, above):
            return None
        token = above
    return None


def _ends_what_is_told(syntax: Syntax, anchor: Anchor) -> int | None:
    """The verb of "nine were killed in a crash Monday, police said", whose day the parser hangs on what follows it."""
    top = syntax.heads[anchor.head] if syntax.deps[anchor.head] == "pobj" else anchor.head
    verb = syntax.heads[top]
    if not top < verb or CLASSES_BY_WORD.get(lexicon.verb_lemma(syntax.lower[verb])) != "reporting":
        return None
    told, who = syntax.child(verb, "ccomp"), syntax.child(verb, "nsubj")
    if told is None or who is None or syntax.lower[anchor.last + 1] not in _CLOSING:
        return None
    return told if told < top and anchor.last < who else None


def _is_of_a_thing(syntax: Syntax, anchor: Anchor, triggers: frozenset[int]) -> bool:
    """Whether a time says something of a figure, a length, a thing, and dates no event."""
    return (
        _is_measure(syntax, anchor)
        or belongs_to_figures(syntax, anchor)
        or _is_attribute(syntax, anchor, triggers)
        or _dates_a_beginning(syntax, anchor, triggers)
    )


def _parts(syntax: Syntax, anchor: Anchor, above: int) -> bool:
    """As in "more than in May", "since independence in 1962"."""
    word = syntax.lower[above]
    return word == "than" or (word == "since" != anchor.signal)


def _has_clause(syntax: Syntax, anchor: Anchor, above: int) -> bool:
    """Whether a verb that is no trigger keeps the time.

    As in "it was flat in May, he said", "expect to be home by May", "a clerk born in 1961 was jailed".
    """
    if not syntax.tags[above].startswith("VB"):
        return False
    dep = syntax.deps[above]
    if dep == "xcomp":
        return syntax.lower[above] == "be"
    if dep == "ccomp":
        return (
            syntax.heads[above] > above
            or CLASSES_BY_WORD.get(lexicon.verb_lemma(syntax.lower[syntax.heads[above]])) == "reporting"
        )
    if dep == "acl" and lexicon.verb_lemma(syntax.lower[above]) in DATING["naming"]:
        return True
    return dep in _CLAUSES or (dep == "acl" and anchor.signal == "since")


def _describes(syntax: Syntax, anchor: Anchor, above: int) -> bool:
    """Whether the time says something of a thing or a person, not when anything happened.

    As in "from $122 million a year earlier", "its chief since 2019", "one letter, dated 3 May", "terms of three years".
    """
    dep, tag = syntax.deps[above], syntax.tags[above]
    if dep == "relcl" or (dep == "appos" and anchor.signal == "since") or _is_of_topic(syntax, anchor, above):
        return True
    if dep == "acl" and syntax.lower[above] == "dated":
        return syntax.deps[syntax.heads[above]] == "dobj"
    if anchor.timex.type == "DURATION":
        return tag in ("NN", "NNS", "NNP") and dep != "npadvmod"
    compared = dep == "pobj" and syntax.lower[syntax.heads[above]] in _COMPARING
    return compared and anchor.end is None and tag in ("NN", "NNS", "CD", "$", "NNP")


def _is_of_topic(syntax: Syntax, anchor: Anchor, above: int) -> bool:
    """As in "talks on next year's budget": the time of what is talked about."""
    preposition = syntax.heads[above]
    owned = syntax.deps[anchor.head] == "poss" and syntax.heads[anchor.head] == above and syntax.deps[above] == "pobj"
    return owned and syntax.lower[preposition] in _TOPICS and syntax.tags[syntax.heads[preposition]].startswith("NN")


def _is_measure(syntax: Syntax, anchor: Anchor) -> bool:
    """As in "declared three days of mourning", which say how long the mourning is."""
    return (
        anchor.timex.type == "DURATION"
        and syntax.deps[anchor.head] == "dobj"
        and any(syntax.lower[child] == "of" for child in syntax.children[anchor.head])
    )


def _is_attribute(syntax: Syntax, anchor: Anchor, triggers: frozenset[int]) -> bool:
    """Whether a time says which thing is meant, or is itself what something is said of.

    As in "the current law was passed in 1987", "expects the fourth quarter to be flat".
    """
    noun = syntax.heads[anchor.head]
    if noun in triggers:
        return False
    if syntax.deps[anchor.head] == "poss" and any(syntax.tags[child] == "JJS" for child in syntax.children[noun]):
        return True  # "on one of the year's coldest nights"
    if anchor.timex.granularity == "year" and noun > anchor.last and syntax.deps[noun] in _SAID_OF:
        return _names_a_thing(syntax, anchor, noun)
    if anchor.timex.value in _VAGUE:
        return syntax.deps[anchor.head] == "amod" and syntax.tags[noun].startswith("NN")
    return syntax.deps[anchor.head] == "nsubj" and syntax.tags[noun] == "VB"


def _names_a_thing(syntax: Syntax, anchor: Anchor, noun: int) -> bool:
    """As in "the 2019 law bans it"; not in "the 2019 season ended well", nor where the thing is new with the year."""
    determiner = syntax.lower[anchor.first - 1]
    if determiner not in _THE or syntax.lower[noun] in DATING["yearly"]:
        return False
    if determiner in _ONE and syntax.deps[noun] != "dobj":  # "a 2019 law banned it"
        return False
    verb = syntax.heads[noun]
    return CLASSES_BY_WORD.get(lexicon.verb_lemma(syntax.lower[verb])) != "aspectual"


def _dates_a_beginning(syntax: Syntax, anchor: Anchor, triggers: frozenset[int]) -> bool:
    """As in "the third king since independence in 1962", whatever the parser hangs the year on."""
    named = anchor.first - 2
    if named < 1 or syntax.deps[named] != "pobj" or named in triggers or syntax.tags[named] not in ("NN", "NNS"):
        return False
    return syntax.deps[named + 1] == "prep" and syntax.lower[syntax.heads[named]] == "since"


def _carried(syntax: Syntax, verb: int) -> int | None:
    """The infinitive to which a verb only lends its mood, or a state: "had to withdraw", "was open on Saturday"."""
    if syntax.lower[verb] in VERBS["modal"]:
        return syntax.child(verb, "xcomp")
    if syntax.lower[verb] == "following":  # "won a new term following elections in March"
        return syntax.child(verb, "dobj", "pobj")
    return syntax.child(verb, "acomp") if syntax.lower[verb] in _BE else None
