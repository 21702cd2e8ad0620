"""Reads the corpora of entities: `<LABEL words>` marks a name that must be found, `<not words>` what must not be.

A number after the label, `<PERSON:1 Ada Marlow>`, says which marked names are the same entity (same number) and which
are not (another number). A mark may stand inside another one: `<GPE Mobile, <GPE Alabama>>`.
"""

from dataclasses import dataclass
from pathlib import Path
from re import compile as pattern

import yaml

from services.nlp.annotations import Document, Entity

SIGN = pattern(r"<(?P<label>not|[A-Z_]+)(?::(?P<number>\d+))? |>")
FOLDER = Path(__file__).parent / "entities"


@dataclass(frozen=True)
class Mark:
    """One marked stretch of a sentence."""

    start: int
    end: int
    label: str
    number: str | None


@dataclass(frozen=True)
class Line:
    """One sentence of a corpus, without its marks."""

    marked: str
    text: str
    marks: tuple[Mark, ...]

    @property
    def document(self) -> Document:
        """The sentence as an article without a headline."""
        return Document(self.text)


def files() -> list[Path]:
    """Every corpus of entities."""
    return sorted(FOLDER.glob("*.yaml"))


def lines_of(path: Path) -> list[Line]:
    """The sentences of a file, for and against."""
    corpus = yaml.safe_load(path.read_text("utf-8"))
    return [parse(line) for side in ("for", "against") for line in corpus.get(side) or ()]


def parse(marked: str) -> Line:
    """A marked sentence as text and marks; a mark may stand inside another one."""
    text, last = "", 0
    opened: list[tuple[int, str, str | None]] = []
    marks: list[Mark] = []
    for sign in SIGN.finditer(marked):
        text += marked[last : sign.start()]
        last = sign.end()
        if sign["label"]:
            opened.append((len(text), sign["label"], sign["number"]))
        elif opened:
            start, label, number = opened.pop()
            marks.append(Mark(start, len(text), label, number))
    return Line(marked, text + marked[last:], tuple(marks))


def misses(line: Line, entities: tuple[Entity, ...]) -> list[str]:
    """What does not hold of a line, in words."""
    spans = {(m.start, m.end): entity for entity in entities for m in entity.mentions}
    wrong, numbers = [], dict[str, set[str]]()
    for mark in line.marks:
        words = line.text[mark.start : mark.end]
        if mark.label == "not":
            wrong += [
                f"{line.text[start:end]!r} is a {entity.label}, {words!r} is none"
                for (start, end), entity in spans.items()
                if start < mark.end and mark.start < end
            ]
            continue
        entity = spans.get((mark.start, mark.end))
        if entity is None or entity.label != mark.label:
            wrong.append(f"{words!r} should be {mark.label}, is {entity.label if entity else 'not found'}")
        elif mark.number:
            numbers.setdefault(mark.number, set()).add(entity.id)
    wrong += [f"the names numbered {number} are more than one" for number, ids in numbers.items() if len(ids) > 1]
    if not wrong and len(set.union(set(), *numbers.values())) < len(numbers):
        wrong.append("names with different numbers are one entity")
    return wrong
