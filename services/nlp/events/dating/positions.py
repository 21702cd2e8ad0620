"""The day on which somebody took a position: news of the day of the report, where the story has reached no other."""

from functools import cache

from services.nlp.annotations import EventDate
from services.nlp.events.dating.interval import on
from services.nlp.events.dating.leaps import is_told_aside
from services.nlp.events.dating.state import Dating
from services.nlp.events.dating.story import is_before_news, is_news
from services.nlp.events.quotes import quote_at
from services.nlp.events.tables import DATING

_WHEN = frozenset({"when"})


def from_position(dating: Dating, token: int) -> EventDate | None:
    """Taking a position is news of the day of the report: "praised the vote", "called for an inquiry"."""
    trigger, group = dating.triggers[token], dating.groups[token]
    if trigger.part != "verb" or not takes_position(dating, token):
        return None
    if _is_elsewhere(dating, token):
        return None
    passive = dating.syntax.child(token, "nsubjpass", "auxpass") is not None
    if (
        group.tense != "past"
        or group.perfect
        or passive
        or token in dating.status.negated
        or is_told_aside(dating, token)
    ):
        return None
    return on(dating.reference, "reference_time")


def _is_elsewhere(dating: Dating, token: int) -> bool:
    """Whether somebody is quoted, or goes on from another day: "applied last month, but the court rejected it"."""
    syntax, head = dating.syntax, dating.syntax.heads[token]
    quoted = quote_at(syntax.quotes, syntax.starts[token]) is not None
    if quoted or syntax.sentence(token).section.start in dating.entries:
        return True
    if syntax.deps[token] == "conj" and head in dating.explicit:
        return True
    return _is_of_long_ago(dating, token) or _is_told_with(dating, token)


def _is_of_long_ago(dating: Dating, token: int) -> bool:
    """Whether the story told last of what was before its news, and nobody has spoken since, nor speaks here.

    A new paragraph of a story that has named the day of its news may have come back to it.
    """
    running, syntax, spoken = dating.running, dating.syntax, dating.spoken_in
    section = syntax.sentence(token).section.start
    if running is not None and running.sentence > spoken and (dating.lead is None or running.section == section):
        old = not is_news(dating, running.date) or is_before_news(running, dating.lead)
    else:
        old = False
    away = dating.away_in == section and (spoken < 0 or syntax.sentences[spoken].section.start != section)
    if not (old or away):
        return False
    return not any(other in dating.status.reporting for other in syntax.children[token])


def _is_told_with(dating: Dating, token: int) -> bool:
    """As in "when Reed won, Hale congratulated her": it is of the day of the other, which nobody may know."""
    syntax = dating.syntax
    clause = syntax.child(token, "advcl")
    return clause is not None and syntax.said(clause, _WHEN, "advmod") is not None


def takes_position(dating: Dating, token: int) -> bool:
    """As in "praised the vote", "called for an inquiry"."""
    return dating.triggers[token].lemma in DATING["speaking"] or _calls(dating, token)


def answers(dating: Dating, token: int) -> bool:
    """Whether it answers to the news, so that the day of the news need not be its own: "thanked the crew"."""
    return dating.triggers[token].lemma in DATING["answering"] or _calls(dating, token)


def _calls(dating: Dating, token: int) -> bool:
    """As in "called for an inquiry", "paid tribute to her"."""
    calling, lemma = DATING["calling"], dating.triggers[token].lemma
    if lemma not in _callers():
        return False
    syntax = dating.syntax
    return any(f"{lemma}:{syntax.lower[child]}" in calling for child in syntax.children[token])


@cache
def _callers() -> frozenset[str]:
    """The verbs of the list."""
    return frozenset(entry.partition(":")[0] for entry in DATING["calling"])
