"""Dates without a year in what news tells of old times: they go on from the year or the day just named."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from services.nlp.timex.periods import Period

if TYPE_CHECKING:
    from services.nlp.timex.context import Context

DAYS_OF_A_YEAR = 365
SOON = 31
"""Days after an old one within which a date without a year goes on from it."""


def told_of(context: "Context", near: Sequence[Period]) -> tuple[Period, str] | None:
    """What news of old times tells of: in the year that leads the sentence, or soon after the day just told of."""
    if context.reference is None or context.narrative or context.around.tense() in {"future", "present", "open"}:
        return None
    if context.led_by is not None:
        led, timex_id = context.led_by
        found = next((one for one in near if goes_on_from(led, one)), None)
        return (found, timex_id) if found and led.year < context.reference.year else None
    if not context.has_told_here:
        return None
    day, timex_id = context.story[-1]
    if day.unit != "day" or day.year >= context.reference.year - 1:
        return None
    if context.around.looks_back():
        told = [one for one in near if is_shortly_before(one, day)][-1:]
    else:
        told = [one for one in near if one.unit == "day" and 0 <= one.index - day.index <= SOON]
    found = next(iter(told), None)
    return (found, timex_id) if found else None


def goes_on_from(led: Period, period: Period) -> bool:
    """Whether a period lies in a year, or in the twelve months that begin with a finer date."""
    if led.unit == "year":
        return period.year == led.year
    begins, first = led.first, period.first
    return begins is not None and first is not None and 0 <= (first - begins).days < DAYS_OF_A_YEAR


def is_shortly_before(period: Period, day: Period) -> bool:
    """Whether a period ends in the twelve months before a day: "on 3 May 1981 … he had come in the winter"."""
    last, told = period.last, day.first
    return last is not None and told is not None and 0 < (told - last).days < DAYS_OF_A_YEAR
