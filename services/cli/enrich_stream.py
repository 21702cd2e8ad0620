"""Raw articles in, enriched ones out, one JSON a line: on all cores, in order, with bounded memory."""

import asyncio
import os
import sys
from collections import deque
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import IO

from services.cli.exits import CommandError, ExitCode
from services.enricher.core.outcome import DeadLetter, Enriched, Outcome
from services.enricher.core.work import Done, Item, PipelineOptions
from services.enricher.logs import configure_logs
from services.enricher.pool import Pool
from services.enricher.process import WorkerLimits, WorkerUnusableError
from services.enricher.worker import WorkerSpec

BATCH = 32
"""Lines a task: what spaCy works best with."""

AHEAD = 2
"""Batches in flight for each worker: one at work, one waiting. Nothing more is read from standard input."""

MAX_LINE = 16 * 1024 * 1024
"""Bytes. A longer line is no article; it is passed over without being held in memory."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of input; `problem` instead of `data` where it could not even be read."""

    number: int
    data: bytes = b""
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a line: the enriched article's bytes, or the reason why there are none."""

    number: int
    value: bytes | None = None
    problem: str | None = None


def enrich_stream(source: IO[bytes], target: IO[bytes], options: PipelineOptions, workers: int | None) -> ExitCode:
    """Enrich every line. Answers come in the order of the lines; bad ones are named on standard error, and counted.

    Raises CommandError where no worker can be started, for want of the model or because of the authority file.
    """
    # Lost workers are told line by line; what else the pool has to say must not get between the articles.
    configure_logs("auto", "error")
    try:
        return asyncio.run(_enrich_stream(source, target, WorkerSpec(options=options), workers or cores()))
    except WorkerUnusableError as error:
        hint = "DATELINE_MODEL names an installed spaCy package or a path, DATELINE_AUTHORITY_FILE a CSV or JSONL file"
        raise CommandError(f"no worker can start: {error}", code=ExitCode.CONFIGURATION, hint=hint) from error


async def _enrich_stream(source: IO[bytes], target: IO[bytes], spec: WorkerSpec, workers: int) -> ExitCode:
    bad = 0
    # Losses are told line by line, so nobody counts them here.
    async with Pool(spec, WorkerLimits(), workers, lambda _: None) as pool:
        await pool.ready()
        async for answer in enrich(read_lines(source), pool, workers):
            if answer.value is None:
                bad += 1
                sys.stderr.write(f"line {answer.number}: {answer.problem}\n")
            else:
                target.write(answer.value + b"\n")
                target.flush()
    return ExitCode.PROBLEM if bad else ExitCode.OK


def read_lines(source: IO[bytes]) -> Iterator[Line]:
    """The lines that are not blank, with their numbers from one."""
    number = 0
    while data := source.readline(MAX_LINE + 1):
        number += 1
        if len(data) > MAX_LINE:
            while data and not data.endswith(b"\n"):
                data = source.readline(MAX_LINE)
            yield Line(number, problem=f"longer than {MAX_LINE:,} bytes")
        elif data.strip():
            yield Line(number, data)


async def enrich(lines: Iterator[Line], pool: Pool, workers: int) -> AsyncIterator[Answer]:
    """One answer a line, in order; reads only as far ahead as the workers need.

    A line that costs a worker its life, its time or its memory is named, and harms no other: see `Pool.run`.
    """
    under_way: deque[tuple[list[Line], asyncio.Task[Sequence[Done]]]] = deque()
    try:
        more = True
        while more or under_way:
            while more and len(under_way) < workers * AHEAD:
                batch = list(islice(lines, BATCH))
                more = len(batch) == BATCH
                items = [Item(None, line.data) for line in batch if line.problem is None]
                under_way.append((batch, asyncio.create_task(_run(pool, items))))
            batch, task = under_way.popleft()
            outcomes = iter([done.outcome for done in await task])
            for line in batch:
                yield Answer(line.number, problem=line.problem) if line.problem else _answer(line, next(outcomes))
    finally:
        for _, task in under_way:
            task.cancel()


async def _run(pool: Pool, items: list[Item]) -> Sequence[Done]:
    return await pool.run(items) if items else ()


def _answer(line: Line, outcome: Outcome) -> Answer:
    if isinstance(outcome, Enriched):
        return Answer(line.number, outcome.value)
    problem = f"{outcome.reason}: {outcome.message}" if isinstance(outcome, DeadLetter) else "nothing to enrich"
    return Answer(line.number, problem=problem)


def cores() -> int:
    """The processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
