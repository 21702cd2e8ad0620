"""The newsroom's authority file: its own ids for the people, organisations and places that it writes about.

CSV with a header line, or JSON Lines; `aliases` and `context` are lists in JSON, parted by `|` in CSV. A cluster is
linked where exactly one entry bears one of its names under a label that fits; of several bearers the one whose context
words the article holds most of is meant. No bearer, a tie, or context words of which none is there: no link.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from schemas.vocabulary import EntityLabel

SEPARATOR = "|"
PLACES = frozenset({"GPE", "LOC", "FAC"})


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
            first = error.errors()[0]
            field = ".".join(map(str, first["loc"])) or "line"
            msg = f"{path}, line {number}: {field}: {first['msg']}{_choices(field)}"
            raise AuthorityError(msg) from error
        if entry.id in seen:
            msg = f"{path}, line {number}: id {entry.id!r} stands in line {seen[entry.id]} already"
            raise AuthorityError(msg)
        seen[entry.id] = number
        for name in {_key(name) for name in (entry.name, *entry.aliases)}:
            entries.setdefault(name, []).append(entry)
    return Authority({name: tuple(found) for name, found in entries.items()})


def _rows(path: Path) -> Iterator[tuple[int, object]]:
    """The number and the content of each line."""
    if path.suffix not in {".csv", ".jsonl"}:
        msg = f"{path}: an authority file ends in .csv or .jsonl"
        raise AuthorityError(msg)
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        msg = f"{path}: not UTF-8 (byte {error.start})"
        raise AuthorityError(msg) from error
    yield from (_csv_rows if path.suffix == ".csv" else _json_rows)(path, text)


def _csv_rows(path: Path, text: str) -> Iterator[tuple[int, object]]:
    """The lines of a CSV file by its header."""
    reader = csv.DictReader(text.splitlines(), strict=True)
    wanted = set(Entry.model_fields)
    if missing := [name for name, field in Entry.model_fields.items() if field.is_required()
                   and name not in (reader.fieldnames or ())]:  # fmt: skip
        msg = f"{path}, line 1: the header lacks {', '.join(missing)}; it may hold {', '.join(sorted(wanted))}"
        raise AuthorityError(msg)
    try:
        for row in reader:
            if None in row:
                msg = f"{path}, line {reader.line_num}: more cells than the header has"
                raise AuthorityError(msg)
            yield reader.line_num, row
    except csv.Error as error:
        msg = f"{path}, line {reader.line_num}: {error}"
        raise AuthorityError(msg) from error


def _json_rows(path: Path, text: str) -> Iterator[tuple[int, object]]:
    """The lines of a JSON Lines file."""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except json.JSONDecodeError as error:
                msg = f"{path}, line {number}: not JSON: {error.msg}"
                raise AuthorityError(msg) from error


def _support(entry: Entry, vocabulary: frozenset[str]) -> int | None:
    """How many context words the article holds, none where it holds none of those asked for."""
    if not entry.context:
        return 0
    held = sum(word.lower() in vocabulary for word in entry.context)
    return held or None


def _key(name: str) -> str:
    """A name as it counts for sameness: written small, white space made single, no article."""
    return " ".join(name.lower().split()).removeprefix("the ")


def _choices(field: str) -> str:
    """The labels, where the label is wrong."""
    return f" ({', '.join(get_args(EntityLabel))})" if field == "label" else ""
