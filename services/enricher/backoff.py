"""How long a lane waits after an error before its next session."""

from random import Random

from services.enricher.faults import Fault

BACKOFF_SECONDS = 0.1
"""The first wait after an error; it doubles with each error in a row."""

LONGEST_BACKOFF_SECONDS = 3.0
"""A broker that comes back is noticed within this."""

FENCED_BACKOFF_SECONDS = 1.0
"""Whoever fenced us owns the partition, or thinks so; at once would only fence it back."""

MOST_DOUBLINGS = 8


class Backoff:
    """Waits that double with each error in a row, up to a bound."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._errors_in_a_row = 0

    def reset(self) -> None:
        """Something has worked: the next error is the first again."""
        self._errors_in_a_row = 0

    def seconds_after(self, fault: Fault) -> float:
        """Count an error and tell how long to wait."""
        first = FENCED_BACKOFF_SECONDS if fault is Fault.FENCED else BACKOFF_SECONDS
        wait = min(LONGEST_BACKOFF_SECONDS, first * (1 << min(self._errors_in_a_row, MOST_DOUBLINGS)))
        self._errors_in_a_row += 1
        # Lanes that failed together should not come back together.
        return wait * self._random.uniform(0.5, 1.0)
