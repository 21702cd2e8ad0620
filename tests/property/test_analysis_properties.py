"""The whole analysis of any text: an article comes out that keeps the contract, always the same, in linear time."""

import gc
import json
from functools import cache
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas import EnrichedArticle
from services.enricher.core.decode import Limits
from services.enricher.core.outcome import Enriched
from services.enricher.core.work import Item, PipelineOptions
from services.enricher.pipeline import Pipeline
from services.nlp.annotations import Document
from services.nlp.engine import annotate
from services.nlp.parsing import readable

ADDRESS = "https://example.org/" + "a1b2" * 80
"""Longer than what is read as a word."""
PIECES = (
    "Ada Marlow", "Marlow", "the mayor", "of", "the", "(", ")", '"', "“", "”", "said", "that", "reopened", "attacked",
    "the withdrawal", "was killed", "will", "not", "no", "if", "on", "since", "before", "3 May", "2026", "Friday", ",",
    "yesterday", "two days later", "last year", "for two weeks", "-", "HMS", "Ltd.", "'s", ".", "?", "\n", "\n\n",
    "and", "Photo: Rina Calloway/Example", "ALDMOOR, 3 May (Example) -", "Москва", "北京", "القاهرة", "😀",
    "👩‍👩‍👧", "\u202e", "\u2066", "\u2069", "\u200f", "e\u0301", "\x00", "\ufeff",
    "\u2028", ADDRESS, "x" * 300, "(" * 300, "7" * 300, "in May",
)  # fmt: skip
HOSTILE = {
    "nothing": " ",
    "no verb": "Peace and bread in the harbour of Aldmoor ",
    "headlines": "Talks fail in Velden as Osei leaves\n\n",
    "numbers": "1 22 333 4,444 5.5 6-7 8/9 1990 ",
    "scripts": "Ада Марлоу 北京 القاهرة Αθήνα दिल्ली met ",
    "emoji": "\U0001f600\U0001f389 Ada \U0001f1ec\U0001f1e7 ",
    "bidi": "\u202eAda\u202c \u2066London\u2069 reopened ",
    "months": "May ",
    "the day before": "the day before ",
    "dates": "on 3 May 1907, ",
    "one name": "Ada Marlow, ",
    "quotations": '"We will rebuild the harbour," Ada Marlow said. ',
    "open quotations": '"We will rebuild it. ',
    "he said": "He said that he said that ",
    "brackets": "(the [new {bridge} opened] on Friday) ",
    "open brackets": "(in May [",
    "commas": ", ",
    "stories": "A bomb exploded on Friday. The bombing killed nine. ",
    "headings": "1907\n\nIn May the fort fell.\n\n",
    "credits": "Photo: Rina Calloway/Example\n",
    "capitals": "THE PRESIDENT OF ALDMOOR TOLD US ABOUT TALKS ",
    "addresses": f"the report ({ADDRESS}) of Ada Marlow ",
}

SLACK = 2.5
"""Noise makes up for less; what is quadratic takes sixteen times as long for four times the text."""


@cache
def pipeline() -> Pipeline:
    """The service's pipeline, without a limit to what comes out."""
    return Pipeline.load(PipelineOptions(limits=Limits(text_characters=10**7, result_bytes=10**10)))


def enriched(text: str, headline: str | None = None) -> bytes:
    """The enriched article, which the pipeline has held to the contract."""
    raw = {"article_id": "a", "headline": headline, "body": text, "language": "en", "published_at": "2026-05-04T06:30Z"}
    (done,) = pipeline().run([Item(b"a", json.dumps(raw).encode())])
    assert isinstance(done.outcome, Enriched), done.outcome
    return done.outcome.value


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    text=st.lists(st.sampled_from(PIECES), min_size=1, max_size=50).map(" ".join).filter(str.strip),
    headline=st.none() | st.sampled_from(PIECES),
)
def test_any_text_is_enriched(text: str, headline: str | None) -> None:
    """No order of words, marks, scripts and noise keeps an article from being published, twice the same."""
    first = enriched(text, headline)
    assert first == enriched(text, headline)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300).filter(str.strip))
def test_any_characters_are_enriched(text: str) -> None:
    """The same for whatever Unicode has."""
    enriched(text)


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_texts_are_enriched(kind: str) -> None:
    """Texts that are no articles are published with what is in them."""
    article = EnrichedArticle.model_validate_json(enriched("A text. " + HOSTILE[kind] * 30))
    assert article.analysis.status == "complete"


def test_a_sentence_of_fifty_thousand_words_is_enriched() -> None:
    """A text without a full stop is an article like any other."""
    words = "and the mayor of Aldmoor said on Friday that Ada Marlow would not sell the ferry "
    article = EnrichedArticle.model_validate_json(enriched(words * (50_000 // words.count(" "))))
    assert len(article.events) > 5_000
    assert len(article.timexes) > 3_000


def test_what_is_around_an_overlong_word_is_found() -> None:
    """A long address does no harm to the names, times and events beside it, and none of them reaches across it."""
    text = f"Ada Marlow ({ADDRESS}) resigned on 3 May 2026. Lina {ADDRESS} Osei left on 4 {ADDRESS} May."
    article = EnrichedArticle.model_validate_json(enriched(text))
    assert "Ada Marlow" in {entity.name for entity in article.entities}
    assert {event.lemma for event in article.events} >= {"resign", "leave"}
    assert [timex.text for timex in article.timexes] == ["3 May 2026"]
    spans = [mention for entity in article.entities for mention in entity.mentions]
    assert not [span.text for span in spans if ADDRESS in span.text]


@pytest.mark.parametrize("kind", HOSTILE)
def test_own_code_is_linear_in_hostile_text(kind: str) -> None:
    """Four times the text takes about four times as long, the model's own time apart, which is spaCy's."""
    assert _seconds(HOSTILE[kind], 24_000) < 4 * SLACK * max(_seconds(HOSTILE[kind], 6_000), 0.005)


@pytest.mark.long
@pytest.mark.parametrize("kind", HOSTILE)
def test_own_code_is_linear_in_long_hostile_text(kind: str) -> None:
    """Nothing changes up to the longest text that the service takes."""
    assert _seconds(HOSTILE[kind], 200_000) < 4 * SLACK * max(_seconds(HOSTILE[kind], 50_000), 0.005)


def _seconds(scrap: str, size: int) -> float:
    """CPU seconds of our own code for so many characters of a repeated scrap, the best of three runs."""
    text = readable("A text. " + scrap * (size // len(scrap)))
    doc = pipeline()._engine._nlp(text)
    best = float("inf")
    for _ in range(3):
        # Collecting garbage looks at every object of the process, however short the text.
        gc.disable()
        started = process_time()
        annotate([doc], [Document(text)], [text], [{}])
        best = min(best, process_time() - started)
        gc.enable()
    return best
