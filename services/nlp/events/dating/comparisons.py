"""Times that belong to what is compared or ranked and not to an event: "from 70 cents a year earlier"."""

from services.nlp.events.dating.anchors import Anchor
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import DATING

_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "only", "worst", "best"})
_COMPARED = frozenset({"from", "with", "versus", "against"})
_EARLIER = frozenset({"earlier", "ago", "before"})
_PLAIN = frozenset({"NN", "NNS", "JJ"})
_MAX_FIGURE = 12
"""Words before a time in which a figure or a superlative is looked for that it belongs to."""
_OWNERS = frozenset({"DT", "PRP$", "POS"})
_LONG = frozenset({"year", "season", "decade", "century"})
_BREAKS = frozenset({",", ";", ":", "-", "–"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_VERBS = _FINITE | {"VB", "VBG", "VBN"}
_AS = frozenset({"as", "than"})
_IN = frozenset({"in", "during", "on", "at"})


def belongs_to_figures(syntax: Syntax, anchor: Anchor) -> bool:
    """Whether a time says what a figure is compared with, or since when something is the first or the most."""
    return (
        _is_compared(syntax, anchor)
        or _is_likened(syntax, anchor)
        or _ranks(syntax, anchor)
        or _ranks_since(syntax, anchor)
    )


def _is_likened(syntax: Syntax, anchor: Anchor) -> bool:
    """As in "twice as much as in the previous decade", "more than in 2019"."""
    before = anchor.first - 1
    return before > 0 and syntax.lower[before] in _IN and syntax.lower[before - 1] in _AS


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
    is_long = syntax.lower[anchor.first] == "this" and anchor.timex.granularity in _LONG
    return is_long and _is_ranked(syntax, anchor.first, _VERBS)


def _ranks_since(syntax: Syntax, anchor: Anchor) -> bool:
    """As in "for the first time since 2019", "the first team to reach it since 2011"."""
    return anchor.signal == "since" and _is_ranked(syntax, anchor.first, _FINITE)


def _is_ranked(syntax: Syntax, place: int, verbs: frozenset[str]) -> bool:
    """Whether a superlative or a rank stands before, in the same clause: a verb with one of the tags opens another."""
    for before in range(place - 1, max(place - _MAX_FIGURE, -1), -1):
        if syntax.tags[before] == "JJS" or (syntax.lower[before] in _RANKS and syntax.tags[before - 1] in _OWNERS):
            return True
        if syntax.tags[before] in verbs or syntax.lower[before] in _BREAKS:
            return False
    return False


def is_superlative(syntax: Syntax, noun: int) -> bool:
    """As in "the biggest fall since 2019", which says nothing of when it fell."""
    return syntax.tags[noun].startswith("NN") and any(
        syntax.tags[child] == "JJS" or syntax.lower[child] in _RANKS for child in syntax.children[noun]
    )
