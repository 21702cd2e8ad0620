"""What a day belongs to, where that tells its side: what happened on it, or what is to be on it."""

from typing import Final

from services.nlp.timex.lexicon import MONTH, WEEKDAY
from services.nlp.timex.tense_words import IS
from services.nlp.timex.tree import Token

HAPPENED: Final = frozenset(
    "accident accidents ambush announcement arrest arrests assassination assault attack attacks avalanche battle "
    "blackout blast blasts blaze bloodshed blunder bomb bombing bombings breach carnage casualties clash clashes "
    "close closing collapse collision comments coup crackdown crash dead death deaths debacle decision "
    "declaration decline defeat "
    "derailment disaster disclosure drop earthquake eruption escape estimate estimates explosion explosions fall "
    "fiasco fighting filing findings fire fires flood floods forecast forecasts gaffe gain gains hijacking "
    "hijackings incident incidents indictment inspection invasion jump killing killings landslide landslip leak "
    "losses massacre mishap murder murders mutiny ouster outage outbreak outburst plunge poll polls projection "
    "projections quake raid raids rampage rebuke rejection remark remarks removal resignation resignations "
    "revelation revelations riot riots rise rout ruling rulings sell-off selloff setback shelling shooting "
    "shootings sinking slaying slayings slide slump stabbing stampede statement suicide surge survey surveys "
    "tornado tragedy tremor tsunami turmoil twister unrest upheaval upset verdict victims victory violence warning "
    "warnings wreck".split()
)
"""Nouns of what is over: a day before one has gone by, whatever the verb says ("will appeal Wednesday's ruling")."""

TO_COME: Final = frozenset("deadline deadlines expiration expiry showdown".split())
"""Nouns of what is to come: a day before one lies ahead, whatever the verb says ("set a Wednesday deadline")."""

OWNED: Final = frozenset(("poss", "compound", "nmod", "nmod:poss"))
NAMED: Final = frozenset(WEEKDAY) | frozenset(MONTH)

BEFORE_DAY: Final = frozenset(("on", "at", "until"))
"""Prepositions between "is" and its day."""

LONGEST: Final = 5
"""Steps from the word of a day to the verb at most: "is at 8 p.m. on Friday"."""


def is_of_what_happened(last: Token) -> bool:
    """Whether a day or a month, whose last word is given, tells when something struck: "Wednesday's ruling"."""
    return owner(last) in HAPPENED


def is_of_what_is_to_come(last: Token) -> bool:
    """Whether a day or a month, whose last word is given, is until when there is time: "a Wednesday deadline"."""
    return owner(last) in TO_COME


def owner(last: Token) -> str:
    """The noun to which a time belongs that stands before it: "Wednesday's ruling", "the Aug. 7 ruling"."""
    named = last.head if last.dep == "nummod" and last.head.i == last.i - 1 else last
    return named.head.lower if named.dep in OWNED and named.head.i > last.i else ""


def is_appointed(first: Token, past: int) -> bool:
    """Whether something is on a day: "the deadline is Friday", "the vote is on 3 March", "it is at noon on Monday".

    The day goes from its first token up to another; what is said of it is "is" or "are" without more ado.
    """
    day = next((token for token in first.tree.between(first.i, past) if token.lower.rstrip(".") in NAMED), None)
    if day is None:
        return False
    token: Token = day
    for _ in range(LONGEST):
        token = token.head
        if token.lower in IS and not first.i <= token.i < past:  # the "am" of an hour is no verb
            return token.tag in {"VBZ", "VBP"} and not tells_what_is(token)
        if not (first.i <= token.i < past or token.lower in BEFORE_DAY):
            return False
    return False


def tells_what_is(verb: Token) -> bool:
    """Whether "is" helps a verb or says what is so: "is leaving Friday", "oil is up on Friday", "it is Friday"."""
    return verb.dep in {"aux", "auxpass"} or any(
        child.dep in {"acomp", "advmod", "neg"} or child.lower in {"today", "it", "this", "that"}
        for child in verb.children
    )
