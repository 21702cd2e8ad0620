"""Which time expression governs which trigger: the path from the one to the other in the dependency tree."""

from bisect import bisect_left

from msgspec import Struct

from services.nlp.annotations import Timex
from services.nlp.events import lexicon
from services.nlp.events.dating.interval import BOUNDS
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import CLASSES_BY_WORD, DATING

_COMPARING = frozenset({"from", "than", "with", "to", "versus", "against"})
_RANKS = frozenset({"first", "second", "third", "only", "worst", "best"})
_COMPARED = frozenset({"from", "with", "versus", "against"})
_EARLIER = frozenset({"earlier", "ago", "before"})
_PLAIN = frozenset({"NN", "NNS", "JJ"})
_MAX_FIGURE = 12
"""Words before a time in which a figure or a superlative is looked for that it belongs to."""
_OWNERS = frozenset({"DT", "PRP$", "POS"})
_LONG = frozenset({"year", "season", "decade", "century"})
_BREAKS = frozenset({",", ";", ":", "-", "–"})
_CLAUSES = frozenset({"advcl", "conj", "parataxis"})
_TOPICS = frozenset({"on", "about", "over"})
"""Prepositions that lead from an event noun to what it is about."""
_MAX_TOKENS = 24
"""Tokens of one time expression that are looked at."""
_BESIDE = frozenset({"poss", "compound", "nmod", "amod", "nummod"})
"""Relations of a time to the noun that it dates: "Friday's vote", "the 2011 protests"."""


class Anchor(Struct, frozen=True):
    """A time expression in the tree: its tokens, its head, the preposition that governs it, and a range's other end."""

    timex: Timex
    first: int
    last: int
    head: int
    signal: str | None
    end: Timex | None = None


def find_anchors(syntax: Syntax, timexes: tuple[Timex, ...]) -> list[Anchor]:
    """Each time expression's place in the tree, in the order of the text."""
    anchors = []
    for timex in sorted(timexes, key=lambda timex: (timex.start, timex.end)):
        tokens = _tokens(syntax, timex)
        if tokens:
            head = next((token for token in tokens if syntax.heads[token] not in tokens), tokens[-1])
            anchors.append(Anchor(timex, tokens[0], tokens[-1], head, _signal(syntax, head, tokens)))
    return anchors


def _tokens(syntax: Syntax, timex: Timex) -> range:
    """The tokens of a time expression, the first of them where it is very long."""
    first = bisect_left(syntax.ends, timex.start + 1)
    return range(first, min(first + _MAX_TOKENS, bisect_left(syntax.starts, timex.end)))


def _signal(syntax: Syntax, head: int, tokens: range) -> str | None:
    """The preposition or conjunction that says how the event lies to the time.

    Of a time beside a noun it is the noun's and says nothing of the time: "after Friday's vote".
    """
    if syntax.deps[head] in _BESIDE and syntax.heads[head] > head and syntax.tags[syntax.heads[head]].startswith("NN"):
        return None
    before = tokens[0] - 1
    for token in (tokens[0], syntax.heads[head], before):
        if token >= 0 and syntax.lower[token] in BOUNDS and abs(token - tokens[0]) <= 3:  # noqa: PLR2004  # near the expression
            return syntax.lower[token]
    return None


def governed(syntax: Syntax, anchor: Anchor, triggers: frozenset[int]) -> int | None:
    """The nearest trigger above a time expression; None where the expression belongs to something that is no event."""
    token = anchor.head
    if _is_measure(syntax, anchor) or _is_compared(syntax, anchor) or _ranks(syntax, anchor):
        return None
    for above in syntax.ancestors(anchor.head):
        if above in triggers:
            return None if anchor.signal == "since" and _is_superlative(syntax, above) else above
        if syntax.lower[above] == "than" or (above != token and _describes(syntax, anchor, above)):
            return None
        if _has_clause(syntax, anchor, above):
            return None
        token = above
    return None


def _has_clause(syntax: Syntax, anchor: Anchor, above: int) -> bool:
    """Whether a verb that is no trigger keeps the time: "it was flat in May, he said"."""
    if not syntax.tags[above].startswith("VB"):
        return False
    dep = syntax.deps[above]
    if dep == "ccomp":
        return (
            syntax.heads[above] > above
            or CLASSES_BY_WORD.get(lexicon.verb_lemma(syntax.lower[syntax.heads[above]])) == "reporting"
        )
    return dep in _CLAUSES or (dep == "acl" and anchor.signal == "since")


def _is_compared(syntax: Syntax, anchor: Anchor) -> bool:
    """As in "from $479 million, or 70 cents a share, a year earlier": the time of the figure that is compared with."""
    figures, number = DATING["figures"], False
    earlier = syntax.lower[anchor.last] in _EARLIER
    first = anchor.first - (syntax.lower[anchor.first - 1] == "in")
    for place in range(first - 1, max(first - _MAX_FIGURE, -1), -1):
        word = syntax.lower[place]
        if word in _COMPARED:
            return number and (earlier or word == "from" or syntax.lower[place - 1] == "compared")
        if syntax.tags[place] == "CD":
            number = True
        elif word not in figures and not (earlier and syntax.tags[place] in _PLAIN):
            return False
    return False


def _ranks(syntax: Syntax, anchor: Anchor) -> bool:
    """As in "the biggest deal in the industry this year": the time in which it is the biggest."""
    if syntax.lower[anchor.first] != "this" or anchor.timex.granularity not in _LONG:
        return False
    for place in range(anchor.first - 1, max(anchor.first - _MAX_FIGURE, -1), -1):
        if syntax.tags[place] == "JJS" or (syntax.lower[place] in _RANKS and syntax.tags[place - 1] in _OWNERS):
            return True
        if syntax.tags[place].startswith("VB") or syntax.lower[place] in _BREAKS:
            return False
    return False


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


def _is_superlative(syntax: Syntax, noun: int) -> bool:
    """As in "the biggest fall since 2019", which says nothing of when it fell."""
    return syntax.tags[noun].startswith("NN") and any(
        syntax.tags[child] == "JJS" or syntax.lower[child] in _RANKS for child in syntax.children[noun]
    )


def tokens_of(syntax: Syntax, timexes: tuple[Timex, ...]) -> frozenset[int]:
    """Every token that belongs to a time expression."""
    found: set[int] = set()
    for timex in timexes:
        found.update(_tokens(syntax, timex))
    return frozenset(found)
