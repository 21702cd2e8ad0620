"""Vehicles, weapons, devices, software, stock indices: a maker, a line and a model number are one product."""

from collections.abc import Iterator
from functools import cache
from re import compile as pattern

from msgspec.structs import replace

from services.nlp.entities.corrections.model_numbers import NOT_AFTER, established_numbers, makers, model_end
from services.nlp.entities.lexicon import entries, sections
from services.nlp.entities.mention import Mention, apart, overlay
from services.nlp.entities.phrases import Phrases
from services.nlp.entities.words import OPENING_QUOTES, PROPER, Words

GENERATION = pattern(r"[A-Z]{1,2}s?")
"""The letters glued to a version that the tokenizer cuts off: iPhone 3G."""
VERSION = pattern(r"\d{1,4}(?:\.\d+)*[A-Za-z]{0,2}\+?|X|XP|NT|Pro|Plus|Mini|Max|SE|II|III")
PUBLISHER = ("Dow", "Jones")
INDICES = "stock indices"
"""A section of the product lines."""
LONGEST_KIND = 4
"""Words of `stock market index` and its like."""


def find_products(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with the products that patterns find laid over them."""
    longer = {m.start: m.end for m in mentions if m.label == "PRODUCT"}
    return overlay(mentions, apart(replace(p, end=max(p.end, longer.get(p.start, 0))) for p in _products(words)))


def _products(words: Words) -> Iterator[Mention]:
    """Every product, from left to right, without overlap."""
    lines, made_by = _lines(), makers()
    size, clear = len(words), 0
    established = established_numbers(words)
    beginnings = {*words.figured, *words.places_of(_firsts())}
    for first in sorted(beginnings):
        if first < clear:
            continue
        start = place = first
        whole = lines.at(words.forms, place)
        if whole and whole[0] - place == len(PUBLISHER) and words.forms[place : whole[0]] == PUBLISHER:
            # Dow Jones bought a paper, the Dow Jones fell: without an article it may be the publisher.
            whole = whole if place and words.lower[place - 1] == "the" else None
            clear = place + len(PUBLISHER) if whole is None else clear
            if whole is None:
                continue
        if whole and (whole[0] - place > 1 or (whole[1] == INDICES and place in words.figured)):
            clear = _version(words, *whole)
            yield Mention(place, clear, "PRODUCT", sure=True)
            continue
        if words.upper[place] and (maker := made_by.at(words.forms, place)):
            place = maker[0]
        made = place > start and place < size
        if made and words.tags[place] == "POS" and place + 1 < size:
            start = place = place + 1
        end = model_end(words, place, beside=made, established=established) if place < size else place
        opened = _past_quotes(words, end) if end > place else end
        line = lines.at(words.forms, opened) if opened < size else None
        if line and _stands_alone(words, opened, line[0], line[1], made=made or end > place):
            end = _version(words, line[0], line[1])
        if end > place:
            yield Mention(start, end, "PRODUCT", sure=True)
        clear = max(end, place)


def _past_quotes(words: Words, place: int) -> int:
    """Past the quotation marks before a nickname: Boeing 787 “Dreamliner”."""
    while place < len(words) and words.forms[place] in OPENING_QUOTES:
        place += 1
    return place


@cache
def _lines() -> Phrases[str]:
    """Product lines by their words, with their family."""
    return Phrases.of(
        (phrase.split(), family)
        for family, phrases in sections("products").items()
        if family != "makers"
        for phrase in phrases
    )


@cache
def _firsts() -> frozenset[str]:
    """The words that begin a product line or the name of a maker."""
    return _lines().firsts | makers().firsts


EXCHANGES = frozenset({"Stock", "Exchange", "OMX"})
"""Words behind an index's name that make it the exchange."""
AMBIGUOUS = entries("models", "ambiguous lines")
"""Lines that are common words or other names as well: they need a proper noun's tag."""


def _stands_alone(words: Words, start: int, end: int, family: str, *, made: bool) -> bool:
    """Whether a product line found here is the product and not a part of another name."""
    if made or end - start > 1:
        return True
    if words.forms[start] in AMBIGUOUS and words.tags[start] not in PROPER:
        return False
    after = words.forms[end] if end < len(words) else ""
    if family == INDICES:
        return after not in EXCHANGES
    part_of_name = words.is_name(start - 1) or (words.is_name(end) and not VERSION.fullmatch(after))
    return not (part_of_name and words.forms[start] in AMBIGUOUS)


def _index_end(words: Words, end: int) -> int:
    """Past `index`, `stock index`, `stock market average` behind the name of an index."""
    last = end
    while last < min(len(words), end + LONGEST_KIND) and words.lower[last] in entries("models", "index words"):
        last += 1
    while last > end and words.lower[last - 1] not in entries("models", "index last words"):
        last -= 1
    return last


def _version(words: Words, end: int, family: str) -> int:
    """Past the version of a device, or the word `index`."""
    if end >= len(words):
        return end
    if family == INDICES:
        return _index_end(words, end)
    if family == "weapons":
        return end
    follows = end + 1 < len(words) and words.lower[end + 1] in NOT_AFTER
    if follows or not VERSION.fullmatch(words.forms[end]):
        return end
    glued = end + 1 < len(words) and words.starts[end + 1] == words.ends[end]
    return end + 1 + (glued and GENERATION.fullmatch(words.forms[end + 1]) is not None)
