"""Early, late, about: what TIMEX3 calls mod."""

from schemas.vocabulary import TimexMod
from services.nlp.timex.expressions import (
    Calendrical,
    Expression,
    FromNow,
    LaterWeekday,
    Length,
    Modified,
    Rate,
    RunningUnit,
    Shifted,
    SomeAway,
    UnknownUnit,
    Vague,
    Weekday,
    YearBefore,
)
from services.nlp.timex.rule import Family

modifiers = Family("modifiers")


@modifiers.rule(
    "early or late",
    "the? EARLY_LATE HYPHEN? (in|on)? DATE",
    "early 2016",
    "mid-November",
    "late last week",
    gives="DATE",
)
def early_late(early_late: TimexMod, date: Calendrical) -> Expression:
    return Modified(date, early_late)


@modifiers.rule(
    "from early to mid",
    "the? (early=early|mid) HYPHEN? to HYPHEN? (mid|late=late) HYPHEN? DATE",
    "the early-to-mid 1990s",
    "mid- to late 2015",
    gives="DATE",
)
def from_early_to_mid(date: Calendrical, early: str | None, late: str | None) -> Expression | None:
    return Modified(date, "START" if early else "END") if bool(early) != bool(late) else None


@modifiers.rule(
    "earlier or later",
    "(earlier|later=later|sometime|(some time)) (in|on|during)? DATE",
    "earlier this year",
    "later that day",
    "sometime next year",
    gives="DATE",
)
def earlier(date: Calendrical, later: str | None) -> Expression:
    if later and isinstance(date, Weekday) and date.direction is None:
        return LaterWeekday(date.number)
    return date


@modifiers.rule(
    "early or late in a part of the day", "EARLY_LATE TIME", "early this morning", "late last night", gives="TIME"
)
def early_late_part(early_late: TimexMod, time: Expression) -> Expression:
    return Modified(time, early_late)


@modifiers.rule("earlier or later in a part of the day", "(earlier|later) TIME", "earlier tonight", gives="TIME")
def earlier_part(time: Expression) -> Expression:
    return time


@modifiers.rule(
    "end of the year",
    "the? (very)? EDGE of THE_UNIT",
    "the end of the year",
    "the beginning of the month",
    gives="DATE",
)
def end_of_the_unit(edge: TimexMod, the_unit: Expression) -> Expression:
    if isinstance(the_unit, Shifted) and the_unit.unit in {"month", "year"}:
        the_unit = RunningUnit(the_unit.unit, 0, begins=edge == "START")
    return Modified(the_unit, edge)


@modifiers.rule("end of year", "(by|at|before|until|till) < end of UNIT > !NUM", "by end of year", gives="DATE")
@modifiers.rule(
    "the end of year", "(by|at|before|until|till) < the end of UNIT > !NUM", "by the end of year", gives="DATE"
)
def end_of_year(unit: str) -> Expression | None:
    return Modified(RunningUnit(unit, 0), "END") if unit in {"month", "year"} else None  # type: ignore[arg-type]


@modifiers.rule(
    "end of the year, after something",
    "< the? (very)? EDGE of BESIDE > (after|before)",
    "the end of the year after",
    gives="DATE",
)
def end_of_unit_after(edge: TimexMod, beside: UnknownUnit) -> Expression:
    return Modified(RunningUnit(beside.unit, 0), edge)


@modifiers.rule("end of", "the? (very|tail)? EDGE of DATE", "the end of 1990", "the beginning of October", gives="DATE")
def end_of(edge: TimexMod, date: Calendrical) -> Expression | None:
    return None if isinstance(date, Vague) else Modified(date, edge)  # "the start of current plans"


DISTANCES: tuple[tuple[str, str, str, tuple[TimexMod, TimexMod]], ...] = (
    ("about so far away", "(about|around|some|roughly|approximately)", "about", ("APPROX", "APPROX")),
    ("farther away", "((well|just|slightly)? over|(a (little|bit))? (over|more than))", "more than", ("BEFORE", "AFTER")),
    ("less far away", "(nearly|almost|barely|just? under|(a (little|bit))? (under|less than))", "less than", ("AFTER", "BEFORE")),
    ("at least so far away", "(at least|no (less|fewer) than|not (less|fewer) than)", "at least", ("ON_OR_BEFORE", "ON_OR_AFTER")),
    ("at most so far away", "(at most|no more than|not more than|up to)", "at most", ("ON_OR_AFTER", "ON_OR_BEFORE")),
)  # fmt: skip
"""Name, pattern, example of what goes before a distance, and its mod for one that looks back and one that looks ahead:
"more than two years ago" is before that year, "more than two years later" is after it."""


def looks_back(distance: Expression) -> bool:
    """Whether a distance is one into the past."""
    if isinstance(distance, YearBefore):
        return True
    amount = distance.sign if isinstance(distance, SomeAway) else getattr(distance, "amount", 0)
    return bool(amount < 0)


for name, pattern, example, mods in DISTANCES:

    @modifiers.rule(name, f"{pattern} DISTANCE", f"{example} two years ago", gives="DATE")
    def far_away(distance: Expression, mods: tuple[TimexMod, TimexMod] = mods) -> Expression:
        back, ahead = mods
        return Modified(distance, back if looks_back(distance) else ahead)


HEDGES: tuple[tuple[str, str, str, TimexMod], ...] = (
    ("more than so long", "(just|well|much|far|slightly|(a (little|bit)))? (more|longer|greater) than", "more than", "MORE_THAN"),
    ("over so long", "(just|well|slightly|(a (little|bit))) over", "well over", "MORE_THAN"),
    ("less than so long", "(just|much|far|slightly|(a (little|bit)))? (fewer|less|shorter) than", "less than", "LESS_THAN"),
    ("the better part of so long", "the (better|best|greater) part of", "the better part of", "LESS_THAN"),
    ("not quite so long", "not quite", "not quite", "LESS_THAN"),
    ("close to so long", "close to", "close to", "APPROX"),
    ("upwards of so long", "(upwards|upward|in excess) of", "upwards of", "MORE_THAN"),
    ("under so long", "(just|well|slightly|(a (little|bit)))? under", "under", "LESS_THAN"),
    ("at least so long", "(at least|as little as|no (less|fewer) than|not (less|fewer) than|a minimum of)", "at least", "EQUAL_OR_MORE"),
    ("at most so long", "(at most|no (more|longer) than|not (more|longer) than|up to|a maximum of|as (long|much|many) as)", "at most",
     "EQUAL_OR_LESS"),
    ("just about so long", "(just|only) (about|around|nearly|almost)", "just about", "APPROX"),
)  # fmt: skip
"""Name, pattern, example and mod of what goes before a length."""


def exact(plain: Expression) -> Expression:
    """A hedged length is a length: "less than a month" is no rate."""
    return Length(1, plain.unit) if isinstance(plain, Rate) else plain


@modifiers.rule("about so long", "ABOUT !HYPHENATED PLAIN", "about a decade", "nearly two years", gives="LENGTH")
def about(about: TimexMod, plain: Expression) -> Expression:
    return Modified(exact(plain), about)


for name, pattern, example, mod in HEDGES:

    @modifiers.rule(name, f"{pattern} !HYPHENATED PLAIN", f"{example} two years", gives="LENGTH")
    def hedged(plain: Expression, mod: TimexMod = mod) -> Expression:
        return Modified(exact(plain), mod)


@modifiers.rule(
    "at least a length from now",
    "(at least|short=(nearly|almost)) LENGTH",
    "at least the past two years",
    gives="LENGTH",
)
def at_least_from_now(length: Expression, short: object) -> Expression | None:
    return Modified(length, "LESS_THAN" if short else "EQUAL_OR_MORE") if isinstance(length, FromNow) else None


@modifiers.rule("end of, in short", "end HYPHEN DATE", "end-June", "end-2012", gives="DATE")
def end_short(date: Calendrical) -> Expression:
    return Modified(date, "END")


@modifiers.rule("circa", "c . IN_YEAR", "c. 1910", gives="DATE")
def circa(in_year: Calendrical) -> Expression:
    return Modified(in_year, "APPROX")


@modifiers.rule("year's end of a year", "YEAR_END ,? IN_YEAR", "year-end 2012", gives="DATE")
def year_end(in_year: Calendrical) -> Expression:
    return Modified(in_year, "END")


@modifiers.rule("mid-year", "(mid HYPHEN? (year=year|month|week)|whole=midyear)", "mid-year", "midyear", gives="DATE")
def mid_year(year: str | None, whole: str | None) -> Expression | None:
    return Modified(Shifted("year", 0, "this"), "MID") if year or whole else None


@modifiers.rule("about a date", "AROUND !A_WEEKDAY DATE", "around Nov. 1", "about 1910", gives="DATE")
def about_date(around: TimexMod, date: Calendrical) -> Expression | None:
    return None if isinstance(date, Vague) else Modified(date, around if around == "APPROX" else "LESS_THAN")
