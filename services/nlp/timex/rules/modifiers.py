"""Early, late, about: what TIMEX3 calls mod."""

from services.nlp.timex.expressions import Calendrical, Expression, Modified
from services.nlp.timex.grammar import Family
from schemas.vocabulary import TimexMod

modifiers = Family("modifiers")
LONG = "(month=IN_MONTH|IN_YEAR|IN_QUARTER|IN_SEASON|IN_DECADE|IN_CENTURY|IN_WEEK|RELATIVE|ON_DAY)"


def one(*found: Calendrical | None) -> Calendrical:
    """The part that is there."""
    return next(expression for expression in found if expression)


@modifiers.rule("early or late", "the? EARLY_LATE HYPHEN? (in|on)? DATE", "early 2016", "mid-November", "late last week", gives="DATE")
def early_late(early_late: TimexMod, date: Calendrical) -> Expression:
    return Modified(date, early_late)


@modifiers.rule("earlier or later", "(earlier|later) (in|on)? DATE", "earlier this year", "later that day", gives="DATE")
def earlier(date: Calendrical) -> Expression:
    return date


@modifiers.rule("end of", "the? (very)? EDGE of DATE", "the end of 1990", "the beginning of October", gives="DATE")
def end_of(edge: TimexMod, date: Calendrical) -> Expression:
    return Modified(date, edge)


@modifiers.rule("about so long", "ABOUT LENGTH", "about a decade", "nearly two years", gives="LENGTH")
def about(about: TimexMod, length: Expression) -> Expression:
    return Modified(length, about)


@modifiers.rule("at least so long", "(at least) LENGTH", "at least 30 days", gives="LENGTH")
def at_least(length: Expression) -> Expression:
    return Modified(length, "EQUAL_OR_MORE")


@modifiers.rule("more than so long", "more than LENGTH", "more than three years", gives="LENGTH")
def more_than(length: Expression) -> Expression:
    return Modified(length, "MORE_THAN")


@modifiers.rule("less than so long", "less than LENGTH", "less than a week", gives="LENGTH")
def less_than(length: Expression) -> Expression:
    return Modified(length, "LESS_THAN")


@modifiers.rule("up to so long", "(up to|as (long|much) as) LENGTH", "up to two years", gives="LENGTH")
def up_to(length: Expression) -> Expression:
    return Modified(length, "EQUAL_OR_LESS")
