"""Which of several candidates an expression means: the nearest to now, by the tense of the verb beside it."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from services.nlp.timex.around import Tense
from services.nlp.timex.periods import Period

if TYPE_CHECKING:
    from services.nlp.timex.context import Context

AHEAD = 4.0
"""How much farther a coming date seems where no tense tells: news mostly looks back."""

AHEAD_BY_TENSE: Mapping[Tense | None, float] = {"past": 6.0, "present": 2.0, "future": 1.0, "open": 1.0}
"""How much farther a coming date seems beside a verb."""

AHEAD_OF_TOLD: Mapping[str, float] = {"month": 12.0, "day": 200.0}
"""The same for what a verb tells as done: "it closed in December", said in November, is eleven months away.

A story may bear the date of the day before it, so that the day that comes next is no year away.
"""

HALF_OF_A_HALF = timedelta(days=91)

BEHIND_FUTURE = 6.0
"""How much farther a past date seems beside a verb in the future."""

BEHIND_FUTURE_QUARTER = 2.5
"""The same for quarters that belong to a noun: "will report a third-quarter loss" is said in the fourth."""


def nearest(context: "Context", near: Sequence[Period], here: Period) -> Period | None:
    """The candidate nearest to the base, those against the tense of the governing verb counting as farther away."""
    tense = context.around.tense()
    of_noun = here.unit == "quarter" and not context.around.is_adverbial()
    behind = BEHIND_FUTURE_QUARTER if of_noun else BEHIND_FUTURE
    past = behind if tense == "future" else 1.0
    future = AHEAD_BY_TENSE.get(tense, AHEAD)
    if tense == "past" and here.unit in AHEAD_OF_TOLD and context.around.is_told():
        future = AHEAD_OF_TOLD[here.unit]

    told = tense == "past" and here.unit == "half_year" and context.around.is_within()
    hardly_begun = told and _has_hardly_begun(context, here)

    def distance(period: Period) -> float:
        away = period.index - here.index or int(hardly_begun)
        return away * future if away > 0 else -away * past

    found = min(near, key=distance, default=None)
    if tense == "past" and found is not None and found.index > here.index and context.around.leads_entry():
        return max((period for period in near if period.index <= here.index), default=None)
    return found


def _has_hardly_begun(context: "Context", half: Period) -> bool:
    """Whether too little of a half of the year is over to be told of yet."""
    first, now = half.first, context.reference.first if context.reference else None
    return first is not None and now is not None and now - first < HALF_OF_A_HALF
