"""Past, present and future without a place in the calendar."""

from services.nlp.timex.expressions import Expression, Vague
from services.nlp.timex.grammar import Family

vague = Family("vague")

PHRASES = {
    "PRESENT_REF": (
        "now", "right now", "just now", "currently", "current", "these days", "nowadays", "presently", "at present",
        "present HYPHEN? day", "modern HYPHEN? day", "the present day",
    ),
    "PAST_REF": (
        "recently", "more recently", "most recently", "recent", "lately", "the (recent|distant)? past",
        "recent (years|decades|centuries)", "recent UNITS and UNITS", "past (years|decades|centuries)", "(not|so)? long ago", "some time ago", "then HYPHEN? current",
    ),
    "FUTURE_REF": ("the (near|foreseeable|immediate|distant|(not HYPHEN? too HYPHEN? distant))? future", "near future", "as soon as possible", "a later date"),
}  # fmt: skip

for value, patterns in PHRASES.items():
    for pattern in patterns:
        plain = pattern.split(" (")[0].replace("?", "").replace("HYPHEN ", "")

        @vague.rule(plain, pattern, plain, gives="DATE VAGUE")
        def a_vague(value: str = value) -> Expression:
            return Vague(value)


@vague.rule("the present", "(in|until|to|for|from|at|of) < the present >", "the present", gives="DATE VAGUE")
def the_present() -> Expression:
    return Vague("PRESENT_REF")


@vague.rule("former", "(former|formerly)", "former", gives="DATE VAGUE")
def former() -> Expression:
    return Vague("PAST_REF", only="narrative")


@vague.rule("soon", "~as soon", "soon", gives="DATE VAGUE")
def soon() -> Expression:
    return Vague("FUTURE_REF", only="future")


@vague.rule("future alone", "future", "future", gives="DATE VAGUE")
def future() -> Expression:
    return Vague("FUTURE_REF", only="narrative")


@vague.rule("in future", "in < future >", "future", gives="DATE VAGUE")
def in_future() -> Expression:
    return Vague("FUTURE_REF")


@vague.rule("at this time", "(at|by|around|during) < this (time|point|moment) >", "this time", gives="DATE VAGUE")
def this_time() -> Expression:
    return Vague("PRESENT_REF")
