"""Past, present and future without a place in the calendar."""

from services.nlp.timex.expressions import Expression, Vague
from services.nlp.timex.rule import Family

vague = Family("vague")

PRESENT = {
    "now": "now", "right now": "(right|just) now", "currently": "currently", "current": "current",
    "these days": "these days", "nowadays": "nowadays", "presently": "presently", "at present": "at present",
    "present-day": "(present|modern) HYPHEN? day", "the present day": "the present day",
    "this day and age": "this day and age",
}  # fmt: skip
PAST = {
    "recently": "(more|most)? recently !as", "recent": "recent !memory !history", "lately": "lately",
    "the recent past": "the (recent|distant)? past !PART", "recent years": "recent (years|decades|centuries)",
    "recent weeks and months": "recent UNITS and UNITS", "past years": "past (years|decades|centuries)", "years past": "years (past|(gone by))",
    "those days": "those days", "the other day": "the other (day|night|evening|morning|week)", "the old days": "the good? old days",
    "not long ago": "(not? (very|so|too|that)?) long ago", "some time ago": "some time ago", "then-current": "then HYPHEN? current",
    "moments ago": "(just|only)? SOME? moments ago", "a moment ago": "(just|only)? a moment ago",
    "a while ago": "(just|only)? a (short|little|good|brief)? while ago", "a short time ago": "(just|only)? a short time ago",
}  # fmt: skip
FUTURE = {
    "the near future": "the? near future",
    "the foreseeable future": "the (foreseeable|immediate|distant|(not HYPHEN? too HYPHEN? distant))? future",
    "someday": "(someday|(some day))", "as soon as possible": "as soon as possible", "a later date": "a later date",
}  # fmt: skip

for value, phrases in (("PRESENT_REF", PRESENT), ("PAST_REF", PAST), ("FUTURE_REF", FUTURE)):
    for name, pattern in phrases.items():

        @vague.rule(name, pattern, name, gives="DATE VAGUE")
        def a_vague(value: str = value) -> Expression:
            return Vague(value)


@vague.rule(
    "the present",
    "(in|until|to|for|from|at|of) < the present (time|moment)? > !day !HYPHEN",
    "until the present",
    gives="DATE VAGUE",
)
def the_present() -> Expression:
    return Vague("PRESENT_REF")


@vague.rule("to this day", "~referred ~refers ~refer to < this day >", "to this day", gives="DATE VAGUE")
def to_this_day() -> Expression:
    return Vague("PRESENT_REF")


@vague.rule("to date", "to < date >", "to date", gives="DATE VAGUE")
def to_date() -> Expression:
    return Vague("PRESENT_REF")


@vague.rule("former", "(former|formerly)", "former", gives="DATE VAGUE")
def former() -> Expression:
    return Vague("PAST_REF", only="narrative")


@vague.rule("soon", "~as ~so ~too soon !after", "soon", gives="DATE VAGUE")
def soon() -> Expression:
    return Vague("FUTURE_REF", only="future")


@vague.rule("future alone", "future", "future", gives="DATE VAGUE")
def future() -> Expression:
    return Vague("FUTURE_REF", only="narrative")


@vague.rule("in future", "in < future >", "in future", gives="DATE VAGUE")
def in_future() -> Expression:
    return Vague("FUTURE_REF")


@vague.rule("at this time", "(at|by|around|during) < this time > !of !last !next", "at this time", gives="DATE VAGUE")
def this_time() -> Expression:
    return Vague("PRESENT_REF")
