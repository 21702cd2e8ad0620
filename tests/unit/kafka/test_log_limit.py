"""aiokafka's log lines, rate-limited."""

import logging
from collections.abc import Iterator
from logging.handlers import BufferingHandler

import pytest

from services.kafka.log_limit import RateLimit


class Clock:
    """Time that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """Seconds."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still."""
    return Clock()


@pytest.fixture
def logger(clock: Clock, caplog: pytest.LogCaptureFixture) -> Iterator[logging.Logger]:
    """A logger below one that is limited to a line of a kind every ten seconds, where lines are written."""
    limit = RateLimit("limited", 10.0, clock)
    caplog.handler.addFilter(limit)
    yield logging.getLogger("limited.below")
    caplog.handler.removeFilter(limit)


def test_a_thousand_alike_are_one_and_then_a_count(
    logger: logging.Logger, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """One line goes through; the next one, after the interval, says how many were alike."""
    for node in range(1000):
        logger.error("no connection to node %s", node)
    assert caplog.messages == ["no connection to node 0"]
    clock.now += 10.0
    logger.error("no connection to node %s", 7)
    assert caplog.messages[1:] == ["no connection to node 7 (and 999 alike since)"]


def test_different_lines_are_not_held_back(logger: logging.Logger, caplog: pytest.LogCaptureFixture) -> None:
    """Another message, or the same at another level, is news."""
    logger.warning("one")
    logger.warning("two")
    logger.error("one")
    assert caplog.messages == ["one", "two", "one"]


def test_memory_is_bounded(clock: Clock) -> None:
    """Messages that differ every time are forgotten again."""
    limit = RateLimit("x", 10.0, clock)
    for number in range(10_000):
        limit.filter(logging.LogRecord("x", logging.ERROR, "", 0, f"message {number}", None, None))
    assert len(limit._seen) <= 256


def test_other_loggers_are_not_limited(logger: logging.Logger, caplog: pytest.LogCaptureFixture) -> None:
    """The service's own lines all go through."""
    for _ in range(3):
        logger.error("no connection")
        logging.getLogger("limitedless").error("an article was refused")
    assert caplog.messages == ["no connection", *["an article was refused"] * 3]


def test_another_handler_sees_every_line(logger: logging.Logger) -> None:
    """What is held back from the log is still there for whoever listens at the logger."""
    handler = BufferingHandler(capacity=10)
    logging.getLogger("limited").addHandler(handler)
    try:
        for _ in range(3):
            logger.error("no connection")
    finally:
        logging.getLogger("limited").removeHandler(handler)
    assert len(handler.buffer) == 3
