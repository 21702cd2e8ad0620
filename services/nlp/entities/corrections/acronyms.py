"""The initials of a long name are that name: `Harbour Workers' Union … the HWU`, with or without a bracket."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from services.nlp.entities.corrections.brackets import SMALL, without_legal_form
from services.nlp.entities.gazetteer import is_region
from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention, by_place, overlay
from services.nlp.entities.words import Words

if TYPE_CHECKING:
    from schemas.vocabulary import EntityLabel

LABELS = frozenset({"ORG", "GPE", "LOC", "FAC", "PRODUCT", "LAW", "EVENT"})
LONGEST_NAME = 10
NO_REGIONS = entries("titles", "in capitals") | {"SA", "AP", "TV", "AI", "IT", "PC", "OK", "NC", "NS"}
"""Initials of regions that mean other things."""
SHORTEST = 3
"""Initials of two letters count only for a name that has another abbreviation in brackets."""


def find_acronyms(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with the abbreviations of the long names among them."""
    return overlay(mentions, _found(words, mentions))


def _found(words: Words, mentions: list[Mention]) -> Iterator[Mention]:
    """Each word in capitals that is the initials of a name of the document."""
    known: dict[str, EntityLabel] = {}
    for mention in mentions:
        initials = _initials(words, mention)
        if mention.label in LABELS and _enough(words, mention, initials):
            known.setdefault(initials, mention.label)
    if known:
        inside = by_place(mentions)
        for place in words.places_of(frozenset(known)):
            there = inside.get(place)
            alone = there is None or (there.end - there.start == 1 and not there.sure)
            if alone and not _shouted(words, place):
                yield Mention(place, place + 1, known[words.forms[place]])


def _enough(words: Words, mention: Mention, initials: str) -> bool:
    """Whether the initials are long enough to be the name: three, or two of a region, a product, beside a bracket."""
    if len(initials) >= SHORTEST or len(initials) < 2:  # noqa: PLR2004  # one initial proves nothing
        return len(initials) >= SHORTEST
    region = mention.label == "GPE" and initials not in NO_REGIONS and is_region(words.said(mention.start, mention.end))
    return region or mention.label == "PRODUCT" or _bracketed(words, mention)


def _initials(words: Words, mention: Mention) -> str:
    """The initials of the words of a name that are not small, nothing for a name of one word."""
    forms = without_legal_form(words.forms[mention.start : mention.end])
    if not 1 < len(forms) <= LONGEST_NAME:
        return ""
    return "".join(form[0] for form in forms if form.lower() not in SMALL and form[0].isupper())


def _bracketed(words: Words, mention: Mention) -> bool:
    """Whether a bracket follows the name and holds one word."""
    after = mention.end
    return after + 2 < len(words) and words.forms[after] == "(" and words.forms[after + 2] == ")"


def _shouted(words: Words, place: int) -> bool:
    """Whether the words on both sides are in capitals, too."""
    beside = [words.forms[p] for p in (place - 1, place + 1) if 0 <= p < len(words) and words.forms[p].isalpha()]
    return bool(beside) and all(form.isupper() and len(form) > 1 for form in beside)
