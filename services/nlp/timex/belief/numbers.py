"""Numbers of four digits that count, measure or number something: "Flight 1549", "1998 kg", "1600 Harbour Street"."""

import re
from typing import Final

from services.nlp.timex.belief.word import Word
from services.nlp.timex.scanner import LAST_YEAR
from services.nlp.timex.tree import Token

NUMBERED: Final = frozenset(
    "agenda apartment article bmw boeing box building bus case channel chapter class code device district flight "
    "footnote gate highway horizon invoice item line locomotive lot mars model no no. number office page pages "
    "paragraph peugeot pp pp. resolution road room route section serial session size suite terminal ticket train "
    "unit verse version vision volume windows".split()
)
"""Nouns whose number is no year."""

MAKERS: Final = frozenset(
    "acura audi bentley bmw buick cadillac chevrolet chevy chrysler datsun dodge fiat ford honda hyundai jaguar jeep "
    "kia lada lexus lincoln mazda mercedes mercedes-benz mercury mitsubishi nissan oldsmobile opel peugeot plymouth "
    "pontiac porsche renault rover saab skoda subaru suzuki tesla toyota trabant vauxhall volkswagen volvo yugo".split()
)
"""Makers of cars: a year before one is a model's, "a 1987 Chevrolet"."""

POSSESSIVES: Final = frozenset("'s ’s ' ’ my your his her its our their".split())
OWNERS: Final = POSSESSIVES - {"its"} | {"a", "an"}

NUMBERED_UNCAPITALISED: Final = frozenset(("page", "pages", "pp", "pp."))
ADDRESS: Final = frozenset("street road avenue lane drive boulevard square court st ave rd blvd way place".split())
ROADS: Final = frozenset(("highway", "hwy", "route", "interstate"))
"""Roads with a number, on which houses have one, too: "1922 Highway 28"."""

IN_ADDRESS: Final = 3
"""Words of a street's name at most."""

MEASURES: Final = frozenset(
    "m km kg g mm cm ft lb lbs mph metres meters kilometres kilometers miles feet yards pounds tons tonnes litres "
    "liters gallons barrels pence cents dollars euros francs marks yen rupees points degrees people acres hectares "
    "watts volts megawatts shares votes troops soldiers men women children bytes hp rpm".split()
)
"""Units of measure and the like: a number before one is no year."""

BEFORE_YEAR: Final = frozenset("in since of the by from early late mid fiscal".split())
"""Words after which a number before a plural is a year all the same: "the 1998 elections"."""

REPORTED: Final = frozenset(
    "accounts appropriations budgets costs crops deficits deliveries dividends earnings elections estimates "
    "expenditures expenses exports figures forecasts guidelines harvests imports levels losses outlays payouts "
    "periods prices proceeds profits projections quotas rates receipts results returns revenues revs sales "
    "shipments standards statistics surpluses targets taxes terms totals volumes wages yields".split()
)
"""Plurals that are told of a year and hardly ever counted in thousands: "reported 1986 earnings"."""

PARTS_OF_NUMBERS: Final = (3, 4)
"""Digits of the middle part of a telephone number."""

DESIGNATION: Final = re.compile(r" [A-Z]{2}\d+\b")
AFTER_DIGIT: Final = re.compile(r"(?<!\d{4})(?<=\d)[:#‑-]$|#$")
YEARS_DIGITS: Final = re.compile(r"-(\d{4})(?!\d)")
LONG_TAIL: Final = re.compile(r"-\d{3}")


def is_number_of_something(word: Word) -> bool:
    """Whether the number is part of a longer one, or counts, measures or numbers something."""
    says = (is_designation, is_part_of_number, is_numbered, is_measure, is_house, is_count, is_model_year)
    return any(one(word) for one in says)


def is_designation(word: Word) -> bool:
    """Whether letters and figures follow that name what was found in that year: "asteroid 2012 DA14"."""
    return bool(DESIGNATION.match(word.text, word.end))


def is_part_of_number(word: Word) -> bool:
    """Whether other digits belong to it: 555-1987, 1:2000, 1997-3321, but not 1990-1995."""
    if AFTER_DIGIT.search(word.text, max(word.start - 6, 0), word.start):
        return True
    range_of_years = YEARS_DIGITS.match(word.text, word.end)
    if range_of_years and int(word.written) < int(range_of_years[1]) <= LAST_YEAR:
        return False
    return bool(LONG_TAIL.match(word.text, word.end)) or (
        word.before.isdigit() and len(word.before) in PARTS_OF_NUMBERS
    )


def is_numbered(word: Word) -> bool:
    """Whether it numbers the noun before it: "Flight 1549", "page 1998"."""
    noun = word.token.before
    if noun is None or noun.lower not in NUMBERED:
        return False
    return noun.lower in NUMBERED_UNCAPITALISED or noun.text[0].isupper()


def is_measure(word: Word) -> bool:
    """Whether a unit of measure follows."""
    return word.following is not None and word.following.lower in MEASURES


def is_model_year(word: Word) -> bool:
    """Whether a maker of cars follows, and an article or an owner goes before: "his 1987 Chevrolet"."""
    following = word.following
    made = following is not None and following.text[0].isupper() and following.lower in MAKERS
    return made and word.before in OWNERS


def is_house(word: Word) -> bool:
    """Whether a street or a block of one follows: "1600 Harbour Street", "1922 Highway 28", "the 1900 block of …"."""
    following = word.following
    if following is not None and following.lower == "block" and word.before == "the":
        return True
    if following is None or not following.text[:1].isupper():
        return False
    if following.lower in ROADS and following.following is not None and following.following.text[0].isdigit():
        return True
    street = word.token.tree.between(following.i, following.i + IN_ADDRESS)
    return any(one.lower.rstrip(".") in ADDRESS for one in street)


COUNTING: Final = frozenset("some about nearly almost over than least most only another around roughly all".split())
"""Words before a number that counts."""

HUNDRED: Final = 100
TURN: Final = 2000
"""A round number that is a year more often than not."""


def is_count(word: Word) -> bool:
    """Whether it counts the plural after it: "1917 votes", "some 1917 spoiled votes", "1500 brave men"."""
    following = word.following
    if following is None or word.before in BEFORE_YEAR:
        return False
    value = int(word.written)
    is_round = value % HUNDRED == 0 and value != TURN
    if counts(word.token, following):
        return following.lower not in REPORTED and (is_round or word.before not in POSSESSIVES)
    if following.tag not in {"JJ", "VBN"} or not (word.before in COUNTING or is_round):
        return False
    return following.following is not None and counts(word.token, following.following)


def counts(number: Token, noun: Token) -> bool:
    """Whether the tree has the number count the noun."""
    plural = noun.tag == "NNS" and noun.text[0].islower()
    return bool(plural and number.dep == "nummod" and number.head.i == noun.i)
