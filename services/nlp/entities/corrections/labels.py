"""Labels that the words of a name decide: an airport is a place, a ministry an organisation, Aleppo no people."""

from collections.abc import Callable, Mapping
from functools import cache

from msgspec.structs import replace

from schemas.vocabulary import EntityLabel
from services.nlp.entities.corrections.last_words import bill, by_last_word, label_by_last_words, shire, venue
from services.nlp.entities.first_names import first_names
from services.nlp.entities.gazetteer import countries, is_great, is_region, peoples, sites, spellings
from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention
from services.nlp.entities.words import PROPER, Words

ADJECTIVE_ENDINGS = (
    "an", "ans", "ese", "ish", "ist", "ists", "ic", "ics", "ite", "ites", "i", "is", "crat", "crats", "ch", "ative",
    "atives", "s",
)  # fmt: skip
FAMILY = frozenset({"van", "von", "bin", "ibn", "ter", "ten"})
LONGEST_PARTICLES = 4
SHORTEST, LONGEST_OPENING, LONGEST_ACRONYM = 3, 4, 7
"""Letters of an acronym; of one that opens a sentence fewer."""
FIRST, FIRST_OF_TOWN, FIRST_OF_BODY = "before LOC", "before GPE", "before ORG"
"""The sections of the words that begin the name of a place or a body: Lake, Mount; Port, Santa; Jaish, Frente."""
NAMED_AFTER_SON = frozenset({"Abu", "Umm"})
STRAYED = frozenset({"NORP", "PRODUCT", "EVENT", "FAC", "LAW", "WORK_OF_ART", "LANGUAGE"})
"""Labels under which the model now and then puts a city."""
REACHING = frozenset({"in", "from", "near", "outside"})
"""Prepositions that lead to a place; a club is played against."""


ALONG = frozenset({"on", "across", "along", "over", "down", "up", "in", "near"})
"""Prepositions before the article of a river, which the model takes for a person."""
LONGEST_REGION = 3
TOWNLIKE = frozenset({"PERSON", "ORG", "LOC", "PRODUCT", "WORK_OF_ART", "NORP"})
GOING_ON = frozenset({"NN", "NNS", "POS", "CC"})
"""Tags behind a region that show that it begins something else."""


Rule = Callable[[Words, Mention], EntityLabel | None]


def relabel(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Each mention of which no rule is sure with the label that its words, or its shape, decide."""
    return [mention if mention.sure else _relabelled(words, mention) for mention in mentions]


def _relabelled(words: Words, mention: Mention) -> Mention:
    """One mention with the label of the first rule that has one."""
    label = next((label for rule in RULES.get(mention.label, ()) if (label := rule(words, mention))), mention.label)
    first = words.forms[mention.start]
    certain = first in entries("head_words", FIRST_OF_BODY) or (first in NAMED_AFTER_SON and label == "PERSON")
    return replace(mention, label=label, sure=certain) if certain or label != mention.label else mention


def _great_place(words: Words, mention: Mention) -> EntityLabel | None:
    """A country, a region or a great city that the model takes for something else."""
    several = mention.end - mention.start > 1 and mention.label in {"ORG", "LOC"}
    name = words.said(mention.start, mention.end)
    great = (several or mention.label in STRAYED) and is_great(name)
    return "GPE" if great or (several and mention.label == "LOC" and is_region(name)) else None


def _reached_place(words: Words, mention: Mention) -> EntityLabel | None:
    """A great city of one word behind a preposition of place: `a firm from Oslo`."""
    lone = mention.label == "ORG" and mention.end - mention.start == 1 and mention.start > 0
    reached = lone and words.lower[mention.start - 1] in REACHING and words.deps[mention.start] == "pobj"
    return "GPE" if reached and is_great(words.forms[mention.start]) else None


def _town(words: Words, mention: Mention) -> EntityLabel | None:
    """What a preposition of place leads to and a region follows: `in Aldmoor, Norway.`."""
    reached = mention.start > 0 and words.lower[mention.start - 1] in REACHING | {"at"}
    comma = mention.end
    if not reached or comma + 1 >= len(words) or words.forms[comma] != ",":
        return None
    for end in range(min(comma + 1 + LONGEST_REGION, len(words)), comma + 1, -1):
        if is_region(words.said(comma + 1, end)):
            closes = end == len(words) or not (words.upper[end] or words.tags[end] in GOING_ON)
            return "GPE" if closes and mention.label in TOWNLIKE else None
    return None


def _landform(words: Words, mention: Mention) -> EntityLabel | None:
    """A lake or a mountain by its first word, but for a town: Cape Town, Lake Charles."""
    several = mention.end - mention.start > 1 and words.forms[mention.start] in entries("head_words", FIRST)
    known = several and words.said(mention.start, mention.end) in sites()
    landform = several and not known and mention.label in {"PERSON", "FAC", "GPE", "NORP"}
    return "LOC" if landform else None


def _port(words: Words, mention: Mention) -> EntityLabel | None:
    """A town by its first word, where one more follows: Port Amity; not the Port Authority, no San Marlow Sharks."""
    pair = mention.end - mention.start == 2 and words.forms[mention.start] in entries("head_words", FIRST_OF_TOWN)  # noqa: PLR2004  # a pair
    headed = words.forms[mention.end - 1] in label_by_last_words()
    return "GPE" if pair and not headed and mention.label in {"PERSON", "ORG", "FAC", "LOC"} else None


def _movement(words: Words, mention: Mention) -> EntityLabel | None:
    """A movement or a militia by its first word in another language: Jaish, Harakat, Frente."""
    several = mention.end - mention.start > 1 and mention.label != "ORG"
    return "ORG" if several and words.forms[mention.start] in entries("head_words", FIRST_OF_BODY) else None


def _father(words: Words, mention: Mention) -> EntityLabel | None:
    """A man named after his first son: Abu Karim al-Hadid; Abu Dhabi is a place."""
    several = mention.end - mention.start > 2 and words.forms[mention.start] in NAMED_AFTER_SON  # noqa: PLR2004  # "Abu" and a name
    return "PERSON" if several and not is_great(words.said(mention.start, mention.end)) else None


def _land(words: Words, mention: Mention) -> EntityLabel | None:
    """A lone place with an article of its own, but for a known town: a river, a valley, a strait: the Rhondda."""
    before = mention.start - 1
    lone = mention.end - mention.start == 1 and before >= 0 and words.lower[before] == "the"
    led = mention.label == "GPE" or (before > 0 and words.lower[before - 1] in ALONG)
    if not (lone and led) or words.heads[before] != mention.start or words.deps[mention.start] == "compound":
        return None
    name = words.forms[mention.start]
    known = name in sites() or name in countries() or name in entries("landmarks", "towns")
    return None if known or name.endswith("s") or name.isupper() else "LOC"


def _articled(words: Words, mention: Mention) -> EntityLabel | None:
    """A lone person with an article is none, unless the name only describes what follows: `the Fiscalía has`."""
    before = mention.start - 1
    lone = mention.end - mention.start == 1 and before >= 0 and words.lower[before] == "the"
    if not lone or words.heads[before] != mention.start or words.deps[mention.start] in {"compound", "amod"}:
        return None
    form = words.forms[mention.start]
    followed = mention.end < len(words) and words.tags[mention.end] in GOING_ON | PROPER | {"HYPH", "CD", "JJ"}
    return None if followed or form.endswith("s") or form in first_names() else "ORG"


def _acronym(words: Words, mention: Mention) -> EntityLabel | None:
    """One word in capitals that the model takes for a person or a place abbreviates an organisation: `SDSM`."""
    return "ORG" if _is_acronym(words, mention) and words.forms[mention.start] not in _places_in_capitals() else None


@cache
def _places_in_capitals() -> frozenset[str]:
    """Countries, regions and towns as they stand in capitals, and the initials of some."""
    return frozenset(spellings()) | entries("countries", "initials")


def _person(words: Words, mention: Mention) -> EntityLabel | None:
    """A name with small words inside that only persons' names have: `Petra van der Loo`."""
    inside = words.forms[mention.start + 1 : mention.end - 1]
    small = bool(FAMILY.intersection(inside)) and len(inside) <= LONGEST_PARTICLES
    return "PERSON" if small and mention.label == "ORG" else None


def _no_people(words: Words, mention: Mention) -> EntityLabel | None:
    """A lone noun that ends like no adjective of a people."""
    lone = mention.end - mention.start == 1 and words.tags[mention.start] in {"NNP", "NN"}
    people = words.forms[mention.start].endswith(ADJECTIVE_ENDINGS) or words.forms[mention.start] in peoples()
    return "ORG" if mention.label == "NORP" and lone and not people else None


RULES: Mapping[str, tuple[Rule, ...]] = {
    "PERSON": (by_last_word, _movement, _town, _landform, _port, shire, _land, _articled, _acronym),
    "ORG": (by_last_word, _father, _great_place, _reached_place, _town, _port, shire, _person),
    "GPE": (by_last_word, _movement, _father, _landform, _land, _acronym),
    "LOC": (by_last_word, _movement, _father, _great_place, _town, _port, shire),
    "FAC": (by_last_word, _movement, _great_place, _landform, _port, shire),
    "NORP": (by_last_word, _movement, _great_place, _town, _landform, _no_people),
    "PRODUCT": (by_last_word, _movement, _great_place, _town, bill),
    "LAW": (by_last_word, _great_place),
    "WORK_OF_ART": (_movement, _great_place, _town),
    "EVENT": (_great_place, venue),
    "LANGUAGE": (_great_place,),
}
"""The rules that can change a label; the first that has another one decides."""


def _goes_on(words: Words, place: int) -> bool:
    """Whether a sentence goes on here, and no line of a transcript or dateline that begins with a word in capitals."""
    return place < len(words) and (words.forms[place].islower() or words.forms[place : place + 2] == (",", "the"))


def _is_acronym(words: Words, mention: Mention) -> bool:
    """Whether one word in capitals is named, and neither the words beside it are nor the line begins with it."""
    form = words.forms[mention.start]
    solid = mention.end - mention.start == 1 and form.isupper() and "." not in form
    if not solid or not SHORTEST <= len(form) <= LONGEST_ACRONYM:
        return False
    beside = [words.forms[p] for p in (mention.start - 1, mention.end) if 0 <= p < len(words)]
    shouted = any(word.isalpha() and word.isupper() and len(word) > 1 for word in beside)
    opening = words.opens[mention.start] and not (len(form) <= LONGEST_OPENING and _goes_on(words, mention.end))
    return not (shouted or opening or form in entries("persons", "initials") or form in sites())
