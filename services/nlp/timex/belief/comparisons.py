"""Times of figures to which others are compared: "up from May", "against $2 million last year"."""

from typing import Final

from services.nlp.timex.belief.sides import VERBS
from services.nlp.timex.tree import Token, Tree

CHANGED: Final = frozenset("change decline decrease down drop fall gain increase off percent rise up".split())
"""What "from" goes with where something is measured against an earlier time: "up 3 percent from a year earlier"."""

COMPARING: Final = frozenset(("after", "since", "than", "with", "following"))
"""Prepositions before a time that is not the one spoken of."""

AMOUNTS: Final = frozenset(
    "million billion cents share shares marks francs pounds guilders crowns kronor dlrs cts".split()
)
"""Words with which an amount of money ends: "$2 million, or 5 cents a share"."""

AGAINST: Final = frozenset("from with against versus vs than to".split())
"""Words before an amount to which another is compared."""

OF_A_TIME: Final = frozenset(("in", "at", "for", "of", "during"))
PASSED_OVER: Final = frozenset(("\n", "end", "early", "late", "mid", "the"))
"""What may stand between such a preposition and the time: "at end December", in lines that are broken anywhere."""

COMPARED_WITH: Final = AGAINST - {"to"} | {"after"}
LONGEST_FIGURE: Final = 7
"""Tokens before a time in which stands an amount to which others are compared: "against a loss of 3 million in May"."""

ENDS: Final = frozenset((".", ";", "\n", "and", "had", "were", "was"))
LONGEST_AMOUNT: Final = 15
"""Tokens before the end of an amount in which such a word must stand."""

POSSESSIVE: Final = frozenset(("'s", "’s"))
MONEY: Final = frozenset(("$", "#", "£", "c$", "us$"))


def is_compared(last: Token) -> bool:
    """Whether the time that ends there is what something else is told from: "after a weak second quarter"."""
    before = last.head
    if before.lower == "from":
        return before.head.tag in VERBS or before.head.lower in CHANGED
    return before.lower in COMPARING


def has_amount_compared(tree: Tree, first: Token, last: Token) -> bool:
    """Whether an amount of a time is one to compare with: "from 1.2 million in May", "from May's 1.2 million"."""
    if tree.word(first.i - 1) in COMPARED_WITH and tree.word(last.i + 1) in POSSESSIVE:
        return True
    before = first.before
    while before is not None and before.lower in PASSED_OVER:
        before = before.before
    if before is None or before.lower not in OF_A_TIME:
        return False
    is_amount = False
    for word in reversed(tree.words_before(before.i, LONGEST_FIGURE)):
        if word in COMPARED_WITH:
            return is_amount
        if word in ENDS and word != "\n":
            return False
        is_amount = is_amount or word[:1].isdigit()
    return False


def is_set_against(tree: Tree, first: int, past: int) -> bool:
    """Whether the time of the tokens from `first` up to `past` is that of an amount to which another is compared."""
    if tree.word(past) in POSSESSIVE:
        return tree.word(first - 1) in AGAINST and tree.word(past + 1) in MONEY
    before = first - 2 if tree.word(first - 1) == "," else first - 1
    if tree.word(before) not in AMOUNTS:
        return False
    for word in reversed(tree.words_before(before, LONGEST_AMOUNT)):
        if word in AGAINST:
            return True
        if word in ENDS:
            return False
    return False


INCLUDING: Final = frozenset("exclude excludes excluding include includes including reflect reflects".split())
LONGEST_NOTE: Final = 25
"""Tokens before a time in which such a word must stand."""


def is_of_accounts(tree: Tree, first: int) -> bool:
    """Whether the note in which a time begins says what figures include: "net excludes a gain in the year"."""
    for word in reversed(tree.words_before(first, LONGEST_NOTE)):
        if word in INCLUDING:
            return True
        if word == ".":
            return False
    return False
