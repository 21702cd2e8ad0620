"""Raw articles in, enriched ones out, one JSON a line: on all cores, in order, with bounded memory."""

import os
import sys
import warnings
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self

from services.cli.exits import CommandError, ExitCode

if TYPE_CHECKING:
    from services.enricher.core.work import PipelineOptions
    from services.enricher.pipeline import Pipeline

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


def enrich_stream(source: IO[bytes], target: IO[bytes], options: "PipelineOptions", workers: int | None) -> ExitCode:
    """Enrich every line. Answers come in the order of the lines; bad ones are named on standard error, and counted."""
    check(options)
    bad = 0
    with Workers(partial(load, options), enrich_lines, workers or cores()) as pool:
        for answer in pool.enrich(read_lines(source)):
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


Work = Callable[[list[Line]], list[Answer]]
"""One answer a line, in order."""


class Workers:
    """Processes with a model each. A batch that ends its process is tried again line by line, to name the guilty."""

    def __init__(self, prepare: Callable[[], None], work: Work, count: int) -> None:
        """`count` processes; each calls `prepare` once and then `work` for every batch. Both must be picklable."""
        self._prepare = prepare
        self._work = work
        self._count = count
        self._pool = self._new_pool()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def enrich(self, lines: Iterator[Line]) -> Iterator[Answer]:
        """One answer a line, in order; reads only as far ahead as the workers need."""
        under_way: deque[tuple[list[Line], Future[list[Answer]]]] = deque()
        more = True
        while more or under_way:
            while more and len(under_way) < self._count * AHEAD:
                batch = list(islice(lines, BATCH))
                more = len(batch) == BATCH
                if batch:
                    under_way.append((batch, self._pool.submit(self._work, batch)))
            if under_way:
                batch, future = under_way.popleft()
                try:
                    yield from future.result()
                except BrokenProcessPool:
                    yield from self._one_by_one(batch)
                    self._restart()
                    under_way = deque((other, self._pool.submit(self._work, other)) for other, _ in under_way)

    def _one_by_one(self, batch: list[Line]) -> Iterator[Answer]:
        for line in batch:
            self._restart()
            try:
                yield from self._pool.submit(self._work, [line]).result()
            except BrokenProcessPool:
                yield Answer(line.number, problem="it ended the process that worked on it")

    def _restart(self) -> None:
        """A broken pool is of no more use; a sound one is kept."""
        try:
            self._pool.submit(_nothing).result()
        except BrokenProcessPool:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = self._new_pool()

    def _new_pool(self) -> ProcessPoolExecutor:
        # A forked server starts the workers: this process may have threads, and fork would copy their locks.
        return ProcessPoolExecutor(self._count, get_context("forkserver"), initializer=self._prepare)


def cores() -> int:
    """The processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_LOADED: list["Pipeline"] = []
"""In a worker process: its pipeline. A worker has no other place to keep what its initializer made."""


def check(options: "PipelineOptions") -> None:
    """Raises CommandError for options with which every process would die, before any is started."""
    from spacy.util import is_package

    from services.nlp.entities.authority import AuthorityError, load_authority

    if not is_package(options.model) and not Path(options.model).exists():
        raise CommandError(
            f"cannot load the model {options.model}: neither an installed package nor a path",
            code=ExitCode.CONFIGURATION,
            hint="DATELINE_MODEL names an installed spaCy package or a path",
        )
    if options.authority:
        try:
            load_authority(Path(options.authority))
        except (AuthorityError, OSError) as error:
            raise CommandError(str(error), code=ExitCode.CONFIGURATION) from error


def load(options: "PipelineOptions") -> None:
    """Load the pipeline of this worker process."""
    warnings.simplefilter("ignore", UserWarning)
    from services.enricher.pipeline import Pipeline

    _LOADED[:] = [Pipeline.load(options)]


def enrich_lines(lines: list[Line]) -> list[Answer]:
    """One answer a line. Runs in a worker process."""
    from services.enricher.core.outcome import DeadLetter, Enriched
    from services.enricher.core.work import Item

    (pipeline,) = _LOADED
    found = iter(pipeline.run([Item(None, line.data) for line in lines if line.problem is None]))
    answers = []
    for line in lines:
        outcome = None if line.problem else next(found).outcome
        if isinstance(outcome, Enriched):
            answers.append(Answer(line.number, outcome.value))
        else:
            problem = f"{outcome.reason}: {outcome.message}" if isinstance(outcome, DeadLetter) else line.problem
            answers.append(Answer(line.number, problem=problem))
    return answers


def _nothing() -> None:
    """Shows that a pool still works."""
