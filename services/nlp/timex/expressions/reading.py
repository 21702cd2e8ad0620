"""What an expression comes to in its context, and the two shapes that expressions have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import date

    from schemas.vocabulary import TimexMod, TimexType
    from services.nlp.timex.context import Context
    from services.nlp.timex.periods import Period


Direction = Literal["last", "this", "next", "previous", "following", "same"]
"""`last`, `this`, `next` look from the reference time, `previous`, `same`, `following` from what was last mentioned."""


class Reading(Struct, frozen=True, gc=False):
    """What an expression means in its context."""

    type: TimexType
    value: str
    period: Period | None = None
    mod: TimexMod | None = None
    quant: str | None = None
    freq: str | None = None
    granularity: str | None = None
    anchor: str | None = None
    first: date | None = None
    last: date | None = None


class Expression(Protocol):
    """Anything a rule may return."""

    def read(self, context: Context) -> Reading | None:
        """The meaning in a context, None where it is no time there after all."""


class Found(Struct, frozen=True, gc=False):
    """A place in the calendar, or the little that is known of it, and what it was found from.

    `within`: what it must lie in if no more is known.
    """

    period: Period | None
    partial: str
    anchor: str | None = None
    within: Period | None = None


def partly(found: Found) -> Reading:
    """A DATE of which no more is known than a part of its value, and perhaps the year in which it is."""
    within = found.within
    if within is None:
        return Reading("DATE", found.partial, anchor=found.anchor)
    return Reading(
        "DATE", found.partial, granularity=within.unit, anchor=found.anchor, first=within.first, last=within.last
    )


class Calendrical(Struct, frozen=True, gc=False):
    """An expression that names a period: read as a DATE."""

    def locate(self, context: Context) -> Found:
        """Where in the calendar it is."""
        raise NotImplementedError

    def is_that_one(self) -> bool:
        """Whether it is the one last named, as the day of "the morning" is."""
        return False

    def read(self, context: Context) -> Reading | None:
        """The period as a DATE."""
        found = self.locate(context)
        period = found.period
        if period is None:
            return partly(found)
        return Reading(
            "DATE", period.value, period, None, None, None, period.unit, found.anchor, period.first, period.last
        )
