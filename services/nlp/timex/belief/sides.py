"""On which side of now a time lies, as the words around it and the verb that governs it tell."""

from typing import Final

from services.nlp.timex.around import Tense
from services.nlp.timex.belief.dated import (
    is_appointed,
    is_fixed,
    is_of_a_vote,
    is_of_deadline,
    is_of_what_happened,
    is_of_what_is_to_come,
    is_of_what_struck,
)
from services.nlp.timex.lexicon import DIGITS
from services.nlp.timex.plans import is_given_up
from services.nlp.timex.tense import tense_at
from services.nlp.timex.tense_words import ARRANGING, ASKING, DEMANDING
from services.nlp.timex.tree import Token, Tree

VERBS: Final = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
TRADED: Final = frozenset(("delivery", "contract", "contracts", "futures", "settlement"))
"""What follows the month in which goods that are sold now change hands."""

PAPERS_OF_GOODS: Final = frozenset(("contract", "contracts", "futures", "oil"))

SHIPPED: Final = frozenset(("delivery", "settlement", "shipment"))
"""What is bought now and comes in a month to come: "soybeans for delivery in November"."""

GOODS: Final = frozenset(
    "brent cattle cocoa coffee copper corn cotton crude gasoline gold hogs oats platinum silver soybeans sugar "
    "wheat".split()
)
"""What is bought now for a month to come."""

MEASURES: Final = frozenset(
    "allowed banned barred cancelled canceled closed cut declared forbidden forbade halted imposed introduced "
    "lifted limited ordered prohibited raised restricted shut stopped suspended".split()
)
"""What is decided today and holds from a day to come."""

WARNINGS: Final = frozenset(
    "advisories advisory alert alerts curfew curfews forecast forecasts outlook warning warnings watch watches".split()
)
"""What holds from a time to come, whenever it was given out."""

NEAR: Final = 5
"""Heads above a preposition among which its verb is looked for."""

STARTING: Final = frozenset(("for", "starting", "beginning", "commencing", "effective"))
"""What goes before the day of something to come: "closed starting Monday", "a vote planned for Monday"."""

TAKING_FOR: Final = frozenset(
    "accounted allowed cared catered fended provided spoken uncared unaccounted vouched".split()
)
"""What "for" belongs to, before a day too: "nine men were unaccounted for Monday"."""


def side_of(tree: Tree, first: int, past: int, *, is_weekday: bool) -> Tense | None:
    """The tense of the verb that governs the tokens of a time, from `first` up to `past`, or what stands for one.

    "Since" looks back, "until" and "through" leave it open; more words speak of a weekday.
    """
    last = tree[past - 1]
    if leads_entry(tree, first, past) and side_of_entry(tree, past) == "past":
        return "past"
    if first > 2 and tree.words_before(first, 2) == ("at", "least"):  # noqa: PLR2004  # "until at least Friday"
        first -= 2
    told = side_of_preposition(tree, first)
    if told:
        return told
    if not is_weekday and is_fixed(tree, first, past):
        return "open"
    is_voted = is_of_a_vote(tree, first, last, is_weekday=is_weekday)
    if (
        is_outdone(last)
        or (not is_voted and is_of_what_happened(last))
        or (is_weekday and is_of_what_struck(tree, first, past))
    ):
        return "past"
    told = side_of_weekday(tree, first, past) if is_weekday else None
    if told:
        return told
    if (
        is_of_what_is_to_come(last)
        or is_of_deadline(tree, first)
        or is_appointed(tree[first], past)
        or is_traded(tree, first, past)
        or tree.words_before(first, 2) in AS_SOON
    ):
        return "future"
    tense = tense_at(tree, first)
    if is_voted and tense == "past":
        return "open"
    return "future" if tree.words_before(first, 1) == ("by",) and tense != "past" else tense


AS_SOON: Final = frozenset((("soon", "as"), ("early", "as"), ("later", "than")))
"""Words before the first day on which something may be, or the last: "as soon as Monday", "no later than Friday"."""


def side_of_preposition(tree: Tree, first: int) -> Tense | None:
    """What the word before a time says of its side, None where it leaves that to the verb."""
    before = tree.word(first - 1)
    if before == "since":
        return "past"
    if before == "of" and tree.words_before(first - 1, 1) == ("ahead",):
        return "open"
    if before in PAID and ((day := tree.word(first + 1))[:1].isdigit() or day in DIGITS):
        return "future"
    return side_up_to(tree, first - 1) if before in {"until", "till", "through"} else None


PAID: Final = frozenset(("pay", "payable", "record"))
"""What a notice of a dividend says before the days to come: "Pay June 30, record June 12"."""


def side_of_weekday(tree: Tree, first: int, past: int) -> Tense | None:
    """What the words before a weekday say of its side: "ahead of Sunday's vote", "from Monday, masks are banned"."""
    before = tree.word(first - 1)
    if (
        past < len(tree)
        and tree[past].text in AFTER_ENTRY
        and (not first or tree[first - 1].text.isspace() or before in {".", "!"})
    ):
        return side_of_entry(tree, past)
    if (
        (
            before in STARTING
            and tree.word(first - 2) not in TAKING_FOR
            and not (first > 1 and is_given_up(tree[first - 2]))
            and not has_begun(tree, first - 1)
        )
        or tree.words_before(first, 2) == ("ahead", "of")
        or tree.words_before(first, 2) == ("forward", "from")
        or is_spoken_of(tree, first, past)
        or is_on_offer(tree[first])
    ):
        return "future"
    if before not in {"from", "into"}:
        return None
    if takes_effect(tree, first, past):
        return "open"
    return "future" if tense_at(tree, first) in {"present", "future"} else None


def has_begun(tree: Tree, index: int) -> bool:
    """Whether "beginning" tells since when it was so: "it rained beginning Friday", not "banned beginning Friday"."""
    if tree[index].tag != "VBG":
        return False
    verb = next((one for one in tree[index].ancestors(NEAR) if one.tag in VERBS), None)
    if verb is None or verb.tag != "VBD" or any(verb.lower in words for words in AHEAD_OF_THEM):
        return False
    return tense_at(tree, index) == "past"


AHEAD_OF_THEM: Final = (MEASURES, ARRANGING, ASKING, DEMANDING)
"""Verbs in the past beside what begins only later."""


AFTER_ENTRY: Final = frozenset((":", "-", "--", "–", "—"))
"""What stands between the day of an entry and what is entered."""


def is_on_offer(first: Token) -> bool:
    """Whether there is something then: "there is a second boat on Sunday"."""
    verb = next((one for one in first.ancestors(NEAR) if one.tag in VERBS), None)
    is_there = verb is not None and verb.tag in {"VBZ", "VBP"}
    return is_there and any(child.dep == "expl" for child in verb.children)  # type: ignore[union-attr]  # a verb


def is_spoken_of(tree: Tree, first: int, past: int) -> bool:
    """Whether it is said what a day is like, which is a forecast: "Sunday is mostly dry", "Monday looks fine"."""
    day = tree[past - 1]
    return day.dep == "nsubj" and first == past - 1 and day.head.tag == "VBZ" and day.head.i > day.i


def leads_entry(tree: Tree, first: int, past: int) -> bool:
    """Whether a date stands alone before what is told of it, as in a chronicle: a line begins "Jan. 3 - "."""
    if past >= len(tree) or tree[past].text not in AFTER_ENTRY:
        return False
    return not first or tree[first - 1].text.isspace()


def side_of_entry(tree: Tree, colon: int) -> Tense:
    """What the first words of an entry after its day say: "Saturday: Sunny spells" is a forecast, a diary tells."""
    told = any(token.tag == "VBD" for token in tree.between(colon + 1, colon + 1 + OF_AN_ENTRY))
    return "past" if told else "future"


OF_AN_ENTRY: Final = 12
"""Tokens of an entry that are asked for a verb."""


LASTED: Final = frozenset(
    "burned burnt continued danced dragged drank fought lasted partied prayed queued raged ran sang slept stretched "
    "talked waited went worked".split()
)
"""What was over when it is told: "talks went on until Sunday"."""


def side_up_to(tree: Tree, index: int) -> Tense:
    """Of "until": that of a future, and before its verb of the past ("until Friday they had slept"), otherwise open."""
    verb = tree[index].head
    is_told = verb.i > index or (verb.tag == "VBD" and verb.lower in LASTED)
    tense = tense_at(tree, verb.i)
    if tense == "future":
        return "future"
    return "past" if is_told and tense == "past" else "open"


def is_traded(tree: Tree, first: int, past: int) -> bool:
    """Whether goods change hands then: "crude for June delivery", "the December contract", "May wheat fell"."""
    if tree.word(past) in TRADED:
        return True
    before = tree.words_before(first, 2)
    if before[-1:] == ("in",) and before[0] in SHIPPED:
        return True
    if before[-1:] == ("for",) and (before[0] in GOODS or before[0] in PAPERS_OF_GOODS):
        return True
    last = tree[past - 1]
    return last.dep in {"compound", "nmod"} and last.head.i == past and last.head.lower in GOODS


def takes_effect(tree: Tree, first: int, past: int) -> bool:
    """Whether a measure holds from then on: "banned from Monday"; not "shut from Monday to Wednesday"."""
    goes_on = tree.word(past) in {"to", "until", "through"}
    above = list(tree[first - 1].ancestors(NEAR))
    if any(one.lower in WARNINGS for one in above):
        return True
    verb = next((one for one in above if one.tag in VERBS), None)
    if verb is None:
        return False
    return (not goes_on and verb.lower in MEASURES) or any(one.lower in WARNINGS for one in verb.children)


def is_outdone(last: Token) -> bool:
    """Whether it is measured against others, and so over: "the driest spring in four decades"."""
    return any(child.tag == "JJS" and child.i < child.head.i for child in last.children)
