"""An abbreviation that a name introduces in brackets, or commas, is a name, too: `Harbour Workers' Union (HWU)`."""

from re import compile as pattern

from msgspec.structs import replace

from schemas.vocabulary import EntityLabel
from services.nlp.entities.gazetteer import countries
from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention, overlay
from services.nlp.entities.words import Words

SMALL = frozenset({"of", "the", "and", "for", "in", "on", "&", "de", "la", "to", "at", "'s", "’s", "-", "'", ","})
SHORTEST_ACRONYM, LONGEST_ACRONYM = 2, 10
LONGEST_NAME = 12
OPENING = frozenset({"(", ","})
CLOSING = frozenset({")", ";", ","})
CODE = pattern(r"[A-Z]{3,6}")


def read_brackets(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with the abbreviations in brackets; a name that ran into its bracket ends before it."""
    cut = [_before_bracket(words, mention) for mention in mentions] if "(" in words.places else mentions
    by_end = {mention.end: mention for mention in cut}
    found = []
    for place in words.places_of(OPENING):
        full = by_end.get(place)
        if full is None or place + 2 >= len(words):
            continue
        short, closing = words.forms[place + 1 : place + 3]
        body = by_end.get(full.start - 1) if full.label == "GPE" and words.forms[place] == "(" else None
        if body is not None and CODE.fullmatch(short) and body.label == "ORG" and words.lower[body.end] == "of":
            # `Miners' Corps of Velden (MICV)`
            full = replace(body, end=full.end)
            found.append(full)
        name = words.forms[full.start : full.end]
        bracketed = words.forms[place] == "(" and closing in CLOSING and introduces(short, name, full.label)
        if bracketed or (closing == "," and full.label == "ORG" and stands_for(short, name)):
            found.append(replace(full, start=place + 1, end=place + 2, sure=False))
    return overlay(cut, found)


def introduces(short: str, name: tuple[str, ...], label: EntityLabel) -> bool:
    """Whether a bracket behind a name gives its abbreviation: the initials, or a foreign organisation's own.

    As in `Republican People's Party (CHP)`, `Federal Security Service (FSB)`; a country tells where a firm is.
    """
    if label == "ORG" and CODE.fullmatch(short) and short not in countries():
        remains = iter(name[0].upper())
        return len(name) > 1 or (name[0][0] == short[0] and all(letter in remains for letter in short))
    return stands_for(short, name)


def stands_for(acronym: str, name: tuple[str, ...]) -> bool:
    """Whether an abbreviation is made of the initials of a name, with or without its small words; case is no matter.

    The country at the beginning of a name may be left out: FDA for the U.S. Food and Drug Administration.
    """
    letters = "".join(c for c in acronym.lower() if c.isalpha())
    if not SHORTEST_ACRONYM <= len(letters) <= LONGEST_ACRONYM or len(name) > LONGEST_NAME or not acronym[0].isupper():
        return False
    name = without_legal_form(name)
    return _abbreviates(letters, name) or _abbreviates(letters, without_country(name))


def _abbreviates(letters: str, name: tuple[str, ...]) -> bool:
    """Whether letters are the initials of a name, or run through it."""
    full = "".join(word[0] for word in name if word[0].isalpha()).lower()
    big = "".join(word[0] for word in name if word[0].isalpha() and word.lower() not in SMALL).lower()
    return len(name) > 1 and (letters in {full, big} or _follows(letters, big, name))


def without_country(name: tuple[str, ...]) -> tuple[str, ...]:
    """A name without the country at its beginning: US Air Force, United States Air Force."""
    known = countries()
    for length in (2, 1):
        if len(name) > length and " ".join(name[:length]) in known:
            return name[length:]
    return name


def without_legal_form(name: tuple[str, ...]) -> tuple[str, ...]:
    """A name without legal forms at its end, which abbreviations leave out: GM is General Motors Corp."""
    forms = entries("organisation_heads", "legal forms")
    end = len(name)
    while end > 1 and (name[end - 1].rstrip(".") in forms or name[end - 1] == ","):
        end -= 1
    return name[:end]


def _follows(letters: str, initials: str, name: tuple[str, ...]) -> bool:
    """Whether the letters run through the name in order and hold every initial: Isis in Islamic State, Interpol."""
    if len(initials) < 2 or letters[0] != initials[0] or initials[1:2] not in letters[1:]:  # noqa: PLR2004  # one initial proves nothing
        return False
    run = iter("".join(name).lower())
    in_order = all(letter in run for letter in letters)
    remains = iter(letters)
    return in_order and all(initial in remains for initial in initials)


def _before_bracket(words: Words, mention: Mention) -> Mention:
    """The mention up to a bracket inside it that does not open it."""
    for place in range(mention.start + 1, mention.end):
        if words.forms[place] == "(":
            return replace(mention, end=place)
    return mention
