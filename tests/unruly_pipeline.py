"""A pipeline for tests that obeys the text it is given: echo, crash, stall, grow, sleep.

It stands in for the analysis where a test needs a worker to fail in a certain way; the way a worker process is started,
watched, lost and replaced is the service's own.
"""

import os
import signal
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from services.enricher.core.outcome import Enriched
from services.enricher.core.work import Done, Item, PipelineOptions

MEBIBYTE = 1024 * 1024


class UnrulyPipeline:
    """Does to its own process what an item's text says."""

    model = "unruly 1.0"

    def run(self, items: Sequence[Item]) -> Iterator[Done]:
        """An echo of each item, unless the process ends first."""
        for each in items:
            value = each.value or b""
            obey(value.decode())
            yield Done(Enriched(each.key or b"", value, "complete"), {"model": 0.0})


def load(options: PipelineOptions) -> UnrulyPipeline:  # noqa: ARG001  # the form of every loader
    """Make the pipeline; there is nothing to load."""
    return UnrulyPipeline()


def obey(text: str) -> None:
    """Crash, stall, grow or sleep if the text starts with that word."""
    word, _, rest = text.partition(" ")
    match word:
        case "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "stall":
            time.sleep(3600)
        case "grow":
            _grow()
        case "sleep":
            time.sleep(float(rest))
        case "once" if not Path(rest).exists():
            Path(rest).touch()
            os.kill(os.getpid(), signal.SIGKILL)


def _grow() -> None:
    """Take memory until somebody stops it, at most 4 GiB, slowly enough not to endanger the machine."""
    taken = []
    for _ in range(64):
        taken.append(b"\x01" * (64 * MEBIBYTE))
        time.sleep(0.02)
    time.sleep(3600)
