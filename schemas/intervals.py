"""Dates as intervals."""

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from schemas.base import Contract
from schemas.vocabulary import Granularity


class Interval(Contract):
    """What is known of a time: a TIMEX3 value and the first and the last day it may be, both inclusive.

    A side that nobody knows is null: "before May" has no `earliest`. Years outside 1 to 9999 have neither side.
    """

    value: str | None = Field(description="TIMEX3 value, e.g. 2026-05-03, 2026-05, 2026-W19, P2M, PAST_REF")
    earliest: date | None = None
    latest: date | None = None
    granularity: Granularity | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.earliest and self.latest and self.earliest > self.latest:
            msg = f"earliest {self.earliest} lies after latest {self.latest}"
            raise ValueError(msg)
        return self
