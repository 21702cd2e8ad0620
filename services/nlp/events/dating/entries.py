"""Chronologies: paragraphs that each begin with a time and tell what happened then, "June 2021: The bank fails"."""

from services.nlp.annotations import EventDate
from services.nlp.events.dating.anchors import Anchor
from services.nlp.events.dating.interval import dated
from services.nlp.events.dating.state import Dating

_MARKS = frozenset({":", "-", "–", "—", "--"})
_FEWEST = 3
"""Paragraphs of a text that begin so at least."""
_CLAUSES = frozenset({"ROOT", "conj", "advcl", "parataxis"})


def find_entries(dating: Dating, anchors: list[Anchor]) -> dict[int, EventDate]:
    """The time at the head of each paragraph by the paragraph's start; nothing where too few begin so."""
    syntax, found = dating.syntax, dict[int, EventDate]()
    for anchor in anchors:
        section = syntax.sentence(anchor.first).section
        after = anchor.last + 1
        if anchor.timex.start != section.start or after >= len(syntax) or syntax.lower[after] not in _MARKS:
            continue
        if anchor.timex.type == "DATE" and anchor.timex.earliest and anchor.end is None:
            found[section.start] = dated(anchor.timex, None, dating.reference.value)
    return found if len(found) >= _FEWEST else {}


def from_entry(dating: Dating, token: int) -> EventDate | None:
    """What a paragraph of a chronology tells in the present or the past happened at the time that heads it."""
    if not dating.entries or dating.triggers[token].part != "verb":
        return None
    date = dating.entries.get(dating.syntax.sentence(token).section.start)
    if date is None or dating.syntax.deps[token] not in _CLAUSES:
        return None
    group = dating.groups[token]
    return date if group.tense in ("present", "past") and not group.perfect else None
