"""Names that hold a time word: "the Sunday Times", "Spring Street", "Senator Weeks"."""

from typing import Final

from services.nlp.timex.lexicon import MONTH
from services.nlp.timex.tree import Token, Tree

NAMES: Final = frozenset(("PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "GPE", "FAC", "LOC", "LAW", "NORP"))
"""Entity labels of names, in which a time word is none."""

PLACES: Final = frozenset(("GPE", "LOC", "NORP"))
"""Labels before whose names a time may stand, as before abbreviations: "the December OPEC accord", "the July Geneva
talks". Before others it is part of a longer name more often: "the Monday Club", "May Britt"."""

HAPPENINGS: Final = frozenset(
    "accord accords agreement armistice attack attacks battle bombing bombings campaign ceasefire conference congress "
    "convention coup crisis decree election elections fighting games landings manifesto massacres mutiny pact plot "
    "purge putsch raids reforms rising siege strike strikes summit treaty truce "
    "invasion massacre meeting offensive offensives olympics parade prayers protests raid rebellion revolt revolution "
    "riots summit talks uprising vote statement session holiday holidays "
    "address briefing broadcast celebration celebrations ceremony concert conference conferences debate funeral "
    "hearing hearings mass masses match matches memorial news parades prayer rallies rally service services speech "
    "strike strikes trading trial vigil".split()
)
"""Nouns of things that happen: a time word before one tells when it happened, in a name, too."""

TITLES: Final = frozenset(
    "mr mrs ms miss dr prof sir lady lord judge justice senator sen rep officer sergeant sgt captain capt colonel col "
    "general gen lieutenant lt president governor gov mayor minister detective inspector father sister saint".split()
)
"""Titles: what follows is a name, whatever it means elsewhere ("Senator Weeks")."""

SPOKEN: Final = frozenset(("now", "today", "tomorrow", "tonight"))
"""Words that need no capital but in a name, a headline or at the beginning of a sentence."""


ON_AIR: Final = frozenset(("Live", "LIVE", "Edition"))
"""What goes before a time in names of programmes: "Harbour Live Today"."""


def inside_name(tree: Tree, first: int, past: int) -> bool:
    """Whether the tokens from the first up to another are part of a longer name."""
    last = tree[past - 1]
    if first and tree[first - 1].lower.rstrip(".") in TITLES and tree[first - 1].text.istitle():
        return True
    if in_longer_entity(tree, first, past) or ends_name(tree, first, past):
        return True
    following = tree[past] if past < len(tree) else None
    return (
        following is not None
        and last.dep == "compound"
        and not any(token.text[0].isdigit() for token in tree.between(first, past))
        and last.text[0].isupper()
        and past <= last.head.i <= past + 1
        and last.head.tag in {"NNP", "NNPS"}
        and last.head.text[0].isupper()
        and last.head.lower not in HAPPENINGS
        and last.head.lower.rstrip(".") not in MONTH
        and not stands_before_name(tree, first, last, following)
    )


def stands_before_name(tree: Tree, first: int, last: Token, following: Token) -> bool:
    """Whether a time only happens to stand before a name: "the December OPEC accord", "last October Lucky Stores …"."""
    if last.label != "DATE":
        return False
    a_name = following.label in PLACES or (following.label == "ORG" and following.text.isupper())
    return (a_name and not following.goes_on) or (first < last.i and tree[first].lower in {"last", "next", "this"})


def ends_name(tree: Tree, first: int, past: int) -> bool:
    """Whether a capital within the sentence makes "now" or "today" the end of a name: "doctors of Relief Now"."""
    word, before = tree[first], tree[first - 1] if first else None
    return (
        before is not None
        and past == first + 1
        and word.lower in SPOKEN
        and word.text.istitle()
        and not word.begins_sentence
        and (before.tag == "NNP" or before.text in ON_AIR)
        and before.text[0].isupper()
    )


def in_longer_entity(tree: Tree, first: int, past: int) -> bool:
    """Whether a named entity that is no time goes on beyond some tokens, or began before them with a name."""
    token = tree[past - 1]
    if token.label not in NAMES:
        return False
    begin = first
    while begin > 0 and tree[begin].goes_on:
        begin -= 1
    goes_on = past < len(tree) and tree[past].goes_on
    if goes_on:
        rest = tree[past]
        return rest.lower not in HAPPENINGS and rest.lower not in {"'s", "’s"}
    return begin < first and tree[begin].lower not in {"the", "a", "an"}
