"""Which dead letters of a partition were sent back already, as it is kept on the broker. Pure.

The committed offset is the first letter that still waits; the metadata lists the runs beyond it that do not, because
letters may be chosen. See docs/decisions/0033-redriving-dead-letters.md.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

FORMAT = "runs1"
MAX_METADATA = 4000
"""Characters; the broker takes 4096 bytes unless it is told otherwise (offset.metadata.max.bytes)."""


class TooScatteredError(Exception):
    """The chosen letters lie in too many places to be remembered; sending back all before them helps."""


@dataclass(frozen=True, slots=True)
class Redriven:
    """Letters below `waiting` and those within `runs` (both ends inclusive) were sent back."""

    waiting: int = 0
    runs: tuple[tuple[int, int], ...] = ()

    def __contains__(self, offset: int) -> bool:
        return offset < self.waiting or any(first <= offset <= last for first, last in self.runs)

    def after(self, letters: Sequence[int], sent: Iterable[int]) -> Self:
        """The same when `sent` were sent back, too. `letters` are all that the partition holds, in order.

        Offsets between letters belong to no letter (Kafka's own records), so runs go across them.
        """
        now = set(sent)
        done = [offset in self or offset in now for offset in letters]
        waiting = next((offset for offset, gone in zip(letters, done, strict=True) if not gone), None)
        if waiting is None:
            return type(self)(max([self.waiting, *(offset + 1 for offset in letters)]))
        runs: list[tuple[int, int]] = []
        extends = False
        for offset, gone in zip(letters, done, strict=True):
            if gone and offset > waiting:
                runs[-1:] = [(runs[-1][0], offset)] if extends else [*runs[-1:], (offset, offset)]
            extends = gone and offset > waiting
        return type(self)(waiting, tuple(runs))

    def to_metadata(self) -> str:
        """For the offset's metadata. Raises TooScatteredError where it would be too long."""
        text = f"{FORMAT}:" + ",".join(f"{first}-{last}" for first, last in self.runs)
        if len(text) > MAX_METADATA:
            raise TooScatteredError(
                f"{len(self.runs)} runs of letters were sent back and letters between them were not"
            )
        return text

    @classmethod
    def from_offset(cls, offset: int, metadata: str) -> Self:
        """Read back; −1 is the broker's word for none. Raises ValueError where the metadata is not ours."""
        if offset < 0:
            return cls()
        form, _, text = metadata.partition(":")
        if form != FORMAT:
            raise ValueError(f"the offset's metadata is not that of a redrive: {metadata!r}")
        runs = tuple(
            (int(first), int(last)) for first, _, last in (run.partition("-") for run in text.split(",") if run)
        )
        if any(first > last for first, last in runs) or any(a[1] >= b[0] for a, b in pairwise(runs)):
            raise ValueError(f"the offset's metadata is damaged: {metadata!r}")
        return cls(offset, runs)
