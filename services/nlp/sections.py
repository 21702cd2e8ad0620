"""Sections of a raw text: headline, captions and paragraphs, which sentences and dependencies must not cross."""

import re
from itertools import pairwise

from msgspec import Struct
from spacy.language import Language
from spacy.tokens import Doc

from schemas.vocabulary import EventSection

COMPONENT = "dateline_sections"
"""The name of the pipeline component that this file registers with spaCy."""

_LINE = re.compile(r"[^\n]+")
_CREDIT = re.compile(
    r"(?:\b(?:Reuters|AFP|AP|EPA|Getty Images|Getty|PA|Rex|Scanpix|Shutterstock|Alamy|Xinhua|TASS|AAP|Bloomberg|"
    r"Associated Press|Flickr|Wikimedia|iStock|NASA|File photo|Photo|Pictures?)[/\w .]{0,40}"
    r"|\((?:file|photo)[^)\n]{0,60}\)"
    r"|[Pp]hoto(?:graph)?(?: by|:)[^\n]{0,60})$"
)
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){0,4}(?:, [^\n(_]{1,50}?)?\s?"
    r"(?:\([^)\n]{1,40}\)\s?(?:_|--|[-–—])|_|--|[–—]|(?<=[\dA-Z] )-(?=\s))"
    r"|\([A-Z][A-Za-z ./]{1,30}\)\s?(?:_|--|[-–—]))\s*"
)
"""A dateline: a place in capitals, perhaps a date and an agency in brackets, a dash; or the agency in brackets alone.
What follows is the sentence."""
_DATELINES = 3
"""Sections among which a dateline is looked for: headline, caption, lead."""
_TERMINAL = tuple(".?!\"'”’:;,)…")
_WRAPPED = range(50, 101)
"""Lengths of the lines of a text that was broken to fit a page."""


class Section(Struct, frozen=True, gc=False):
    """A stretch of text, `end` exclusive, in code points."""

    start: int
    end: int
    kind: EventSection


def find_sections(text: str, headline_end: int) -> list[Section]:
    """The sections of a text in order; together they cover it. Never empty.

    A line is a section, unless the lines were broken to fit a page: then a blank line separates. A line without a full
    stop that ends in a photo credit is a caption.
    """
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text) if not match[0].isspace()]
    sections: list[Section] = []
    if 0 < headline_end <= len(text):
        sections.append(Section(0, headline_end, "headline"))
        lines = [(max(start, headline_end), end) for start, end in lines if end > headline_end]
    wrapped = _is_wrapped(text, lines)
    for start, end in lines:
        if sections and sections[-1].kind == "body" and _continues(text, sections[-1].end, start, wrapped=wrapped):
            sections[-1] = Section(sections[-1].start, end, "body")
        else:
            dateline = _DATELINE.match(text, start, end) if len(sections) <= _DATELINES else None
            if dateline and dateline.end() < end:
                sections.append(Section(start, dateline.end(), "body"))
                start = dateline.end()  # noqa: PLW2901  # the rest of the line is what the dateline heads
            sections.append(Section(start, end, _kind(text[start:end].rstrip())))
    return sections or [Section(0, len(text), "body")]


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether most lines that do not end a paragraph are of a page's width and break in the middle of a sentence."""
    inner = [(start, end) for (start, end), (after, _) in pairwise(lines) if "\n" not in text[end + 1 : after]]
    broken = [end for start, end in inner if end - start in _WRAPPED and not text.endswith(_TERMINAL, 0, end)]
    return len(inner) >= 4 and 2 * len(broken) > len(inner)  # noqa: PLR2004  # fewer lines say nothing


def _continues(text: str, end: int, start: int, *, wrapped: bool) -> bool:
    """Whether a line goes on with the sentence of the line before."""
    if text.count("\n", end, start) > 1:
        return False
    return wrapped or (text[start].islower() and not text.endswith((".", "?", "!"), 0, end))


def _kind(line: str) -> EventSection:
    return "caption" if not line.endswith(_TERMINAL) and _CREDIT.search(line) else "body"


@Language.component(COMPONENT, assigns=["token.is_sent_start"])
def begin_sentences_with_sections(doc: Doc) -> Doc:
    """A new section begins a new sentence: left alone, the parser reads a headline into the sentence below it."""
    sections = iter(find_sections(doc.text, 0))
    section = next(sections)
    for token in doc:
        if token.is_space or token.idx < section.end:
            continue
        while token.idx >= section.end and (following := next(sections, None)):
            section = following
        token.is_sent_start = True
    return doc
