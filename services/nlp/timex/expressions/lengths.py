"""Lengths of time and what recurs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from services.nlp.timex.expressions.reading import Reading
from services.nlp.timex.periods import UNKNOWN

if TYPE_CHECKING:
    from datetime import date

    from services.nlp.timex.context import Context


MANY = 1e5
"""From here on `g` would write a number with an exponent."""


class Length(Struct, frozen=True, gc=False):
    """A duration: amount "X" where it is not known."""

    amount: float | str
    unit: str

    @property
    def value(self) -> str:
        """ISO 8601's period, as TIMEX3 extends it: P2Y, PT3H, PXD, P1DE, P2CE."""
        amount = (
            self.amount
            if isinstance(self.amount, str)
            else f"{self.amount:g}"
            if self.amount < MANY
            else f"{self.amount:.0f}"
        )
        if self.unit in {"second", "minute", "hour"}:
            return f"PT{amount}{self.unit[0].upper()}"
        if self.unit == "fortnight":
            return f"P{amount}W" if isinstance(self.amount, str) else f"P{self.amount * 2:g}W"
        return f"P{amount}{DURATION_LETTERS[self.unit]}"

    def read(self, context: Context) -> Reading:  # noqa: ARG002  # the same in every context
        """A DURATION."""
        return Reading("DURATION", self.value)


class Age(Struct, frozen=True, gc=False):
    """ "18 years old": a length in a history; in news it says who somebody is, not when anything was."""

    length: Length

    def read(self, context: Context) -> Reading | None:
        """A DURATION in a history; elsewhere none."""
        return self.length.read(context) if context.narrative else None


class FromNow(Struct, frozen=True, gc=False):
    """A length that ends or begins at the reference time: "the past five days", "the next three years"."""

    length: Length
    sign: int

    def read(self, context: Context) -> Reading:
        """A DURATION with its two ends: whole units, the running one left out."""
        base, anchor = context.base_for("this", "day")
        unit = "week" if self.length.unit == "fortnight" else self.length.unit
        here = base.to(unit) if base and unit in UNKNOWN else None  # type: ignore[arg-type]  # a unit of the calendar
        if here is None or isinstance(self.length.amount, str) or self.length.amount != int(self.length.amount):
            return self.length.read(context)
        if base and unit in {"day", "week"}:
            days = int(self.length.amount) * (7 if unit == "week" else 1)
            ends = (base.shift(-days), base) if self.sign < 0 else (base.shift(1), base.shift(days))
            return self._between(ends[0].first, ends[1].last, anchor)
        far = here.shift(self.sign * int(self.length.amount))
        ends = (far, here.shift(-1)) if self.sign < 0 else (here.shift(1), far)
        return self._between(ends[0].first, ends[1].last, anchor)

    def _between(self, first: date | None, last: date | None, anchor: str | None) -> Reading:
        """The length with its two ends, without them where the calendar does not hold them."""
        if first is None or last is None:
            return Reading("DURATION", self.length.value)
        return Reading("DURATION", self.length.value, None, None, None, None, "interval", anchor, first, last)


class AtOneEnd(Struct, frozen=True, gc=False):
    """Units at one end of something: "the first weeks of the siege"; a negative sign is its end."""

    length: Length
    sign: int

    def read(self, context: Context) -> Reading:
        """A DURATION."""
        return self.length.read(context)


class Compound(Struct, frozen=True, gc=False):
    """A length of two units or more: "two hours and 15 minutes"."""

    long: Length
    short: Length | Compound

    @property
    def value(self) -> str:
        """All of them in one: P1Y6M, PT2H15M, P1DT6H."""
        long, short = self.long.value, self.short.value
        return long + short.removeprefix("PT" if long.startswith("PT") else "P")

    def read(self, context: Context) -> Reading:  # noqa: ARG002  # the same in every context
        """One DURATION."""
        return Reading("DURATION", self.value)


class Rate(Struct, frozen=True, gc=False):
    """ "A year": a SET after an amount ("$2 million a year"), a DURATION elsewhere."""

    unit: str

    @property
    def value(self) -> str:
        """The length of one unit."""
        return Length(1, self.unit).value

    def read(self, context: Context) -> Reading:
        """As the tree has it."""
        return Reading("SET" if context.around.is_rate() else "DURATION", self.value)


DURATION_LETTERS = {"day": "D", "night": "D", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q",
    "season": "S", "half_year": "H",
                    "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML"}  # fmt: skip


class Recurring(Struct, frozen=True, gc=False):
    """A SET: what recurs, TIMEX3's quant and freq."""

    value: str
    quant: str | None = None
    freq: str | None = None

    def read(self, context: Context) -> Reading:  # noqa: ARG002  # the same in every context
        """A SET."""
        return Reading("SET", self.value, quant=self.quant, freq=self.freq)
