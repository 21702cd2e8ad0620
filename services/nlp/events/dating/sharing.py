"""Dates that an event has from the one above it in its sentence."""

from services.nlp.annotations import EventDate
from services.nlp.events.dating.ahead import lies_ahead, open_from
from services.nlp.events.dating.apart import is_looked_at, is_only_possible, lies_apart
from services.nlp.events.dating.beside import goes_on, is_told_of_noun
from services.nlp.events.dating.compatible import is_compatible
from services.nlp.events.dating.state import Dating
from services.nlp.events.dating.told_later import told_by_then, told_later
from services.nlp.events.definite import is_definite
from services.nlp.events.quotes import quote_at
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import DATING
from services.nlp.events.tense import verbal

_WHO = frozenset({"who"})
_REACH = 6
"""Steps up the tree at most."""
_CLAUSES = frozenset({"ccomp", "parataxis", "advcl", "conj"})
_BREAKS = frozenset({";", ":"})
_DAYS = frozenset({"day", "part_of_day", "hour", "minute"})
_LATER = frozenset({"later", "subsequently", "afterwards", "eventually"})
_HAPPENED = frozenset({"timex", "duration", "coreference", "narrative"})
"""Evidence that holds for what belongs to an event, too: not that it is told or holds today."""


def from_above(dating: Dating, token: int) -> EventDate | None:
    """The date of the nearest event above, unless something between the two keeps them apart."""
    if is_only_possible(dating.syntax, token):
        return None
    below = token
    for above in dating.syntax.ancestors(token, _REACH):
        if not _together(dating, token, below, above):
            return None
        if above in dating.triggers:
            date = dating.explicit.get(above) or dating.dates.get(above)
            return _shared(dating, token, below, above, date) if date else None
        below = above
    return None


def _together(dating: Dating, token: int, below: int, above: int) -> bool:
    """Whether a step up the tree leads to something of the same time."""
    syntax = dating.syntax
    dep = syntax.deps[below]
    broken = dep in _CLAUSES and _is_broken(syntax, below, above)
    looked_at = syntax.deps[token] != "relcl" and is_looked_at(dating, below, above)
    # "a bus fell on Monday, he said", "in what would be the first strike"
    added = dep == "parataxis" and token == below and token in dating.status.reporting
    own = dep == "conj" and token in dating.status.reporting and above not in dating.status.reporting
    added = added or (own and token == below and syntax.child(token, "nsubj") is not None)  # "a bus fell …, he told us"
    added = added or (dep == "attr" and verbal(syntax, above).modal is not None)
    if added or broken or looked_at or lies_apart(dating, below, above) or _is_quoted(dating, below, above):
        return False
    if dep == "relcl":
        return goes_on(dating, below, above)
    if dep == "conj":
        return _shares_time(dating, token, below, above)
    if dep == "acl" and above not in dating.triggers and is_told_of_noun(dating, below, above):
        return False
    if dep == "pcomp" and token == below and token in dating.status.reporting:
        return False
    return below == token or dep == "pobj" or syntax.tags[below] not in ("VBZ", "VBP")


def _is_quoted(dating: Dating, below: int, above: int) -> bool:
    """Whether the one below stands in a quotation that the one above does not belong to."""
    starts = dating.syntax.starts
    quote = quote_at(dating.syntax.quotes, starts[below])
    return quote is not None and quote != quote_at(dating.syntax.quotes, starts[above])


def _is_broken(syntax: Syntax, below: int, above: int) -> bool:
    """Whether a semicolon or a colon parts two clauses."""
    edge = syntax.lefts[below] - 1 if below > above else syntax.rights[below] + 1
    near = range(max(edge - 1, 0), min(edge + 2, len(syntax)))
    return any(syntax.lower[place] in _BREAKS for place in near)


def _shares_time(dating: Dating, token: int, below: int, above: int) -> bool:
    """Whether a time reaches a coordinated verb.

    "Never" leaves it, and nobody does anything else in the year of his birth; so does a clause with its own subject, if
    a year or a month stands behind the first verb.
    """
    syntax = dating.syntax
    if syntax.lower[above] == "born" or _lasts(dating, token):  # "was born in 1931 and studied law"
        return False
    if any(syntax.lower[child] == "never" for child in syntax.children[below]):
        return False
    if token != below or syntax.child(below, "nsubj", "nsubjpass") is None:
        return True
    anchor = dating.anchors.get(above)
    return anchor is None or anchor.first < above or anchor.timex.granularity in _DAYS


def _lasts(dating: Dating, token: int) -> bool:
    """As in "began in May and lasted nine weeks"."""
    return token in dating.vague and dating.triggers[token].lemma in DATING["lasting"]


def _shared(dating: Dating, token: int, below: int, above: int, date: EventDate) -> EventDate | None:
    """What the date of the event above says of the one below."""
    of_state = dating.triggers[above].part == "adjective" and date.timex is None  # "one dead in crash"
    if of_state or not is_compatible(dating, token, below, above) or _is_of_longer(dating, token, above):
        return None
    later = token in dating.later or dating.syntax.said(token, _LATER, "advmod") is not None
    later = later and token == below and above in dating.explicit
    would = dating.groups[token].modal == "would" and not dating.groups[token].perfect
    if later or (would and date.value):
        return open_from(date) if date.value else None
    if lies_ahead(dating, below, above, date):
        return open_from(date) if dating.syntax.tags[above].startswith("VB") else None
    if not date.value:
        return date if _has_its_bounds(dating, token, below, date) else None
    if above in dating.explicit:
        sides = dating, token, below, above, date
        return told_later(*sides) or told_by_then(*sides) or date
    return date if _is_shared_on(dating, token, date) else None


def _is_of_longer(dating: Dating, noun: int, verb: int) -> bool:
    """As in "the strike entered its ninth day on Friday", "a tribunal upheld that ruling in 2020"."""
    syntax = dating.syntax
    if dating.triggers[noun].part != "noun" or syntax.heads[noun] != verb:
        return False
    if syntax.deps[noun] == "dobj":
        return dating.triggers[verb].lemma in DATING["overruling"] and is_definite(syntax, noun)
    return syntax.deps[noun] == "nsubj" and dating.triggers[verb].lemma in DATING["going_on"]


def _has_its_bounds(dating: Dating, token: int, below: int, date: EventDate) -> bool:
    """Whether a coordinated verb lies between the bounds of the first: "will meet and vote", "raided it and fled"."""
    syntax = dating.syntax
    if token != below or syntax.deps[below] != "conj" or syntax.child(below, "nsubj", "nsubjpass") is not None:
        return False
    return (
        date.method != "duration"
        and (date.earliest is None) != (date.latest is None)
        and syntax.tags[token] == syntax.tags[syntax.heads[token]]
    )


def _says_who(dating: Dating, token: int, dep: str) -> bool:
    """Whether a clause says who or which is meant: "a ship built in Velden", "a clerk, who was convicted"."""
    return dep == "acl" or (dep == "relcl" and dating.syntax.said(token, _WHO) is not None)


def _is_shared_on(dating: Dating, token: int, date: EventDate) -> bool:
    """Whether an inferred date goes on: the day of a report or of what holds only to a participle beside it."""
    dep, tense = dating.syntax.deps[token], dating.groups[token].tense
    if token in dating.status.reporting and tense == "past":
        return False
    if date.method in _HAPPENED:
        return date.granularity != "quarter" and (
            not _says_who(dating, token, dep) or date.method != "narrative" or dating.groups[token].infinitive
        )
    if dating.triggers[token].part == "noun":  # "told a news conference", "said in an interview"
        return date.method == "reference_time" and dating.triggers[token].lemma in DATING["speeches"]
    reported = dep == "xcomp" and dating.syntax.tags[token] == "VBN" and date.method == "reference_time"
    return dep in ("advcl", "xcomp") and tense == "none" and not reported  # "three were reported killed"
