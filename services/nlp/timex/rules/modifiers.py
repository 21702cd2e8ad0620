"""Early, late, about: what TIMEX3 calls mod."""

from services.nlp.timex.expressions import Calendrical, Expression, Modified, Vague
from services.nlp.timex.grammar import Family
from schemas.vocabulary import TimexMod

modifiers = Family("modifiers")
@modifiers.rule("early or late", "the? EARLY_LATE HYPHEN? (in|on)? DATE", "early 2016", "mid-November", "late last week", gives="DATE")
def early_late(early_late: TimexMod, date: Calendrical) -> Expression:
    return Modified(date, early_late)


@modifiers.rule("earlier or later", "(earlier|later) (in|on)? DATE", "earlier this year", "later that day", gives="DATE")
def earlier(date: Calendrical) -> Expression:
    return date


@modifiers.rule("end of", "the? (very)? EDGE of DATE", "the end of 1990", "the beginning of October", gives="DATE")
def end_of(edge: TimexMod, date: Calendrical) -> Expression:
    return Modified(date, edge)


@modifiers.rule("about so long", "ABOUT !HYPHENATED PLAIN", "about a decade", "nearly two years", gives="LENGTH")
def about(about: TimexMod, plain: Expression) -> Expression:
    return Modified(plain, about)


@modifiers.rule("at least so long", "(at least) PLAIN", "at least 30 days", gives="LENGTH")
def at_least(plain: Expression) -> Expression:
    return Modified(plain, "EQUAL_OR_MORE")


@modifiers.rule("more than so long", "more than PLAIN", "more than three years", gives="LENGTH")
def more_than(plain: Expression) -> Expression:
    return Modified(plain, "MORE_THAN")


@modifiers.rule("less than so long", "less than PLAIN", "less than a week", gives="LENGTH")
def less_than(plain: Expression) -> Expression:
    return Modified(plain, "LESS_THAN")


@modifiers.rule("up to so long", "(up to|as (long|much) as) PLAIN", "up to two years", gives="LENGTH")
def up_to(plain: Expression) -> Expression:
    return Modified(plain, "EQUAL_OR_LESS")


@modifiers.rule("about a date", "AROUND DATE", "around Nov. 1", "about 1910", gives="DATE")
def about_date(around: TimexMod, date: Calendrical) -> Expression | None:
    return None if isinstance(date, Vague) else Modified(date, around if around == "APPROX" else "LESS_THAN")


@modifiers.rule("early in the year", "(earlier|later|early|late|EARLY_LATE) in THE_UNIT", "later in the year", gives="DATE")
def later_in_the_year(early_late: TimexMod | None, the_unit: Calendrical) -> Expression:
    return Modified(the_unit, early_late) if early_late else the_unit
