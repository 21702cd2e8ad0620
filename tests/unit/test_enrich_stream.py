"""The stream behind `dateline enrich --jsonl`, on real worker processes with work that misbehaves."""

import io
from collections.abc import AsyncIterator, Iterator

import pytest

from services.cli.enrich_stream import AHEAD, BATCH, MAX_LINE, Line, enrich, read_lines
from services.enricher.pool import Pool
from services.enricher.process import WorkerLimits
from services.enricher.worker import WorkerSpec

LINES = 5 * BATCH


@pytest.fixture
async def pool() -> AsyncIterator[Pool]:
    """Two workers that obey the text they are given."""
    async with Pool(WorkerSpec("tests.unruly_pipeline:load"), WorkerLimits(), 2, lambda _: None) as pool:
        yield pool


async def test_a_line_that_kills_its_process_is_named_and_the_others_are_answered(pool: Pool) -> None:
    """Two deadly lines among many: each is named, every other line is answered, and the order is kept."""
    lines = [Line(number, b"crash" if number in {40, 100} else b"line %d" % number) for number in range(1, LINES)]
    answers = [answer async for answer in enrich(iter(lines), pool, 2)]
    assert [answer.number for answer in answers] == list(range(1, LINES))
    assert [answer.number for answer in answers if answer.problem] == [40, 100]
    assert answers[0].value == b"line 1"


async def test_a_line_that_could_not_be_read_keeps_its_place(pool: Pool) -> None:
    """A line without data is answered with its problem, between its neighbours' results."""
    lines = [Line(1, b"one"), Line(2, problem="longer than a line may be"), Line(3, b"three")]
    answers = [answer async for answer in enrich(iter(lines), pool, 2)]
    assert [(answer.value, answer.problem) for answer in answers] == [
        (b"one", None),
        (None, "longer than a line may be"),
        (b"three", None),
    ]


async def test_no_more_is_read_than_the_workers_need(pool: Pool) -> None:
    """Input of any length takes bounded memory: before the first answer is taken, few batches have been read."""
    read = 0

    def endless() -> Iterator[Line]:
        nonlocal read
        while True:
            read += 1
            yield Line(read, b"word")

    answers = enrich(endless(), pool, 2)
    for _ in range(BATCH):
        await anext(answers)
    await answers.aclose()  # type: ignore[attr-defined]  # it is a generator
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
