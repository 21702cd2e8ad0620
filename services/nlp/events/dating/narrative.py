"""Dates that the narrative carries: the time that a paragraph named last, and the day of the lead."""

from msgspec.structs import replace

from services.nlp.annotations import EventDate
from services.nlp.events import lexicon
from services.nlp.events.dating.bounds import from_bound
from services.nlp.events.dating.leaps import is_calamity, leaps
from services.nlp.events.dating.positions import answers, takes_position
from services.nlp.events.dating.scenes import scene_of
from services.nlp.events.dating.state import Dating
from services.nlp.events.dating.story import (
    CARRIED,
    DAYS,
    NEWS,
    Running,
    is_before_news,
    is_told,
    tells_when,
    whole_day,
)
from services.nlp.events.kinds import kind_of_verb
from services.nlp.events.quotes import quote_at
from services.nlp.events.tables import DATING
from services.nlp.events.tense import verbal

_NEXT = frozenset({"week", "weekend", "month", "season", "year"})
"""Longer times hold for the next sentence only, and only if it plainly goes on with the same."""
_SENTENCE = 60
"""Words of a sentence before a verb that are looked at."""
_PRONOUNS = frozenset({"he", "she", "it", "they", "this"})


def from_running_date(dating: Dating, token: int) -> EventDate | None:
    """A main clause in the simple past goes on from the time that its paragraph named last, else from the lead's day.

    A subordinate clause may leap, and so may words in quotation marks; what did not happen has no day.
    """
    group = dating.groups[token]
    if dating.triggers[token].part != "verb" or group.tense != "past" or group.perfect:
        return None
    if token in dating.status.negated or not _is_main(dating, token) or leaps(dating, token):
        return None
    date = _of_its_kind(dating, token) or (None if _was_before_said(dating, token) else _carried(dating, token))
    if date is None:
        return None
    bound = from_bound(dating, token)
    if bound is not None and not _agree(date, bound):
        return bound
    written = _of_document(dating, token)
    if written is not None:
        return written if written.value else None
    return replace(whole_day(_later(date, _of_subject(dating, token))), method="narrative")


def _was_before_said(dating: Dating, token: int) -> bool:
    """Whether the day reached is only that on which somebody told of it: "officials said on Monday … two were shot"."""
    running = dating.running
    here = running is not None and running.section == dating.syntax.sentence(token).section.start
    if not (running.said if running is not None and here else dating.lead_is_said):
        return False
    if dating.lead_is_later and not here and token not in dating.status.reporting:
        return True
    return kind_of_verb(dating.triggers[token].lemma) in DATING["before_said"]


def _of_its_kind(dating: Dating, token: int) -> EventDate | None:
    """The quarter of results, or the day of the scene that the paragraph has set."""
    if dating.quarter and _gives_results(dating, token):
        return dating.quarter
    running, number = dating.running, dating.syntax.sentence_of[token]
    return scene_of(dating, number, running.sentence if running else -1) if dating.scenes else None


def _gives_results(dating: Dating, token: int) -> bool:
    """As in "sales of vans dropped 9%" in a report of a quarter's results."""
    if kind_of_verb(dating.triggers[token].lemma) != "market":
        return False
    subject = dating.syntax.child(token, "nsubj")
    return subject is not None and lexicon.noun_lemma(dating.syntax.lower[subject]) in DATING["results"]


def _agree(date: EventDate, bound: EventDate) -> bool:
    """Whether a date lies on the side that a bound leaves."""
    if bound.earliest and date.latest and date.latest < bound.earliest:
        return False
    return not (bound.latest and date.earliest and date.earliest > bound.latest)


def _of_subject(dating: Dating, token: int) -> EventDate | None:
    """The day of what the subject did: "divers who reached the wreck on Tuesday found the doors open"."""
    subject = dating.syntax.child(token, "nsubj")
    clause = None if subject is None else dating.syntax.child(subject, "relcl")
    date = None if clause is None else dating.explicit.get(clause)
    return date if date and date.granularity in DAYS else None


def _of_document(dating: Dating, token: int) -> EventDate | None:
    """What something published earlier says is of that day: "a report published in May called for a ban"."""
    subject = dating.syntax.child(token, "nsubj")
    if subject is None or dating.syntax.lower[subject] not in DATING["documents"]:
        return None
    clause = dating.syntax.child(subject, "acl", "relcl")
    return None if clause is None else dating.explicit.get(clause) or dating.dates.get(clause)


def _later(date: EventDate, other: EventDate | None) -> EventDate:
    """The later of two days."""
    return other if other and other.earliest and date.latest and other.earliest > date.latest else date


def _is_main(dating: Dating, token: int) -> bool:
    """Whether a verb heads its sentence, or is coordinated with one that does and has no time of its own."""
    syntax = dating.syntax
    first = token
    for above in (token, *syntax.ancestors(token)):
        if syntax.deps[first] != "conj":
            break
        first = above
    if syntax.deps[first] != "ROOT" and not _is_told_behind(dating, first):
        return False
    return first == token or not (first in dating.explicit or _is_bounded(dating, first) or _has_leapt(dating, first))


def _is_told_behind(dating: Dating, verb: int) -> bool:
    """Whether the parser hangs what is told on what stands behind: "two were hurt, police said"."""
    syntax, above = dating.syntax, dating.syntax.heads[verb]
    if syntax.deps[verb] != "ccomp" or above < verb or syntax.deps[above] != "ROOT":
        return False
    if verbal(syntax, verb).progressive or syntax.child(verb, "mark") is not None:
        return False
    if ";" in syntax.lower[syntax.rights[verb] + 1 : syntax.rights[verb] + 3]:
        return True
    return above in dating.status.reporting and quote_at(syntax.quotes, syntax.starts[verb]) is None


def _has_leapt(dating: Dating, verb: int) -> bool:
    """Whether the verb that another one goes on from is at a time of its own, if it is an event."""
    return verb in dating.triggers and leaps(dating, verb)


def _is_bounded(dating: Dating, token: int) -> bool:
    """Whether a time says of an event when it began or ended."""
    date = dating.dates.get(token)
    return date is not None and date.value is None and date.method in ("timex", "duration")


def _carried(dating: Dating, token: int) -> EventDate | None:
    here, running, lead = dating.syntax.sentence(token), dating.running, dating.lead
    next_one = running is not None and here.number - running.sentence <= 1
    if running and running.section == here.section.start:
        if running.birth or (is_before_news(running, lead) and takes_position(dating, token)):
            return None
        unit = running.date.granularity
        longer = unit in _NEXT and next_one and _goes_on(dating, token, running)
        return running.date if unit in CARRIED or longer else None
    if lead:
        if _is_away(dating, token, lead):
            return None
        if dating.away_in == here.section.start or answers(dating, token) or _has_moved_on(running, lead):
            return None
        return None if dating.looks_back or (is_calamity(dating, token) and not dating.grave) else lead
    return running.date if running and next_one and running.date.granularity in CARRIED else None


def _is_away(dating: Dating, token: int, lead: EventDate) -> bool:
    """Whether its sentence has told of long before the news: "four were tried in 1979; all were acquitted"."""
    syntax, day = dating.syntax, lead.earliest
    if day is None or syntax.sentence_of[token] not in dating.timed:
        return False
    for other in range(max(syntax.sentence(token).first, token - _SENTENCE), token):
        date = dating.explicit.get(other)
        if date and date.latest and (day - date.latest).days > NEWS and tells_when(dating, other):
            return is_told(syntax, other)
    return False


def _has_moved_on(running: Running | None, lead: EventDate) -> bool:
    """Whether the story has come to a later day of its news, so that what follows may be of either."""
    day = running.date.earliest if running else None
    return bool(day and lead.latest and day > lead.latest)


def _goes_on(dating: Dating, token: int, running: Running) -> bool:
    """Whether a sentence goes on with the time or the same people: one that comments has a clause as its subject."""
    subject = dating.syntax.child(token, "nsubj", "nsubjpass")
    if subject is None or dating.syntax.sentence_of[token] in dating.timed:
        return False
    return running.heads or (dating.syntax.lower[subject] in _PRONOUNS and not running.kin)
