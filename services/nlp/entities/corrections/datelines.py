"""Datelines: `ALDMOOR, 3 May (Example) -` opens with a place in capitals and names the agency in brackets."""

from collections.abc import Iterator

from services.nlp.entities.gazetteer import is_great, is_region, spellings
from services.nlp.entities.mention import Mention, fill, overlay
from services.nlp.entities.words import Words

DASHES = frozenset({"-", "–", "—", "--", "_"})
"""Old wire services wrote `_`."""
COLONS = frozenset({":", "):"})
"""As in India: `PUNE: A court`; the tokenizer does not part `(April 9):`."""
MONTHS = frozenset(
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january", "february",
     "march", "april", "june", "july", "august", "september", "october", "november", "december"}
)  # fmt: skip
LONGEST = 16
LONGEST_PLACE = 4
LONGEST_AGENCY = 3
SHORTEST_PLACE = 3


def read_datelines(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with the place and the agency of each dateline laid over them."""
    read = {mention.start for mention in mentions if mention.label == "GPE"}
    found = [mention for dash in _dashes(words) for mention in _dateline(words, *dash, read)]
    return fill(overlay(mentions, [*found, *_bare_datelines(words)]), _quiet_datelines(words))


def _bare_datelines(words: Words) -> Iterator[Mention]:
    """Known towns in capitals that open a line before a date alone: `ANKARA Nov 9 Hail ruined vineyards`."""
    for start in words.lines:
        if not words.forms[start].isupper():
            continue
        for end in range(start + 1, min(start + LONGEST_PLACE, len(words) - 1)):
            if words.lower[end].rstrip(".") in MONTHS and words.forms[end + 1].isdigit():
                if words.said(start, end) in spellings():
                    yield Mention(start, end, "GPE", sure=True)
                break


def _quiet_datelines(words: Words) -> Iterator[Mention]:
    """Great cities that open a line before a dash or a colon: `Oslo – Telenor has sold`."""
    for start in words.lines:
        dash = start + 1
        form = words.forms[dash] if dash < len(words) else ""
        opens = form == ":" or (form in DASHES and words.starts[dash] > words.ends[start])
        if opens and words.upper[start] and is_great(words.forms[start]):
            yield Mention(start, dash, "GPE", sure=True)


def _dashes(words: Words) -> Iterator[tuple[int, int]]:
    """The first word of each line that opens in capitals, and its first dash or colon, if that comes soon."""
    for start in words.lines:
        if words.forms[start].isupper():
            for place in range(start + 1, min(start + LONGEST, len(words))):
                if words.breaks[place]:
                    break
                dash = (words.forms[place] in DASHES and words.starts[place] > words.ends[place - 1]) or _slashed(
                    words, place
                )
                if dash or words.forms[place] in COLONS:
                    yield start, place
                    break


def _slashed(words: Words, place: int) -> bool:
    """Whether an agency stands between slashes, as Russian ones write it behind a date: `/EXA/.`."""
    form = words.forms[place]
    return form[0] == "/" and len(form) > 1 and form.strip("/.").isupper()


def _dateline(words: Words, start: int, dash: int, read: set[int]) -> Iterator[Mention]:
    """Place and agency of a dateline; a line in capitals throughout is a headline and has neither."""
    end = start
    while end < min(dash, start + LONGEST_PLACE) and words.forms[end].isupper() and words.forms[end].isalpha():
        end += 1
    agency = _agency(words, end, dash)
    if words.forms[dash] in COLONS and not _is_place(words, start, end, dash):
        return
    dated = end < dash and words.forms[end] in {",", "("}
    if (
        end == start
        or len(words.said(start, end)) < SHORTEST_PLACE
        or not (agency or dated or start in read or words.said(start, end) in spellings())
    ):
        return
    yield Mention(start, end, "GPE", sure=True)
    if words.forms[end] == ",":
        yield from _region(words, end + 1, dash)
    if agency:
        yield agency


def _region(words: Words, start: int, dash: int) -> Iterator[Mention]:
    """The country or the region behind the comma of a dateline: `ALDMOOR, Norway (Example) -`."""
    for end in range(min(start + LONGEST_PLACE, dash), start, -1):
        if words.upper[start] and is_region(words.said(start, end)):
            yield Mention(start, end, "GPE", sure=True)
            return


def _is_place(words: Words, start: int, end: int, colon: int) -> bool:
    """Whether a known town, or one with its region, stands before a colon, as in India: `PUNE: A court`."""
    if end == colon or words.forms[end] == "(":
        return end > start and words.said(start, end) in spellings()
    return words.forms[end] == "," and end + 1 < colon and is_region(words.said(end + 1, colon))


def _agency(words: Words, after: int, dash: int) -> Mention | None:
    """The agency in the bracket right before the dash."""
    if words.forms[dash - 1] != ")":
        return None
    for opening in range(dash - 2, max(after, dash - 3 - LONGEST_AGENCY) - 1, -1):
        if words.forms[opening] == "(":
            named = opening + 1 < dash - 1 and all(words.upper[opening + 1 : dash - 1])
            return Mention(opening + 1, dash - 1, "ORG", sure=True) if named else None
    return None
