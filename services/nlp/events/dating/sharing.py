"""Dates that an event has from the one above it in its sentence."""

from services.nlp.annotations import EventDate
from services.nlp.events import lexicon
from services.nlp.events.dating.ahead import lies_ahead, open_from
from services.nlp.events.dating.compatible import is_compatible
from services.nlp.events.dating.state import Dating
from services.nlp.events.kinds import CALAMITIES, kind_of_noun
from services.nlp.events.quotes import quote_at
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import DATING

_REACH = 6
"""Steps up the tree at most."""
APART = frozenset({"after", "before", "since", "until", "till", "following"})
"""Words between events that lie one after the other."""
_CLAUSES = frozenset({"ccomp", "parataxis", "advcl", "conj"})
_BREAKS = frozenset({";", ":"})
_DAYS = frozenset({"day", "part_of_day", "hour", "minute"})
_PAST = frozenset({"VBN", "VBD"})
_ONE = frozenset({"a", "an"})
_HOW = CALAMITIES | {"protest", "ceremony", "sport"}
"""Kinds of happenings in which something else is done."""
_HAPPENED = frozenset({"timex", "duration", "coreference", "narrative"})
"""Evidence that holds for what belongs to an event, too: not that it is told or holds today."""


def from_above(dating: Dating, token: int) -> EventDate | None:
    """The date of the nearest event above, unless something between the two keeps them apart."""
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
    if broken or _lies_apart(syntax, below, above) or _is_quoted(dating, below, above):
        return False
    if dep == "relcl":
        return _goes_on(dating, below, above)
    if dep == "conj":
        return _shares_time(dating, token, below, above)
    if (
        dep == "acl"
        and syntax.tags[below] in _PAST
        and above not in dating.triggers
        and _says_who(syntax, below, above)
    ):
        return False
    if dep == "pcomp" and token == below and token in dating.status.reporting:
        return False
    return below == token or syntax.tags[below] not in ("VBZ", "VBP")


def _lies_apart(syntax: Syntax, below: int, above: int) -> bool:
    """Whether a word between the two parts them: "forty days after an election", "voted against a sale"."""
    if syntax.lower[above] in APART or syntax.lower[below] in APART:
        return True
    if syntax.deps[below] == "pobj" and syntax.lower[above] in DATING["aside"]:
        return not (syntax.lower[above] == "in" and _says_how(syntax, below))
    if syntax.lower[above] == "of" and syntax.tags[syntax.heads[above]].startswith("VB"):
        return True
    mark = syntax.child(below, "mark", "prep") if syntax.deps[below] == "advcl" else None
    return mark is not None and syntax.deps[mark] == "mark" and syntax.lower[mark] in APART


def _says_how(syntax: Syntax, noun: int) -> bool:
    """As in "was retaken in a lightning assault", "died in a fire": the noun tells how the verb came about."""
    return syntax.said(noun, _ONE, "det") is not None and kind_of_noun(lexicon.noun_lemma(syntax.lower[noun])) in _HOW


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


def _goes_on(dating: Dating, verb: int, noun: int) -> bool:
    """Whether a relative clause goes on with the story: after a comma, or of an event; others tell what was before."""
    syntax = dating.syntax
    if syntax.tags[verb] not in ("VBD", "VBN") or verb in dating.status.negated:
        return False
    if _says_who(syntax, verb, noun):
        return False
    named = noun if syntax.deps[noun] != "pobj" else syntax.heads[syntax.heads[noun]]
    if any(token in dating.triggers and dating.triggers[token].part == "noun" for token in (noun, named)):
        return True
    return not is_restrictive(syntax, verb)


def _says_who(syntax: Syntax, clause: int, noun: int) -> bool:
    """Whether a clause between a subject and its verb says who that is: "the guard, who had a gun, died on Friday"."""
    if syntax.deps[noun] == "conj":
        noun = syntax.heads[noun]
    return syntax.deps[noun] in ("nsubj", "nsubjpass") and clause < syntax.heads[noun]


def is_restrictive(syntax: Syntax, verb: int) -> bool:
    """Whether a relative clause says which one is meant: no comma opens it."""
    first = syntax.lefts[verb]
    return "," not in syntax.lower[max(first - 1, 0) : first + 1]


def _shares_time(dating: Dating, token: int, below: int, above: int) -> bool:
    """Whether a time reaches a coordinated verb.

    "Never" leaves it; so does a clause with its own subject, if a year or a month stands behind the first verb.
    """
    syntax = dating.syntax
    if _lasts(dating, token) or any(syntax.lower[child] == "never" for child in syntax.children[below]):
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
    if not is_compatible(dating, token, below, above):
        return None
    if dating.groups[token].modal == "would" and not dating.groups[token].perfect and date.value:
        return open_from(date)
    if lies_ahead(dating, below, above, date):
        return open_from(date) if dating.syntax.tags[above].startswith("VB") else None
    if not date.value and _has_its_bounds(dating, token, below, date):
        return date
    if not date.value or (above not in dating.explicit and not _is_shared_on(dating, token, date)):
        return None
    return date


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


def _is_shared_on(dating: Dating, token: int, date: EventDate) -> bool:
    """Whether an inferred date goes on: the day of a report or of what holds only to a participle beside it."""
    dep, tense = dating.syntax.deps[token], dating.groups[token].tense
    if token in dating.status.reporting and tense == "past":
        return False
    if date.method in _HAPPENED:
        return date.granularity != "quarter" and (
            dep != "acl" or date.method != "narrative" or dating.groups[token].infinitive
        )
    if dating.triggers[token].part == "noun":  # "told a news conference", "said in an interview"
        return date.method == "reference_time" and dating.triggers[token].lemma in DATING["speeches"]
    return dep in ("advcl", "xcomp") and tense == "none"
