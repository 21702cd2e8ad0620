"""aiokafka's log lines, rate-limited."""

import logging
from collections.abc import Iterator

import pytest

from services.kafka.log_limit import RateLimit, limit_logs


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
def logger(clock: Clock) -> Iterator[logging.Logger]:
    """A logger below one that is limited to a line of a kind every ten seconds."""
    logger = logging.getLogger("limited.below")
    limit_logs("limited", RateLimit(10.0, clock))
    yield logger
    logger.filters.clear()
    logging.getLogger("limited").filters.clear()


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
    limit = RateLimit(10.0, clock)
    for number in range(10_000):
        limit.filter(logging.LogRecord("x", logging.ERROR, "", 0, f"message {number}", None, None))
    assert len(limit._seen) <= 256


def test_limiting_twice_does_not_double_lines(logger: logging.Logger, caplog: pytest.LogCaptureFixture) -> None:
    """A second call replaces the limit."""
    limit_logs("limited", RateLimit())
    logger.error("once")
    assert caplog.messages == ["once"]


def test_all_of_aiokafkas_loggers_are_limited() -> None:
    """The one filter is on every logger of aiokafka's, so that none floods."""
    limit = RateLimit()
    limit_logs(limit=limit)
    names = ["aiokafka", *(name for name in logging.Logger.manager.loggerDict if name.startswith("aiokafka."))]
    assert {"aiokafka.conn", "aiokafka.producer.sender", "aiokafka.consumer.group_coordinator"} < set(names)
    try:
        assert all(logging.getLogger(name).filters == [limit] for name in names)
    finally:
        for name in names:
            logging.getLogger(name).removeFilter(limit)
