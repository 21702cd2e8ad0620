"""Events dated by their distance from another one: "reopened on Sunday, three weeks after a storm"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from schemas.vocabulary import Granularity
from services.nlp.annotations import EventDate, Range
from services.nlp.events.dating.anchors import Anchor
from services.nlp.events.syntax import Syntax

_SIDES = {"after": 1, "before": -1}
"""Where the event lies from the one that the words after name."""
_NEAR = 12
"""Tokens after "after" in which the other event is looked for where the tree does not lead to it."""
_LENGTH = re.compile(r"P(T)?(\d{1,4})([YMWDH])")


class Distance(Struct, frozen=True, gc=False):
    """`event` lies the length of the anchor after (+1) or before (-1) `other`; both are tokens of triggers."""

    length: str
    """A TIMEX3 length, "P3W"; empty where it is too vague to count with."""
    evidence: Range
    timex: str | None
    event: int
    other: int
    side: int


def find_distances(syntax: Syntax, anchors: list[Anchor], triggers: frozenset[int]) -> list[Distance]:
    """Every length of time that lies between two triggers."""
    lengths = {anchor.last + 1: anchor for anchor in anchors if anchor.timex.type == "DURATION"}
    found = []
    for link in [token for token, word in enumerate(syntax.lower) if word in _SIDES]:
        if not (link in lengths or _is_the_day(syntax, link)):
            continue
        other = _after(syntax, link, triggers)
        event = next((above for above in syntax.ancestors(link) if above in triggers and above != other), None)
        if other is None or event is None:
            continue
        side = _SIDES[syntax.lower[link]]
        if link in lengths:
            timex = lengths[link].timex
            length = timex.value if timex.mod in (None, "APPROX") else ""
            found.append(Distance(length, Range(timex.start, timex.end), timex.id, event, other, side))
        else:
            evidence = Range(syntax.starts[link - 2], syntax.ends[link])
            found.append(Distance("P1D", evidence, None, event, other, side))
    return found


def _is_the_day(syntax: Syntax, link: int) -> bool:
    """As in "the day after his arrest"."""
    return link > 1 and syntax.lower[link - 1] == "day" and syntax.lower[link - 2] == "the"


def _after(syntax: Syntax, link: int, triggers: frozenset[int]) -> int | None:
    """The event that "after" governs: its clause's verb, its noun, else the next trigger of the sentence."""
    if syntax.deps[link] == "mark":
        verb = syntax.heads[link]
        return verb if verb in triggers and verb > link else None
    governed = syntax.child(link, "pobj", "pcomp")
    if governed in triggers:
        return governed
    end = min(syntax.sentence(link).end, link + _NEAR)
    return next((token for token in range(link + 1, end) if token in triggers), None)


def measured(distance: Distance, known: EventDate, *, other: bool) -> EventDate | None:
    """The date of the other event from that of the event, or the other way round; None where the length is too vague.

    Neither is finer than the unit of the length: "nine years after" gives a year, "three weeks after" a week.
    """
    length = _LENGTH.fullmatch(distance.length)
    if length is None or known.earliest is None or known.value is None:
        return None
    unit = ("T" if length[1] else "") + length[3]
    sign = -distance.side if other else distance.side
    counts = _UNITS.get(unit)
    if counts is None or known.granularity not in counts.from_:
        return None
    try:
        moved = counts.move(known, sign * int(length[2]))
    except (ValueError, OverflowError):  # out of the calendar
        return None
    return replace(moved, timex=distance.timex, evidence=distance.evidence) if moved else None


@dataclass(frozen=True, slots=True)
class _Unit:
    """How a length of this unit is counted, and the granularities from which it can be."""

    from_: frozenset[str]
    move: Callable[[EventDate, int], EventDate | None]


def _by_years(known: EventDate, count: int) -> EventDate:
    year = _day(known).year + count
    return _date(f"{year:04d}", date(year, 1, 1), date(year, 12, 31), "year")


def _by_months(known: EventDate, count: int) -> EventDate:
    day = _day(known)
    year, month = divmod(12 * day.year + day.month - 1 + count, 12)
    first = date(year, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return _date(f"{year:04d}-{month + 1:02d}", first, last, "month")


def _by_weeks(known: EventDate, count: int) -> EventDate:
    moved = _day(known) + timedelta(weeks=count)
    monday = moved - timedelta(days=moved.weekday())
    year, week, _ = moved.isocalendar()
    return _date(f"{year:04d}-W{week:02d}", monday, monday + timedelta(days=6), "week")


def _by_days(known: EventDate, count: int) -> EventDate:
    moved = _day(known) + timedelta(days=count)
    return _date(moved.isoformat(), moved, moved, "day")


def _by_hours(known: EventDate, count: int) -> EventDate | None:
    """Some hours lead to the same day, month or year; from an hour of the clock any number leads to a day."""
    if known.granularity == "hour":
        moved = (datetime.fromisoformat(known.value or "") + timedelta(hours=count)).date()
        return _date(moved.isoformat(), moved, moved, "day")
    return replace(known, method="duration") if abs(count) <= _SAME_DAY else None


def _by_minutes(known: EventDate, count: int) -> EventDate | None:
    return _by_hours(known, count // 60) if known.granularity != "hour" else None


_SAME_DAY = 6
"""Hours that hardly lead into another day."""
_DAYS = frozenset({"part_of_day", "day"})
"""What days are counted from: not an hour, which may be of any day."""
_WEEKS = _DAYS | {"weekend", "week"}
_MONTHS = _WEEKS | {"month"}
_UNITS = {
    "Y": _Unit(_MONTHS | {"year", "season", "quarter"}, _by_years),
    "M": _Unit(_MONTHS, _by_months),
    "W": _Unit(_WEEKS, _by_weeks),
    "D": _Unit(_DAYS, _by_days),
    "TH": _Unit(_DAYS | {"hour", "month", "year"}, _by_hours),
    "TM": _Unit(_DAYS | {"month", "year"}, _by_minutes),
}


def _day(known: EventDate) -> date:
    """The first day; raises ValueError where there is none."""
    if known.earliest is None:
        message = "no first day"
        raise ValueError(message)
    return known.earliest


def _date(value: str, first: date, last: date, granularity: Granularity) -> EventDate:
    return EventDate(method="duration", value=value, earliest=first, latest=last, granularity=granularity)
