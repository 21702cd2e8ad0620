"""Which event a time means where the tree leaves it open: the saying or what is said, the verb or its object."""

from services.nlp.events.dating.anchors import Anchor
from services.nlp.events.dating.state import Dating
from services.nlp.events.definite import is_definite
from services.nlp.events.tables import DATING, MODALITY

_LONG = frozenset({"month", "season", "year"})
_PART = 16
"""Tokens of a headline's part at most."""


def meant(dating: Dating, anchor: Anchor, token: int | None) -> int | None:
    """The event that the time dates, given the nearest one above it; None where it dates neither."""
    if token is None:
        return None
    if dating.syntax.sentence(token).section.kind == "headline":
        token = _in_its_part(dating, anchor, token)
    token = _behind_noun(dating, anchor, _inside_clause(dating, anchor, token))
    teller = _teller(dating, anchor)
    if teller is not None and token > anchor.last:
        return teller
    if token in dating.status.reporting and dating.groups[token].tense == "present":
        token = _under_saying(dating, anchor, token)
    token = _over_reason(dating, anchor, _over_infinitive(dating, anchor, token))
    if dating.triggers[token].part == "verb":
        return _verb_or_object(dating, anchor, token)
    return _object_or_verb(dating, anchor, token)


def _behind_noun(dating: Dating, anchor: Anchor, token: int) -> int:
    """The event noun that "in" and a time stand right behind, and none farther off: "a vote on riots in May"."""
    nearest = anchor.first - 2
    if nearest <= token or dating.triggers[token].part != "noun" or nearest not in dating.triggers:
        return token
    if dating.syntax.deps[nearest] == "conj":  # "gains and losses in May"
        return token
    return nearest if dating.triggers[nearest].part == "noun" and dating.syntax.lower[nearest + 1] == "in" else token


def _in_its_part(dating: Dating, anchor: Anchor, token: int) -> int:
    """A headline's commas part its news: "Okoro leads, run-off set for 14 June" has the time of the run-off."""
    part: int | None = None
    for place in range(anchor.first - 1, max(token, anchor.first - _PART), -1):
        if dating.syntax.lower[place] == ",":
            return token if part is None else part
        if place in dating.triggers:
            part = place
    return token


def _inside_clause(dating: Dating, anchor: Anchor, verb: int) -> int:
    """The verb of a clause about the subject, where a time ends that: "two who went missing last week were found"."""
    syntax = dating.syntax
    if anchor.first > verb or anchor.first == 0 or syntax.lower[anchor.first - 1] == ",":
        return verb
    clause = None
    for above in syntax.ancestors(anchor.first - 1 - (syntax.deps[anchor.first - 1] == "prep")):
        if above == verb:
            return verb if clause is None else clause
        if syntax.deps[above] == "relcl" and above in dating.triggers:
            clause = above
    return verb


def _teller(dating: Dating, anchor: Anchor) -> int | None:
    """The verb of saying that a time stands right behind: "said on Friday its profit rose"."""
    syntax = dating.syntax
    before = anchor.first - 1
    teller = before - (syntax.deps[before] == "prep")
    adverbial = syntax.deps[anchor.head] in ("pobj", "npadvmod")
    told = teller in dating.status.reporting and dating.triggers[teller].part == "verb"
    return teller if adverbial and told else None


def _over_infinitive(dating: Dating, anchor: Anchor, token: int) -> int:
    """A past time behind an infinitive is that of the verb above: "invited them to return two weeks ago".

    Not where that one plans: what was "due to open in May" was to open then, unless the words say "ago" or "last".
    """
    syntax, last = dating.syntax, anchor.timex.latest
    above = syntax.heads[token]
    signed = _signed(dating, token) if syntax.deps[token] == "acl" else None
    if signed is not None:
        above = signed
    if (
        (syntax.deps[token] != "xcomp" and signed is None)
        or syntax.tags[token] != "VB"
        or anchor.first < token
        or above not in dating.triggers
    ):
        return token
    past = dating.is_over(last) and anchor.timex.type != "DURATION"
    lemma = dating.triggers[above].lemma
    if not past or dating.groups[above].tense != "past" or anchor.signal or lemma in DATING["together"]:
        return token
    plans = lemma in MODALITY["planned"] or dating.triggers[above].part != "verb"
    words = syntax.lower[anchor.first : anchor.last + 1]
    return token if plans and words[-1] != "ago" and words[0] not in ("last", "yesterday") else above


def _signed(dating: Dating, token: int) -> int | None:
    """The verb of "signed a contract to build the plant in 1995"."""
    syntax, paper = dating.syntax, dating.syntax.heads[token]
    verb = syntax.heads[paper]
    known = syntax.deps[paper] == "dobj" and verb in dating.triggers
    return verb if known and syntax.lower[paper] in DATING["contracts"] else None


def _verb_or_object(dating: Dating, anchor: Anchor, verb: int) -> int | None:
    """What lies ahead is the time of what is wished for: "demanded talks this week"; an outlook has none."""
    syntax = dating.syntax
    thing = syntax.child(verb, "dobj")
    if thing is not None and thing not in dating.triggers:  # "expects wide margins and growth next year"
        thing = next((one for one in syntax.children[thing] if one in dating.triggers and one < anchor.first), thing)
    wishes = dating.triggers[verb].lemma in DATING["wishing"]
    if wishes and dating.groups[verb].tense == "present" and anchor.signal in ("until", "till"):
        return thing if thing in dating.triggers else None
    behind = thing in dating.triggers and thing < anchor.first - 1 <= syntax.rights[thing] + 1
    if behind and _answers_to(dating, anchor, verb):
        return thing
    wishes = wishes or (dating.triggers[verb].lemma == "face" and dating.groups[verb].tense == "present")
    if thing is None:
        return _asked_for(dating, anchor, verb) or verb
    if wishes and thing not in dating.triggers and dating.groups[verb].tense == "present":
        return None if _lies_ahead(dating, anchor, whole=False) else verb
    if syntax.lower[thing] in DATING["outlooks"]:
        return None if "for" in (syntax.lower[anchor.first - 1], syntax.lower[anchor.first]) else verb
    return thing if wishes and thing in dating.triggers and _lies_ahead(dating, anchor, whole=False) else verb


def _asked_for(dating: Dating, anchor: Anchor, verb: int) -> int | None:
    """What is called for on a day to come: "to call for protests on 1 March"."""
    syntax, lemma = dating.syntax, dating.triggers[verb].lemma
    for child in syntax.children[verb]:
        if f"{lemma}:{syntax.lower[child]}" in DATING["calling"] and child < anchor.first:
            thing = syntax.child(child, "pobj")
            ahead = thing in dating.triggers and _lies_ahead(dating, anchor, whole=True)
            return thing if ahead else None
    return None


def _object_or_verb(dating: Dating, anchor: Anchor, noun: int) -> int:
    """What a verb does to a known event is what happened then: "condemned the attack on Friday"; so is a timetable."""
    syntax = dating.syntax
    verb = syntax.heads[noun]
    behind = anchor.head > noun and syntax.deps[anchor.head] == "pobj"
    if syntax.deps[noun] != "dobj" or verb not in dating.triggers or not behind:
        return noun
    if _answers_to(dating, anchor, verb):
        return noun
    timetable = dating.groups[verb].tense == "present" and _lies_ahead(dating, anchor, whole=True)
    return verb if timetable or is_definite(syntax, noun) else noun


def _answers_to(dating: Dating, anchor: Anchor, verb: int) -> bool:
    """Whether a month or a year behind what somebody speaks of is that of the thing: "condemned the coup in April"."""
    speaks = verb in dating.status.reporting or dating.triggers[verb].lemma in DATING["speaking"]
    return speaks and anchor.timex.granularity in _LONG


def _under_saying(dating: Dating, anchor: Anchor, token: int) -> int:
    """A past time behind what is said today is that of what is said: "allege that he stole it in 2014 and 2015"."""
    last = (anchor.end or anchor.timex).latest
    clause = dating.syntax.child(token, "ccomp")
    past = dating.is_over(last) and anchor.first > token
    return clause if past and clause in dating.triggers and not dating.groups[token].perfect else token


def _over_reason(dating: Dating, anchor: Anchor, token: int) -> int:
    """A day behind what somebody was judged for is that of the judgment: "was cleared of fraud on Friday"."""
    syntax, preposition = dating.syntax, dating.syntax.heads[token]
    day = anchor.first > token and syntax.lower[anchor.first - 1] == "on"
    if (
        not day
        or syntax.deps[token] not in ("pobj", "pcomp")
        or (syntax.deps[token] == "pcomp" and anchor.first > token + 2)
    ):
        return token
    verb = syntax.heads[preposition]
    known = verb in dating.triggers and dating.groups[verb].tense == "past" and dating.triggers[verb].part == "verb"
    return verb if known and syntax.lower[preposition] in DATING["reasons"] else token


def _lies_ahead(dating: Dating, anchor: Anchor, *, whole: bool) -> bool:
    """Whether a time lies after the reference time, all of it or a part."""
    reference, day = dating.reference.value, anchor.timex.earliest if whole else anchor.timex.latest
    return reference is not None and day is not None and day > reference
