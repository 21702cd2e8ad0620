"""Whatever a document holds and however it was parsed: events come out, always the same, in linear time."""

import sys
from datetime import date, datetime
from types import FrameType

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

import schemas
from services.nlp.annotations import Document, Entity, Event, Participant, ReferenceTime, Span, Timex
from services.nlp.events import find_events
from services.nlp.tokens import read_tokens

VOCAB: Vocab = spacy.blank("en").vocab
REFERENCE = ReferenceTime(date(2026, 5, 4), "published_at")
WORDS = [
    "Russia", "rebels", "attacked", "said", "withdrawal", "the", "not", "no", "will", "to", "plans", "if", "of", "by",
    "who", "Sunday", "since", "and", "2016", "%", "\n", "\n\n", '"', "''", "according", "was", "killed", "🙂",
    "\u202eabc", "戦争", "Ειρήνη", "-", "denied", "been", "I", "war", "without", "'s", "\u00a0", "before", "had",
]  # fmt: skip
TAGS = [
    "NN", "NNS", "NNP", "VBD", "VBZ", "VBN", "VBG", "VB", "VBP", "MD", "IN", "DT", "JJ", "TO", "RB", "PRP", "CD", "WDT",
    "_SP", "",
]  # fmt: skip
DEPS = [
    "nsubj", "nsubjpass", "dobj", "pobj", "prep", "aux", "auxpass", "neg", "ccomp", "xcomp", "advcl", "relcl", "acl",
    "conj", "poss", "compound", "det", "agent", "dative", "mark", "parataxis", "acomp", "npadvmod", "pcomp", "appos",
    "dep", "amod",
]  # fmt: skip


@st.composite
def parsed(draw: st.DrawFn) -> Doc:
    """A document with any tree over any words: some of it language, most of it not."""
    size = draw(st.integers(0, 40))
    words = draw(st.lists(st.sampled_from(WORDS), min_size=size, max_size=size))
    heads = [draw(st.integers(0, i - 1)) if i else 0 for i in range(size)]
    deps = [draw(st.sampled_from(DEPS)) if i else "ROOT" for i in range(size)]
    tags = draw(st.lists(st.sampled_from(TAGS), min_size=size, max_size=size))
    if draw(st.booleans()):
        heads = [size - 1 - head for head in reversed(heads)]
        deps.reverse()
    return Doc(VOCAB, words=words, tags=tags, heads=heads or None, deps=deps or None)


def timexes_of(doc: Doc) -> tuple[Timex, ...]:
    """A date on every "Sunday" and "2016"."""
    return tuple(
        Timex(
            id=f"t{token.i}",
            start=token.idx,
            end=token.idx + len(token),
            text=token.text,
            type="DATE",
            value="2016",
            rule="test",
            earliest=date(2016, 1, 1),
            latest=date(2016, 12, 31),
            granularity="year",
        )
        for token in doc
        if token.text in ("Sunday", "2016")
    )


def entities_of(doc: Doc) -> tuple[Entity, ...]:
    """One entity with every mention of Russia."""
    mentions = tuple(Span(t.idx, t.idx + len(t), t.text) for t in doc if t.text == "Russia")
    return (Entity(id="e1", name="Russia", label="GPE", salience=1.0, mentions=mentions),) if mentions else ()


def found(doc: Doc, headline_end: int = 0) -> tuple[Event, ...]:
    """The events of a document with the times and names that its words give."""
    document = Document(doc.text, headline_end, datetime.fromisoformat("2026-05-04T12:00:00+00:00"))
    return find_events(read_tokens(doc, doc.text), document, timexes_of(doc), entities_of(doc), REFERENCE)


@given(parsed(), st.integers(0, 30))
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_tree_gives_events_that_keep_the_contract(doc: Doc, headline_end: int) -> None:
    """Nothing raises; spans equal their text and lie in order; references resolve; ids are unique."""
    events = found(doc, min(headline_end, len(doc.text)))
    assert [event.trigger.start for event in events] == sorted({event.trigger.start for event in events})
    assert len({event.id for event in events}) == len(events)
    known = {timex.id for timex in timexes_of(doc)}
    for event in events:
        schemas.Event.model_validate(event, from_attributes=True)
        said = [event.attribution.source, event.attribution.cue] if event.attribution else []
        spans: list[Span | Participant] = [event.trigger, *event.participants, *(span for span in said if span)]
        for span in spans:
            assert doc.text[span.start : span.end] == span.text != ""
        assert event.sentence.start <= event.trigger.start < event.trigger.end <= event.sentence.end
        assert event.date.timex is None or event.date.timex in known
        assert (event.date.method == "none") <= (event.date.value is None)


@given(parsed())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_the_same_document_gives_the_same_events(doc: Doc) -> None:
    """Nothing is remembered from one document to the next."""
    assert found(doc) == found(doc)


def chain(size: int) -> Doc:
    """Each word hangs on the one before: a tree as deep as the text is long."""
    words = ["said", "rebels", "attacked", "Sunday", "Russia", "and"]
    return _doc([words[i % len(words)] for i in range(size)], [max(i - 1, 0) for i in range(size)])


def star(size: int) -> Doc:
    """Every word hangs on the first: what a parser makes of a table."""
    words = ["said", "attacked", '"', "withdrawal", "according", "to", "Sunday", "not"]
    return _doc([words[i % len(words)] for i in range(size)], [0] * size)


def comb(size: int) -> Doc:
    """Coordination without end, a name beside each verb."""
    return _doc(["killed", "Russia"] * (size // 2), [max(i - 2, 0) if i % 2 == 0 else i - 1 for i in range(size)])


def headlines(size: int) -> Doc:
    """Nothing but headlines."""
    return _doc(["Russia", "attacked", "\n\n"] * (size // 3), [i - i % 3 + 1 for i in range(size // 3 * 3)])


def _doc(words: list[str], heads: list[int]) -> Doc:
    tags = {
        "attacked": "VBD",
        "said": "VBD",
        "killed": "VBD",
        "withdrawal": "NN",
        "Russia": "NNP",
        "to": "IN",
        "\n\n": "_SP",
    }
    deps = ["ROOT" if head == i else DEPS[i % len(DEPS)] for i, head in enumerate(heads)]
    return Doc(VOCAB, words=words, tags=[tags.get(word, "NN") for word in words], heads=heads, deps=deps)


def steps(doc: Doc) -> int:
    """Function calls that finding the events of a document takes: a measure of work that no other process disturbs."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        found(doc)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("shape", [chain, star, comb, headlines])
def test_work_grows_with_the_length_of_the_text(shape: type) -> None:
    """Twice the text takes at most about twice the work, whatever the tree."""
    small, large = steps(shape(1500)), steps(shape(3000))
    assert large < 2.3 * small


@pytest.mark.parametrize("shape", [chain, star, comb])
def test_a_sentence_of_fifty_thousand_words_is_read(shape: type) -> None:
    """A text without a full stop gets its events like any other."""
    assert len(found(shape(50_000))) > 5_000
