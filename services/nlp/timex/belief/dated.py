"""What a day belongs to, where that tells its side: what happened on it, or what is to be on it."""

from typing import Final

from services.nlp.timex.lexicon import MONTH, WEEKDAY
from services.nlp.timex.tense_words import CALLING, FIXING, IS, SUBJECTS
from services.nlp.timex.tree import Token, Tree

STRUCK: Final = frozenset(
    "accident accidents ambush arrest arrests assassination attack attacks avalanche blackout blast blasts blaze "
    "bombing bombings coup crash death deaths derailment disaster earthquake eruption explosion explosions fire fires "
    "flood floods hijacking hijackings killing killings landslide landslip massacre mishap murder murders mutiny "
    "outage quake raid raids rampage riot riots shelling shooting shootings sinking slaying slayings stabbing "
    "stampede suicide tornado tragedy tremor tsunami twister wreck".split()
)
"""Nouns of what nobody can date before it happens: "the Nov. 3 quake", told in October, is eleven months away."""

HAPPENED: Final = STRUCK | frozenset(
    "announcement assault battle bloodshed blunder bomb breach carnage casualties clash clashes close closing "
    "collapse collision comments crackdown dead debacle decision declaration decline defeat disclosure drop escape "
    "estimate estimates fall fiasco fighting filing findings forecast forecasts gaffe gain gains incident incidents "
    "indictment inspection invasion jump leak losses ouster outbreak outburst plunge poll polls projection "
    "projections rebuke rejection remark remarks removal resignation resignations revelation revelations rise rout "
    "ruling rulings sell-off selloff setback slide slump statement surge survey surveys turmoil unrest upheaval "
    "upset verdict victims victory violence warning warnings".split()
)
"""Nouns of what is over: a day before one has gone by, whatever the verb says ("will appeal Wednesday's ruling")."""

KNOWN: Final = frozenset(("the", "this", "that", "these", "those"))
PUNCTUATION: Final = frozenset((",", ".", ";", ":", ")"))

TO_COME: Final = frozenset("deadline deadlines expiration expiry showdown".split())
"""Nouns of what is to come: a day before one lies ahead, whatever the verb says ("set a Wednesday deadline")."""

VOTES: Final = frozenset(
    "ballot ballots by-election by-elections election elections plebiscite poll polls primaries primary referendum "
    "referendums run-off runoff vote votes".split()
)
"""What a country knows the day of long before."""

TOWARDS_VOTE: Final = frozenset(("before", "for", "from"))
AHEAD: Final = frozenset(("advance", "ahead", "eve", "weeks", "months", "days"))
"""Before "of" and a vote: "ahead of the May vote"."""

MISSED: Final = frozenset("ignored let met missed missing passed".split())
BACK_TO_MISSED: Final = 7
"""Tokens before the day of a deadline in which one stands that tells that it is over."""

OWNED: Final = frozenset(("poss", "compound", "nmod", "nmod:poss"))
NAMED: Final = frozenset(WEEKDAY) | frozenset(MONTH)

BEFORE_DAY: Final = frozenset(("on", "at", "until"))
"""Prepositions between "is" and its day."""

LONGEST: Final = 5
"""Steps from the word of a day to the verb at most: "is at 8 p.m. on Friday"."""


def is_of_what_happened(last: Token) -> bool:
    """Whether a day or a month, whose last word is given, tells when something struck: "Wednesday's ruling"."""
    return owner(last) in HAPPENED


def is_of_what_struck(tree: Tree, first: int, past: int) -> bool:
    """Whether a weekday stands between what struck or was ruled on it and its verb: "the ruling Friday is likely to …".

    The day goes from one token up to another. What does so is something known, "the" or somebody's.
    """
    before = first - 2 if tree.word(first - 1) == "on" else first - 1
    if tree.word(before) not in HAPPENED or tree.word(past) in PUNCTUATION:
        return False
    noun = tree[before]
    is_known = tree.word(before - 1) in KNOWN or any(
        child.dep == "poss" or child.lower in KNOWN for child in noun.children
    )
    return is_known and noun.dep in SUBJECTS and noun.head.i >= past


def is_of_what_is_to_come(last: Token) -> bool:
    """Whether a day or a month, whose last word is given, is until when there is time: "a Wednesday deadline"."""
    return owner(last) in TO_COME


def is_of_a_vote(tree: Tree, first: int, last: Token, *, is_weekday: bool) -> bool:
    """Whether it is the day of a vote of which no verb tells: "candidate for the May 3 poll", "ahead of polls in May".

    So it may lie on either side, whatever tense the sentence has; "fraud in Sunday's vote" is that of last Sunday.
    """
    word = owner(last)
    if word in VOTES:
        noun = named_of(last).head
    elif first > 1 and tree.word(first - 2) in VOTES and tree.word(first - 1) in {"on", "in"}:
        noun = tree[first - 2]
    else:
        return False
    before = noun.head
    if noun.dep != "pobj" or before.i > first or before.head.lower in CALLING:
        return False
    if before.lower == "of":
        return before.head.lower in AHEAD
    if before.lower in TOWARDS_VOTE:
        return True
    return not is_weekday and before.lower in {"at", "in"} and before.head.tag.startswith("NN")


def is_fixed(tree: Tree, first: int, past: int) -> bool:
    """Whether it is said what a day shall be: "a decree naming 3 May as the day of the vote"."""
    return tree.word(first - 1) in FIXING and tree.word(past) in {"as", "for"}


def named_of(last: Token) -> Token:
    """The word that names a time: the month of "Aug. 7"."""
    return last.head if last.dep == "nummod" and last.head.i == last.i - 1 else last


def is_of_deadline(tree: Tree, first: int) -> bool:
    """Whether a time, whose first token is given, is a deadline's: "a deadline of Friday" that nobody has missed."""
    if tree.word(first - 1) != "of" or tree.word(first - 2) not in TO_COME:
        return False
    return MISSED.isdisjoint(tree.words_before(first, BACK_TO_MISSED))


def owner(last: Token) -> str:
    """The noun to which a time belongs that stands before it: "Wednesday's ruling", "the Aug. 7 ruling"."""
    named = named_of(last)
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
