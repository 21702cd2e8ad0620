"""What must hold of the temporal tagger for any text, any day and any reference time."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest
import spacy
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from services.nlp.annotations import Timex
from services.nlp.engine import Engine
from services.nlp.timex import tag

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SHORT = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def ordinal(number: int) -> str:
    """A number as in "3rd"."""
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


STYLES: dict[str, Callable[[date], str]] = {
    "day month year": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "month day, year": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "abbreviated": lambda d: f"{SHORT[d.month - 1]} {d.day}, {d.year}",
    "abbreviated, day first": lambda d: f"{d.day} {MONTHS[d.month - 1][:3]} {d.year}",
    "with weekday": lambda d: f"{WEEKDAYS[d.weekday()]}, {MONTHS[d.month - 1]} {d.day}, {d.year}",
    "with weekday, day first": lambda d: f"{WEEKDAYS[d.weekday()]} {d.day} {MONTHS[d.month - 1]} {d.year}",
    "ordinal": lambda d: f"{MONTHS[d.month - 1]} {ordinal(d.day)}, {d.year}",
    "ordinal, day first": lambda d: f"the {ordinal(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    "ISO 8601": date.isoformat,
    "slashes, year first": lambda d: f"{d.year}/{d.month:02}/{d.day:02}",
    "slashes, month first": lambda d: f"{d.month}/{d.day}/{d.year}",
    "dots": lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    "hyphens": lambda d: f"{d.day:02}-{d.month:02}-{d.year}",
    "hyphens and month": lambda d: f"{d.day}-{MONTHS[d.month - 1][:3]}-{d.year}",
    "weekday and slashes": lambda d: f"{WEEKDAYS[d.weekday()]}, {d.year}/{d.month:02}/{d.day:02}",
    "short ordinal, day first": lambda d: f"{ordinal(d.day)} {MONTHS[d.month - 1]} {d.year}",
    "month and the day": lambda d: f"{MONTHS[d.month - 1]} the {ordinal(d.day)}, {d.year}",
    "weekday and ordinal": lambda d: f"{WEEKDAYS[d.weekday()]} the {ordinal(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    "short weekday": lambda d: f"{WEEKDAYS[d.weekday()][:3]}, {d.day} {MONTHS[d.month - 1][:3]} {d.year}",
    "shortest": lambda d: f"{WEEKDAYS[d.weekday()][:3]}. {SHORT[d.month - 1]} {d.day}, {d.year}",
    "without a comma": lambda d: f"{SHORT[d.month - 1]} {d.day} {d.year}",
    "comma, day first": lambda d: f"{d.day} {MONTHS[d.month - 1]}, {d.year}",
    "capitals": lambda d: f"{MONTHS[d.month - 1].upper()} {d.day}, {d.year}",
    "capitals, day first": lambda d: f"{d.day} {MONTHS[d.month - 1].upper()} {d.year}",
}

days = st.dates(date(1000, 1, 1), date(2199, 12, 31))
reference_times = st.none() | st.dates()


@cache
def bare() -> Language:
    """A pipeline without a model: every text is cut into words and nothing more."""
    return spacy.blank("en")


@cache
def model() -> Language:
    """The pipeline that the service runs with."""
    return Engine.load()._nlp


pipelines: st.SearchStrategy[Callable[[], Language]] = st.sampled_from((bare, model))


@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=40, deadline=None)
@given(day=days, reference_time=reference_times, pipeline=pipelines)
@example(day=date(1308, 9, 1), reference_time=None, pipeline=model)
@example(day=date(2183, 8, 28), reference_time=None, pipeline=model)
def test_a_formatted_date_gives_itself_back(
    style: str, day: date, reference_time: date | None, pipeline: Callable[[], Language]
) -> None:
    """A date written out in any supported style is found whole and means that day, whatever the reference time."""
    written = STYLES[style](day)
    (timex,) = tag(f"The bridge at Aldmoor was opened on {written}.", reference_time, nlp=pipeline())
    assert (timex.text, timex.type, timex.value) == (written, "DATE", day.isoformat())
    assert (timex.earliest, timex.latest, timex.granularity) == (day, day, "day")


BY_YEARS = (
    "last year", "this year", "next year", "two years ago", "three years from now", "last month", "this month",
    "next month", "six months ago", "last quarter", "this quarter", "last summer", "this winter", "next spring",
    "last April", "next October", "the end of last year", "early next month", "ten years ago",
    "the first half of next year",
)  # fmt: skip
BY_WEEKDAYS = (
    "today", "yesterday", "tomorrow", "the day before yesterday", "three days ago", "two weeks ago", "last week",
    "next week", "last Friday", "next Monday", "Tuesday", "Sunday night", "last weekend", "tonight",
    "tomorrow morning", "early Thursday", "this decade", "last century", "Christmas", "Thanksgiving",
)  # fmt: skip
CYCLE = 400
"""Years after which the Gregorian calendar repeats itself, weekdays and all."""

references = st.dates(date(1700, 1, 1), date(2150, 12, 31))


def moved(value: str, years: int) -> str:
    """A value so many years later; decades and centuries move by tens and hundreds."""
    digits = re.match(r"\d{2,4}", value)
    assert digits, value
    length = len(digits[0])
    return f"{int(digits[0]) + years // 10 ** (4 - length):0{length}}{value[length:]}"


def one(phrase: str, reference: date) -> Timex:
    """The one time in a sentence."""
    (timex,) = tag(f"The ferry sailed {phrase}.", reference, nlp=bare())
    return timex


@settings(max_examples=150, deadline=None)
@given(phrase=st.sampled_from(BY_YEARS), reference=references, years=st.integers(-150, 150))
def test_years_later_months_and_years_shift_alike(phrase: str, reference: date, years: int) -> None:
    """Shifting the reference time by whole years shifts what is told in months, seasons and years by as many."""
    assume((reference.month, reference.day) != (2, 29))
    early, late = one(phrase, reference), one(phrase, reference.replace(year=reference.year + years))
    assert late.value == moved(early.value, years)
    assert (late.text, late.type, late.mod, late.rule) == (early.text, early.type, early.mod, early.rule)


@settings(max_examples=150, deadline=None)
@given(phrase=st.sampled_from(BY_YEARS + BY_WEEKDAYS), reference=references)
def test_a_cycle_later_everything_shifts_alike(phrase: str, reference: date) -> None:
    """Shifting the reference time by 400 years, which keeps the weekdays, shifts every relative value by as many."""
    early, late = one(phrase, reference), one(phrase, reference.replace(year=reference.year + CYCLE))
    assert late.value == moved(early.value, CYCLE)
    for first, second in ((early.earliest, late.earliest), (early.latest, late.latest)):
        assert (first and first.replace(year=first.year + CYCLE)) == second


SCRAPS = (
    "the day before", "the day after", "May", "March", "second", "of", "the", "last", "next", "three", "weeks", "ago",
    "from", "to", "between", "and", "1990", "-", "–", "95", "'90s", "Q3", "FY2016", "Monday", "morning", "5 p.m.",
    "EST", "every", "about", "half", "a", "century", "BC", "Christmas", "31", "30th", "2026-02-30", "99/99/9999",
    "12:61", "0", "fiscal", "quarter", "the end of", "early", "years", "later", "two and a half", "hundred",
    "thousand", "2 1/2", ",", ".", "(", "\n", "9999999999", "2199", "0000", "mid-", "this", "that", "year", "ago",
    "AD", "the 99th century", "1000000000 years ago", "Easter 9999", "10000 weeks from now", "'s", "twenty", "first",
    "earlier", "week", "\u2007", "\U0001f600", "é", "\x00",
)  # fmt: skip
hostile = st.lists(st.sampled_from(SCRAPS) | st.text(max_size=8), max_size=40).map(" ".join) | st.text(max_size=200)


def assert_sound(text: str, timexes: tuple[Timex, ...]) -> None:
    """Spans lie in the text, in order and apart, and hold the words they say; the interval is one."""
    for timex in timexes:
        assert 0 <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end] == timex.text
        assert timex.text == timex.text.strip()
        assert not (timex.earliest and timex.latest and timex.earliest > timex.latest)
        assert timex.value
    for first, second in pairwise(timexes):
        assert first.end <= second.start
    assert [timex.id for timex in timexes] == [f"t{number}" for number in range(1, len(timexes) + 1)]


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=hostile, reference_time=reference_times)
def test_tagging_any_text_is_sound(text: str, reference_time: date | None) -> None:
    """No text and no reference time makes the tagger raise, overlap, misquote or turn an interval round."""
    assert_sound(text, tag(text, reference_time, nlp=bare()))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=hostile, reference_time=reference_times)
def test_tagging_any_parsed_text_is_sound(text: str, reference_time: date | None) -> None:
    """The same holds where the model's tags and trees take part, however wrong they are."""
    assert_sound(text, tag(text, reference_time, nlp=model()))


@settings(max_examples=100, deadline=None)
@given(text=hostile, reference_time=reference_times)
def test_tagging_is_deterministic(text: str, reference_time: date | None) -> None:
    """The same text and reference time give the same times, whatever was tagged in between."""
    first = tag(text, reference_time, nlp=bare())
    tag("Two days later, on Friday, 3 May 1907, it rained.", date(2001, 1, 1), nlp=bare())
    assert tag(text, reference_time, nlp=bare()) == first


@settings(max_examples=100, deadline=None)
@given(first=days, length=st.integers(1, 27), reference_time=reference_times)
def test_a_range_keeps_both_its_ends(first: date, length: int, reference_time: date | None) -> None:
    """Both ends of a range within one month are days of that month and year."""
    last = first + timedelta(days=length)
    assume(last.month == first.month)
    text = f"The fair ran from {first.day} to {last.day} {MONTHS[first.month - 1]} {first.year}."
    assert [timex.value for timex in tag(text, reference_time, nlp=bare())] == [first.isoformat(), last.isoformat()]
