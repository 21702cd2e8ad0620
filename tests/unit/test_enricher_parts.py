"""Small parts of the service: budget, backoff, faults, language, masking, metrics, frames."""

from pathlib import Path
from random import Random

import pytest
from aiokafka import errors
from hypothesis import given
from hypothesis import strategies as st

from schemas import RawArticle
from services.enricher import frames
from services.enricher.backoff import BACKOFF_SECONDS, FENCED_BACKOFF_SECONDS, LONGEST_BACKOFF_SECONDS, Backoff
from services.enricher.budget import Bounds, Budget
from services.enricher.faults import FatalError, Fault, sort
from services.enricher.language import LanguageDetector, primary_language
from services.enricher.metrics_reference import reference
from services.enricher.worker import WorkerSpec
from services.nlp.parsing import LONGEST_RUN, readable

ROOT = Path(__file__).parents[2]


def test_the_metrics_page_is_up_to_date() -> None:
    """docs/reference/metrics.md is what services/enricher/metrics.py says; write it again with metrics_reference."""
    assert (ROOT / "docs/reference/metrics.md").read_text("utf-8") == reference()


def test_budget_bounds_bytes_records_and_seconds_but_never_starves_a_lane() -> None:
    """A lane may take more while all three bounds hold; one with nothing under way always may."""
    budget = Budget(Bounds(bytes=1000, records=10, seconds=2.0), workers=2)
    budget.take(5, 400)
    assert budget.has_room(5)
    assert not budget.has_room(10)
    budget.take(5, 700)
    assert not budget.has_room(5)
    assert budget.has_room(0)


def test_budget_learns_how_long_work_takes() -> None:
    """Where a byte is a lot of work, few bytes fill the time."""
    budget = Budget(Bounds(bytes=10_000, records=100, seconds=2.0), workers=1)
    budget.take(1, 100)
    budget.work_done(100, 0, seconds=1.0)
    budget.release(1, 100, 0, worked=True)
    budget.take(3, 190)
    assert budget.has_room(3)
    budget.take(1, 20)
    assert not budget.has_room(4)


def test_budget_is_empty_again_after_all_is_released() -> None:
    """Whether worked on or dropped, what was taken is given back."""
    budget = Budget(Bounds(1000, 10, 2.0), 1)
    budget.take(2, 300)
    budget.work_done(100, 50, 0.1)
    budget.release(1, 100, 50, worked=True)
    budget.release(1, 200, 0, worked=False)
    assert (budget.bytes, budget.records) == (0, 0)
    assert budget.has_room(9)


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (errors.ProducerFenced(), Fault.FENCED),
        (TimeoutError(), Fault.TIMEOUT),
        (errors.KafkaConnectionError(), Fault.RETRIABLE),
        (AssertionError(), Fault.RETRIABLE),
        (errors.TopicAuthorizationFailedError(), Fault.FATAL),
        (errors.MessageSizeTooLargeError(), Fault.FATAL),
        (FatalError(), Fault.FATAL),
        (ExceptionGroup("", [TimeoutError(), ExceptionGroup("", [FatalError()])]), Fault.FATAL),
        (ExceptionGroup("", [ValueError(), errors.ProducerFenced()]), Fault.FENCED),
    ],
)
def test_every_error_is_sorted(error: BaseException, fault: Fault) -> None:
    """What nobody knows may pass; of several errors the gravest counts."""
    assert sort(error) is fault


@pytest.mark.parametrize(
    ("language", "body", "code", "method"),
    [
        ("en-GB", "Der Hafen", "en-GB", "declared"),
        (None, "The harbour of the old town was reopened by the mayor on Monday morning.", "en", "detected"),
        (None, "Der Hafen der alten Stadt wurde am Montag vom Bürgermeister wieder eröffnet.", "de", "detected"),
        ("not a language", "The harbour of the old town was reopened on Monday.", "en", "detected"),
        ("", "The harbour of the old town was reopened on Monday.", "en", "detected"),
        (None, "1234 - 5678", "und", "detected"),
    ],
)
def test_language_is_declared_or_detected(language: str | None, body: str, code: str, method: str) -> None:
    """A language tag is believed; anything else in its place is not, and the words decide."""
    found = LanguageDetector().language_of(RawArticle(article_id="x", body=body, language=language))
    assert (found.code, found.method) == (code, method)


@pytest.mark.parametrize(("code", "primary"), [("en-GB", "en"), ("EN", "en"), ("en_US", "en"), ("fra", "fra")])
def test_the_primary_language_decides(code: str, primary: str) -> None:
    """Regions and scripts don't change which model reads an article."""
    assert primary_language(code) == primary


def test_only_overlong_runs_are_blanked_and_offsets_stay() -> None:
    """Everything else stands where it stood."""
    long, fits = "(" * (LONGEST_RUN + 1), "x" * LONGEST_RUN
    text = f"Oslo {long} and {fits} Paris"
    assert readable(text) == f"Oslo {' ' * len(long)} and {fits} Paris"


def test_frames_arrive_whole_however_they_are_cut() -> None:
    """Messages survive any cutting of the stream."""
    messages = [b"", b"x" * 1000, {"a": [1, 2]}]
    stream = b"".join(map(frames.pack, messages))
    for step in (1, 7, 1024):
        unpacker = frames.Unpacker()
        found = [m for at in range(0, len(stream), step) for m in unpacker.feed(stream[at : at + step])]
        assert found == messages


def test_a_workers_spec_survives_its_way_through_the_environment() -> None:
    """The fork server loads what the service means, or each worker would load the model again."""
    assert WorkerSpec.from_json(WorkerSpec().to_json()) == WorkerSpec()


@given(seed=st.integers(), errors_before=st.integers(0, 40))
def test_waits_double_with_each_error_up_to_a_bound_and_start_anew_after_work(seed: int, errors_before: int) -> None:
    """Lanes that failed together come back apart: each wait is drawn from the upper half of what is due."""
    backoff = Backoff(Random(seed))  # noqa: S311  # jitter is no secret
    for before in range(errors_before):
        due = min(LONGEST_BACKOFF_SECONDS, BACKOFF_SECONDS * 2**before)
        assert due / 2 <= backoff.seconds_after(Fault.RETRIABLE) <= due
    backoff.reset()
    assert backoff.seconds_after(Fault.RETRIABLE) <= BACKOFF_SECONDS
    backoff.reset()
    assert FENCED_BACKOFF_SECONDS / 2 <= backoff.seconds_after(Fault.FENCED) <= FENCED_BACKOFF_SECONDS
