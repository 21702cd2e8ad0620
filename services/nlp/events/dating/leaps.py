"""What says that a verb in the simple past lies at another time than the one that the story has reached."""

from functools import cache

from services.nlp.events.dating.state import Dating
from services.nlp.events.kinds import CALAMITIES, kind_of_noun, kind_of_verb
from services.nlp.events.quotes import quote_at
from services.nlp.events.subjects import subject_of
from services.nlp.events.tables import DATING

_AFTER = frozenset({"after", "before", "since", "until", "till", "following"})
_AGE = frozenset({"at", "aged"})
_OF = frozenset({"of"})
_SAME_DAY = frozenset({("in", "the", "day"), ("that", "day", ","), ("that", "day", "."), ("on", "the", "day")})
"""Behind "earlier" and "later": the day that the story has reached."""
_SEASONS = frozenset({"season", "term", "campaign"})
_AGES = range(3, 110)
"""Numbers behind "at" that are a person's age; an hour has a clock, and is a time expression."""


def leaps(dating: Dating, token: int) -> bool:
    """Whether a verb has a time of its own that is not known, so that no day goes on to it."""
    syntax = dating.syntax
    quote = quote_at(dating.syntax.quotes, syntax.starts[token])
    if token in dating.leaps or quote not in (None, dating.running and dating.running.quote):
        return True
    if _is_of_a_life(dating, token):
        return True
    return (
        _lasts(dating, token)
        or _is_of_season(dating, token)
        or is_told_aside(dating, token)
        or _subject_is_elsewhere(dating, token)
    )


def _lasts(dating: Dating, token: int) -> bool:
    """Whether an event takes longer than the time that the story has reached: "lasted five months"."""
    anchor = dating.anchors.get(token)
    return anchor is not None and anchor.timex.type == "DURATION" and not anchor.timex.value.startswith("PT")


def _is_of_season(dating: Dating, token: int) -> bool:
    """As in "scored 27 goals last season", "in his first season", which is no time expression."""
    syntax = dating.syntax
    if _SEASONS.isdisjoint(syntax.sentence(token).words):
        return False
    below = [each for child in syntax.children[token] for each in (child, *syntax.children[child])]
    seasons = [each for each in below if syntax.lower[each] in _SEASONS and syntax.deps[each] in ("npadvmod", "pobj")]
    return any(syntax.child(season, "amod", "poss") is not None for season in seasons)


def _is_of_a_life(dating: Dating, token: int) -> bool:
    """As in "trained as a dancer", "cost 40 euros": a career or a measure has no day of the news."""
    lemma, syntax = dating.triggers[token].lemma, dating.syntax
    if lemma in DATING["measuring"]:
        return True
    careers = DATING["careers"]
    return lemma in _careers() and any(f"{lemma}:{syntax.lower[child]}" in careers for child in syntax.children[token])


@cache
def _careers() -> frozenset[str]:
    """The verbs of the list."""
    return frozenset(entry.partition(":")[0] for entry in DATING["careers"])


def is_told_aside(dating: Dating, token: int) -> bool:
    """As in "later", "after that", "left school at 15", "ended after the vote"."""
    syntax, elsewhere = dating.syntax, DATING["elsewhere"]
    for child in syntax.children[token]:
        word = syntax.lower[child]
        if word in elsewhere and not (word == "once" and child > token):  # "fired once" counts
            return syntax.lower[child + 1 : child + 4] not in _SAME_DAY
        if syntax.deps[child] == "prep" and (word in _AFTER or word in _AGE):
            thing = syntax.child(child, "pobj")
            if thing is not None and (_is_age(dating, thing) if word in _AGE else _is_happening(dating, thing)):
                return True
    return False


def _is_age(dating: Dating, number: int) -> bool:
    """As in "at 15", "at the age of 15"."""
    word = dating.syntax.lower[number]
    return word == "age" or (word.isdecimal() and len(word) <= 3 and int(word) in _AGES)  # noqa: PLR2004  # three digits


def _is_happening(dating: Dating, thing: int) -> bool:
    """What "after" names: an event, or "that"; but not the meeting at which it was told, after which one left."""
    trigger = dating.triggers.get(thing)
    if trigger is not None:
        return trigger.lemma not in DATING["speeches"]
    return dating.syntax.lower[thing] in ("that", "this")


def _subject_is_elsewhere(dating: Dating, token: int) -> bool:
    """Whether its subject was not of that time: something written, or, in other news, a calamity."""
    subject = subject_of(dating.syntax, token, passive=True)
    if subject is None:
        return False
    if dating.syntax.tags[subject] == "CD":  # "nine of the fires"
        subject = next((below for below in _parts(dating, subject)), subject)
    if subject in dating.triggers:
        return dating.triggers[subject].part == "noun" and is_calamity(dating, subject) and not dating.grave
    if dating.syntax.lower[subject] in DATING["own_texts"]:
        return True
    return dating.syntax.lower[subject] in DATING["documents"] and dating.triggers[token].lemma in DATING["containing"]


def _parts(dating: Dating, number: int) -> list[int]:
    """What a number counts a part of."""
    of = dating.syntax.said(number, _OF, "prep")
    return [] if of is None else [below for below in dating.syntax.children[of] if below in dating.triggers]


def is_calamity(dating: Dating, token: int) -> bool:
    """Whether an event is an attack, an accident, a death or the like."""
    return kind_at(dating, token) in CALAMITIES


def kind_at(dating: Dating, token: int) -> str | None:
    """The kind that lists the word of a trigger."""
    trigger = dating.triggers[token]
    return kind_of_noun(trigger.lemma) if trigger.part == "noun" else kind_of_verb(trigger.lemma)
