"""Dates that the narrative carries: the time that a paragraph named last, and the day of the lead."""

from msgspec import Struct
from msgspec.structs import replace

from services.nlp.annotations import EventDate
from services.nlp.events import lexicon
from services.nlp.events.dating.state import Dating
from services.nlp.events.quotes import quote_at

_HOURS = frozenset({"part_of_day", "hour", "minute", "second"})
_DAYS = _HOURS | {"day"}
_CARRIED = _DAYS | {"quarter"}
"""A paragraph goes on from a day, results go on from their quarter."""
_NEXT = frozenset({"week", "weekend", "month", "season", "year"})
"""Longer times hold for the next sentence only, and only if it plainly goes on with the same."""
_PRONOUNS = frozenset({"he", "she", "it", "they", "this"})
_NEWS = 14
"""Days before the reference time within which a lead's day is the day of the news."""


class Running(Struct, frozen=True):
    """A date of the past that the story named, and where."""

    date: EventDate
    section: int
    sentence: int
    quote: int | None
    heads: bool
    """Whether it stands before its verb, as what a passage is about: "In 1971 …"."""


def from_running_date(dating: Dating, token: int) -> EventDate | None:
    """A main clause in the simple past goes on from the time that its paragraph named last, else from the lead's day.

    A subordinate clause may leap, and so may words in quotation marks; what did not happen has no day.
    """
    group = dating.groups[token]
    if dating.triggers[token].part != "verb" or group.tense != "past" or group.perfect:
        return None
    if token in dating.status.negated or not _is_main(dating, token) or _leaps(dating, token):
        return None
    date = _carried(dating, token)
    return replace(whole_day(date), method="narrative") if date else None


def whole_day(date: EventDate) -> EventDate:
    """A date without its time of day: the day goes on, the hour does not."""
    if date.granularity not in _HOURS or not date.value:
        return date
    return replace(date, value=date.value.partition("T")[0], granularity="day")


def _is_main(dating: Dating, token: int) -> bool:
    """Whether a verb heads its sentence, or is coordinated with one that does and has no time of its own."""
    syntax = dating.syntax
    first = token
    for above in (token, *syntax.ancestors(token)):
        if syntax.deps[first] != "conj":
            break
        first = above
    return syntax.deps[first] == "ROOT" and (first == token or first not in dating.explicit)


def _leaps(dating: Dating, token: int) -> bool:
    """Whether something says that the event lies at another time."""
    syntax = dating.syntax
    quote = quote_at(dating.quotes, syntax.starts[token])
    if (
        token in dating.leaps
        or _goes_beyond(dating, token)
        or quote not in (None, dating.running and dating.running.quote)
    ):
        return True
    elsewhere = lexicon.table("dating")["elsewhere"]
    return any(syntax.lower[child] in elsewhere for child in syntax.children[token])


def _goes_beyond(dating: Dating, token: int) -> bool:
    """Whether an event takes longer than the time that the story has reached: "lasted five months"."""
    anchor = dating.anchors.get(token)
    return anchor is not None and anchor.timex.type == "DURATION" and not anchor.timex.value.startswith("PT")


def _carried(dating: Dating, token: int) -> EventDate | None:
    here, running, lead = dating.syntax.sentence(token), dating.running, dating.lead
    next_one = running is not None and here.number - running.sentence <= 1
    if running and running.section == here.section.start:
        unit = running.date.granularity
        longer = unit in _NEXT and next_one and _goes_on(dating, token, running)
        return running.date if unit in _CARRIED or longer else None
    if lead:
        return lead
    return running.date if running and next_one and running.date.granularity in _CARRIED else None


def _goes_on(dating: Dating, token: int, running: Running) -> bool:
    """Whether a sentence goes on with the time or the same people: one that comments has a clause as its subject."""
    subject = dating.syntax.child(token, "nsubj", "nsubjpass")
    return subject is not None and (running.heads or dating.syntax.lower[subject] in _PRONOUNS)


def advance(dating: Dating, tokens: list[int]) -> None:
    """After a sentence: remember its last past date as the running one, and the day of its reports."""
    for token in tokens:
        date, group = dating.explicit.get(token), dating.groups[token]
        if date is None or group.tense != "past" or group.perfect:
            continue
        if date.granularity not in _CARRIED and not (date.value and dating.syntax.deps[token] in ("ROOT", "conj")):
            continue
        sentence = dating.syntax.sentence(token)
        passive = dating.syntax.child(token, "nsubjpass", "auxpass") is not None
        if token in dating.status.reporting and date.granularity == "day" and not passive:
            dating.reported, dating.reported_in = date, sentence.number
        anchor, quote = dating.anchors.get(token), quote_at(dating.quotes, dating.syntax.starts[token])
        heads = anchor is not None and anchor.first < token
        dating.running = Running(date, sentence.section.start, sentence.number, quote, heads)
        if dating.lead is None and _is_news(dating, date):
            dating.lead = whole_day(date)


def _is_news(dating: Dating, date: EventDate) -> bool:
    """Whether a day lies so near the reference time that it is the day of the news."""
    day = dating.reference.value
    return (
        day is not None
        and date.earliest is not None
        and date.granularity in _DAYS
        and 0 <= (day - date.earliest).days <= _NEWS
    )
