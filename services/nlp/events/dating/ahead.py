"""What an event plans, promises, orders or announces lies after it."""

from msgspec.structs import replace

from services.nlp.annotations import EventDate
from services.nlp.events.dating.state import Dating
from services.nlp.events.definite import is_definite
from services.nlp.events.tables import DATING, MODALITY
from services.nlp.events.triggers import Trigger

_BE = frozenset({"be"})


def lies_ahead(dating: Dating, below: int, above: int, date: EventDate) -> bool:
    """Whether the one above plans, promises or orders the one below: "agreed on Monday to buy", "an offer to help"."""
    syntax, reference = dating.syntax, dating.reference.value
    if any(syntax.lower[child] == "whether" for child in syntax.children[below]):
        return True
    trigger = dating.triggers[above]
    thing = syntax.deps[below] == "dobj"
    if thing and trigger.lemma in DATING["wishing"]:
        return True
    if reference and date.earliest and date.earliest > reference:
        return False
    if thing and below not in dating.triggers and syntax.lower[below] in DATING["contracts"]:
        return True  # what a contract is about
    if thing:
        return trigger.lemma in DATING["announcing"] and _is_announced(dating, below)
    bare = syntax.tags[below] == "VB" or syntax.said(below, _BE, "auxpass") is not None  # "proposed that it be sold"
    return bare and _plans(trigger, syntax.deps[below])


def _plans(trigger: Trigger, dep: str) -> bool:
    """Whether the infinitive of a noun or a verb lies ahead."""
    if dep == "advcl":
        return trigger.lemma in DATING["appointing"]
    if dep not in ("xcomp", "ccomp", "acl"):
        return False
    if trigger.part == "noun":
        return trigger.lemma in DATING["plans"]
    return any(trigger.lemma in words for words in (MODALITY["planned"], MODALITY["ordered"], DATING["appointing"]))


def _is_announced(dating: Dating, noun: int) -> bool:
    """As in "announced a withdrawal", which was still to come; "announced the withdrawal" may not be."""
    known = noun in dating.triggers and dating.triggers[noun].lemma in DATING["announced"]
    return known and not is_definite(dating.syntax, noun)


def open_from(date: EventDate) -> EventDate | None:
    """After a date, open-ended."""
    if date.earliest is None:
        return None
    return replace(date, value=None, latest=None, granularity="interval")
