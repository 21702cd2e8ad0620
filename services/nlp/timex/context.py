"""What the second pass knows at each expression: the reference time, what was mentioned last, tense, kind of document."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from services.nlp.timex.periods import COARSENESS, Period

Tense = Literal["past", "present", "future"]


@dataclass(slots=True)
class Context:
    """Moves through one document. `reference` is a day or None; `narrative` says that dates run on from one another."""

    reference: Period | None
    narrative: bool
    tense: Callable[[], Tense | None] = lambda: None
    mentions: list[tuple[Period, str]] = field(default_factory=list)

    def mention(self, period: Period, timex_id: str) -> None:
        """Remember a date as the last one mentioned."""
        self.mentions.append((period, timex_id))

    def last(self, unit: str | None = None) -> tuple[Period | None, str | None]:
        """The last mention that is at least as fine as a unit, else the reference time."""
        for period, timex_id in reversed(self.mentions[-40:]):
            if unit is None or COARSENESS[period.unit] <= COARSENESS[unit]:
                return period, timex_id
        if self.narrative:
            return None, None
        return self.reference, "reference_time" if self.reference else None

    def base_for(self, direction: str | None, unit: str | None = None) -> tuple[Period | None, str | None]:
        """What a direction counts from."""
        if direction in {"same", "previous", "following"} or self.narrative or self.reference is None:
            return self.last(unit)
        return self.reference, "reference_time"

    def nearest(self, near: Sequence[Period], here: Period) -> Period | None:
        """The candidate that tense asks for: not after the base in the past, not before it in the future, else the nearest."""
        tense = self.tense()
        past = [period for period in near if period.index <= here.index]
        future = [period for period in near if period.index >= here.index]
        if tense == "past" and past:
            return past[-1]
        if tense == "future" and future:
            return future[0]
        return min(near, key=lambda period: abs(period.index - here.index), default=None)

    def day_for_time(self):  # noqa: ANN201
        """The day to which a time of day without one belongs."""
        from services.nlp.timex.expressions import Found

        base, anchor = self.base_for("same" if self.narrative else "this", "day")
        base = base.to("day") if base else None
        return Found(base, "XXXX-XX-XX", anchor)

    def reported_quarter(self) -> tuple[Period, str] | None:
        """The last quarter named, in a report of results."""
        for period, timex_id in reversed(self.mentions[-40:]):
            if period.unit == "quarter":
                return period, timex_id
        return None
