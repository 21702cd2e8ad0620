"""Past, present and future without a place in the calendar."""

from services.nlp.timex.expressions import Expression, Vague
from services.nlp.timex.grammar import Family

vague = Family("vague")

VAGUE = {
    "PRESENT_REF": ("now", "currently", "current", "these days", "nowadays", "presently", "right now", "at the moment"),
    "PAST_REF": ("recently", "recent", "previously", "formerly", "the past", "the recent past", "lately", "former"),
    "FUTURE_REF": ("soon", "the future", "future", "the near future", "the coming years"),
}
for value, phrases in VAGUE.items():
    for phrase in phrases:

        @vague.rule(phrase, phrase, phrase, gives="DATE VAGUE")
        def a_vague(value: str = value) -> Expression:
            return Vague(value)
