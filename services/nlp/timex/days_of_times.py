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
