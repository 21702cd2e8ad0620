"""How a story moves on: the time that it named last, the day of its news, whether it looks back."""

from msgspec import Struct
from msgspec.structs import replace

from services.nlp.annotations import EventDate
from services.nlp.events.dating.apart import APART
from services.nlp.events.dating.leaps import is_calamity, kind_at
from services.nlp.events.dating.state import Dating
from services.nlp.events.quotes import quote_at
from services.nlp.events.syntax import Syntax

_HOURS = frozenset({"part_of_day", "hour", "minute", "second"})
DAYS = _HOURS | {"day"}
CARRIED = DAYS | {"quarter"}
"""A paragraph goes on from a day, results go on from their quarter."""
NEWS = 14
"""Days before the reference time within which a lead's day is the day of the news."""
_BESIDE = frozenset({"relcl", "acl"})
_SINCE = frozenset({"since"})
_STEPS = 4
"""Clauses within clauses that are looked through."""
_TOLD = frozenset({"ROOT", "advcl", "conj"})
"""Relations of a verb that tells what happened."""
_SAME_STORY = 3 * 365
"""Days back at most that are still of the story that the news goes on with."""


class Running(Struct, frozen=True, gc=False):
    """A date of the past that the story named, and where."""

    date: EventDate
    section: int
    sentence: int
    quote: int | None
    heads: bool
    """Whether it stands before its verb, as what a passage is about: "In 1971 …"."""
    kin: bool
    """Whether it is told of somebody's kin, so that "she" is not who it was: "her father died in 1971"."""
    said: bool = False
    """Whether it is only the day on which somebody said something."""
    birth: bool = False
    """Whether somebody was born then, so that what he did was not of that time."""


def whole_day(date: EventDate) -> EventDate:
    """A date without its time of day: the day goes on, the hour does not."""
    if date.granularity not in _HOURS or not date.value:
        return date
    return replace(date, value=date.value.partition("T")[0], granularity="day")


def advance(dating: Dating, tokens: list[int]) -> None:
    """After a sentence: remember its last past date as the running one, and the day of its reports.

    Somebody who is quoted brings a story that looked back to its own day again.
    """
    for token in tokens:
        date, group = _own(dating, token), dating.groups[token]
        if dating.dates[token].method == "reference_time" and group.tense == "past":
            dating.looks_back, dating.spoken_in = False, dating.syntax.sentence_of[token]
        if date and dating.triggers[token].part == "noun" and tells_when(dating, token):
            _turn(dating, token, date)
        if date is None or group.tense != "past" or group.perfect or _compares(dating, token):
            continue
        _turn(dating, token, date)
        if date.granularity == "quarter":
            dating.quarter = date
        dating.told_in = dating.syntax.sentence(token).section.start
        if date.granularity not in CARRIED and not (date.value and dating.syntax.deps[token] in ("ROOT", "conj")):
            continue
        if not _only_reports(dating, token, date):
            _move_on(dating, token, date)
    if dating.lead and not dating.grave and any(_tells_of_another(dating, token) for token in tokens):
        dating.away_in = dating.syntax.sentence(tokens[0]).section.start
    dating.grave.update(kind_at(dating, token) for token in tokens if _is_grave_news(dating, token))


def _only_reports(dating: Dating, token: int, date: EventDate) -> bool:
    """Note the day of a report; whether it says nothing of the day that the story has reached."""
    if token not in dating.status.reporting:
        return False
    if date.granularity == "day" and dating.syntax.child(token, "nsubjpass", "auxpass") is None:
        dating.reported, dating.reported_in = date, dating.syntax.sentence_of[token]
    if _tells_of_long_ago(dating, token, date):
        dating.running = None
        return True
    return _is_later(date, dating.lead)


def _move_on(dating: Dating, token: int, date: EventDate) -> None:
    """Take a date for the one that the story has reached, the first day of the news for that of its lead."""
    sentence = dating.syntax.sentence(token)
    anchor, quote = dating.anchors.get(token), quote_at(dating.syntax.quotes, dating.syntax.starts[token])
    heads = anchor is not None and anchor.first < token
    said, kin = token in dating.status.reporting, _is_of_kin(dating, token)
    birth = dating.syntax.lower[token] == "born"
    dating.running = Running(date, sentence.section.start, sentence.number, quote, heads, kin, said, birth)
    if dating.lead_is_said and not said and is_before_news(dating.running, dating.lead):
        dating.lead_is_later = True
    if dating.lead is None and is_news(dating, date):
        dating.lead, dating.lead_is_said = whole_day(date), said


def _is_later(date: EventDate, lead: EventDate | None) -> bool:
    """Whether it was said on the day after the news, which is still what the story tells of."""
    return bool(lead and lead.latest and date.earliest and (date.earliest - lead.latest).days == 1)


def _own(dating: Dating, token: int) -> EventDate | None:
    """The date that a time gives a verb: also by its subject, and by what it begins, "began digging on Tuesday"."""
    date = dating.explicit.get(token) or _of_calamity(dating, token) or dating.of_beginning(token)
    if date is None and dating.syntax.deps[token] == "advcl" and dating.dates[token].method == "timex":
        date = dating.dates[token]
    return date


def _of_calamity(dating: Dating, token: int) -> EventDate | None:
    """The day of a verb whose subject has it: "a blast on Sunday flattened the mill"."""
    subject = dating.syntax.child(token, "nsubj") if dating.syntax.deps[token] == "ROOT" else None
    return dating.explicit.get(subject) if subject in dating.triggers and is_calamity(dating, subject) else None


def _tells_of_long_ago(dating: Dating, token: int, said: EventDate) -> bool:
    """As in "reported on Sunday that the mill was sold in 2022": the story goes on with the sale."""
    clause = dating.syntax.child(token, "ccomp")
    told = None if clause is None else dating.explicit.get(clause)
    return bool(told and told.latest and said.earliest and (said.earliest - told.latest).days > NEWS)


def _is_of_kin(dating: Dating, token: int) -> bool:
    """As in "her father"."""
    subject = dating.syntax.child(token, "nsubj", "nsubjpass")
    owner = None if subject is None else dating.syntax.child(subject, "poss")
    return owner is not None and dating.syntax.tags[owner] == "PRP$"


def _is_grave_news(dating: Dating, token: int) -> bool:
    """Whether a calamity happened on the day of the lead, so that its victims may be of that day, too."""
    date, lead = dating.dates[token], dating.lead
    if lead is None or date.earliest != lead.earliest or date.method == "narrative":
        return False
    return is_calamity(dating, token)


def _tells_of_another(dating: Dating, token: int) -> bool:
    """Whether a passage turns to a calamity that is not the news: "charged on Friday … the fire broke out at sea"."""
    syntax, dep = dating.syntax, dating.syntax.deps[token]
    if not is_calamity(dating, token) or token in dating.status.negated or token in dating.explicit:
        return False
    verb = token if dating.triggers[token].part == "verb" else syntax.heads[token]
    if verb not in dating.triggers or (verb != token and dep not in ("nsubj", "nsubjpass")):
        return False
    told = dating.groups[verb].tense == "past" and not dating.groups[verb].perfect
    return told and syntax.deps[verb] in _TOLD and quote_at(syntax.quotes, syntax.starts[verb]) is None


def _compares(dating: Dating, token: int) -> bool:
    """As in "a year earlier it earned", "the worst since the truce began on Friday": no story goes on from there."""
    if dating.syntax.said(token, _SINCE, "mark") is not None:
        return True
    anchor = dating.anchors.get(token)
    if anchor is None or anchor.timex.granularity != "quarter":
        return False
    return "year" in dating.syntax.lower[anchor.first : anchor.last + 1]


def _turn(dating: Dating, token: int, date: EventDate) -> None:
    """Note whether the story has turned to what was before its news, or back; a clause beside a noun does neither.

    One glance at what was long ago ("the dam was built in 1961") does not turn it; an earlier chapter of the same does.
    """
    if date.granularity == "quarter" or not is_told(dating.syntax, token) or _is_figure(dating, token, date):
        return
    lead, last = dating.lead.earliest if dating.lead else None, date.latest or date.earliest
    if lead is None or last is None:
        return
    away, sentence = (lead - last).days, dating.syntax.sentence_of[token]
    dating.away_in = dating.syntax.sentence(token).section.start if away > NEWS else -1
    if away <= NEWS:
        dating.looks_back, dating.glanced_in = False, None
    else:
        dating.looks_back = away < _SAME_STORY or dating.glanced_in not in (None, sentence)
        dating.glanced_in = sentence


def _is_figure(dating: Dating, token: int, date: EventDate) -> bool:
    """As in "prices rose 3% in April": statistics of the last months are of the news."""
    return date.granularity == "month" and kind_at(dating, token) == "market"


def tells_when(dating: Dating, token: int) -> bool:
    """Whether an event says when a sentence is: a verb, or the noun that opens it, "after the vote of March 2024"."""
    if dating.triggers[token].part == "verb":
        return True
    syntax, opener = dating.syntax, dating.syntax.heads[token]
    opens = opener == syntax.sentence(token).first and syntax.deps[token] == "pobj"
    return opens and syntax.lower[opener] in APART


def is_told(syntax: Syntax, token: int) -> bool:
    """Whether a verb tells what happened, and not who or which is meant: no clause beside a noun, or within one."""
    if syntax.deps[token] in _BESIDE:
        return False
    for above in syntax.ancestors(token, _STEPS):
        if syntax.deps[above] in _BESIDE and syntax.tags[above].startswith("VB"):
            return False
    return True


def is_before_news(running: Running, lead: EventDate | None) -> bool:
    """Whether the story told last of what was before the day of its news."""
    return bool(lead and lead.earliest and running.date.latest and running.date.latest < lead.earliest)


def is_news(dating: Dating, date: EventDate) -> bool:
    """Whether a day lies so near the reference time that it is the day of the news."""
    day = dating.reference.value
    return (
        day is not None
        and date.earliest is not None
        and date.granularity in DAYS
        and 0 <= (day - date.earliest).days <= NEWS
    )
