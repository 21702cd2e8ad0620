"""The day of a lead in the present perfect: "Two ministers have resigned", and the story says when, or it was today."""

from msgspec.structs import replace

from services.nlp.annotations import EventDate
from services.nlp.events import lexicon
from services.nlp.events.dating.interval import on
from services.nlp.events.dating.leaps import kind_at
from services.nlp.events.dating.state import Dating
from services.nlp.events.dating.story import DAYS, is_news, whole_day
from services.nlp.events.kind_contexts import kind_of
from services.nlp.events.quotes import quote_at
from services.nlp.events.roots import family_of, root_at
from services.nlp.events.subjects import subject_of
from services.nlp.events.syntax import Sentence, Syntax
from services.nlp.events.tables import CLASSES_BY_WORD, DATING

_NEXT = 3
"""Sentences after the lead in which its day is told."""
_CHANGING = "market"
"""The kind of what rises and falls for weeks: "prices have risen"."""


def from_lead(dating: Dating, token: int) -> EventDate | None:
    """What has happened, the first sentence says: on the day that the story gives it by another word, else today.

    Where the sentences that follow tell of an earlier day, it lies between that and today. What lasts, recurs or was
    done "already" or "since" has no day.
    """
    group = dating.groups[token]
    if group.tense != "present" or not group.perfect or group.progressive or dating.triggers[token].part != "verb":
        return None
    if not _leads(dating, token) or _is_open(dating, token):
        return None
    today, day = on(dating.reference, "reference_time"), dating.reference.value
    if today is None or day is None:
        return None
    date = _told(dating, token)
    dating.opening.setdefault(family_of(root_at(dating.syntax, dating.triggers[token])), token)
    kind = kind_at(dating, token)
    if kind in DATING["telling"]:
        dating.opening.setdefault(kind, token)
    if date is not None:
        return replace(whole_day(date), method="coreference")
    first = next((date for date in _following(dating, token) if date.latest and date.latest < day), None)
    return today if first is None else replace(today, value=None, earliest=first.earliest, granularity="interval")


def _leads(dating: Dating, token: int) -> bool:
    """Whether a verb heads the first sentence of the body, or says what somebody said there."""
    syntax, head = dating.syntax, dating.syntax.heads[token]
    sentence = syntax.sentence(token)
    if sentence.section.kind != "body" or quote_at(syntax.quotes, syntax.starts[token]) is not None:
        return False
    if any(_is_told(syntax, other) for other in syntax.sentences[: sentence.number]):
        return False
    dep = syntax.deps[token]
    if dep == "ccomp":
        return head in dating.status.reporting and not dating.groups[head].perfect
    return dep == "ROOT" or (dep == "conj" and syntax.deps[head] == "ROOT")


def _is_told(syntax: Syntax, sentence: Sentence) -> bool:
    """Whether it is a sentence of the body, and no byline, dateline or caption."""
    last = sentence.end - 1
    while last > sentence.first and syntax.lower[last].isspace():
        last -= 1
    return sentence.section.kind == "body" and syntax.lower[last] in _STOPS


def _is_open(dating: Dating, token: int) -> bool:
    """Whether something says that it lasts or was earlier, or that it did not happen."""
    syntax = dating.syntax
    kind, lemma = kind_of(syntax, dating.triggers[token]), dating.triggers[token].lemma
    if token in dating.status.negated or kind == _CHANGING or lemma in DATING["gradual"]:
        return True
    anchor = dating.anchors.get(token)
    if anchor is not None and not (anchor.timex.type == "DURATION" and anchor.signal == "after"):
        return True
    if kind is None and CLASSES_BY_WORD.get(lemma) in _LASTING:
        return True
    return any(syntax.lower[child] in DATING["before_today"] for child in syntax.children[token])


_STOPS = frozenset({".", "?", "!", '"', "”", "'", "’"})
_COMMON = frozenset({"NN", "NNS"})
_LASTING = frozenset({"state", "perception", "intentional_state"})


def _told(dating: Dating, token: int) -> EventDate | None:
    """The day that the story names for the same, by its own or a kindred word."""
    root = root_at(dating.syntax, dating.triggers[token])
    other = dating.told.get(root, dating.told_by_family.get(family_of(root)))
    date = dating.explicit.get(other) if other is not None and not _is_of_another(dating, token, other) else None
    return date if date and is_news(dating, date) else None


def _is_of_another(dating: Dating, token: int, other: int) -> bool:
    """Whether two verbs are about different things: "a girl has been found", "a glove was found on Monday"."""
    if dating.triggers[other].part != "verb":
        return False
    syntax = dating.syntax
    one, two = subject_of(syntax, token, passive=True), subject_of(syntax, other, passive=True)
    if one is None or two is None or not (syntax.tags[one] in _COMMON and syntax.tags[two] in _COMMON):
        return False
    return lexicon.noun_lemma(syntax.lower[one]) != lexicon.noun_lemma(syntax.lower[two])


def _following(dating: Dating, token: int) -> list[EventDate]:
    """The days of the news that main clauses of the next sentences name."""
    syntax, here = dating.syntax, dating.syntax.sentence_of[token]
    return [
        date
        for other, date in sorted(dating.explicit.items())
        if here < syntax.sentence_of[other] <= here + _NEXT
        and other not in dating.status.reporting
        and dating.groups[other].tense == "past"
        and not dating.groups[other].perfect
        and date.granularity in DAYS
        and is_news(dating, date)
    ]
