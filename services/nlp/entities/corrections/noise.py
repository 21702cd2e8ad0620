"""What the model takes for names and is none: figures, parts of dates, words in small letters, offices."""

from re import compile as pattern

from services.nlp.entities.corrections.furniture import is_furniture
from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention
from services.nlp.entities.words import PROPER, Words

CAPITALISED = frozenset({"PERSON", "ORG", "GPE", "FAC", "LOC", "NORP", "PRODUCT"})


def drop_noise(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Only the mentions that can be names."""
    return [mention for mention in mentions if (_may_name if not mention.sure else _is_no_office)(words, mention)]


PREFIXED = ("anti-", "pro-", "non-", "ex-", "un-", "mid-", "pre-", "post-")
AGE_GROUP = pattern(r"U-?\d\d")
"""Teams by age: U-21."""
FLIGHT = pattern(r"[A-Z0-9]{2}\d{2,4}")
"""The number behind an airline's `flight`."""
PARTY = pattern(r"[DRI]-[A-Z][A-Za-z.]*")
"""The party and the state of an American politician: `(R-Ohio)`."""
BEHIND = entries("persons", "behind")
"""What stands behind a person's name: `Ada Marlow KC`."""
QUOTES = frozenset({'"', "“", "``"})
STATES_OR_WORDS = frozenset({"Mass.", "Miss.", "Wash.", "Ore.", "Me."})
INITIALS = entries("noise", "common initials")
CLUBS = entries("sport", "nicknames")
LONGEST_OFFICE = 10
"""Words of what somebody is in charge of: `Youth, Trade and Tourism Minister`."""
BODIES = frozenset({"department", "ministry"})
"""What a portfolio follows without being a name, where it is written small."""
DOUBTFUL = frozenset({"PERSON", "ORG", "PRODUCT"})
LINKS = frozenset({"of", "for", "in", "on", "at", "to", "from", "with", "de", "von", "by", "upon", "under", "-"})
"""Small words inside names; another preposition shows that the model ran two things together."""


def _is_no_office(words: Words, mention: Mention) -> bool:
    """Whether no officer in capitals follows a name that is sure: `Treasury Secretary`, not `Labour ministers`."""
    return not (words.upper[mention.end : mention.end + 1] == (True,) and _is_office(words, mention))


def _is_office(words: Words, mention: Mention) -> bool:
    """Whether a mention is a part of an office: `Home` in `Home Secretary`, `State` in `Secretary of State`."""
    officers, portfolios = entries("noise", "officers"), entries("noise", "offices") | entries("noise", "portfolios")
    if not portfolios.issuperset(words.lower[mention.start : mention.end]):
        return _is_commissioner(words, mention)
    end = mention.end
    while end < min(len(words), mention.end + LONGEST_OFFICE) and words.lower[end] in portfolios:
        end += 1
    after = words.lower[end] if end < len(words) and (end == mention.end or words.upper[end]) else ""
    led = mention.start > 1 and words.lower[mention.start - 1] in {"of", "for"}
    before = words.lower[mention.start - 2] if led else ""
    body = before in BODIES and words.forms[mention.start - 2].islower()
    if not (after in officers or before in officers or body):
        return _is_commissioner(words, mention)
    return True


def _is_commissioner(words: Words, mention: Mention) -> bool:
    """Whether a mention is an office with `of` inside: `Commissioner of Police`, `Director of Communications`."""
    lower = words.lower[mention.start : mention.end]
    if len(lower) < 3 or lower[1] != "of" or lower[0] not in entries("titles"):  # noqa: PLR2004  # title, `of`, portfolio
        return False
    return entries("noise", "offices").union(entries("noise", "portfolios")).issuperset(lower[2:])


def _may_name(words: Words, mention: Mention) -> bool:
    """Whether a mention has the shape of a name of its kind."""
    forms = words.forms[mention.start : mention.end]
    joined = "".join(forms)
    if not any(map(str.isalpha, joined)) or _is_office(words, mention) or is_furniture(words, mention):
        return False
    if mention.label in {"ORG", "GPE"} and PARTY.fullmatch(words.said(mention.start, mention.end)):
        return False
    if any(map(str.isdigit, joined)) and (mention.label == "PERSON" or words.lower[mention.start] == "flight"):
        return False
    if mention.label not in CAPITALISED:
        opens = len(forms) == 1 and words.opens[mention.start] and words.lower[mention.start] in words.small
        return not (
            (mention.label == "WORK_OF_ART" and _only_opens(words, mention)) or (mention.label == "EVENT" and opens)
        )
    run_together = any(
        words.tags[place] == "IN" and words.forms[place] not in LINKS for place in range(mention.start, mention.end)
    )
    if run_together or not any(map(str.isupper, joined)):
        return False
    return len(forms) > 1 or not _is_common(words, mention)


def _only_opens(words: Words, mention: Mention) -> bool:
    """Whether a title begins with a quotation that goes on behind it: `"People in Aldmoor feel ill," she said`."""
    quoted = mention.start > 0 and words.forms[mention.start - 1] in QUOTES and mention.end < len(words)
    return quoted and words.forms[mention.end].isalpha() and words.forms[mention.end].islower()


def _is_common(words: Words, mention: Mention) -> bool:
    """Whether one word is none that can be a name: listed as such, or common and capital only by its place."""
    word, form = words.lower[mention.start], words.forms[mention.start]
    if form.endswith(".") and _is_no_state(words, mention.start):
        return True
    behind = form in BEHIND and mention.start > 0 and words.tags[mention.start - 1] in PROPER
    listed = word in entries("noise", "never") or form in entries("titles", "in capitals")
    if behind or listed or form.startswith(PREFIXED):
        return True
    if mention.label == "PERSON" and words.tags[mention.start] == "JJ" and words.deps[mention.start] == "amod":
        return True
    common = mention.label == "ORG" and form in INITIALS and not _is_introduced(words, form)
    if common or (form in {"US", "IT", "WHO"} and _is_shouted(words, mention.start)):
        return True
    if AGE_GROUP.fullmatch(form) or (FLIGHT.fullmatch(form) and words.lower[mention.start - 1] == "flight"):
        return True
    common = word in words.small or (words.tags[mention.start] not in PROPER and form not in CLUBS)
    return words.opens[mention.start] and common and mention.label in DOUBTFUL and not form.isupper()


def _is_introduced(words: Words, form: str) -> bool:
    """Whether a bracket somewhere says what initials stand for."""
    return any(place and words.forms[place - 1] == "(" for place in words.places[form])


def _is_no_state(words: Words, place: int) -> bool:
    """Whether a word that ends a sentence looks like a state's abbreviation: `said Mass.`, not `Boston, Mass.`."""
    named = place > 0 and (words.forms[place - 1] in {",", "("} or words.tags[place - 1] in PROPER)
    return words.forms[place] in STATES_OR_WORDS and not named


def _is_shouted(words: Words, place: int) -> bool:
    """Whether the words on both sides are in capitals, too, so that a pronoun looks like an abbreviation."""
    beside = [words.forms[p] for p in (place - 1, place + 1) if 0 <= p < len(words) and words.forms[p].isalpha()]
    return bool(beside) and all(form.isupper() and len(form) > 1 for form in beside)
