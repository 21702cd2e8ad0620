"""The reference time of a document: its date of publication, its dateline, the latest full date that it mentions."""

import re
from datetime import date, datetime

from services.nlp.annotations import Document, ReferenceTime
from services.nlp.timex.lexicon import MONTH
from services.nlp.timex.periods import day

HEAD = 400
"""Characters of the body in which a dateline is looked for."""

ENDS_A_DATELINE = r"\ ?(?:\([^()\n]{1,40}\)\ ?)?(?:[-–—:_]|$)"
"""What stands behind the day of a dateline: the agency in brackets, a dash, or the end of the line."""

DATELINE = re.compile(
    r"""^[ \t]*(?:[A-Z][A-Z.'’\- ]{1,40}\b[^\n,]{0,40},\ )?      # the place, in capitals, and perhaps its country
        (?:[^\n,]{1,30},\ ){0,2}
        (?:(?P<month>[A-Z][a-z]{2,8})\.?\ (?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\ (?P<year>\d{4}))?
          |(?P<day2>\d{1,2})(?:st|nd|rd|th)?\ (?P<month2>[A-Z][a-z]{2,8})\.?(?:,?\ (?P<year2>\d{4}))?)"""
    + ENDS_A_DATELINE,
    re.VERBOSE | re.MULTILINE,
)
FULL_DATE = re.compile(
    r"\b(?:(?P<iso>\d{4})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)"
    r"|(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<month>[A-Z][a-z]{2,8})\.?,? (?P<year>\d{4})"
    r"|(?P<month2>[A-Z][a-z]{2,8})\.? (?P<day2>\d{1,2})(?:st|nd|rd|th)?,? (?P<year2>\d{4}))\b"
)


def reference_time(document: Document) -> ReferenceTime:
    """The first that there is: published_at, a dateline with its year, the latest full date in the text."""
    if document.published_at:
        return ReferenceTime(document.published_at.date(), "published_at")
    mentioned = latest_mentioned(document.text)
    stated = dateline(document.text[document.headline_end :][:HEAD], mentioned)
    if stated:
        return ReferenceTime(stated, "dateline")
    if mentioned:
        return ReferenceTime(mentioned, "text")
    return ReferenceTime(None, "none")


def as_day(given: date | datetime | str | None) -> date | None:
    """The day of a reference time in any of its forms, of which a text is ISO 8601. Raises ValueError for another."""
    if isinstance(given, str):
        try:
            given = datetime.fromisoformat(given)
        except ValueError as error:
            message = f"{given!r} is no ISO date such as 2016-05-04"
            raise ValueError(message) from error
    return given.date() if isinstance(given, datetime) else given


def dateline(head: str, mentioned: date | None) -> date | None:
    """The date of a dateline; one without a year takes the year of the latest full date mentioned."""
    for match in DATELINE.finditer(head):
        year = match["year"] or match["year2"] or (mentioned.year if mentioned else None)
        found = full_date(year, match["month"] or match["month2"], match["day"] or match["day2"])
        if found:
            return found
    return None


def latest_mentioned(text: str) -> date | None:
    """The latest day that the text names in full."""
    found = (
        full_date(match["iso"], match["iso_month"], match["iso_day"])
        if match["iso"]
        else full_date(
            match["year"] or match["year2"], match["month"] or match["month2"], match["day"] or match["day2"]
        )
        for match in FULL_DATE.finditer(text)
    )
    return max((one for one in found if one), default=None)


def full_date(year: str | int | None, month: str, number: str) -> date | None:
    """A day from its written parts, None where they make none."""
    if not year:
        return None
    month_number = int(month) if month.isdecimal() else MONTH.get(month.lower())
    if not isinstance(month_number, int):
        return None
    found = day(int(year), month_number, int(number))
    return found.first if found else None
