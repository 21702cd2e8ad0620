"""Headlines with a capital on every word: the model takes verbs and common nouns in them for parts of names.

`Aldmoor Takes Its Toll` names Aldmoor, `Ferry Capsizes Off Aldmoor` no ferry.
"""

from itertools import pairwise

from msgspec.structs import replace

from services.nlp.entities.mention import Mention
from services.nlp.entities.words import PROPER, Words

LONGEST_LINE = 24
"""Words of a headline."""
FEWEST, SHARE = 3, 0.8
"""Words of four letters and more that a headline has, and how many of them have a capital."""
LONG = 4
VERBS = frozenset({"VBZ", "VBD", "VBP"})
NOT_LAST = frozenset({"IN", "TO", "CC"})
OPEN = frozenset({"ORG", "PERSON", "PRODUCT", "WORK_OF_ART", "EVENT", "LOC", "FAC", "GPE"})


def read_headlines(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions in headlines with capitals throughout cut before a verb, and without those of common words alone."""
    titled = _titled(words)
    if not titled:
        return mentions
    read = []
    told = {words.forms[m.start : m.end] for m in mentions if m.start not in titled}
    surnames = {forms[-1] for forms in told if len(forms) > 1}
    for mention in mentions:
        if mention.start in titled and mention.label in OPEN and not mention.sure:
            mention = _known(words, _cut(words, mention), told, surnames)  # noqa: PLW2901  # the same mention, shorter
            if mention.end == mention.start or _is_common(words, mention):
                continue
        read.append(mention)
    return read


def _titled(words: Words) -> frozenset[int]:
    """The words of the lines of a text's head that are headlines with capitals throughout."""
    found: set[int] = set()
    for first, after in pairwise((*words.lines, len(words)) if words.lines else ()):
        end = min(after, first + LONGEST_LINE + 1)
        long = [
            place for place in range(first, end) if len(words.forms[place]) >= LONG and words.forms[place].isalpha()
        ]
        closed = words.forms[after - 1 - (after > first and words.breaks[after - 1])] in {".", "!", "?"}
        if after - first <= LONGEST_LINE and len(long) >= FEWEST and not closed:
            big = sum(words.upper[place] and not words.forms[place].isupper() for place in long)
            found.update(range(first, after) if big >= SHARE * len(long) else ())
    return frozenset(found)


def _cut(words: Words, mention: Mention) -> Mention:
    """One mention up to the verb that it holds, if the verb is no first word of it."""
    for place in range(mention.start + 1, mention.end):
        if words.tags[place] in VERBS and words.upper[place]:
            return replace(mention, end=place)
    end = mention.end
    while end > mention.start and words.tags[end - 1] in NOT_LAST:
        end -= 1
    return mention if end == mention.end else replace(mention, end=end)


def _known(words: Words, mention: Mention, told: set[tuple[str, ...]], surnames: set[str]) -> Mention:
    """One person without a last word that is none of the name: `Babar Marlow Stars` is Babar Marlow."""
    last = mention.end - 1
    short = words.forms[mention.start : last]
    strange = mention.label == "PERSON" and words.forms[last] not in surnames and words.forms[last].endswith("s")
    known = short in told or (len(short) == 1 and short[0] in surnames)
    return replace(mention, end=last) if strange and known else mention


def _is_common(words: Words, mention: Mention) -> bool:
    """Whether the text below has all the words small, or the tagger sees no name in any of them."""
    places = range(mention.start, mention.end)
    if not any(words.tags[place] in PROPER for place in places):
        return mention.label != "WORK_OF_ART"
    return all(words.lower[place] in words.small for place in places if words.forms[place].isalpha())
