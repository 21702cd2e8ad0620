"""The day to which a time of day without one belongs."""

from typing import TYPE_CHECKING

from services.nlp.timex.periods import Period

if TYPE_CHECKING:
    from services.nlp.timex.context import Context

DAYS_BACK = 4
"""Mentions among which the day of a time is looked for that fits its verb."""


def day_for_time(context: "Context") -> tuple[Period | None, str | None]:
    """The day to which a time of day without one belongs."""
    if context.entry is not None and context.reference is not None:
        return context.entry
    base, anchor = context.mentions[-1] if context.mentions else (None, None)
    if not context.narrative and base is not None and base.unit != "day" and context.around.tense() == "past":
        days = (one for one in context.told_here() if one[0].unit == "day")
        base, anchor = next(days, (base, anchor))
    if context.narrative or base is None or base.unit != "day":
        base, anchor = context.base_for("this", "day")
    elif _is_out_of_place(context, base):
        fitting = (one for one in reversed(context.mentions[-DAYS_BACK:]) if not _is_out_of_place(context, one[0]))
        base, anchor = next((one for one in fitting if one[0].unit == "day"), None) or context.base_for("this", "day")
    return (base.to("day") if base else None), anchor


def is_late(value: str) -> bool:
    """Whether a time of day lies in the evening or in the night."""
    _, _, clock = value.partition("T")
    return clock in LATE or (clock[:2].isdigit() and EVENING <= int(clock[:2]) <= LAST_HOUR)


LATE = frozenset(("EV", "NI"))
EVENING, LAST_HOUR = 18, 23


def goes_on_next_day(context: "Context", day: Period, clock: str) -> bool:
    """Whether it is the morning after the evening that the sentence has told: "taken on Monday night, freed at 4 a.m.".

    Of today's evening nothing that was done the next morning can be told yet.
    """
    if context.evening != day or not (clock == "MO" or (clock[:2].isdigit() and int(clock[:2]) < LATE_MORNING)):
        return False
    around, now = context.around, context.reference
    if around.looks_back() or around.comes_first():
        return False
    is_over = now is None or context.narrative or day.index < now.index
    return around.tense() in ({"past", "future", "present"} if is_over else {"future", "present"})


LATE_MORNING = 10
"""From this hour on a morning is as well that of the same day, told later."""


def _is_out_of_place(context: "Context", day: Period) -> bool:
    """Whether the tense of the verb has left the day that was mentioned, or has not reached it."""
    return context.is_to_come(day) or _is_left(context, day)


def _is_left(context: "Context", day: Period) -> bool:
    """Whether a verb tells what will be, after a day that is over: "He died on Monday. It opens at noon"."""
    return (
        context.reference is not None
        and day.index < context.reference.index
        and (context.around.tense() in {"future", "present"})
    )


def has_not_come(context: "Context", day: Period) -> bool:
    """Whether the end of a day is still to come, where the past is told: "shots were fired after midnight"."""
    return context.reference is not None and day.index >= context.reference.index and context.around.tense() == "past"
