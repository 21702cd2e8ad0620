"""A first name or a surname that the model left out belongs to the person: the parser ties the two together."""

from collections import Counter
from re import compile as pattern

from msgspec.structs import replace

from services.nlp.entities.first_names import first_names, no_first_names, no_surnames
from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention, apart, covered
from services.nlp.entities.titles import is_title
from services.nlp.entities.words import PROPER, Words, is_spelt

INITIAL = pattern(r"[A-Z]\.")
LONGEST = 3
FIRST_NAMES = 2
"""First names before a surname that the model left out: `Laura Lee Prather`."""
SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr."})


def complete_persons(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Each person named by one word with the proper nouns right before it that depend on it, or that it depends on.

    A full name that the text has twice is whole.
    """
    named = covered(mentions)
    mentions = _joined(words, mentions)
    full = Counter(words.forms[m.start : m.end] for m in mentions if m.label == "PERSON" and m.end - m.start > 1)
    closed = {mention for mention in mentions if full[words.forms[mention.start : mention.end]] > 1}
    whole = (m if m in closed else _with_surname(words, _with_first_name(words, m, named), named) for m in mentions)
    return apart(_with_suffix(words, _with_initial(words, mention, named)) for mention in whole)


def _joined(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with two persons in a row made one where the first hangs on the second: Kleber, Mendonça Filho."""
    joined: list[Mention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        if last is not None and last.label == mention.label == "PERSON" and _is_rest(words, last, mention):
            joined[-1] = replace(mention, start=last.start)
        else:
            joined.append(mention)
    return joined


def _is_rest(words: Words, last: Mention, mention: Mention) -> bool:
    """Whether a person goes on behind another, or behind one proper noun between: Mohammad, Tajul, Islam Marlow."""
    if mention.start - last.end > 1:
        return False
    between = last.end < mention.start
    if between and not (words.is_name(last.end) and is_spelt(words.forms[last.end]) and not is_title(words, last.end)):
        return False
    return all(
        words.deps[place] == "compound" and place < words.heads[place] < mention.end
        for place in range(last.end - 1, mention.start)
    )


def _with_initial(words: Words, mention: Mention, named: set[int]) -> Mention:
    """One mention with the initial before it: the `H.` of `H. Marshall Strand`."""
    before = mention.start - 1
    if mention.label != "PERSON" or before < 0 or before in named or not INITIAL.fullmatch(words.forms[before]):
        return mention
    return replace(mention, start=before) if words.tags[before] in PROPER else mention


def _with_suffix(words: Words, mention: Mention) -> Mention:
    """One mention with the `Jr.` behind its comma."""
    comma = mention.end
    suffixed = comma + 1 < len(words) and words.forms[comma] == "," and words.forms[comma + 1] in SUFFIXES
    return replace(mention, end=comma + 2) if mention.label == "PERSON" and suffixed else mention


def _with_surname(words: Words, mention: Mention, named: set[int]) -> Mention:
    """One mention, a word longer where it is the first names of the proper noun behind it."""
    first, last = mention.end - 1, mention.end
    if mention.label != "PERSON" or first - mention.start >= FIRST_NAMES or last >= len(words) or last in named:
        return mention
    form = words.forms[last]
    proper = words.tags[last] == "NNP" and words.upper[last] and is_spelt(form) and not form.isupper()
    if first > mention.start and (form in no_surnames() or words.lower[last] in entries("noise", "never")):
        return mention
    if words.is_name(last + 1) and is_title(words, last):  # `Aldmoor Mayor Ada Marlow`
        return mention
    tied = words.deps[first] == "compound" and words.heads[first] == last
    if proper and (tied or _is_given(words, mention, last)) and is_spelt(words.forms[first]):
        return replace(mention, end=last + 1)
    return mention


def _is_given(words: Words, mention: Mention, last: int) -> bool:
    """Whether the one word of a person is a first name, and what follows can end a name: Franco, Colapinto."""
    form, after = words.forms[mention.start], last + 1
    lone = mention.end - mention.start == 1 and form in first_names() and not words.is_name(after)
    return (
        lone
        and words.forms[last] not in no_surnames() | first_names()
        and words.lower[last] not in entries("noise", "never")
    )


def _with_first_name(words: Words, mention: Mention, named: set[int]) -> Mention:
    """One mention, longer where a first name stands before it."""
    if mention.label != "PERSON" or mention.end - mention.start > 1:
        return mention
    start, titles = mention.start, no_first_names()
    while start > max(0, mention.start - LONGEST) and _is_first_name(words, start - 1, mention, named):
        start -= 1
    if start < mention.start and titles.isdisjoint(word.rstrip(".") for word in words.lower[start : mention.start]):
        town = words.forms[start] in entries("head_words", "before GPE")
        return replace(mention, start=start, label="GPE" if town else "PERSON")
    return mention


def _is_first_name(words: Words, place: int, mention: Mention, named: set[int]) -> bool:
    """Whether a word is a proper noun of its own that depends on the surname."""
    form = words.forms[place]
    proper = words.is_name(place) and is_spelt(form) and not form.isupper()
    return proper and place not in named and words.deps[place] == "compound" and words.heads[place] < mention.end
