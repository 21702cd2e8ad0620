"""Dates inherited from another mention of the same event: same verb or its nominalisation, a definite noun phrase."""

from msgspec.structs import replace

from services.nlp.annotations import EventDate
from services.nlp.events.dating.leaps import kind_at
from services.nlp.events.dating.state import Dating
from services.nlp.events.definite import is_definite, takes_up
from services.nlp.events.kinds import kind_of_noun
from services.nlp.events.roots import family_of, root_at
from services.nlp.events.subjects import subject_of
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import DATING, HEADS

_STEM = 4
"""Letters that a country and its adjective share: Russia, Russian; Italy, Italian."""
_NAMES = frozenset({"NNP", "NNPS", "JJ"})
_ONE = frozenset({"a", "an", "another"})
_BOTH = 2
"""Names that a picture and the text have in common, at least."""
_INSTEAD = frozenset({("instead", "of"), ("rather", "than")})
"""What was not done is taken up by nothing: "instead of launching it in 2019"."""
_LONG_AGO = 31
"""Days before the report that are not of its news."""
_NEAR = 40
"""Words within which a paragraph takes up what it named."""
_FAR = 12
"""Sentences behind which a text has come to something else."""
_DAYS = frozenset({"part_of_day", "day"})


def remember(dating: Dating) -> None:
    """Note the date of every event that a time expression dates, by its root; the first mention with a value counts."""
    for token, date in sorted(dating.explicit.items(), key=lambda item: (item[1].value is None, item[0])):
        if (
            (date.earliest or date.latest)
            and token not in dating.status.reporting
            and not _is_aside(dating, token, date)
            and dating.syntax.lower[max(token - 2, 0) : token] not in _INSTEAD
        ):
            root = root_at(dating.syntax, dating.triggers[token])
            dating.told.setdefault(root, token)
            dating.told_by_family.setdefault(family_of(root), token)
            if dating.syntax.sentence(token).section.kind == "caption" and date.value:
                dating.pictured.setdefault(family_of(root), token)


def _is_aside(dating: Dating, token: int, date: EventDate) -> bool:
    """Whether a clause says who somebody is by what he did long ago: "the man, who robbed a bank in 2019"."""
    syntax, day = dating.syntax, dating.reference.value
    if syntax.deps[token] != "relcl" or syntax.heads[token] in dating.triggers or syntax.child(token, "dobj") is None:
        return False
    return bool(day and date.latest and (day - date.latest).days > _LONG_AGO)


def from_coreference(dating: Dating, token: int) -> EventDate | None:
    """The date of an earlier or later mention of the event that a definite noun names."""
    trigger = dating.triggers[token]
    if dating.pictured and (date := _of_picture(dating, token)):
        return _inherited(date)
    if trigger.part != "noun" or not takes_up(dating.syntax, token):
        return None
    root = root_at(dating.syntax, dating.triggers[token])
    if _has_undated(dating, token, root):
        return None
    told = dating.told.get(root)
    earlier = dating.told_by_family.get(family_of(root))
    if told is not None and earlier is not None and earlier < token < told:
        told = earlier
    date = dating.explicit[told] if told is not None and _may_be(dating, token, told) else None
    if date is None:
        known = earlier is not None and (_same_actor(dating, token, earlier) or _is_taken_up(dating, token, earlier))
        known = known and earlier is not None and _may_be(dating, token, earlier)
        date = dating.explicit[earlier] if known and earlier is not None else None
    if date is None and dating.opening and _is_plain(dating, token):
        opening = dating.opening.get(family_of(root), dating.opening.get(kind_at(dating, token) or ""))
        date = None if opening is None else dating.dates.get(opening)
    if date is None and _is_the_news(dating, token):
        date = dating.lead
    return _inherited(date) if date and not _is_yet_to_come(dating, token, date) else None


def _has_undated(dating: Dating, noun: int, root: str) -> bool:
    """Whether its sentence tells the same at a time unknown: "rebels killed some, who swore to avenge the killing"."""
    syntax, triggers = dating.syntax, dating.triggers
    for other in range(syntax.sentence(noun).first, noun):
        trigger = triggers.get(other)
        if trigger is None or trigger.part != "verb" or root_at(syntax, trigger) != root:
            continue
        date = dating.explicit.get(other) or dating.dates.get(other)
        if date is None or date.method == "none":
            return dating.finite_past(other)
    return False


def _is_yet_to_come(dating: Dating, noun: int, date: EventDate) -> bool:
    """Whether what was done to it in the past means another one: "has until May to decide … upheld that decision"."""
    verb, reference = dating.syntax.heads[noun], dating.reference.value
    thing = dating.syntax.deps[noun] == "dobj"
    past = thing and verb in dating.triggers and dating.finite_past(verb) and not dating.groups[verb].perfect
    return bool(past and reference and date.latest and date.latest > reference)


def _of_picture(dating: Dating, token: int) -> EventDate | None:
    """The date of a caption that shows what the text tells: by a word of its family and a name that both have."""
    if dating.triggers[token].lemma in DATING["taken"] or token in dating.status.negated:
        return None
    shown = dating.pictured.get(family_of(root_at(dating.syntax, dating.triggers[token])))
    if shown is None or dating.syntax.sentence(token).section.kind == "caption":
        return None
    both = _named_with(dating.syntax, shown) & _named_with(dating.syntax, token)
    if len(both) < _BOTH:
        return None
    dating.shown[token] = shown
    return dating.explicit[shown]


def _named_with(syntax: Syntax, token: int) -> set[str]:
    """The beginnings of the names and of their adjectives in the sentence of a token."""
    sentence = syntax.sentence(token)
    near = range(max(sentence.first, token - _NEAR), min(sentence.end, token + _NEAR))
    names = (place for place in near if syntax.tags[place] in _NAMES)
    names = (place for place in names if syntax.text[syntax.starts[place]].isupper())
    return {syntax.lower[place][:_STEM] for place in names if len(syntax.lower[place]) >= _STEM}


def _may_be(dating: Dating, noun: int, other: int) -> bool:
    """Whether a noun can name what another word told: "the fire" is none of "fires in 2018"."""
    syntax = dating.syntax
    if _is_far(dating, noun, other):
        return False
    if dating.triggers[other].part == "noun":
        if syntax.said(other, HEADS["others"], "amod") is not None:  # "the strike" is not "the last strike, in 2017"
            return False
        if other > noun and syntax.said(other, _ONE, "det") is not None:  # "the fire … a fire there in 2017"
            return False
        same = syntax.tags[noun] == syntax.tags[other] or is_definite(syntax, other)
        return same or dating.explicit[other].granularity in _DAYS
    owner, subject = syntax.child(noun, "poss"), subject_of(syntax, other, passive=True)
    if owner is None or subject is None or kind_at(dating, other) != "die":
        return True
    many = syntax.tags[subject] in ("NNS", "CD")
    return many == (syntax.lower[owner] in ("their", "our") or syntax.tags[owner] == "NNS")


def _is_far(dating: Dating, noun: int, other: int) -> bool:
    """Whether a long text told it elsewhere, and of nothing that has a name in common with this."""
    syntax = dating.syntax
    apart = abs(syntax.sentence_of[noun] - syntax.sentence_of[other])
    return apart > _FAR and _named_with(syntax, noun).isdisjoint(_named_with(syntax, other))


def _is_the_news(dating: Dating, noun: int) -> bool:
    """Whether "the accident" without more is the one of which the article tells."""
    return kind_of_noun(dating.triggers[noun].lemma) in dating.grave and _is_plain(dating, noun, "prep")


def _is_plain(dating: Dating, noun: int, *more: str) -> bool:
    """Whether nothing tells a noun from another of its sort, as in "the previous deal"."""
    return dating.syntax.child(noun, "amod", "compound", "nummod", "poss", *more) is None


def _is_taken_up(dating: Dating, noun: int, earlier: int) -> bool:
    """Whether a paragraph takes up what it named: "the murder of a clerk in July … charged with the killing"."""
    if dating.triggers[earlier].part != "noun" or not 0 < noun - earlier < _NEAR:
        return False
    same = dating.syntax.sentence(noun).section == dating.syntax.sentence(earlier).section
    return same and dating.syntax.child(noun, "poss", "prep", "amod", "compound") is None


def _same_actor(dating: Dating, noun: int, verb: int) -> bool:
    """Whether the noun's owner is who the other mention is about: "Russia entered", "the Russian intervention"."""
    syntax = dating.syntax
    subject = subject_of(syntax, verb, passive=False) if dating.triggers[verb].part == "verb" else None
    if subject is None:
        return False
    name = syntax.lower[subject][:_STEM]
    return len(name) == _STEM and any(syntax.lower[child].startswith(name) for child in syntax.children[noun])


def _inherited(date: EventDate) -> EventDate:
    return replace(date, method="coreference")
