"""The report's own day where it comes from the dateline: the words that say so are its evidence."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from services.nlp.annotations import EventDate, Range, ReferenceTime, Timex
from services.nlp.timex.reference import ENDS_A_DATELINE

_END = re.compile(ENDS_A_DATELINE, re.MULTILINE)


def with_dateline(
    dates: dict[int, EventDate], text: str, timexes: Sequence[Timex], reference: ReferenceTime
) -> dict[int, EventDate]:
    """Dates of the report's day with the method `dateline` and its time, if the text's dateline says that day."""
    day = reference.value
    if reference.method != "dateline" or day is None:
        return dates
    of_day = (each for each in timexes if each.earliest == day == each.latest)
    stated = next((each for each in of_day if _END.match(text, each.end)), None)
    if stated is None:
        return dates
    evidence = Range(stated.start, stated.end)
    return {
        token: replace(date, method="dateline", timex=stated.id, evidence=evidence)
        if date.method == "reference_time" and date.earliest == day == date.latest
        else date
        for token, date in dates.items()
    }
