"""A line of its own that says when an article appeared: "Published 3 May 2016 10.15 BST", "By A. Lind, 3 May 2016"."""

import re
from datetime import date
from itertools import islice

from services.nlp.timex.full_dates import FULL_DATE, written_date

LINES_OF_HEAD = 12
"""Lines at the head of a text among which the date stands: headline, standfirst, byline, a caption or two."""

LINES_OF_FOOT = 4
"""Lines at its foot: an agency and the date, a copyright."""

LONGEST_LINE = 160

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_BYLINE = re.compile(r"\s*(?:[Bb]y|BY)(?: [A-Z][\w.'’-]*| and| for| in){1,9}\s*(?:[,|•·–—-]|$)")
_HOUR = re.compile(r"\b\d{1,2}(?:[:.]?\d\d){0,2} ?(?:[ap]\.?m\b\.?|hrs\b|h\b)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_WORDS_OF_PUBLISHING = frozenset(
    """published publication first last originally updated modified edited posted created written issued filed date
    dated online print on at time and am pm hrs gmt utc bst ist est edt cst cdt mst mdt pst pdt et ct pt cet cest
    eet hkt sgt aest aedt sast t z monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu
    thur thurs fri sat sun min mins read""".split()
)
"""What may stand beside the date in such a line, with hours and zones."""


def stated_day(text: str) -> date | None:
    """The first day that a line at the head of the text gives as its own, else one at its foot; None without any.

    A line with anything else in it, as a caption has, tells of another day.
    """
    head = [match[0] for match in islice(_LINE.finditer(text), LINES_OF_HEAD)]
    foot = text.rstrip().rsplit("\n", LINES_OF_FOOT)[1:] if text.count("\n") > LINES_OF_HEAD else []
    return next((day for line in (*head, *foot) if (day := _day_of(line))), None)


def _day_of(line: str) -> date | None:
    """The earliest day of a line of publication: it may have been updated later."""
    if len(line) > LONGEST_LINE:
        return None
    days = [day for match in FULL_DATE.finditer(line) if (day := written_date(match))]
    if not days:
        return None
    beside = _HOUR.sub(" ", _BYLINE.sub(" ", FULL_DATE.sub(" ", line), count=1))
    strange = {word.lower() for word in _WORD.findall(beside)} - _WORDS_OF_PUBLISHING
    return None if strange or any(map(str.isdigit, beside)) else min(days)
