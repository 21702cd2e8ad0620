"""Events of which it is said when they will be: "the trial is scheduled to begin on 9 June"."""

from services.nlp.annotations import EventDate
from services.nlp.events.dating.anchors import Anchor
from services.nlp.events.dating.state import Dating
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import CLASSES_BY_WORD, DATING

_HAPPENING = frozenset({"take", "happen", "hold", "occur"})


def share_schedules(dating: Dating, found: dict[int, Anchor]) -> None:
    """Give the time that a plan has to the event that is planned: "the trial is scheduled for 9 June"."""
    for token, anchor in list(found.items()):
        trigger, day, reference = dating.triggers[token], anchor.timex.earliest, dating.reference.value
        if trigger.lemma not in DATING["scheduling"] or not (day and reference and day > reference):
            continue
        noun = _planned(dating.syntax, token)
        if noun in dating.triggers and dating.triggers[noun].part == "noun":
            found.setdefault(noun, anchor)


def _planned(syntax: Syntax, planning: int) -> int | None:
    """The subject of "is scheduled", "is due"."""
    if syntax.tags[planning].startswith("JJ"):
        return syntax.child(syntax.heads[planning], "nsubj")
    return syntax.child(planning, "nsubjpass")


def from_schedule(dating: Dating, token: int) -> EventDate | None:
    """What is due to begin or to be held on a day has that day."""
    syntax = dating.syntax
    if syntax.deps[token] not in ("nsubj", "nsubjpass"):
        return None
    verb = syntax.heads[token]
    for planning in (verb, syntax.child(verb, "acomp")):
        if planning in dating.triggers and dating.triggers[planning].lemma in DATING["scheduling"]:
            done = syntax.child(planning, "xcomp")
            return dating.explicit.get(done) if done in dating.triggers and _is_of_it(dating, done) else None
    return None


def _is_of_it(dating: Dating, verb: int) -> bool:
    """As in "to begin", "to take place"; what it is due to bring may come later."""
    lemma = dating.triggers[verb].lemma
    return lemma in _HAPPENING or CLASSES_BY_WORD.get(lemma) == "aspectual"
