"""A first name shows a person: `Narendra Modi` is no organisation, `Volodymyr` before `Zelensky` no place."""

from collections.abc import Iterator

from msgspec.structs import replace

from services.nlp.entities.first_names import first_names, genders, no_surnames
from services.nlp.entities.gazetteer import is_great
from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention, covered, fill
from services.nlp.entities.words import OPENING_QUOTES, PROPER, Words

LONGEST = 4
LONE = frozenset({"ORG", "GPE", "LOC", "NORP"})
"""What the model now and then takes a surname for."""
NOT_BEFORE = OPENING_QUOTES | {"the", "The"}
"""What stands before a title of a work or a name that is no person's: the Helen Blair."""


def find_persons(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions that begin with a first name as persons, whole, and those that the model missed."""
    named: list[Mention] = []
    for mention in fill(mentions, _missed(words, mentions)):
        whole = _with_first_name_before(words, mention, named)
        if whole.start < mention.start and named and named[-1].end > whole.start:
            named.pop()
        named.append(replace(whole, label="PERSON") if _is_person(words, whole) else whole)
    return named


def _missed(words: Words, mentions: list[Mention]) -> Iterator[Mention]:
    """Each first name with the capitalised words behind it that no mention covers."""
    there = covered(mentions)
    for start in words.places_of(first_names()):
        if words.tags[start] in PROPER and start not in there:
            end = start + 1
            while end < start + LONGEST and words.is_name(end) and words.forms[end].isalpha():
                end += 1
            alone = not words.is_name(start - 1)
            found = Mention(start, end, "ORG")
            if alone and there.isdisjoint(range(start, end)) and _is_person(words, found):
                yield replace(found, label="PERSON")


def _is_person(words: Words, mention: Mention) -> bool:
    """Whether several words of which the first is a first name can be nothing else."""
    forms = words.forms[mention.start : mention.end]
    if mention.sure or mention.label == "PERSON" or not 1 < len(forms) <= LONGEST or forms[0] not in first_names():
        return False
    before = words.forms[mention.start - 1] if mention.start else ""
    if before in NOT_BEFORE or is_great(words.said(mention.start, mention.end)) or words.is_name(mention.end):
        return False
    particles = entries("persons", "particles")
    personal = all((form[0].isupper() and form not in no_surnames()) or form in particles for form in forms[1:])
    return personal and all(form.isalpha() or form.endswith(".") or form in {"-", "'"} for form in forms)


def _with_first_name_before(words: Words, mention: Mention, named: list[Mention]) -> Mention:
    """A person or a lone name with the first name right before it: of no mention, or of one that is just this word."""
    before = mention.start - 1
    if mention.sure or before < 0:
        return mention
    if words.forms[before] not in first_names():
        return _with_town_before(words, mention, named)
    lone = mention.end - mention.start == 1 and mention.label in LONE and not is_great(words.forms[mention.start])
    if mention.label != "PERSON" and not lone:
        return mention
    last = named[-1] if named else None
    apart = last is None or last.end <= before or (last.start == before and not last.sure and last.label != "PERSON")
    return replace(mention, start=before) if apart and words.tags[before] in PROPER else mention


def _with_town_before(words: Words, mention: Mention, named: list[Mention]) -> Mention:
    """A lone person with the town right before it that is somebody's first name: `beat Casper Ruud`, not `in Paris`."""
    last = named[-1] if named else None
    lone = mention.label == "PERSON" and mention.end - mention.start == 1
    if (
        not lone
        or last is None
        or last.sure
        or (last.start, last.end, last.label) != (mention.start - 1, mention.start, "GPE")
    ):
        return mention
    led = last.start > 0 and words.tags[last.start - 1] == "IN"
    return mention if led or words.forms[last.start] not in genders() else replace(mention, start=last.start)
