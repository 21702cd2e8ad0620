"""aiokafka's log lines, rate-limited: with the broker away it would write 75 a second."""

import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

import aiokafka.admin  # noqa: F401  # makes its loggers

_EVERY_SECONDS = 10.0
# aiokafka has fewer message templates than this; a message that was formatted before logging counts as its own.
_REMEMBERED = 256


@dataclass(slots=True)
class _Seen:
    let_through_at: float
    held_back: int = 0


class RateLimit(logging.Filter):
    """Lets one line of a kind through every `seconds`, and says with the next how many were held back.

    A kind is logger, level and message template: the same message about another node or partition is alike.
    """

    def __init__(self, seconds: float = _EVERY_SECONDS, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._seconds = seconds
        self._clock = clock
        self._seen: OrderedDict[tuple[str, int, str], _Seen] = OrderedDict()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line is let through; adds the count of its silent predecessors to it."""
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


def limit_logs(name: str = "aiokafka", limit: logging.Filter | None = None) -> None:
    """Rate-limit the logger `name` and those below it that exist. Doing it again replaces the limit.

    A logger's filter doesn't see the lines of the loggers below it, so each gets it; aiokafka makes all of its own when
    it is imported.
    """
    limit = limit or RateLimit()
    below = [known for known in logging.Logger.manager.loggerDict if known.startswith(f"{name}.")]
    for logger in (logging.getLogger(each) for each in (name, *below)):
        for old in [old for old in logger.filters if isinstance(old, RateLimit)]:
            logger.removeFilter(old)
        logger.addFilter(limit)
