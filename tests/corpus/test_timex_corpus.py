"""The corpus of time expressions is the specification of the tagger: each entry must hold, word for word."""

from functools import cache
from pathlib import Path

import pytest
from spacy.language import Language

from services.nlp.annotations import Document, Timex
from services.nlp.timex import find_reference_time, find_timexes
from tests.corpus.model import engine
from tests.corpus.timex_lines import Line, corpus_files, lines_of

FEWEST_POSITIVE = 1200
FEWEST_NEGATIVE = 200
LINES = [line for path in corpus_files() for line in lines_of(path)]
ENTRIES = [(path, group) for path in corpus_files() for group in dict.fromkeys(line.group for line in lines_of(path))]


@cache
def nlp() -> Language:
    """The model that the service runs with."""
    return engine()._nlp


@cache
def tagged(path: Path) -> dict[str, list[tuple[Line, tuple[Timex, ...]]]]:
    """Every line of a file with the times found in it, by entry; parsed in one go, each tagged on its own."""
    entries: dict[str, list[tuple[Line, tuple[Timex, ...]]]] = {}
    lines = lines_of(path)
    for line, doc in zip(lines, nlp().pipe([line.text for line in lines], batch_size=256), strict=True):
        document = Document(line.text, line.headline_end, line.reference_time)
        found = find_timexes(doc, find_reference_time(doc, document))
        entries.setdefault(line.group, []).append((line, found))
    return entries


def misses(line: Line, found: tuple[Timex, ...]) -> list[str]:
    """What differs between what a line holds and what was found in it, one short sentence each."""
    at = {(timex.start, timex.end): timex for timex in found}
    wanted = {(expected.start, expected.end): expected for expected in line.expected}
    out = [
        f"not a time: {timex.text!r} {timex.value} ({timex.rule})" for span, timex in at.items() if span not in wanted
    ]
    for span, expected in wanted.items():
        words = line.text[slice(*span)]
        if span not in at:
            out.append(f"not found: {words!r} {expected.attributes['value']}")
            continue
        got = {name: str(getattr(at[span], name)) for name in expected.attributes}
        if got != expected.attributes:
            differing = [name for name in got if got[name] != expected.attributes[name]]
            wrong = ", ".join(f"{name} {got[name]}, not {expected.attributes[name]}" for name in differing)
            out.append(f"{words!r}: {wrong} ({at[span].rule})")
    return out


@pytest.mark.parametrize(("path", "group"), ENTRIES, ids=[f"{path.stem}: {group}" for path, group in ENTRIES])
def test_entry_holds(path: Path, group: str) -> None:
    """Exactly the marked times are found in every phrasing, each with the value and the attributes of its entry."""
    wrong = [
        f"{line.text}\n    {miss}" for line, found in tagged(path)[group] for miss in misses(line, found)
    ]  # fmt: skip
    assert not wrong, "\n" + "\n".join(wrong)


def test_corpus_is_as_large_as_promised() -> None:
    """At least 1,200 positive and 200 negative lines are written by hand; expanded families are not counted."""
    assert sum(line.weight for line in LINES if line.kind in {"value", "document"}) >= FEWEST_POSITIVE
    assert sum(line.weight for line in LINES if line.kind == "negative") >= FEWEST_NEGATIVE


def test_no_line_stands_twice() -> None:
    """A phrasing that stands twice under one reference time would only pad the count."""
    keys = [(line.text, line.headline_end, line.reference_time) for line in LINES if line.kind != "family"]
    assert sorted({key[0] for key in keys if keys.count(key) > 1}) == []
