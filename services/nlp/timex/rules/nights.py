"""Parts of days that are told from now or from what was mentioned: "last night", "the next morning"."""

from services.nlp.timex.expressions import At, Expression, Shifted
from services.nlp.timex.rule import Family
from services.nlp.timex.rules.day_times import TimeOfDay
from services.nlp.timex.rules.distances_from_that import STANDS_ALONE

nights = Family("parts of this day and others")


@nights.rule("this morning", "this DAYPART", "this morning", gives="TIME")
def this_morning(daypart: TimeOfDay) -> Expression:
    return At(*daypart, Shifted("day", 0, "this"))


@nights.rule("last night", "(~the last|the past) DAYPART", "last night", "the past night", gives="TIME")
def last_night(daypart: TimeOfDay) -> Expression:
    return At(*daypart, Shifted("day", -1, "this"))


@nights.rule("tonight", "tonight", "tonight", gives="TIME")
def tonight() -> Expression:
    return At("NI", "part_of_day", Shifted("day", 0, "this"))


@nights.rule("that night", "(that very?|(the|that) same) DAYPART", "that night", "that same evening", gives="TIME")
def that_night(daypart: TimeOfDay) -> Expression:
    return At(*daypart, Shifted("day", 0, "same"))


@nights.rule("the night before last", "in? < the DAYPART before last >", "the night before last", gives="TIME")
def night_before_last(daypart: TimeOfDay) -> Expression:
    return At(*daypart, Shifted("day", -2, "this"))


@nights.rule("previous night", "the (previous|preceding) DAYPART", "the previous evening", gives="TIME")
def previous_night(daypart: TimeOfDay) -> Expression:
    return At(*daypart, Shifted("day", -1, "same"))


@nights.rule(
    "the night before", f"< the DAYPART (AFTER|LATER) > {STANDS_ALONE}", "the night before,", "the morning after.", gives="TIME"
)  # fmt: skip
def night_before(daypart: TimeOfDay, after: int | None, later: int | None) -> Expression:
    return At(*daypart, Shifted("day", after or later or 0, "same"))


@nights.rule("next morning", "the? (next|following) DAYPART", "the next morning", gives="TIME")
def next_morning(daypart: TimeOfDay) -> Expression:
    return At(*daypart, Shifted("day", 1, "same"))
