"""The reference time of a document: its date of publication, its dateline, the line that says when it appeared."""

import re
from datetime import date, datetime

from services.nlp.annotations import Document, ReferenceTime
from services.nlp.timex.date_lines import stated_day
from services.nlp.timex.full_dates import full_date, latest_mentioned
from services.nlp.timex.lexicon import MONTH

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


def reference_time(document: Document) -> ReferenceTime:
    """The first that there is: published_at, a dateline, a line of publication.

    A day that the text only mentions is not its own: of old news most name none but days of long ago (decision 0052).
    """
    if document.published_at:
        return ReferenceTime(document.published_at.date(), "published_at")
    stated = stated_day(document.text)
    headed = dateline(document.text[document.headline_end :][:HEAD], document.text, stated)
    if headed:
        return ReferenceTime(headed, "dateline")
    return ReferenceTime(stated, "text") if stated else ReferenceTime(None, "none")


def as_day(given: date | datetime | str | None) -> date | None:
    """The day of a reference time in any of its forms, of which a text is ISO 8601. Raises ValueError for another."""
    if isinstance(given, str):
        try:
            given = datetime.fromisoformat(given)
        except ValueError as error:
            message = f"{given!r} is no ISO date such as 2016-05-04"
            raise ValueError(message) from error
    return given.date() if isinstance(given, datetime) else given


def dateline(head: str, text: str, stated: date | None) -> date | None:
    """The date of a dateline; without a year it has that of the line of publication, else of the latest day named."""
    for match in DATELINE.finditer(head):
        month, number = match["month"] or match["month2"], match["day"] or match["day2"]
        if month.lower() not in MONTH:
            continue
        latest = None if match["year"] or match["year2"] else stated or latest_mentioned(text)
        found = full_date(match["year"] or match["year2"] or (latest.year if latest else None), month, number)
        if found:
            return found
    return None
