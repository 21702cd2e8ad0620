"""The temporal tagger's time is linear in the length of texts that are made to hurt it."""

import gc
import time
from datetime import date
from functools import cache

import pytest
import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from services.nlp.annotations import ReferenceTime
from services.nlp.timex import tag
from services.nlp.timex.resolution import tag_document

HOSTILE = {
    "digits": "7",
    "spaced digits": "7 1990 ",
    "short numbers": "12-",
    "slashes": "1/2/",
    "clocks": "12:30:",
    "the day before": "the day before ",
    "month names": "May ",
    "months in turn": "May January ",
    "months and clocks": "it shut at 5 p.m. in May and ",
    "months and days": "May 3, ",
    "weekdays": "Monday and ",
    "number words": "twenty two hundred ",
    "ordinals": "the first of the second of ",
    "ranges": "from 3 to ",
    "years": "1990-",
    "a few more": "about a few more than nearly ",
    "end of": "the end of the ",
    "ago": "two years ago ",
    "every": "every other ",
    "apostrophes": "'90s '",
    "blanks": " \n",
    "headings": "\n\n1914\n\nIn May ",
    "gaps after headings": "\n\na            ",
    "eras": "1279-1213 BC ",
    "stories": "In 1914 it began; today, two days later. ",
}
SMALL = 6_000
"""Characters of the smaller text."""

FACTOR = 4
SLACK = 2.5
"""A quadratic pass would need FACTOR times more than a linear one; noise does not."""


@cache
def vocabulary() -> Vocab:
    """A vocabulary that knows lower case, without a model."""
    known: Vocab = spacy.blank("en").vocab
    return known


def seconds(scrap: str, characters: int, runs: int = 3) -> float:
    """CPU seconds of this thread to tag so much of a repeated scrap, the best of some runs."""
    # The words are given, since cutting them is not the tagger's work (and slow in the model's own cutter).
    doc = Doc(
        spacy.blank("en").vocab, words=[scrap] * (characters // len(scrap)), spaces=[False] * (characters // len(scrap))
    )
    best = float("inf")
    for _ in range(runs):
        started = time.thread_time()
        tag_document(doc, ReferenceTime(date(2019, 10, 17), "published_at"))
        best = min(best, time.thread_time() - started)
    return best


@pytest.mark.parametrize("scrap", HOSTILE.values(), ids=HOSTILE)
def test_time_is_linear_in_hostile_text(scrap: str) -> None:
    """Four times as much of a text made to hurt takes about four times as long."""
    seconds(scrap, 1000)
    assert seconds(scrap, SMALL * FACTOR) <= FACTOR * SLACK * max(seconds(scrap, SMALL), 0.002)


@pytest.mark.long
@pytest.mark.parametrize("scrap", HOSTILE.values(), ids=HOSTILE)
def test_a_megabyte_of_hostile_text_is_linear_too(scrap: str) -> None:
    """From 250 kB to 1 MB nothing changes."""
    assert seconds(scrap, 1_000_000, 1) <= FACTOR * SLACK * max(seconds(scrap, 250_000, 1), 0.002)


@pytest.mark.parametrize("scrap", ["7", "the day before ", "May ", "May January "])
def test_a_megabyte_takes_four_times_as_long_as_a_quarter(scrap: str) -> None:
    """Digits, "the day before the day before …" and months without end, through the plain function."""
    nlp = spacy.blank("en")

    def cost(characters: int) -> float:
        # The better of two, without the collector: what other tests left behind makes a run half as slow again.
        runs = []
        gc.collect()
        gc.disable()
        try:
            for _ in range(2):
                started = time.thread_time()
                tag(scrap * (characters // len(scrap)), date(2019, 10, 17), nlp=nlp)
                runs.append(time.thread_time() - started)
        finally:
            gc.enable()
        return min(runs)

    assert cost(1_000_000) <= FACTOR * SLACK * max(cost(250_000), 0.1)
