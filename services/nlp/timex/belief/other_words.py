"""Small words, clocks and decades that are something else."""

import re
from typing import Final

from services.nlp.timex.belief.word import Word
from services.nlp.timex.lexicon import MONTH, SEASON, UNIT, WEEKDAY

UNITS: Final = frozenset(UNIT) | frozenset(SEASON) | frozenset(MONTH)
PASSED: Final = UNITS | {"noon", "midnight", "night", "evening", "morning", "afternoon"}
"""What may be past, or what it may be past."""

AMOUNTS: Final = frozenset(("couple", "dozen", "half"))
"""What may stand between "past" and what it counts: "the past couple of weeks"."""

THERMOMETER: Final = frozenset(
    "temperature temperatures highs lows degrees fahrenheit mercury thermometer readings weather forecast sunny skies "
    "humid cloudy chilly fastball mph clocked".split()
)
"""Words of weather, and of fast throws, whose figures are no decade."""
MODEL: Final = re.compile(r"(?<![A-Za-z])[A-Z]{1,3}-\Z")
"""The letters of a model before its figures: "S-300s", "MG-40s"."""
LONGEST_MODEL: Final = 5
PAPERS: Final = frozenset(("daily", "weekly", "fortnightly", "monthly", "quarterly", "nightly"))
"""What a paper is called by how often it comes."""

PRINTED: Final = frozenset("newspaper newspapers paper papers tabloid tabloids broadsheet magazine magazines".split())
"""What a word of a paper's kind stands before: "a daily newspaper"."""

NAMED: Final = frozenset(("NNP", "NNPS", "POS"))
"""What stands before the last word of a paper's name: "the Velden Weekly", "the Workers' Daily"."""

COUNTS: Final = frozenset(("once", "twice", "thrice", "times"))
"""What tells how often something comes in so long: "twice-weekly"."""

NEAR_THERMOMETER: Final = 8
"""Tokens before a decade in which a thermometer is looked for."""


ENDURED: Final = frozenset("been last lasted lasting lasts lived stayed stood wait waited".split())
"""Verbs after which "over" tells how long something went on, whatever the tree says."""

LASTED: Final = ENDURED | frozenset("gone kept passed run served spent taken trained worked".split())
"""Participles after which it mostly does, rather than in what time something was done."""

MEASURED: Final = frozenset("pct percent % mln bln stg dlrs dollars".split())
"""What is told of a time after "over": "up 3 pct over a year ago", "$2 million over three years"."""

COMPARED: Final = MEASURED | frozenset(
    "decline drop gain gains growth improved improvement increase increased increases rise up".split()
)
"""What is told against an earlier time after "over": "an increase over a year ago"."""

AWAY: Final = frozenset(("ago", "earlier", "before", "later"))
LONGEST_DISTANCE: Final = 6
"""Words up to "ago" at most: "over four and half years ago"."""


def is_span(word: Word) -> bool:
    """Whether "over" tells in what time something was done: "paid over three years", not "lasted over a year"."""
    before = word.token.before
    if word.token.dep == "prep" or before is None:
        return word.token.dep == "prep" and word.before not in ENDURED
    is_done = before.tag == "VBN" and before.lower not in LASTED and not is_of_a_distance(word)
    return is_done or before.lower in MEASURED


def is_set_against(word: Word) -> bool:
    """Whether "over" sets what has grown against a time: "up 3 pct over a year ago", "an increase over a year ago"."""
    before = word.token.before
    return before is not None and before.lower in COMPARED and is_of_a_distance(word)


def is_of_a_distance(word: Word) -> bool:
    """Whether "ago" or its like follows."""
    index = word.token.i
    return any(one.lower in AWAY for one in word.token.tree.between(index, index + LONGEST_DISTANCE))


def is_adverb(word: Word) -> bool:
    """Whether "before" or "after" means "earlier" or "later"."""
    return word.token.dep == "advmod" and not word.token.head.tag.startswith(("VB", "MD"))


def goes_on(word: Word) -> bool:
    """Whether "last" is a verb: "it will last two weeks"."""
    return bool(word.token.tag in {"VB", "VBP"})


ACCOUNTED: Final = frozenset("account accounts affairs asset assets liabilities liability ratio".split())
"""What accountants and economists call current, whenever it is: "the current account deficit of 1984"."""


def is_no_present(word: Word) -> bool:
    """Whether "current" is a river's or a wire's, or names a kind of account."""
    following = word.following
    return bool(word.token.tag == "NN") or (following is not None and following.lower in ACCOUNTED)


def belongs_to_a_noun(word: Word) -> bool:
    """Whether "past" says something of a person or a thing: "the past master"."""
    following = word.following
    if word.token.tag != "JJ" or following is None:
        return False
    return following.tag == "NN" and following.lower not in PASSED and following.lower not in AMOUNTS


def is_common(word: Word) -> bool:
    """Whether a word that begins a holiday is written as a common one: "jailed on election day"."""
    return word.written.islower()


def is_no_feast(word: Word) -> bool:
    """Whether "good" stands before a weekday by chance: "they made good Friday on their promise"."""
    return word.written.islower() and word.following is not None and word.following.lower in WEEKDAY


def joins(word: Word) -> bool:
    """Whether "that" joins what is said: "he noted that May had been dry", not "he died that May"."""
    return bool(word.token.tag == "IN" and word.token.dep == "mark")


def is_tiny(word: Word) -> bool:
    """Whether "minute" means very small."""
    return bool(word.token.tag == "JJ")


def is_dividend_or_paper(word: Word) -> bool:
    """Whether it only names a kind of thing: "the quarterly dividend", "the party's daily", "the daily Herald"."""
    if word.key == "quarterly" and word.token.dep == "amod":
        return True
    following = word.following
    is_counted = not COUNTS.isdisjoint(word.token.tree.words_before(word.token.i, 2))
    if word.key not in PAPERS or is_counted:
        return False
    if ends_a_name(word) or PRINTED & {word.token.head.lower, following.lower if following else ""}:
        return True
    if word.token.tag == "RB":
        return False
    is_noun = word.token.tag == "NN" and any(child.i < word.token.i for child in word.token.children)
    if is_noun or following is None or following.tag != "NNP":
        return is_noun
    head = word.token.head  # "the weekly Nordlund grain auction" is held each week
    return not (head.i > following.i and head.tag in {"NN", "NNS"})


def ends_a_name(word: Word) -> bool:
    """Whether a capital and a name before it make it a paper's: "the Harbour Daily said", "the Workers' Daily"."""
    before = word.token.before
    return word.written.istitle() and before is not None and before.tag in NAMED and not word.token.begins_sentence


OF_A_MATCH: Final = frozenset("gone into left mark remaining".split())
"""What follows the clock of a match: "with 2:18 left", "at the 19:59 mark"."""


def is_verse_or_race(word: Word) -> bool:
    """Whether it is chapter and verse ("John 3:16"), the time of a race ("ran 2:10:45") or of a match ("2:18 left")."""
    following = word.following
    if following is not None and following.lower in OF_A_MATCH:
        return True
    previous = word.token.before
    if previous is None:
        return False
    if previous.lower == "in" or (word.written.count(":") > 1 and previous.tag.startswith("VB")):
        return True
    named = previous.tag == "NNP" and "-" not in previous.text
    return named and previous.label not in {"DATE", "TIME"}


def is_no_decade(word: Word) -> bool:
    """Whether figures in the plural are degrees, or what a model is called by: "highs in the 80s", "two S-300s"."""
    return bool(MODEL.search(word.text, max(word.start - LONGEST_MODEL, 0), word.start)) or is_temperature(word)


def is_temperature(word: Word) -> bool:
    """Whether a thermometer shows it: "highs in the 80s"; not so "the 1980s" and "the '80s"."""
    if len(word.written.rstrip("s'’")) != len("80"):
        return False
    index = word.token.i
    return any(token.lower in THERMOMETER for token in word.token.tree.between(max(index - NEAR_THERMOMETER, 0), index))


TIMED: Final = frozenset(
    "after before leading following that until between since when as he she it they we i you".split()
)
"""Words after "the minutes" of which a clock tells."""

MEETING: Final = frozenset("the its their his her our official draft meeting".split())
"""Words before what is written down of a meeting."""

SHOWN: Final = frozenset("of from show showed shows say said suggest suggested reveal revealed".split())


def are_of_a_meeting(word: Word) -> bool:
    """Whether minutes are what was written down: "the minutes showed", "Minutes of the council's meeting"."""
    following = word.following
    after = following.lower if following else ""
    if word.token.begins_sentence:
        return after in SHOWN
    return word.before in MEETING and after not in TIMED
