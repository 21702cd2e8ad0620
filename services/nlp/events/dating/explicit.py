"""The dates of events that a time expression governs, or that lie a length of time from one of them."""

from services.nlp.annotations import EventDate, Timex
from services.nlp.events.dating.anchors import Anchor, find_anchors
from services.nlp.events.dating.coreference import from_coreference, remember
from services.nlp.events.dating.distance import Distance, find_distances, measured
from services.nlp.events.dating.entries import find_entries
from services.nlp.events.dating.fixed import fixed
from services.nlp.events.dating.governing import governed
from services.nlp.events.dating.interval import between, dated, lasting
from services.nlp.events.dating.meaning import meant
from services.nlp.events.dating.ranges import join_ranges
from services.nlp.events.dating.scenes import find_scenes
from services.nlp.events.dating.scheduled import share_schedules
from services.nlp.events.dating.state import Dating
from services.nlp.events.quotes import quote_at
from services.nlp.events.tables import DATING

_DATES = frozenset({"DATE", "TIME"})
_HAPPENING = frozenset({"happen", "occur", "erupt"})
_OUT = frozenset({"out"})
_HOURS = frozenset({"hour", "minute", "second"})
SOON = frozenset({"second", "seconds", "moment", "moments", "minute", "minutes", "hour", "hours"})
"""Units of which some lead to the same day: "hours later"."""


def date_by_times(dating: Dating, timexes: tuple[Timex, ...]) -> None:
    """Fill in what the time expressions of a document date by themselves."""
    triggers = frozenset(dating.triggers)
    anchors = join_ranges(dating.syntax, find_anchors(dating.syntax, timexes))
    dating.timed = frozenset(dating.syntax.sentence_of[anchor.first] for anchor in anchors)
    dating.times = frozenset(anchor.head for anchor in anchors if anchor.timex.type in _DATES)
    dating.entries = find_entries(dating, anchors)
    distances = find_distances(dating.syntax, anchors, triggers)
    apart = {distance.timex for distance in distances}
    dating.anchors = _governing(dating, [anchor for anchor in anchors if anchor.timex.id not in apart], triggers)
    later = {token: anchor for token, anchor in dating.anchors.items() if _is_later(dating, token, anchor)}
    dating.anchors = {token: anchor for token, anchor in dating.anchors.items() if token not in later}
    far = [token for token, anchor in later.items() if SOON.isdisjoint(dating.syntax.lower[anchor.first : anchor.last])]
    dating.later = frozenset(later)
    dating.leaps = frozenset([*far, *(distance.event for distance in distances)])
    dating.scenes = find_scenes(dating, anchors)
    _when(dating, anchors, triggers)
    for token, anchor in dating.anchors.items():
        date = _from_anchor(dating, token, anchor)
        vague = date.method == "duration" and not (date.earliest or date.latest)
        (dating.vague if vague else dating.explicit)[token] = date
    _happened(dating)
    remember(dating)
    _measure(dating, distances)


def _happened(dating: Dating) -> None:
    """When something happened is its own date: "the attack happened on Friday"."""
    for verb in [token for token in dating.explicit if _is_of_happening(dating, token)]:
        subject = dating.syntax.child(verb, "nsubj")
        if subject in dating.triggers and dating.triggers[subject].part == "noun":
            dating.explicit.setdefault(subject, dating.explicit[verb])


def _is_later(dating: Dating, token: int, anchor: Anchor) -> bool:
    """As in "signed hours later", "days later it fell": after what was told, not after the day of the report."""
    return (
        anchor.timex.value == "FUTURE_REF" and dating.syntax.lower[anchor.last] == "later" and dating.finite_past(token)
    )


def _is_of_happening(dating: Dating, token: int) -> bool:
    """As in "happened", "broke out"."""
    lemma = dating.triggers[token].lemma
    return lemma in _HAPPENING or (lemma == "break" and dating.syntax.said(token, _OUT, "prt") is not None)


def _when(dating: Dating, anchors: list[Anchor], triggers: frozenset[int]) -> None:
    """Date the verb of a clause that says what happened at a time: "since January, when he broke a finger"."""
    syntax = dating.syntax
    for anchor in anchors:
        for word in range(anchor.last + 1, min(anchor.last + 3, len(syntax))):
            verb = syntax.heads[word]
            if syntax.lower[word] != "when" or syntax.lower[anchor.last + 1] not in (",", "when"):
                continue
            if verb not in triggers:
                verb = next((below for below in _below(dating, verb) if below in triggers), verb)
            if verb in triggers and verb > word and verb not in dating.anchors and anchor.timex.type in _DATES:
                dating.explicit[verb] = dated(anchor.timex, None, dating.reference.value)


def _below(dating: Dating, verb: int) -> list[int]:
    """What a copula carries: "are likely to reach"."""
    syntax = dating.syntax
    carried = [child for child in syntax.children[verb] if syntax.deps[child] in ("acomp", "attr", "xcomp")]
    return carried + [below for child in carried for below in syntax.children[child] if syntax.deps[below] == "xcomp"]


def _governing(dating: Dating, anchors: list[Anchor], triggers: frozenset[int]) -> dict[int, Anchor]:
    """The time expression that governs each trigger, the one that says most where there are several."""
    found: dict[int, Anchor] = {}
    for each in anchors:
        nearest = governed(dating.syntax, each, triggers)
        token, anchor = fixed(dating, each, meant(dating, each, nearest))
        if token not in triggers or not _fits(dating, anchor, token) or _is_term(dating, anchor, token):
            continue
        if not _outranked(found.get(token), anchor):
            found[token] = anchor
        elif nearest is not None and nearest != token:  # "was cancelled on Friday because of a strike on Sunday"
            found.setdefault(nearest, anchor)
        elif (verb := _verb_of(dating, token, anchor)) is not None:
            found.setdefault(verb, anchor)
    share_schedules(dating, found)
    return found


def _verb_of(dating: Dating, noun: int, anchor: Anchor) -> int | None:
    """The verb that a second time behind its object belongs to: "reported a rise in March exports on Friday"."""
    verb = dating.syntax.heads[noun]
    behind = anchor.first > noun and anchor.timex.granularity == "day"
    return verb if behind and dating.syntax.deps[noun] == "dobj" and verb in dating.triggers else None


def _fits(dating: Dating, anchor: Anchor, token: int) -> bool:
    """Whether a time can date an event.

    What recurs has no date; a time inside a quotation says when what is quoted happened, not when it was said.
    """
    if anchor.timex.type == "SET" or (anchor.signal == "since" and not _can_go_on(dating, token)):
        return False
    if _recurs(dating, token):
        return False
    said = quote_at(dating.syntax.quotes, dating.syntax.starts[token])
    return quote_at(dating.syntax.quotes, anchor.timex.start) in (None, said)


def _recurs(dating: Dating, token: int) -> bool:
    """As in "the rains usually end in May"."""
    if dating.groups[token].tense != "present" or dating.groups[token].perfect:
        return False
    return dating.syntax.said(token, DATING["habits"], "advmod") is not None


def _can_go_on(dating: Dating, token: int) -> bool:
    """Whether an event can go on since a time: nobody "said" it "since 2023", or "went home since 2023"."""
    if token in dating.status.reporting:
        return False
    group, verb = dating.groups[token], dating.triggers[token].part == "verb"
    return not (verb and group.tense == "past" and not group.perfect and not group.progressive)


def _outranked(other: Anchor | None, anchor: Anchor) -> bool:
    return other is not None and _rank(other) <= _rank(anchor)


def _rank(anchor: Anchor) -> tuple[bool, bool, bool]:
    """A date before an hour, which may be of any day; an hour before a duration; a plain one before a bound."""
    return anchor.timex.type == "DURATION", anchor.timex.granularity in _HOURS, anchor.signal is not None


def _from_anchor(dating: Dating, token: int, anchor: Anchor) -> EventDate:
    reference = dating.reference.value
    if anchor.end is not None:
        return between(anchor.timex, anchor.end)
    if anchor.timex.type == "DURATION":
        lasts = dating.groups[token].perfect and anchor.signal != "after"  # "has been found after four days"
        return lasting(anchor.timex, reference, perfect=lasts)
    return dated(anchor.timex, anchor.signal, reference)


def _is_term(dating: Dating, anchor: Anchor, token: int) -> bool:
    """Whether a length is what somebody was given and not how long it went on: "has been jailed for nine years"."""
    if anchor.timex.type != "DURATION":
        return False
    given = dating.triggers[token].lemma in DATING["giving_terms"]
    return given and dating.syntax.lower[anchor.first - 1] in ("for", "to")


def _measure(dating: Dating, distances: list[Distance]) -> None:
    """Date the undated one of two events that a length of time lies between."""
    for distance in distances:
        for token, other in ((distance.other, distance.event), (distance.event, distance.other)):
            known = dating.explicit.get(other) or from_coreference(dating, other)
            date = measured(distance, known, other=token == distance.other) if known else None
            if date and token not in dating.explicit:
                dating.explicit[token] = date
    ends = [(token, distance) for distance in distances for token in (distance.other, distance.event)]
    dating.distances = {token: distance for token, distance in ends if token not in dating.explicit}


def from_distance(dating: Dating, token: int) -> EventDate | None:
    """The date of an event that lies a length of time from one of weaker evidence: "two weeks before the crash".

    The other way round only from what is true on the day of the report: "it comes a day after rebels freed them".
    """
    distance = dating.distances.get(token)
    if distance is None:
        return None
    if token == distance.other:
        known = dating.dates.get(distance.event)
        return measured(distance, known, other=True) if known and known.method == "tense" else None
    known = from_coreference(dating, distance.other) or dating.dates.get(distance.other)
    return measured(distance, known, other=False) if known else None
