"""What is told the day after the news: "police fired shots, officials said on Sunday"."""

from msgspec.structs import replace

from services.nlp.annotations import EventDate
from services.nlp.events.dating.leaps import is_calamity
from services.nlp.events.dating.state import Dating


def told_later(dating: Dating, token: int, below: int, above: int, said: EventDate) -> EventDate | None:
    """The day of the news for what somebody is said behind it to have told of that on a later day."""
    lead, group = dating.lead, dating.groups[token]
    behind = token == below and above > token and dating.syntax.deps[below] in ("ccomp", "parataxis")
    if not behind or above not in dating.status.reporting or not (lead and lead.latest and said.earliest):
        return None
    if group.tense != "past" or group.progressive:
        return None
    return replace(lead, method="narrative") if lead.latest < said.earliest and not dating.looks_back else None


def told_by_then(dating: Dating, token: int, below: int, above: int, said: EventDate) -> EventDate | None:
    """What harmed people had happened by the day on which somebody is said behind it to have told of it.

    As in "gunmen killed nine people, officials said on Sunday"; "the firm agreed to a merger, it said on Sunday" is of
    that day.
    """
    behind = token == below and above > token and dating.syntax.deps[below] in ("ccomp", "parataxis")
    if not behind or above not in dating.status.reporting or dating.groups[token].tense != "past":
        return None
    subject = dating.syntax.child(token, "nsubj")
    harm = is_calamity(dating, token) or (subject in dating.triggers and is_calamity(dating, subject))
    return replace(said, value=None, earliest=None, granularity="interval") if harm and said.latest else None
