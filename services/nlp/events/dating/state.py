"""What is known while the events of one document are being dated."""

from dataclasses import dataclass, field

from services.nlp.annotations import EventDate, ReferenceTime
from services.nlp.events.dating.anchors import Anchor
from services.nlp.events.syntax import Syntax
from services.nlp.events.tense import Verbal
from services.nlp.events.triggers import Trigger


@dataclass(frozen=True, slots=True)
class Status:
    """The tokens of verbs of saying, and of negated events."""

    reporting: frozenset[int]
    negated: frozenset[int]


@dataclass(slots=True)
class Dating:
    """The dates found so far and the running date of the narrative."""

    syntax: Syntax
    triggers: dict[int, Trigger]
    status: Status
    groups: dict[int, Verbal]
    reference: ReferenceTime
    anchors: dict[int, Anchor]
    explicit: dict[int, EventDate] = field(default_factory=dict)
    dates: dict[int, EventDate] = field(default_factory=dict)
    running: EventDate | None = None
    reported: EventDate | None = None
    reported_in: int = 0
    told: dict[str, EventDate] = field(default_factory=dict)
    told_by_family: dict[str, int] = field(default_factory=dict)

    def finite_past(self, token: int) -> bool:
        """Whether the trigger is a verb in the simple past or in the present perfect."""
        group = self.groups[token]
        return group.tense == "past" or (group.tense == "present" and group.perfect)
