"""Days of sentences that tell no event: "the streets were empty on Monday", and what follows happened then."""

from collections.abc import Iterable

from services.nlp.annotations import EventDate
from services.nlp.events.dating.anchors import Anchor
from services.nlp.events.dating.interval import dated
from services.nlp.events.dating.state import Dating

_WAS = frozenset({"was", "were"})
_DAYS = frozenset({"day", "part_of_day"})
_STEPS = 2


def find_scenes(dating: Dating, anchors: Iterable[Anchor]) -> dict[int, EventDate]:
    """The past day at which something "was", by the number of its sentence."""
    syntax, reference = dating.syntax, dating.reference.value
    found: dict[int, EventDate] = {}
    for anchor in anchors:
        timex = anchor.timex
        if timex.granularity not in _DAYS or anchor.signal or not (reference and timex.latest):
            continue
        verb = next((above for above in syntax.ancestors(anchor.head, _STEPS) if syntax.lower[above] in _WAS), None)
        told = verb is not None and syntax.deps[verb] == "ROOT" and verb not in dating.triggers
        if told and timex.latest <= reference:
            found.setdefault(syntax.sentence_of[anchor.first], dated(timex, None, reference))
    return found


def scene_of(dating: Dating, number: int, after: int) -> EventDate | None:
    """The day of the last scene of the paragraph before a sentence, if it stands behind sentence `after`."""
    sentences = dating.syntax.sentences
    for before in range(number - 1, after, -1):
        if sentences[before].section.start != sentences[number].section.start:
            return None
        if before in dating.scenes:
            return dating.scenes[before]
    return None
