"""All that the words beside one mention say of it."""

from collections.abc import Iterator

from services.nlp.entities.corrections.contexts.appositions import appositions
from services.nlp.entities.corrections.contexts.phrases import phrases_beside
from services.nlp.entities.corrections.contexts.votes import FIRM, SURE, Vote
from services.nlp.entities.corrections.kinds import kinds
from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention
from services.nlp.entities.titles import is_title
from services.nlp.entities.words import PROPER, Words

QUOTES = frozenset({'"', "“", "”", "``", "''", "‘", "’", "'", "`"})
PEOPLE = ("ers", "ists", "ors", "ians", "ants", "ents", "sons", "men", "women")
"""How words for people end."""
LONGEST_SHORT_TITLE = 4
"""Letters of a title that is written with a full stop: `Capt.`; a longer one ends a sentence."""
NAMED_FOR = frozenset({"POS", "NN", "NNS", "NNP", "NNPS"})


def signs_beside(words: Words, mention: Mention) -> Iterator[Vote]:
    """The votes of phrases, of a description behind a comma, of a title."""
    yield from phrases_beside(words, mention)
    yield from appositions(words, mention)
    if mention.start and words.forms[mention.start - 1] in QUOTES and _is_title_of_work(words, mention):
        yield Vote("WORK", FIRM)
    if _is_home(words, mention):
        yield Vote("PLACE", FIRM)
    if _is_headed(words, mention):
        yield Vote("TOWN", SURE)
    if _is_somebodys(words, mention):
        yield Vote("TOWN", SURE)
    if _is_titled(words, mention):
        yield Vote("PERSON", SURE)


def _is_title_of_work(words: Words, mention: Mention) -> bool:
    """Whether quotation marks hold the name alone, in a text about works, and not the nickname inside a name."""
    end = mention.end + (mention.end < len(words) and words.forms[mention.end] in {",", ".", "!", "?"})
    closed = (
        end < len(words)
        and words.forms[end] in QUOTES
        and not words.small.isdisjoint(entries("contexts", "about works"))
    )
    before, after = mention.start - 2, end + 1
    inside = before >= 0 and words.tags[before] in PROPER and after < len(words) and words.tags[after] in PROPER
    return closed and not inside


def _is_home(words: Words, mention: Mention) -> bool:
    """Whether people are said to be in what is named: `cyclists in Thornaby`, not `investors in Corvanta`."""
    noun = mention.start - 2
    if noun < 0 or words.lower[noun + 1] != "in" or words.tags[noun] != "NNS":
        return False
    closed = mention.end == len(words) or words.tags[mention.end] not in NAMED_FOR
    return closed and words.lower[noun].endswith(PEOPLE) and words.lower[noun] not in entries("contexts", "in a firm")


def _is_headed(words: Words, mention: Mention) -> bool:
    """Whether who heads a place follows with a name: `Aldmoor Mayor Ada Marlow`; not `Riksbank Governor`."""
    title = mention.end
    if title + 1 >= len(words) or words.lower[title] not in entries("titles", "heads a place"):
        return False
    person = title + 1 + (words.forms[title + 1] == ".")
    return words.is_name(person) and not words.lower[title - 1].endswith(("bank", "reserve", "fed"))


def _is_somebodys(words: Words, mention: Mention) -> bool:
    """Whether somebody is told by age and home: `a 31-year-old Heathley man`."""
    if not mention.start or not words.lower[mention.start - 1].endswith("old") or mention.end >= len(words):
        return False
    return words.lower[mention.end] in {"man", "woman", "boy", "girl", "teenager", "resident", "father", "mother"}


def _is_titled(words: Words, mention: Mention) -> bool:
    """Whether a title that persons alone have stands before: `Mr Marlow`, not `the former Aldmoor Bank`."""
    title = mention.start - 1
    if title > 0 and words.forms[title] == "." and len(words.forms[title - 1]) <= LONGEST_SHORT_TITLE:
        title -= 1
    if title < 0 or not is_title(words, title) or words.tags[title].startswith("JJ"):
        return False
    word = words.lower[title].rstrip(".")
    return word not in entries("contexts", "no person alone") and word not in kinds()
