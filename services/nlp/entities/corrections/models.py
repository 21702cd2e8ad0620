"""Vehicles, weapons, devices, software, stock indices: a maker, a line and a model number are one product."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from re import compile as pattern

from services.nlp.entities.lexicon import entries, sections
from services.nlp.entities.mention import Mention, apart, overlay
from services.nlp.entities.phrases import Phrases
from services.nlp.entities.words import PROPER, Words

HYPHENATED = pattern(r"(?!(?:COVID|Covid|SARS|G|EU|UN|U|Q|H|R|CO|PM|P|E|N|BRICS|Top|Under|Over|Mid|Pre|Post|Sub)-)"
                     r"[A-Z][A-Za-z]{0,4}-\d{1,3}[A-Z]{0,3}\d?s?")  # fmt: skip
"""MiG-29, F-16s, T-72M1; not COVID-19, G-20, H-1."""
SOLID = pattern(r"(?!COVID|SARS|CO2|G\d+$|M\d{1,2}$)[A-Z]{1,3}\d{2,4}[A-Z]{0,2}s?")
"""A380, A400M; roads, paper and size look alike, so a maker or a word of the trade must stand beside."""
FIGURE = pattern(r"\d{3}[A-Z]{0,3}s?|\d[a-z]\d")
"""737, 777s, 7e7; only beside a maker or another model."""
VERSION = pattern(r"\d{1,4}(?:\.\d+)*[A-Za-z]{0,2}\+?|X|XP|NT|Pro|Plus|Mini|Max|SE|II|III")
PUBLISHER = ("Dow", "Jones")
MONEY = frozenset({"$", "£", "€", "#", "-"})
QUOTES = frozenset({"`", "``", '"', "“", "‘", "'"})
TRADE = entries("models", "trade")
NOT_AFTER = entries("models", "no model before")


def find_products(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with the products that patterns find laid over them."""
    longer = {m.start: m.end for m in mentions if m.label == "PRODUCT"}
    return overlay(mentions, apart(replace(p, end=max(p.end, longer.get(p.start, 0))) for p in _products(words)))


def _products(words: Words) -> Iterator[Mention]:
    """Every product, from left to right, without overlap."""
    lines, makers = _lines(), _makers()
    size, clear = len(words), 0
    established = _established(words)
    figured = words.figured
    for first, form in enumerate(words.forms):
        if first < clear or not (first in figured or form in lines.lengths or form in makers.lengths):
            continue
        start = place = first
        whole = lines.at(words.forms, place)
        if words.forms[place : place + 2] == PUBLISHER and whole and whole[0] - place == len(PUBLISHER):
            # Dow Jones bought a paper, the Dow Jones fell: without an article it may be the publisher.
            whole = whole if place and words.lower[place - 1] == "the" else None
            clear = place + len(PUBLISHER) if whole is None else clear
            if whole is None:
                continue
        if whole and whole[0] - place > 1:
            clear = _version(words, *whole)
            yield Mention(place, clear, "PRODUCT", sure=True)
            continue
        if words.upper[place] and (maker := makers.at(words.forms, place)):
            place = maker[0]
        made = place > start and place < size
        if made and words.tags[place] == "POS" and place + 1 < size:
            start = place = place + 1
        end = _model(words, place, beside=made, established=established) if place < size else place
        opened = _past_quotes(words, end) if end > place else end
        line = lines.at(words.forms, opened) if opened < size else None
        if line and _stands_alone(words, opened, line[0], line[1], made=made or end > place):
            end = _version(words, line[0], line[1])
        if end > place:
            yield Mention(start, end, "PRODUCT", sure=True)
        clear = max(end, place)


def _model(words: Words, place: int, *, beside: bool, established: frozenset[str]) -> int:
    """The end of a model number that begins here, `place` itself where there is none."""
    if place not in words.figured:
        return place
    form = words.forms[place]
    end = place + 1
    after = words.lower[end] if end < len(words) else ""
    if after in NOT_AFTER:
        return place
    trade = after in TRADE
    if HYPHENATED.fullmatch(form):
        return end
    if SOLID.fullmatch(form) and (beside or trade or form.rstrip("s") in established):
        return _suffix(words, end)
    named = beside or trade or form.rstrip("s") in established
    counted = not trade and end < len(words) and words.tags[end] == "NNS" and form.isdigit()
    if FIGURE.fullmatch(form) and named and not counted and words.forms[place - 1] not in MONEY:
        return _suffix(words, end)
    return place


def _past_quotes(words: Words, place: int) -> int:
    """Past the quotation marks before a nickname: Boeing 787 “Dreamliner”."""
    while place < len(words) and words.forms[place] in QUOTES:
        place += 1
    return place


def _suffix(words: Words, end: int) -> int:
    """Past `-800`, `-200LR` or the `M` of `A400M`, which the tokenizer cuts off a model number."""
    if end < len(words) and words.forms[end] == "M" and words.starts[end] == words.ends[end - 1]:
        return end + 1
    if end + 1 < len(words) and words.forms[end] == "-" and words.forms[end + 1][:1].isdigit():
        glued = words.starts[end + 1] == words.ends[end] and words.starts[end] == words.ends[end - 1]
        return end + 2 if glued else end
    return end


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
def _makers() -> Phrases[str]:
    """Makers by their words."""
    return Phrases.of((phrase.split(), "maker") for phrase in sections("products")["makers"])


def _established(words: Words) -> frozenset[str]:
    """The model numbers that this text names beside a maker or a word of the trade, without a plural's `s`."""
    makers = entries_of_makers()
    in_the_trade = not makers.isdisjoint(words.forms)
    found = set()
    for place in words.figured:
        form = words.forms[place]
        if SOLID.fullmatch(form) or FIGURE.fullmatch(form):
            before = words.forms[place - 1] if place else ""
            after = words.lower[place + 1] if place + 1 < len(words) else ""
            plural = form.endswith("s") and (form[0].isalpha() or not form.endswith("0s")) and in_the_trade
            if before in makers or after in TRADE or plural:
                found.add(form.rstrip("s"))
    return frozenset(found)


@cache
def entries_of_makers() -> frozenset[str]:
    """The last word of each maker's name."""
    return frozenset(phrase.split()[-1] for phrase in sections("products")["makers"])


AMBIGUOUS = entries("models", "ambiguous lines")
"""Lines that are common words or other names as well: they need a proper noun's tag."""


def _stands_alone(words: Words, start: int, end: int, family: str, *, made: bool) -> bool:
    """Whether a product line found here is the product and not a part of another name."""
    if made or end - start > 1:
        return True
    if words.forms[start] in AMBIGUOUS and words.tags[start] not in PROPER:
        return False
    after = words.forms[end] if end < len(words) else ""
    part_of_name = end < len(words) and words.tags[end] in PROPER and words.upper[end] and not VERSION.fullmatch(after)
    before = (
        start > 0 and words.tags[start - 1] in PROPER and words.upper[start - 1] and words.forms[start] in AMBIGUOUS
    )
    return family == "stock indices" or not (before or (part_of_name and words.forms[start] in AMBIGUOUS))


def _version(words: Words, end: int, family: str) -> int:
    """Past the version of a device, or the word `index`."""
    if end >= len(words):
        return end
    if family == "stock indices":
        return end + 1 if words.lower[end] in {"index", "indices"} else end
    if family == "weapons":
        return end
    follows = end + 1 < len(words) and words.lower[end + 1] in NOT_AFTER
    return end + 1 if VERSION.fullmatch(words.forms[end]) and not follows else end
