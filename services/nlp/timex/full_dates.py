"""Days written in full, read by their form alone: no sentence is needed, as at the head of an article."""

import re
from datetime import date

from services.nlp.timex.lexicon import MONTH
from services.nlp.timex.periods import day

FULL_DATE = re.compile(
    r"\b(?:(?P<iso>\d{4})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)"
    r"|(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<month>[A-Z][a-z]{2,8})\.?,? (?P<year>\d{4})"
    r"|(?P<month2>[A-Z][a-z]{2,8})\.? (?P<day2>\d{1,2})(?:st|nd|rd|th)?,? (?P<year2>\d{4}))\b"
)


def latest_mentioned(text: str) -> date | None:
    """The latest day that the text names in full."""
    found = (written_date(match) for match in FULL_DATE.finditer(text))
    return max((one for one in found if one), default=None)


def written_date(match: re.Match[str]) -> date | None:
    """The day of a match of `FULL_DATE`."""
    if match["iso"]:
        return full_date(match["iso"], match["iso_month"], match["iso_day"])
    return full_date(match["year"] or match["year2"], match["month"] or match["month2"], match["day"] or match["day2"])


def full_date(year: str | int | None, month: str, number: str) -> date | None:
    """A day from its written parts, None where they make none."""
    if not year:
        return None
    month_number = int(month) if month.isdecimal() else MONTH.get(month.lower())
    if not isinstance(month_number, int):
        return None
    found = day(int(year), month_number, int(number))
    return found.first if found else None
