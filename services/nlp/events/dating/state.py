"""What is known while the events of one document are being dated."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from services.nlp.annotations import EventDate, ReferenceTime
from services.nlp.events.dating.anchors import Anchor
from services.nlp.events.dating.distance import Distance
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import DATING
from services.nlp.events.tense import Verbal
from services.nlp.events.triggers import Trigger

if TYPE_CHECKING:
    from services.nlp.events.dating.story import Running


@dataclass(frozen=True, slots=True)
class Status:
    """The tokens of verbs of saying, and of negated events."""

    reporting: frozenset[int]
    negated: frozenset[int]


@dataclass(slots=True)
class Dating:
    """The dates found so far and the running date of the narrative.

    `explicit`: what a time expression dates; `vague`: what one governs that gives no day, as "lasted nine minutes";
    `leaps`: what lies a length of time before or after something else, so that no day of the story goes on to it.
    """

    syntax: Syntax
    triggers: dict[int, Trigger]
    status: Status
    groups: dict[int, Verbal]
    reference: ReferenceTime
    anchors: dict[int, Anchor] = field(default_factory=dict)
    explicit: dict[int, EventDate] = field(default_factory=dict)
    vague: dict[int, EventDate] = field(default_factory=dict)
    leaps: frozenset[int] = frozenset()
    later: frozenset[int] = frozenset()
    """What lies "hours later", "days later" than what was told before it."""
    distances: dict[int, Distance] = field(default_factory=dict)
    """Events that lie a length of time from each other and that no time expression dates, either end."""
    entries: dict[int, EventDate] = field(default_factory=dict)
    """The time at the head of each section of a chronology, by the section's start."""
    scenes: dict[int, EventDate] = field(default_factory=dict)
    """The days at which something "was", by their sentences."""
    times: frozenset[int] = frozenset()
    """The heads of the time expressions."""
    timed: frozenset[int] = frozenset()
    """The sentences that name a time."""
    dates: dict[int, EventDate] = field(default_factory=dict)
    running: "Running | None" = None
    lead: EventDate | None = None
    lead_is_said: bool = False
    """Whether the day of the news is only known as that on which somebody told it."""
    lead_is_later: bool = False
    """Whether the story has named an earlier day for what was told on that."""
    looks_back: bool = False
    """Whether the story tells what was before its news."""
    glanced_in: int | None = None
    """The last sentence that told so."""
    quarter: EventDate | None = None
    """The quarter of which the story gives results."""
    spoken_in: int = -1
    """The last sentence in which somebody spoke to who reports."""
    away_in: int = -1
    """The section that has turned to what was long before the news."""
    grave: set[str | None] = field(default_factory=set)
    """The kinds of calamities that are the news: then its victims are of that day."""
    reported: EventDate | None = None
    reported_in: int = 0
    told_in: int = -1
    """The section in which a time of the past was named last."""
    told: dict[str, int] = field(default_factory=dict)
    """The first event of each root that a time expression dates."""
    seen_in: set[int] | None = None
    """The starts of the paragraphs that quote somebody who was there, once they were asked for."""
    pictured: dict[str, int] = field(default_factory=dict)
    """The first event of each family that a caption dates."""
    shown: dict[int, int] = field(default_factory=dict)
    """Events of the text that the event of a caption shows."""
    opening: dict[str, int] = field(default_factory=dict)
    """What the first sentence says has happened, by its family and by its kind."""
    told_by_family: dict[str, int] = field(default_factory=dict)

    def of_beginning(self, token: int) -> EventDate | None:
        """The date of what a verb begins, goes on with or ends: "began digging on Tuesday"."""
        if self.triggers[token].lemma not in DATING["beginning"]:
            return None
        return self.explicit.get(self.syntax.child(token, "xcomp") or -1)

    def is_over(self, last: date | None) -> bool:
        """Whether a day lies before the reference time; in a text of an unknown day, every one that is known does."""
        return last is not None and (self.reference.value is None or last < self.reference.value)

    def finite_past(self, token: int) -> bool:
        """Whether the trigger is a verb in the simple past or in the present perfect."""
        group = self.groups[token]
        return group.tense == "past" or (group.tense == "present" and group.perfect)
