"""The corpora of events and of their dates specify this room: each case must hold."""

from functools import cache
from pathlib import Path

import pytest

from services.nlp.annotations import Event
from tests.corpus.event_lines import Case, cases_of, files, misses
from tests.corpus.model import engine

FEWEST = {"events": 300, "dating": 400}
PATHS = [*files("events"), *files("dating")]
CASES = [(path, case) for path in PATHS for case in cases_of(path)]


@cache
def events_of(path: Path) -> dict[str, tuple[Event, ...]]:
    """The events of each case of a file; each is analysed as an article of its own."""
    cases = cases_of(path)
    found = engine().analyse([case.document for case in cases])
    return {case.sentence: annotations.events for case, (annotations, _) in zip(cases, found, strict=True)}


@pytest.mark.parametrize(("path", "case"), CASES, ids=[f"{path.stem}: {case.sentence[:70]}" for path, case in CASES])
def test_case_holds(path: Path, case: Case) -> None:
    """What a case notes of a sentence is what is found in it."""
    assert misses(case, events_of(path)[case.sentence]) == []


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_sentence_stands_twice(path: Path) -> None:
    """A file names each sentence once: YAML would silently keep the last."""
    lines = [line.split('": ')[0] for line in path.read_text("utf-8").splitlines() if line.startswith('  "')]
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize("folder", FEWEST)
def test_the_corpora_are_large_enough(folder: str) -> None:
    """There are at least 300 lines on events and 400 on dates, and none stands twice about the same property."""
    lines = [(case.about, case.sentence, case.published) for path in files(folder) for case in cases_of(path)]
    assert len(lines) >= FEWEST[folder]
    assert len(set(lines)) == len(lines)
