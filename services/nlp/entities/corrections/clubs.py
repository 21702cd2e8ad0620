"""In a report of sport a town that beats, loses or has a striker is its club: `Leeds beat Hull 2-1`; not `in Leeds`."""

from collections.abc import Container
from re import compile as pattern

from msgspec.structs import replace

from services.nlp.entities.gazetteer import countries, sites
from services.nlp.entities.lexicon import entries
from services.nlp.entities.mention import Mention
from services.nlp.entities.words import PROPER, Words

REPORT, OFTEN = entries("sport", "report"), entries("sport", "often")
RIVALS, PEOPLE, DOES = entries("sport", "rivals"), entries("sport", "people"), entries("sport", "does")
FEW, LEAST, SURE = 3, 4, 2
"""Different words of sport with a sure one, without one; of those that stand nowhere else, or scores."""
LONGEST = 2500
"""Words of a report; what is longer is a history, which may hold any word."""
SCORES = 50
"""Figures that are looked at for a score."""
SCORE = pattern(r"\d{1,3}[-–]\d{1,3}")
DASHES = frozenset({"-", "–", "—"})
STAYING = frozenset({"in", "to", "from", "near", "outside", "around", "into", "through", "at", "of", "-"})
"""Before a town that stays one."""
AFTER_SCORE = frozenset({"to", "at", "with", "by", "over"})
"""Between a score and the other side."""
OPEN = frozenset({"GPE", "LOC", "ORG", "NORP", "FAC"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def find_clubs(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with each club that has the name of its town an organisation, in a report of sport."""
    if not _is_report(words):
        return mentions
    surnames = {words.forms[m.end - 1] for m in mentions if m.label == "PERSON" and m.end - m.start > 1}
    clubs = {_name(words, m) for m in mentions if _may_be(words, m, surnames) and _plays(words, m)}
    if not clubs:
        return mentions
    told = [_told_apart(words, m) if _name(words, m) in clubs else m for m in mentions]
    return [_whole(words, m, told[number - 1].end if number else 0) if m.label == "ORG" and m.sure else m
            for number, m in enumerate(told)]  # fmt: skip


def _is_report(words: Words) -> bool:
    """Whether several words of sport stand here, one of which no war and no market has, or a score beside them."""
    if len(words) > LONGEST:
        return False
    sure, often = len(REPORT & words.small), len(OFTEN & words.small)
    if sure >= SURE or (sure and sure + often >= FEW):
        return True
    scores = (_is_score(words, place) for place in sorted(words.figured)[:SCORES]) if often >= LEAST else ()
    return sum(scores) >= SURE


def _name(words: Words, mention: Mention) -> str:
    """The words of a mention."""
    return words.said(mention.start, mention.end)


def _may_be(words: Words, mention: Mention, surnames: Container[str]) -> bool:
    """Whether a club can have the name: no country, no people, no person unless a town has it and nobody bears it."""
    name = _name(words, mention)
    closed = mention.sure and mention.label != "GPE"
    if closed or name in countries() or mention.label not in OPEN | {"PERSON"}:
        return False
    if mention.label == "NORP":
        return words.tags[mention.start] in PROPER and not mention.sure
    return mention.label != "PERSON" or (name in sites() and name not in surnames and not mention.sure)


def _plays(words: Words, mention: Mention) -> bool:
    """Whether the words beside a name say what only a team does."""
    start, end, lower = mention.start, mention.end, words.lower
    if _is_score(words, end):
        return True
    before = lower[start - 1] if start else ""
    if before in RIVALS or (start > 1 and f"{lower[start - 2]} {before}" in RIVALS):
        return True
    if start > 1 and before in AFTER_SCORE and _ends_score(words, start - 1):
        return True
    if before in STAYING or end >= len(words):
        return False
    if mention.label != "NORP" and lower[end] in PEOPLE and words.forms[end].islower():
        return True
    verb = words.heads[end - 1]
    return words.deps[end - 1] in SUBJECTS and lower[verb] in DOES and before != "the"


def _is_score(words: Words, place: int) -> bool:
    """Whether a score stands here."""
    if place >= len(words):
        return False
    whole = SCORE.fullmatch(words.forms[place]) is not None
    parts = place + 2 < len(words) and words.forms[place + 1] in DASHES
    return whole or (parts and words.forms[place].isdigit() and words.forms[place + 2].isdigit())


def _ends_score(words: Words, end: int) -> bool:
    """Whether a score ends here: `3-0 to Velden`."""
    return _is_score(words, end - 1) or (end > 2 and _is_score(words, end - 3))  # noqa: PLR2004  # three words


def _whole(words: Words, mention: Mention, clear: int) -> Mention:
    """A club with the proper noun before its town: Rapid in Rapid Vienna."""
    before = mention.start - 1
    part = before >= clear and words.is_name(before) and not words.opens[before]
    tied = part and words.deps[before] == "compound" and mention.start <= words.heads[before] < mention.end
    return replace(mention, start=before) if tied and words.forms[before].isalpha() else mention


def _told_apart(words: Words, mention: Mention) -> Mention:
    """A mention as the club, or as the town where a preposition of place stands before."""
    before = words.lower[mention.start - 1] if mention.start else ""
    if mention.label not in OPEN | {"PERSON"}:
        return mention
    town = before in STAYING and not _plays(words, mention)
    return replace(mention, label="GPE" if town else "ORG", sure=True)
