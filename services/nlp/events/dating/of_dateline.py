"""The report's own day where it comes from the dateline: the words that say so are its evidence."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from services.nlp.annotations import EventDate, Range, ReferenceTime, Timex

ENDS_A_DATELINE = re.compile(r" ?(?:\([^()\n]{1,40}\) ?)?(?:[-–—:_]|$)", re.MULTILINE)
"""What stands behind the day of a dateline: the agency in brackets, a dash, or the end of the line."""


def with_dateline(
    dates: dict[int, EventDate], text: str, timexes: Sequence[Timex], reference: ReferenceTime
) -> dict[int, EventDate]:
    """Dates of the report's day with the method `dateline` and its time, if the text's dateline says that day."""
    day = reference.value
    if reference.method != "dateline" or day is None:
        return dates
    of_day = (each for each in timexes if each.earliest == day == each.latest)
    stated = next((each for each in of_day if ENDS_A_DATELINE.match(text, each.end)), None)
    if stated is None:
        return dates
    evidence = Range(stated.start, stated.end)
    return {
        token: replace(date, method="dateline", timex=stated.id, evidence=evidence)
        if date.method == "reference_time" and date.earliest == day == date.latest
        else date
        for token, date in dates.items()
    }
