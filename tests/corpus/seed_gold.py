"""Reads articles as an editor marked them: every name, every event, and the date that a reader would give it.

The seeds are marked, and stories that stand in their file alone, with the day of publication.

    <PERSON:1 Mara Lindqvist>     a name and its label; names of the same number are the same person or thing
    <? Golden Baton>              left open whether this is a name
    {reopened 2026-05-03 timex}   an event, its date, and the method where the words leave only one
    {closed ..2025-12-08}         a date whose beginning (or end) stays open
    {act none not}                an event without a date, negated
    {ask none|2025-10-09..}       one date is as good as the other
    {talks ?}                     an event whose date editors may dispute
    {~penalties 2026-05-30}       a word that may be taken for an event or not

Dates stand as the product gives them, a TIMEX3 value or `first..last`; they are compared by the day, not by the hour.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from re import compile as pattern
from typing import Any

import yaml

from schemas import RawArticle
from services.nlp.annotations import Document
from services.replayer.articles import from_json, from_text

FOLDER = Path(__file__).parent / "seeds"
SEEDS = Path(__file__).parents[2] / "seeds"
MARK = pattern(
    r"<(?P<label>\?|[A-Z_]+)(?::(?P<number>\d+))? (?P<name>[^<>]+)>|\{(?P<may>~?)(?P<word>\S+)(?P<date>[^{}]*)\}"
)
METHODS = frozenset(
    {"timex", "dateline", "reference_time", "tense", "narrative", "coreference", "duration"},
)


@dataclass(frozen=True)
class Name:
    """A marked name; `key` is the same for names of one thing, `label` is None where nobody need find it."""

    start: int
    end: int
    label: str | None
    key: str


@dataclass(frozen=True)
class Happening:
    """A marked event.

    `dates` has all that would be right, empty where editors may dispute it; `method` is None where several would do.
    """

    start: int
    end: int
    dates: tuple[str, ...]
    method: str | None
    negated: bool
    optional: bool


@dataclass(frozen=True)
class Gold:
    """One article as marked; `never` lists words that are no name. A language other than English has no marks."""

    path: Path
    article: RawArticle
    language: str
    never: tuple[str, ...]
    text: str
    names: tuple[Name, ...]
    happenings: tuple[Happening, ...]

    @property
    def document(self) -> Document:
        """The article as the service would get it."""
        return Document(self.article.text, len(self.article.headline or ""), self.article.published_at)


def read_all(folder: Path = FOLDER) -> list[Gold]:
    """Every marked article, in the order of the files."""
    return [read(path) for path in sorted(folder.glob("*.yaml"))]


def read(path: Path) -> Gold:
    """One marked article."""
    content = yaml.safe_load(path.read_text("utf-8"))
    text, names, happenings, last = "", list[Name](), list[Happening](), 0
    marked = content.get("marked", "").rstrip("\n")
    for found in MARK.finditer(marked):
        text += marked[last : found.start()]
        words = found["name"] or found["word"]
        start, end = len(text), len(text) + len(words)
        if found["name"]:
            label = None if found["label"] == "?" else found["label"]
            names.append(Name(start, end, label, found["number"] or words))
        else:
            happenings.append(_happening(start, end, found["date"].split(), optional=bool(found["may"])))
        text, last = text + words, found.end()
    text += marked[last:]
    article = (
        _article(SEEDS / content["article"], content.get("line")) if "article" in content else _told(text, content)
    )
    return Gold(
        path, article, content.get("language", "en"), tuple(content.get("never", ())), text, tuple(names),
        tuple(happenings),
    )  # fmt: skip


def _told(text: str, content: dict[str, Any]) -> RawArticle:
    """A story that stands in its file alone: its first line is the headline."""
    published = content.get("published_at")
    noon = datetime.combine(published, time(12), UTC) if published else None
    return RawArticle.model_validate_json(from_text(text.encode(), noon).value)


def _happening(start: int, end: int, said: list[str], *, optional: bool) -> Happening:
    """Raises ValueError where the notation is broken."""
    date, *rest = said
    methods = [word for word in rest if word in METHODS]
    if len(methods) > 1 or set(rest) - METHODS - {"not"}:
        message = f"what is {said}?"
        raise ValueError(message)
    dates = () if date == "?" else tuple(date.split("|"))
    return Happening(start, end, dates, methods[0] if methods else None, "not" in rest, optional)


def _article(path: Path, line: int | None) -> RawArticle:
    data = path.read_bytes()
    if line:
        data = data.splitlines()[line - 1]
    article = from_text(data) if path.suffix == ".txt" else from_json(data)
    return RawArticle.model_validate_json(article.value)


def articles_of_seeds() -> Iterator[tuple[str, int | None]]:
    """Every article that ships as a seed: its file, and its line in a file of several."""
    for path in sorted(SEEDS.glob("[0-9]*")):
        if path.suffix == ".jsonl":
            yield from ((path.name, number) for number, _ in enumerate(path.read_bytes().splitlines(), 1))
        else:
            yield path.name, None
