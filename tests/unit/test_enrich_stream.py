"""The processes behind `dateline enrich --jsonl`, with work that misbehaves."""

import io
import os
import signal
from collections.abc import Iterator

from services.cli.enrich_stream import AHEAD, BATCH, MAX_LINE, Answer, Line, Workers, read_lines

LINES = 5 * BATCH


def prepare() -> None:
    """Nothing to load."""


def shout(lines: list[Line]) -> list[Answer]:
    """Upper case; a line that says `die` ends the process as a fault in C code would."""
    if any(line.data == b"die" for line in lines):
        os.kill(os.getpid(), signal.SIGKILL)
    return [Answer(line.number, line.data.upper()) for line in lines]


def test_a_line_that_kills_its_process_is_named_and_the_others_are_answered() -> None:
    """Two deadly lines among many: each is named, every other line is answered, and the order is kept."""
    lines = [Line(number, b"die" if number in {40, 100} else f"line {number}".encode()) for number in range(1, LINES)]
    with Workers(prepare, shout, 2) as workers:
        answers = list(workers.enrich(iter(lines)))
    assert [answer.number for answer in answers] == list(range(1, LINES))
    assert [answer.number for answer in answers if answer.problem] == [40, 100]
    assert answers[0].value == b"LINE 1"


def test_no_more_is_read_than_the_workers_need() -> None:
    """Input of any length takes bounded memory: before the first answer is taken, few batches have been read."""
    read = 0

    def endless() -> Iterator[Line]:
        nonlocal read
        while True:
            read += 1
            yield Line(read, b"word")

    with Workers(prepare, shout, 2) as workers:
        answers = workers.enrich(endless())
        for _ in range(BATCH):
            next(answers)
        assert read <= (2 * AHEAD + 1) * BATCH


def test_lines_are_numbered_as_an_editor_does() -> None:
    """Blank lines count and are passed over; the last one needs no line end."""
    found = list(read_lines(io.BytesIO(b"one\n\n  \nfour")))
    assert found == [Line(1, b"one\n"), Line(4, b"four")]


def test_a_line_without_end_is_passed_over() -> None:
    """A line longer than the limit is named, not held in memory, and the next one is read."""
    found = list(read_lines(io.BytesIO(b"x" * (3 * MAX_LINE) + b"\nnext\n")))
    assert [line.number for line in found] == [1, 2]
    assert found[0].problem
    assert not found[0].data
    assert found[1].data == b"next\n"
