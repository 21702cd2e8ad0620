"""Names that any newsroom knows and the model wavers on: countries, agencies, bodies; their label is sure."""

from collections.abc import Iterator
from functools import cache
from typing import cast

from schemas.vocabulary import EntityLabel
from services.nlp.entities.firms import firms
from services.nlp.entities.gazetteer import countries
from services.nlp.entities.lexicon import sections
from services.nlp.entities.mention import Mention, by_place, overlay
from services.nlp.entities.phrases import Phrases
from services.nlp.entities.words import PROPER, Words

SHOUTED = frozenset({"US", "UK", "WHO", "AP", "EPA", "UAE"})
"""Abbreviations that are common words in small letters: never read in a line of capitals."""


def label_known_names(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions that are known names get their label; known names that the model missed are added."""
    return overlay(mentions, _known(words, by_place(mentions)))


def _known(words: Words, inside: dict[int, Mention]) -> Iterator[Mention]:
    """Each known name that stands alone: no part of a longer mention, no part of a longer run of proper nouns."""
    for start, end, label in known_names().find(words):
        if end - start == 1 and words.forms[start] in SHOUTED and _capitals(words, start):
            continue
        there = inside.get(start)
        if there and there.start == start and there.end < end and not _part(words, start, end):
            yield Mention(start, end, label, sure=True)
        elif there and (there.start, there.end) == (start, end):
            if not there.sure:
                yield Mention(start, end, label, sure=True)
        elif (
            there is None
            and _ends_with(inside.get(end - 1), end)
            and (end - start > 1 or _named(words, end))
            and not _part(words, start, end)
        ):
            yield Mention(start, end, label, sure=True)


def _ends_with(last: Mention | None, end: int) -> bool:
    """Whether no mention goes on behind a name that begins outside all: `China` in `Air China` is a part of it."""
    return last is None or last.end == end


def _named(words: Words, end: int) -> bool:
    """Whether the tagger, too, reads a name here; the pronoun in `ABOUT US` is none."""
    return words.tags[end - 1] in PROPER or words.forms[end - 1].isupper()


def _capitals(words: Words, place: int) -> bool:
    """Whether the words beside this one are in capitals as well."""
    beside = [words.forms[p] for p in (place - 1, place + 1) if 0 <= p < len(words) and words.forms[p].isalpha()]
    return bool(beside) and all(form.isupper() and len(form) > 1 for form in beside)


def _part(words: Words, start: int, end: int) -> bool:
    """Whether a proper noun stands right before or after: `Bank of America`, `Austin Texas`, `Wales Street`."""
    after = words.is_name(end) and not words.breaks[end]
    before_of = words.is_name(start - 2) and words.lower[start - 1] == "of"
    return (
        words.is_name(start - 1) or before_of or (after and words.forms[start:end] not in {("US",), ("UK",), ("U.S.",)})
    )


@cache
def known_names() -> Phrases[EntityLabel]:
    """Countries, the names of `data/organisations.txt`, firms and makers of several words, as sequences of words."""
    listed = [(phrase.split(), label) for label, phrases in sections("organisations").items() for phrase in phrases]
    makers = [(phrase.split(), "ORG") for phrase in sections("products")["makers"] if " " in phrase]
    traded = [(name, "ORG") for name, alone in firms().values.items() if alone and len(name) > 1]
    named = [(name.split(), "GPE") for name in countries()]
    return cast("Phrases[EntityLabel]", Phrases.of([*traded, *named, *listed, *makers]))
