"""The worker pool on real processes, with a pipeline that misbehaves on command."""

import asyncio
import multiprocessing
import os
import signal
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from multiprocessing import forkserver

import psutil
import pytest

from services.enricher.core.outcome import DeadLetter, Enriched
from services.enricher.core.work import Done, Item, PipelineOptions
from services.enricher.pool import Pool
from services.enricher.process import Worker, WorkerLimits, WorkerUnusableError
from services.enricher.worker import WorkerSpec

UNRULY = WorkerSpec("tests.unruly_pipeline:load")
LIMITS = WorkerLimits(work_seconds=1.5, memory_bytes=400 * 1024**2, start_seconds=60)
PATIENT = replace(LIMITS, work_seconds=60)
"""For what does not wait for a stall: a busy machine may take long over it."""


def item(text: str) -> Item:
    """One piece of work; the unruly pipeline obeys its text."""
    return Item(None, text.encode())


def said(done: Done) -> str:
    """What became of an item, in a word."""
    return done.outcome.value.decode() if isinstance(done.outcome, Enriched) else done.outcome.reason  # type: ignore[union-attr]


@pytest.fixture
async def losses() -> list[str]:
    """Why workers were lost."""
    return []


@pytest.fixture
async def pool(losses: list[str]) -> AsyncIterator[Pool]:
    """A pool of two unruly workers, ready."""
    async with Pool(UNRULY, PATIENT, 2, losses.append) as pool:
        await pool.ready()
        yield pool


async def test_results_keep_the_order_of_the_items(pool: Pool) -> None:
    """Each item's result stands where the item stood."""
    results = await pool.run([item(f"echo {number}") for number in range(20)])
    assert [said(done) for done in results] == [f"echo {number}" for number in range(20)]


@pytest.mark.parametrize(
    ("marker", "reason"), [("crash", "worker_crash"), ("stall", "worker_stall"), ("grow", "worker_memory")]
)
async def test_only_the_guilty_record_is_dead_lettered(losses: list[str], marker: str, reason: str) -> None:
    """A record that loses its worker takes no neighbour along, is tried twice alone, and says what it did."""
    async with Pool(UNRULY, LIMITS if marker == "stall" else PATIENT, 2, losses.append) as pool:
        results = await pool.run([item("echo a"), item(marker), item("echo b")])
    assert [said(done) for done in results] == ["echo a", reason, "echo b"]
    letter = results[1].outcome
    assert isinstance(letter, DeadLetter)
    assert (letter.stage, letter.tries) == ("worker", 3)
    assert losses == [reason] * 3


async def test_a_record_that_fails_once_is_not_guilty(pool: Pool, tmp_path: object) -> None:
    """A worker that is killed from outside while it works costs no record."""
    marker = f"{tmp_path}/tried"
    results = await pool.run([item(f"once {marker}")])
    assert said(results[0]) == f"once {marker}"


async def test_an_idle_worker_that_is_killed_is_replaced(pool: Pool, losses: list[str]) -> None:
    """The pool notices a death between batches by itself."""
    async with asyncio.timeout(30):
        # The pool is ready with its first worker; the other one that comes late is no replacement.
        while len(pool.pids) < 2:  # noqa: ASYNC110  # the pool tells nobody
            await asyncio.sleep(0.02)
        killed = pool.pids[0]
        os.kill(killed, signal.SIGKILL)
        while len(pool.pids) < 2 or killed in pool.pids:  # noqa: ASYNC110  # as above
            await asyncio.sleep(0.02)
    assert losses == ["worker_crash"]
    assert [said(done) for done in await pool.run([item("echo still here")])] == ["echo still here"]


async def test_a_worker_that_dies_right_after_its_answer_is_counted(
    losses: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A death between an answer and the next batch is a loss like any other, and costs no record a try."""
    work = Worker.work

    async def work_and_die(worker: Worker, items: Sequence[Item]) -> tuple[Done, ...]:
        results = await work(worker, items)
        if items[0].value == b"echo last words":
            os.kill(worker.pid, signal.SIGKILL)
            await worker.gone
        return results

    monkeypatch.setattr(Worker, "work", work_and_die)
    async with Pool(UNRULY, PATIENT, 1, losses.append) as pool:
        for text in ("echo last words", "echo next"):
            assert [said(done) for done in await pool.run([item(text)])] == [text]
    assert losses == ["worker_crash"]


async def test_a_caller_that_goes_away_harms_nobody(pool: Pool) -> None:
    """Cancelling a wait leaves the pool whole for the next caller (a cancelled future breaks ProcessPoolExecutor)."""
    waits = [asyncio.create_task(pool.run([item("sleep 0.3")])) for _ in range(6)]
    await asyncio.sleep(0.1)
    for wait in waits:
        wait.cancel()
    await asyncio.gather(*waits, return_exceptions=True)
    assert [said(done) for done in await pool.run([item("echo next")])] == ["echo next"]


async def test_workers_end_with_the_pool(losses: list[str]) -> None:
    """Leaving the pool leaves no process behind, busy or idle."""
    async with Pool(UNRULY, LIMITS, 2, losses.append) as pool:
        await pool.ready()
        busy = asyncio.create_task(pool.run([item("stall")]))
        await asyncio.sleep(0.2)
        pids = pool.pids
    busy.cancel()
    gone, alive = await asyncio.to_thread(psutil.wait_procs, [p for p in map(_process, pids) if p], 5)
    assert not alive, gone


async def test_a_model_that_is_missing_is_fatal(losses: list[str]) -> None:
    """Without a model no worker can ever start, and whoever waits is told so."""
    spec = WorkerSpec(options=PipelineOptions(model="no_such_model"))
    async with Pool(spec, LIMITS, 1, losses.append) as pool:
        with pytest.raises(WorkerUnusableError, match="no_such_model"):
            await pool.ready()
        with pytest.raises(WorkerUnusableError):
            await pool.watch()
        with pytest.raises(WorkerUnusableError):
            await pool.run([item("echo a")])


async def test_workers_start_from_a_fork_server_that_knows_nothing_of_them(losses: list[str]) -> None:
    """Where the process has a fork server already, started for something else, workers load the pipeline themselves."""
    forkserver._forkserver._stop()  # type: ignore[attr-defined]  # as multiprocessing's own tests do
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([])
    other = context.Process(target=os.getpid)
    other.start()
    other.join()
    async with Pool(UNRULY, PATIENT, 1, losses.append) as pool:
        assert [said(done) for done in await pool.run([item("echo a")])] == ["echo a"]
    forkserver._forkserver._stop()  # type: ignore[attr-defined]  # as multiprocessing's own tests do
    assert losses == []


def _process(pid: int) -> psutil.Process | None:
    try:
        return psutil.Process(pid)
    except psutil.NoSuchProcess:
        return None
