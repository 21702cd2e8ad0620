"""What is told the day after the news: "police fired shots, officials said on Sunday"."""

from msgspec.structs import replace

from services.nlp.annotations import EventDate
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
