"""Files and folders as a stream of articles, each with the place where it can be read again."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from services.replayer.articles import Article, BadArticleError, from_json, from_object, from_text, parse

MAX_BYTES = 64 * 1024 * 1024
"""Of a text or a JSON file, which are read whole, and of a line of JSONL: nothing larger is an article."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands: the file, and the byte at which its line starts (JSONL) or its index (JSON array)."""

    path: Path
    position: int = 0
    line: int | None = None

    def __str__(self) -> str:
        """As compilers and editors write it: FILE:LINE."""
        return f"{self.path}:{self.line}" if self.line else str(self.path)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was skipped, and why."""

    place: Place
    reason: str


def find_files(paths: Iterable[Path]) -> Iterator[Path | Problem]:
    """The files to read, in a fixed order, none twice; a folder gives its files of a known kind, hidden ones not."""
    seen: set[Path] = set()
    for path in paths:
        if not path.exists():
            yield Problem(Place(path), "there is no such file")
            continue
        if path.is_file() and path.suffix.lower() not in READERS:
            yield Problem(Place(path), f"unknown kind of file; known are {', '.join(READERS)}")
            continue
        for file in sorted(_below(path)) if path.is_dir() else [path]:
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def read_file(path: Path, published_at: datetime | None) -> Iterator[tuple[Place, Article] | Problem]:
    """Every article of one file. What cannot be read is yielded as a problem; the rest of the file goes on."""
    try:
        yield from READERS[path.suffix.lower()](path, published_at)
    except OSError as error:
        yield Problem(Place(path), error.strerror or str(error))


def read_again(place: Place, published_at: datetime | None) -> Article:
    """The article at a place that was found before. Raises BadArticleError or OSError where it is gone."""
    match place.path.suffix.lower():
        case ".txt":
            return from_text(_read_whole(place.path), published_at)
        case ".json":
            value = parse(_read_whole(place.path))
            return from_object(value[place.position] if isinstance(value, list) else value, published_at)
        case _:
            with place.path.open("rb") as file:
                file.seek(place.position)
                return from_json(file.readline(MAX_BYTES + 1), published_at)


def _below(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.suffix.lower() in READERS and path.is_file():
            yield path


def _read_whole(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise BadArticleError(f"larger than {MAX_BYTES:,} bytes; use JSONL for many articles")
    return data


def _text(path: Path, published_at: datetime | None) -> Iterator[tuple[Place, Article] | Problem]:
    place = Place(path)
    try:
        yield place, from_text(_read_whole(path), published_at)
    except BadArticleError as error:
        yield Problem(place, str(error))


def _json(path: Path, published_at: datetime | None) -> Iterator[tuple[Place, Article] | Problem]:
    try:
        value = parse(_read_whole(path))
    except BadArticleError as error:
        yield Problem(Place(path), str(error))
        return
    for index, item in enumerate(value if isinstance(value, list) else [value]):
        try:
            yield Place(path, index), from_object(item, published_at)
        except BadArticleError as error:
            yield Problem(Place(path, index), f"article {index + 1}: {error}")


def _jsonl(path: Path, published_at: datetime | None) -> Iterator[tuple[Place, Article] | Problem]:
    with path.open("rb") as file:
        number = position = 0
        while line := file.readline(MAX_BYTES + 1):
            number += 1
            place = Place(path, position, number)
            if len(line) > MAX_BYTES:
                yield Problem(place, f"a line longer than {MAX_BYTES:,} bytes; the rest of the file was not read")
                return
            position += len(line)
            if not line.strip():
                continue
            try:
                yield place, from_json(line, published_at)
            except BadArticleError as error:
                yield Problem(place, str(error))


READERS: dict[str, Callable[[Path, datetime | None], Iterator[tuple[Place, Article] | Problem]]] = {
    ".txt": _text,
    ".json": _json,
    ".jsonl": _jsonl,
    ".ndjson": _jsonl,
}
