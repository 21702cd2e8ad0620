"""aiokafka's log lines, rate-limited: with the broker away it would write 75 a second."""

import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

_EVERY_SECONDS = 10.0
# aiokafka has fewer message templates than this; a message that was formatted before logging counts as its own.
_REMEMBERED = 256


@dataclass(slots=True)
class _Seen:
    let_through_at: float
    held_back: int = 0


class RateLimit(logging.Filter):
    """Lets one line of a kind through every `seconds`, and says with the next how many were held back.

    A kind is logger, level and message template: the same message about another node or partition is alike. Only the
    logger `name` and those below it are limited. It belongs on a handler: on a logger it would keep the lines from
    every other handler, too, and `reach` reads there why a broker was not reached.
    """

    def __init__(self, name: str, seconds: float = _EVERY_SECONDS, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(name)
        self._seconds = seconds
        self._clock = clock
        self._seen: OrderedDict[tuple[str, int, str], _Seen] = OrderedDict()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line is let through; adds the count of its silent predecessors to it."""
        if not super().filter(record):
            return True
        kind = (record.name, record.levelno, str(record.msg))
        now = self._clock()
        before = self._seen.get(kind)
        if before and now - before.let_through_at < self._seconds:
            before.held_back += 1
            return False
        if before and before.held_back:
            record.msg = f"{record.getMessage()} (and {before.held_back} alike since)"
            record.args = None
        self._seen[kind] = _Seen(now)
        self._seen.move_to_end(kind)
        if len(self._seen) > _REMEMBERED:
            self._seen.popitem(last=False)
        return True
