"""The corpora of entities specify this room: each line, for or against, must hold."""

from functools import cache
from pathlib import Path

import pytest

from services.nlp.annotations import Entity
from tests.corpus.entity_lines import Line, files, lines_of, misses
from tests.corpus.model import engine

LINES = [(path, line) for path in files() for line in lines_of(path)]
ENOUGH = 300


@cache
def entities_of(path: Path) -> dict[str, tuple[Entity, ...]]:
    """The entities of each line of a file; each is analysed as an article of its own."""
    lines = lines_of(path)
    found = engine().analyse([line.document for line in lines])
    return {line.marked: annotations.entities for line, (annotations, _) in zip(lines, found, strict=True)}


@pytest.mark.parametrize(("path", "line"), LINES, ids=[f"{path.stem}: {line.marked[:70]}" for path, line in LINES])
def test_line_holds(path: Path, line: Line) -> None:
    """Each marked name is found with its label and cluster, and nothing is found where none is."""
    assert misses(line, entities_of(path)[line.marked]) == []


def test_the_corpora_are_large_enough() -> None:
    """There are 300 lines, every one marks something, none stands twice."""
    marked = [line.marked for _, line in LINES]
    assert len(marked) >= ENOUGH
    assert len(set(marked)) == len(marked)
    assert all(line.marks for _, line in LINES)


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_each_file_argues_both_sides(path: Path) -> None:
    """Each family has lines against it: precision is specified, too."""
    assert any(mark.label == "not" or mark.number for line in lines_of(path) for mark in line.marks)
