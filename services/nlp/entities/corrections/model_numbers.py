"""Model numbers: `MiG-29`, `A380`, `737-800`; what looks like one needs a maker or a word of the trade beside it."""

from functools import cache
from re import compile as pattern

from services.nlp.entities.lexicon import entries, sections
from services.nlp.entities.phrases import Phrases
from services.nlp.entities.words import Words

HYPHENATED = pattern(r"(?!(?:COVID|Covid|SARS|G|EU|UN|U|Q|H|R|CO|PM|P|E|N|BRICS|Top|Under|Over|Mid|Pre|Post|Sub)-)"
                     r"[A-Z][A-Za-z]{0,4}-\d{1,3}[A-Z]{0,3}\d?s?")  # fmt: skip
"""MiG-29, F-16s, T-72M1; not COVID-19, G-20, H-1."""
ROAD = pattern(r"[ABEIKMNR]-\d{1,3}")
"""I-95, A-2, M-30: roads where the text speaks of roads."""
SOLID = pattern(r"(?!COVID|SARS|CO2|G\d+$|M\d{1,2}$)[A-Z]{1,3}\d{2,4}[A-Z]{0,2}s?")
"""A380, A400M; roads, paper and size look alike, so a maker or a word of the trade must stand beside."""
FIGURE = pattern(r"\d{3}[A-Z]{0,3}s?|\d[a-z]\d")
"""737, 777s, 7e7; only beside a maker or another model."""
SHORT = pattern(r"[A-Z]{1,3}\d[a-z]?s?")
"""X5, A4, N8; only beside a maker."""
MONEY = frozenset({"$", "£", "€", "#", "-"})
TRADE = entries("models", "trade")
NOT_AFTER = entries("models", "no model before")


def model_end(words: Words, place: int, *, beside: bool, established: frozenset[str]) -> int:
    """The end of a model number that begins here, `place` itself where there is none."""
    form = words.forms[place]
    end = place + 1
    after = words.lower[end] if end < len(words) else ""
    trade = after in TRADE
    bare = form.isdigit() and not (beside or trade or form in established)
    if bare or place not in words.figured or after in NOT_AFTER:
        return place
    if HYPHENATED.fullmatch(form):
        if ROAD.fullmatch(form) and not beside and _is_about_roads(words):
            return place
        rating = place > 0 and words.forms[place - 1] == "-" and words.ends[place - 1] == words.starts[place]
        return place if rating else end
    named = beside or trade or form.rstrip("s") in established
    short = beside and (SHORT.fullmatch(form) or (form.isdigit() and _suffix(words, end) > end))
    if short or (named and SOLID.fullmatch(form)):
        return _suffix(words, end)
    counted = not trade and end < len(words) and words.tags[end] == "NNS" and form.isdigit()
    if FIGURE.fullmatch(form) and named and not counted and words.forms[place - 1] not in MONEY:
        return _suffix(words, end)
    return place


def _is_about_roads(words: Words) -> bool:
    """Whether a text names a kind of road and nothing that has a model number."""
    return not words.small.isdisjoint(entries("models", "roads")) and words.small.isdisjoint(TRADE)


def _suffix(words: Words, end: int) -> int:
    """Past `-800`, `-200LR` or the `M` of `A400M`, which the tokenizer cuts off a model number."""
    if end < len(words) and words.forms[end] == "M" and words.starts[end] == words.ends[end - 1]:
        return end + 1
    if end + 1 < len(words) and words.forms[end] == "-" and words.forms[end + 1][:1].isdigit():
        glued = words.starts[end + 1] == words.ends[end] and words.starts[end] == words.ends[end - 1]
        return end + 2 if glued else end
    return end


@cache
def makers() -> Phrases[str]:
    """Makers by their words."""
    return Phrases.of((phrase.split(), "maker") for phrase in sections("products")["makers"])


def established_numbers(words: Words) -> frozenset[str]:
    """The model numbers that this text names beside a maker or a word of the trade, without a plural's `s`."""
    makers = last_words_of_makers()
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
def last_words_of_makers() -> frozenset[str]:
    """The last word of each maker's name."""
    return frozenset(phrase.split()[-1] for phrase in sections("products")["makers"])
