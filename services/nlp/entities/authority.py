"""The newsroom's authority file: its own ids for the people, organisations and places that it writes about.

CSV with a header line, or JSON Lines; `aliases` and `context` are lists in JSON, parted by `|` in CSV. A cluster is
linked where exactly one entry bears one of its names under a label that fits; of several bearers the one whose context
words the article holds most of is meant. No bearer, a tie, or context words of which none is there: no link.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import zip_longest
from pathlib import Path
from typing import get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from schemas.vocabulary import EntityLabel
from services.nlp.entities.mention import PLACES

SEPARATOR = "|"


class AuthorityError(ValueError):
    """An authority file that cannot be used; the message names the file, the line and what is wrong."""


class Entry(BaseModel):
    """One line of an authority file."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    id: str = Field(min_length=1)
    name: str = Field(min_length=1)
    label: EntityLabel
    aliases: tuple[str, ...] = ()
    context: tuple[str, ...] = ()

    @field_validator("aliases", "context", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        """A cell of a CSV file is a list parted by `|`."""
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(SEPARATOR) if part.strip())
        return () if value is None else value


@dataclass(frozen=True)
class Authority:
    """Entries by each of their names, written small; never changed after loading."""

    entries: Mapping[str, tuple[Entry, ...]]

    def link(self, names: Iterable[str], label: EntityLabel, vocabulary: frozenset[str]) -> str | None:
        """The id of the one entry that is meant, if any; `vocabulary` holds the article's words, written small."""
        bearers = {
            entry.id: entry
            for name in names
            for entry in self.entries.get(_key(name), ())
            if entry.label == label or {entry.label, label} <= PLACES
        }
        supports = ((identity, _support(entry, vocabulary)) for identity, entry in bearers.items())
        fitting = {identity: support for identity, support in supports if support is not None}
        if not fitting:
            return None
        best = max(fitting.values())
        leaders = [identity for identity, support in fitting.items() if support == best]
        return leaders[0] if len(leaders) == 1 else None


EMPTY = Authority({})
"""No authority file: nothing is linked."""


def load_authority(path: Path) -> Authority:
    """Read and check an authority file. Raises AuthorityError, which names the line, or OSError."""
    entries: dict[str, list[Entry]] = {}
    seen: dict[str, int] = {}
    for number, row in _rows(path):
        try:
            entry = Entry.model_validate(row)
        except ValidationError as error:
            raise _wrong(path, number, _explain(error)) from error
        if entry.id in seen:
            raise _wrong(path, number, f"id {entry.id!r} stands in line {seen[entry.id]} already")
        seen[entry.id] = number
        for name in {_key(name) for name in (entry.name, *entry.aliases)}:
            entries.setdefault(name, []).append(entry)
    if not entries:
        msg = f"{path}: no entry in it; without a list leave the authority file out"
        raise AuthorityError(msg)
    return Authority({name: tuple(found) for name, found in entries.items()})


def _rows(path: Path) -> Iterator[tuple[int, object]]:
    """The number and the content of each line."""
    form = path.suffix.lower()
    if form not in {".csv", ".jsonl"}:
        msg = f"{path}: an authority file ends in .csv or .jsonl"
        raise AuthorityError(msg)
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        msg = f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8"
        raise AuthorityError(msg) from error
    yield from (_csv_rows if form == ".csv" else _json_rows)(path, text)


def _csv_rows(path: Path, text: str) -> Iterator[tuple[int, object]]:
    """The lines of a CSV file by its header."""
    # Only these are line ends: str.splitlines() would break a cell at others, and one in quotes may hold a line end.
    lines = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        header = next(lines, [])
        if problem := _header_problem(header):
            raise _wrong(path, 1, problem)
        for cells in lines:
            if len(cells) > len(header):
                raise _wrong(path, lines.line_num, "more cells than the header has; quote a cell that holds a comma")
            if any(cells):
                yield lines.line_num, dict(zip_longest(header, cells, fillvalue=""))
    except csv.Error as error:
        raise _wrong(path, lines.line_num, f"not CSV: {error}") from error


def _header_problem(header: Sequence[str]) -> str | None:
    """What is wrong with the first line of a CSV file, if anything."""
    required = [name for name, field in Entry.model_fields.items() if field.is_required()]
    columns = f"the columns are {', '.join(Entry.model_fields)}, parted by commas; {', '.join(required)} must be there"
    if missing := [name for name in required if name not in header]:
        return f"the header lacks {', '.join(missing)}; {columns}"
    if unknown := [name for name in header if name not in Entry.model_fields]:
        return f"the header has an unknown column {unknown[0]!r}; {columns}"
    if len(set(header)) < len(header):
        return f"the header names a column twice; {columns}"
    return None


def _json_rows(path: Path, text: str) -> Iterator[tuple[int, object]]:
    """The lines of a JSON Lines file."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise _wrong(path, number, f"not JSON: {error.msg}") from error
        except RecursionError as error:
            raise _wrong(path, number, "not JSON that holds an entry: nested too deeply") from error
        if not isinstance(row, dict):
            raise _wrong(path, number, "an entry is a JSON object, one a line")
        yield number, row


def _wrong(path: Path, number: int, problem: str) -> AuthorityError:
    """The error for a line."""
    return AuthorityError(f"{path}, line {number}: {problem}")


def _explain(error: ValidationError) -> str:
    """The first field that is wrong, and what it should be."""
    first = error.errors()[0]
    field = ".".join(map(str, first["loc"])) or "line"
    if field == "label" and isinstance(first["input"], str):
        return f"label: {first['input']!r} is none of {', '.join(get_args(EntityLabel))}"
    if first["type"] == "extra_forbidden":
        return f"{field}: no such field; there are {', '.join(Entry.model_fields)}"
    if first["type"] in {"missing", "string_too_short"}:
        return f"{field}: must not be empty"
    return f"{field}: {first['msg']}"


def _support(entry: Entry, vocabulary: frozenset[str]) -> int | None:
    """How many context words the article holds, none where it holds none of those asked for."""
    if not entry.context:
        return 0
    held = sum(vocabulary.issuperset(phrase.lower().split()) for phrase in entry.context)
    return held or None


def _key(name: str) -> str:
    """A name as it counts for sameness: written small, white space made single, no article."""
    return " ".join(name.lower().split()).removeprefix("the ")
