"""Which event a time means where the tree leaves it open: the saying or what is said, the verb or its object."""

from services.nlp.events import lexicon
from services.nlp.events.dating.anchors import Anchor
from services.nlp.events.dating.coreference import is_definite
from services.nlp.events.dating.state import Dating


def meant(dating: Dating, anchor: Anchor, token: int | None) -> int | None:
    """The event that the time dates, given the nearest one above it; None where it dates neither."""
    if token is None:
        return None
    teller = _teller(dating, anchor)
    if teller is not None and token > anchor.last:
        return teller
    if dating.triggers[token].part == "verb":
        return _verb_or_object(dating, anchor, token)
    return _object_or_verb(dating, anchor, token)


def _teller(dating: Dating, anchor: Anchor) -> int | None:
    """The verb of saying that a time stands right behind: "said on Friday its profit rose"."""
    syntax = dating.syntax
    before = anchor.first - 1
    teller = before - (syntax.deps[before] == "prep")
    adverbial = syntax.deps[anchor.head] in ("pobj", "npadvmod")
    told = teller in dating.status.reporting and dating.triggers[teller].part == "verb"
    return teller if adverbial and told else None


def _verb_or_object(dating: Dating, anchor: Anchor, verb: int) -> int | None:
    """What lies ahead is the time of what is wished for: "demanded talks this week"; an outlook has none."""
    syntax = dating.syntax
    thing = syntax.child(verb, "dobj")
    if thing is None:
        return verb
    if syntax.lower[thing] in lexicon.table("dating")["outlooks"]:
        return None if "for" in (syntax.lower[anchor.first - 1], syntax.lower[anchor.first]) else verb
    wished = thing in dating.triggers and dating.triggers[verb].lemma in lexicon.table("dating")["wishing"]
    return thing if wished and _lies_ahead(dating, anchor, whole=False) else verb


def _object_or_verb(dating: Dating, anchor: Anchor, noun: int) -> int:
    """What a verb does to a known event is what happened then: "condemned the attack on Friday"; so is a timetable."""
    syntax = dating.syntax
    verb = syntax.heads[noun]
    behind = anchor.head > noun and syntax.deps[anchor.head] == "pobj"
    if syntax.deps[noun] != "dobj" or verb not in dating.triggers or not behind:
        return noun
    timetable = dating.groups[verb].tense == "present" and _lies_ahead(dating, anchor, whole=True)
    return verb if timetable or is_definite(syntax, noun) else noun


def _lies_ahead(dating: Dating, anchor: Anchor, *, whole: bool) -> bool:
    """Whether a time lies after the reference time, all of it or a part."""
    reference, day = dating.reference.value, anchor.timex.earliest if whole else anchor.timex.latest
    return reference is not None and day is not None and day > reference
