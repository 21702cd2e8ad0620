"""Time expressions."""

from pydantic import Field

from schemas.intervals import Interval
from schemas.spans import Span
from schemas.vocabulary import TimexMod, TimexType


class Timex(Span, Interval):
    """One time expression and what it means (TIMEX3, TimeML 1.2.1)."""

    id: str = Field(description="t1, t2 … in the order of the text")
    type: TimexType
    mod: TimexMod | None = None
    quant: str | None = Field(default=None, description="of a SET: EVERY, EACH …")
    freq: str | None = Field(default=None, description="of a SET: how often within the value, e.g. 2X")
    anchor: str | None = Field(
        default=None, description="what the value was resolved against: `reference_time`, the id of a timex, or null"
    )
    rule: str = Field(description="the name of the rule that found it")
