"""Times with two ends: "from 3 to 9 May", "between 1974 and 1982", "Monday to Friday", "three months to 30 June"."""

import datetime as dt
import re

from msgspec.structs import replace

from services.nlp.annotations import Timex
from services.nlp.events.dating.anchors import Anchor
from services.nlp.events.syntax import Syntax

_OPENERS = {
    "between": frozenset({"and"}),
    "from": frozenset({"to", "until", "till", "through", "-", "–"}),
    "since": frozenset({"until", "till"}),
}
"""The word before the first time, and those that may stand between the two."""
_ALONE = frozenset({"through", "until", "till", "–", "-"})
"""What joins two times of one unit without a word before the first; "this year through May" has two units."""
_LONG = frozenset({"month", "year", "decade", "century"})
_WITHIN = frozenset({"in", "during", "throughout", "the", "across"})
"""Before two long times with "and" between them, in both of which something went on: "in 2011 and 2012"."""
_ENDING = frozenset({"to", "ended", "ending", "through"})
"""What joins a length to the day on which it ends."""
_VERBS = frozenset({"ended", "ending"})
_LENGTH = re.compile(r"P(\d{1,2})([DWMY])")
_IN_DAYS = {"D": 1, "W": 7}


def join_ranges(syntax: Syntax, anchors: list[Anchor]) -> list[Anchor]:
    """The anchors with both ends of a range as one."""
    joined: list[Anchor] = []
    for anchor in anchors:
        period = _period(syntax, joined[-1], anchor) if joined else None
        if period is not None:
            joined[-1] = period
            if syntax.lower[anchor.first - 1] in _VERBS:  # "ended" itself has the day
                joined.append(anchor)
        elif joined and _is_range(syntax, joined[-1], anchor):
            joined[-1] = replace(joined[-1], signal=None, end=anchor.timex, last=anchor.last)
        else:
            joined.append(anchor)
    return joined


def _is_range(syntax: Syntax, first: Anchor, second: Anchor) -> bool:
    if first.end is not None or second.first - first.last not in (2, 3):
        return False
    ends = first.timex, second.timex
    if any(one.type not in ("DATE", "TIME") for one in ends) or second.timex.latest is None:
        return False
    if first.timex.earliest is None or first.timex.earliest > second.timex.latest:
        return False
    opener = syntax.lower[first.first - 1] if first.first else ""
    joiner = syntax.lower[first.last + 1]
    if second.first - first.last == 3 and syntax.lower[second.first - 1] != "the":  # noqa: PLR2004  # room for one article
        return False
    if opener in _OPENERS:
        return joiner in _OPENERS[opener]
    long = first.timex.granularity in _LONG and joiner == "and" and opener in _WITHIN
    joined = joiner in _ALONE or (long and _follows(first.timex, second.timex))
    return joined and first.timex.granularity == second.timex.granularity


def _follows(first: Timex, second: Timex) -> bool:
    """Whether one time begins where the other ends: 2011 and 2012, not 2011 and 2013."""
    return bool(first.latest and second.earliest and (second.earliest - first.latest).days == 1)


def _period(syntax: Syntax, length: Anchor, last: Anchor) -> Anchor | None:
    """The days of "the three months to 30 September"; a quarter of the calendar has its value."""
    if length.timex.type != "DURATION" or last.first - length.last != 2:  # noqa: PLR2004  # room for one word
        return None
    counted, end = _LENGTH.fullmatch(length.timex.value), last.timex.latest
    if counted is None or end is None or syntax.lower[length.last + 1] not in _ENDING or last.timex.type != "DATE":
        return None
    first = _first_day(end, int(counted[1]), counted[2])
    if first is None:
        return None
    period = replace(length.timex, type="DATE", end=last.timex.end, earliest=first, latest=end, granularity="interval")
    joined = replace(length, timex=period, signal=None, last=last.last, end=last.timex)
    if counted[0] != "P3M" or end.month % 3:
        return joined
    value = f"{end.year:04d}-Q{end.month // 3}"
    return replace(joined, timex=replace(period, value=value, granularity="quarter"), end=None)


def _first_day(end: dt.date, count: int, unit: str) -> dt.date | None:
    """Of so many days, weeks, or whole months up to a day; None where that ends no month, or out of the calendar."""
    try:
        if unit in _IN_DAYS:
            return end - dt.timedelta(days=count * _IN_DAYS[unit] - 1)
        if (end + dt.timedelta(days=1)).day != 1:
            return None
        year, month = divmod(12 * end.year + end.month - count * (12 if unit == "Y" else 1), 12)
        return dt.date(year, month + 1, 1)
    except (ValueError, OverflowError):
        return None
