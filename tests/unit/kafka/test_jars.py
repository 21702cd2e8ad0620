"""The pinned list of jars."""

import re

from services.kafka.jars import kafka_version, pinned_jars


def test_every_line_is_a_pin() -> None:
    """Each jar has a SHA-256, a size and full coordinates, once."""
    jars = pinned_jars()
    assert len({jar.filename for jar in jars}) == len(jars) > 40
    assert all(re.fullmatch("[0-9a-f]{64}", jar.sha256) and jar.size > 0 for jar in jars)
    assert all(len(jar.coordinates.split(":")) == 3 for jar in jars)


def test_the_version_is_that_of_the_broker() -> None:
    """The version is read from the pin of the broker's own jar."""
    assert re.fullmatch(r"4\.\d+\.\d+", kafka_version())
