"""When each event happened, and how that is known."""

from dataclasses import dataclass

from services.nlp.annotations import EventDate, Range, ReferenceTime, Timex
from services.nlp.events.syntax import Syntax
from services.nlp.events.triggers import Trigger


@dataclass(frozen=True, slots=True)
class Dates:
    """The date of each trigger by its token, and the tokens that belong to time expressions."""

    of: dict[int, EventDate]
    timed: set[int]


def date_events(
    syntax: Syntax, triggers: list[Trigger], timexes: tuple[Timex, ...], reference_time: ReferenceTime
) -> Dates:
    """A date for every trigger; `none` where nothing in the text gives one."""
    by_start = sorted(timexes, key=lambda timex: timex.start)
    of, timed = {}, set()
    tokens = {}
    at = 0
    for timex in by_start:
        while at < len(syntax) and syntax.ends[at] <= timex.start:
            at += 1
        place = at
        while place < len(syntax) and syntax.starts[place] < timex.end:
            timed.add(place)
            tokens.setdefault(timex.id, []).append(place)
            place += 1
    triggers_at = {trigger.token for trigger in triggers}
    governed = {}
    for timex in by_start:
        if timex.type not in ("DATE", "TIME") or not tokens.get(timex.id):
            continue
        head = next((t for t in tokens[timex.id] if syntax.heads[t] not in tokens[timex.id]), tokens[timex.id][-1])
        for above in syntax.ancestors(head):
            if above in triggers_at:
                governed.setdefault(above, timex)
                break
    for trigger in triggers:
        timex = governed.get(trigger.token)
        of[trigger.token] = (
            EventDate(
                method="timex",
                value=timex.value,
                earliest=timex.earliest,
                latest=timex.latest,
                granularity=timex.granularity,
                timex=timex.id,
                evidence=Range(timex.start, timex.end),
            )
            if timex
            else EventDate(method="none")
        )
    return Dates(of, timed)
