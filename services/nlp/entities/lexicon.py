"""The word lists of this room: `data/*.txt`, one entry a line, `#` begins a comment, `[label]` a section."""

from functools import cache
from importlib import resources

from services.nlp.entities.phrases import Phrases

_DATA = resources.files("services.nlp.entities") / "data"


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """The entries of one file by section; those before the first section stand under the empty name."""
    found: dict[str, list[str]] = {}
    section = ""
    for raw in (_DATA / f"{name}.txt").read_text("utf-8").splitlines():
        line = raw.split("#", 1)[0].strip()
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
        elif line:
            found.setdefault(section, []).append(line)
    return {section: tuple(entries) for section, entries in found.items()}


@cache
def entries(name: str, section: str = "") -> frozenset[str]:
    """The entries of one section."""
    return frozenset(sections(name)[section])


@cache
def labelled(name: str) -> Phrases[str]:
    """A file whose sections are labels as a table of phrases; words are parted by blanks, as the tokenizer does."""
    return Phrases.of((phrase.split(), section) for section, phrases in sections(name).items() for phrase in phrases)
