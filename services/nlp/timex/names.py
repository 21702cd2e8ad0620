"""Names that hold a time word: "the Sunday Times", "Spring Street", "Windows 2000", "Flight 1549"."""

import re
from typing import Final

from spacy.tokens import Doc, Token

NAMES: Final = frozenset(("PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "GPE", "FAC", "LOC", "LAW", "NORP"))
"""Entity labels of names, in which a time word is none."""

HAPPENINGS: Final = frozenset(
    "attack attacks bombing bombings campaign coup crisis election elections fighting games "
    "invasion massacre meeting offensive offensives olympics parade prayers protests raid rebellion revolt revolution "
    "riots summit talks uprising vote statement session holiday holidays".split()
)
"""Nouns of things that happen: a time word before one tells when it happened, in a name, too."""

TITLES: Final = frozenset(
    "mr mrs ms miss dr prof sir lady lord judge justice senator sen rep officer sergeant sgt captain capt colonel col general "
    "gen lieutenant lt president governor gov mayor minister detective inspector father sister saint".split()
)
"""Titles: what follows is a name, whatever it means elsewhere ("Senator Weeks")."""

NUMBERED: Final = frozenset(
    "act apartment article act bmw boeing box bus case channel chapter class code device district flight footnote gate highway "
    "invoice item line locomotive lot mars model no no. number office page pages paragraph peugeot pp pp. resolution road room "
    "route section serial size suite terminal ticket train unit verse version volume windows".split()
) - {"act"}
"""Nouns whose number is no year."""

LONG_TAIL: Final = re.compile(r"-\d{3}")
ADDRESS: Final = frozenset("street road avenue lane drive boulevard square court st ave rd blvd way place".split())
MEASURES: Final = frozenset(
    "m km kg g mm cm ft lb lbs mph metres meters kilometres kilometers miles feet yards pounds tons tonnes litres liters "
    "gallons barrels pence cents dollars euros francs marks yen rupees points degrees people acres hectares watts volts "
    "megawatts shares votes troops soldiers men women children bytes hp rpm".split()
)
"""Units of measure and the like: a number before one is no year."""


def inside_name(doc: Doc, start: int, end: int) -> bool:
    """Whether the characters from start to end are part of a longer name."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    last = span[-1]
    if span.start and doc[span.start - 1].lower_.rstrip(".") in TITLES and doc[span.start - 1].text.istitle():
        return True
    if in_longer_entity(doc, span.start, span.end):
        return True
    following = doc[span.end] if span.end < len(doc) else None
    return (
        following is not None
        and last.dep_ == "compound"
        and not any(token.text[0].isdigit() for token in span)
        and last.text[0].isupper()
        and span.end <= last.head.i <= span.end + 1
        and last.head.tag_ in {"NNP", "NNPS"}
        and last.head.text[0].isupper()
        and last.head.lower_ not in HAPPENINGS
    )


def in_longer_entity(doc: Doc, first: int, past: int) -> bool:
    """Whether a named entity that is no time goes on beyond some tokens, or began before them with a name."""
    token = doc[past - 1]
    if token.ent_type_ not in NAMES:
        return False
    begin = first
    while begin > 0 and doc[begin].ent_iob_ == "I":
        begin -= 1
    goes_on = past < len(doc) and doc[past].ent_iob_ == "I"
    if goes_on:
        rest = doc[past]
        return rest.lower_ not in HAPPENINGS and rest.lower_ not in {"'s", "’s"}
    return begin < first and doc[begin].lower_ not in {"the", "a", "an"}


def is_number_of_something(token: Token, text: str, start: int, end: int) -> bool:
    """Whether a number of four digits counts, measures or numbers something."""
    doc = token.doc
    before = text[max(start - 4, 0) : start]
    if (
        before.endswith((":", "#", "-", "‑"))
        and not before.endswith("--")
        and before[-2:-1].isdigit()
        and not four_digits(text, start)
    ):
        return True
    if LONG_TAIL.match(text, end) and not is_later_year(text, start, end):
        return True
    previous = doc[token.i - 1] if token.i else None
    if previous is not None:
        if previous.lower_ in NUMBERED and (
            previous.text[0].isupper() or previous.lower_ in {"page", "pages", "pp", "pp."}
        ):
            return True
        if previous.is_digit and len(previous) == 3:  # noqa: PLR2004  # 555 2001
            return True
    following = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if following is None:
        return False
    if following.lower_ in MEASURES:
        return True
    if following.text[:1].isupper() and any(
        one.lower_.rstrip(".") in ADDRESS for one in doc[token.i + 1 : token.i + 4]
    ):
        return True
    counted = (
        following.tag_ == "NNS"
        and following.text[0].islower()
        and token.dep_ == "nummod"
        and token.head.i == following.i
    )
    return counted and (
        previous is None
        or previous.lower_ not in {"in", "since", "of", "the", "by", "from", "early", "late", "mid", "fiscal"}
    )


def four_digits(text: str, start: int) -> bool:
    """Whether four digits and a hyphen go right before."""
    return text[max(start - 5, 0) : start - 1].isdigit() and start >= 5  # noqa: PLR2004  # a year and its hyphen


def is_later_year(text: str, start: int, end: int) -> bool:
    """Whether a later year follows after a hyphen: 1990-1995."""
    other = text[end + 1 : end + 5]
    return other.isdigit() and len(other) == 4 and int(text[start:end]) < int(other) < 2200  # noqa: PLR2004  # four digits
