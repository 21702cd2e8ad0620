"""Reads the corpus of time expressions: YAML in, lines with the times that they hold out.

    about: one sentence
    reference_time: 2026-05-04        # or null, where the archive gives none
    type: SET                         # of all values here; otherwise the value shows it
    values:
      2026-05-03: [yesterday, "She left on [Sunday]."]
      P2Y mod=LESS_THAN: ["It took [nearly two years]."]
    documents: [{headline: "...", text: "In [1861|1861] ... [the next year|1862] ..."}]
    families: [{over: {month: {May: "05"}}, value: "1998-{month}", phrasings: ["{month} 1998"]}]
    negative: ["Windows 95", "He spoke [yesterday|2026-05-03] of a second opinion."]

A phrasing is the time itself, or a text in which brackets mark every time that stands there. A mark means the value
above it or states its own after a bar. Beside the value stand the attributes that matter: type, mod, quant, freq,
earliest, latest, granularity, anchor, rule. A mod that is not stated must not be there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, Literal

import yaml

FOLDER = Path(__file__).parent / "timex"
MARK = re.compile(r"\[([^][|]+)(?:\|([^][]+))?\]")
Kind = Literal["value", "document", "family", "negative"]


@dataclass(frozen=True, slots=True)
class Expected:
    """One time that a text holds: the half-open range of its words and the attributes that it must have."""

    start: int
    end: int
    attributes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """One text to tag; `headline_end` as in `Document`, `expected` in the order of the text, complete."""

    kind: Kind
    group: str
    text: str
    headline_end: int
    reference_time: datetime | None
    expected: tuple[Expected, ...] = field(default=())

    @property
    def weight(self) -> int:
        """How many lines of the corpus it stands for: a document has one for each time, the others are one."""
        return len(self.expected) if self.kind == "document" else 1


class StrictLoader(yaml.BaseLoader):
    """Leaves every scalar a string ("12:30", "1990") and refuses a key that stands twice, which would lose lines."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002  # as overridden
        """As in the base class. Raises ConstructorError where a key stands twice."""
        keys = [key.value for key, _ in node.value]
        if repeated := {key for key in keys if keys.count(key) > 1}:
            raise yaml.constructor.ConstructorError(None, None, f"keys stand twice: {repeated}", node.start_mark)
        return super().construct_mapping(node, deep)


def corpus_files() -> list[Path]:
    """Every file of the corpus, in a stable order."""
    return sorted(FOLDER.glob("*.yaml"))


@cache
def lines_of(path: Path) -> tuple[Line, ...]:
    """The lines of one file, families expanded. Raises ValueError where the notation is broken."""
    content = yaml.load(path.read_text("utf-8"), StrictLoader)  # noqa: S506  # BaseLoader makes strings only
    unknown = set(content) - {"about", "reference_time", "type", "values", "documents", "families", "negative"}
    if unknown:
        raise ValueError(f"{path.name}: unknown keys {sorted(unknown)}")
    return tuple(_lines(content))


def _lines(content: dict[str, Any]) -> Iterator[Line]:
    reference, default = _instant(content["reference_time"]), content.get("type")
    for key, phrasings in content.get("values", {}).items():
        for phrasing in phrasings:
            yield _line("value", key, phrasing, reference, default)
    for number, document in enumerate(content.get("documents", []), 1):
        headline = document.get("headline")
        marked = f"{headline}\n\n{document['text']}" if headline else document["text"]
        own = _instant(document["reference_time"]) if "reference_time" in document else reference
        length = len(MARK.sub(r"\1", headline)) if headline else 0
        yield _line("document", f"document {number}", marked, own, default, length)
    for number, family in enumerate(content.get("families", []), 1):
        for phrasing, key in _expanded(family):
            yield _line("family", f"family {number}", phrasing, reference, default, key=key)
    for phrasing in content.get("negative", []):
        yield _line("negative", "negative", phrasing, reference, default)


def _line(  # noqa: PLR0913, PLR0917  # a line is made in one place, from all that can make one
    kind: Kind, group: str, marked: str, reference: datetime | None, default: str | None, headline_end: int = 0,
    key: str | None = None,
) -> Line:  # fmt: skip
    """Take the marks out of a phrasing. One without marks is a time as a whole, but nothing at all in a negative."""
    key = key or group
    if kind in {"value", "family"} and not MARK.search(marked):
        marked = f"[{marked}]"
    text, expected, last = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[last : mark.start()]
        expected.append(Expected(len(text), len(text) + len(mark[1]), _attributes(mark[2] or key, default)))
        text, last = text + mark[1], mark.end()
    return Line(kind, group, text + marked[last:], headline_end, reference, tuple(expected))


def _attributes(key: str, default: str | None) -> dict[str, str]:
    value, *pairs = key.split()
    attributes = {"value": value, "type": default or _type(value), "mod": "None"}
    return attributes | dict(pair.split("=") for pair in pairs)


def _type(value: str) -> str:
    if re.match(r"P[\dXT.]", value):
        return "DURATION"
    return "TIME" if re.search(r"\dT|XT", value) else "DATE"


def _instant(day: str) -> datetime | None:
    return None if day == "null" else datetime.fromisoformat(day).replace(tzinfo=UTC)


def _expanded(family: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every phrasing of a family with its key: each variable runs over a table of words and what they mean."""
    over: dict[str, dict[str, str]] = family["over"]
    for choice in product(*(table.items() for table in over.values())):
        words = {name: word for name, (word, _) in zip(over, choice, strict=True)}
        codes = {name: code for name, (_, code) in zip(over, choice, strict=True)}
        for phrasing in family["phrasings"]:
            yield phrasing.format(**words), family["value"].format(**codes)
