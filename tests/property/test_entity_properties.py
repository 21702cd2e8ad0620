"""Entities of any text: found without an error, the same each time, inside the text, in linear time."""

from functools import cache
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from services.nlp.annotations import Document, Entity
from services.nlp.engine import Engine
from services.nlp.entities import find_entities
from services.nlp.tokens import read_tokens

PIECES = [
    "President", "Ada Marlow", "Marlow", "the", "The", "of", "US", "UK", "IS", "(", ")", "HWU", "Boeing", "737",
    "737-800",
    "-", "/", "Image:", "\n", "\n\n", ".", ",", "'s", "’s", "ALDMOOR, 3 May (Example) -", "HMS", "frigate", "``",
    "''", "Bank of England", "iPhone 4", "S&P 500", "😀", "Москва", "北京", "\u202e", "\u200f", "\u0000", "Ltd.", "12",
    "e\u0301", "İ", "ß", "K", "Flight 12",
]  # fmt: skip
LABELS = ["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "DATE", "WORK_OF_ART"]
HOSTILE = {
    "no verb": "Peace. Bread. Harbour of Aldmoor. " * 20,
    "headlines": "\n".join(["Talks fail in Velden as Osei leaves"] * 40),
    "numbers": "1 22 333 4,444 5.5 6-7 8/9 " * 40,
    "scripts": "Ада Марлоу 北京 القاهرة Αθήνα दिल्ली met Ada Marlow " * 10,
    "emoji": "😀🎉 Ada 👩‍👩‍👧 Marlow 🇬🇧 " * 20,
    "bidi": "\u202eAda\u202c Marlow \u2066London\u2069 " * 20,
    "capitals": "THE PRESIDENT OF THE UNITED STATES TOLD US ABOUT ALDMOOR " * 20,
    "titles": "President Prime Minister Senator Mr. " * 40,
    "brackets": "( ( ( Ada ) ) ) (HWU) " * 40,
    "slashes": "A/B/C/D " * 100,
    "blank": " \n\t\n ",
    "empty": "",
}


@cache
def nlp() -> Language:
    """The model that the service runs with."""
    return Engine.load()._nlp


def found(doc: Doc) -> tuple[Entity, ...]:
    """The entities of a parsed text."""
    return find_entities(read_tokens(doc, doc.text), Document(doc.text), ())


def never_cross(spans: list[tuple[int, int]]) -> bool:
    """Whether spans lie apart or one inside another."""
    open_until: list[int] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        while open_until and open_until[-1] <= start:
            open_until.pop()
        if open_until and end > open_until[-1]:
            return False
        open_until.append(end)
    return True


def check(doc: Doc) -> None:
    """What holds of the entities of every text."""
    entities = found(doc)
    assert entities == found(doc)
    spans = sorted((mention.start, mention.end) for entity in entities for mention in entity.mentions)
    assert all(start < end for start, end in spans)
    assert len(set(spans)) == len(spans)
    assert never_cross(spans)
    assert all(m.text == doc.text[m.start : m.end] for entity in entities for m in entity.mentions)
    assert all(entity.name and entity.mentions and 0 <= entity.salience <= 1 for entity in entities)
    assert [entity.mentions[0].start for entity in entities] == sorted(e.mentions[0].start for e in entities)


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_texts_are_analysed(kind: str) -> None:
    """Texts that are no articles give sound entities or none."""
    check(nlp()(HOSTILE[kind]))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_mixed_pieces_are_analysed(text: str) -> None:
    """Any order of names, marks and noise gives sound entities."""
    check(nlp()(text))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_mentions_of_the_model_are_repaired(data: st.DataObject) -> None:
    """Whatever the model marks, in whatever words, tags and trees, the result is sound."""
    words = data.draw(
        st.lists(st.sampled_from([w for p in PIECES for w in p.split(" ") if w]), min_size=1, max_size=30)
    )
    size = len(words)
    doc = Doc(
        nlp().vocab,
        words=words,
        tags=data.draw(
            st.lists(st.sampled_from(["NNP", "NN", "DT", "IN", "VBD", "POS", "CD"]), min_size=size, max_size=size)
        ),
        deps=data.draw(st.lists(st.sampled_from(["det", "compound", "nsubj", "dep"]), min_size=size, max_size=size)),
        heads=data.draw(st.lists(st.integers(0, size - 1), min_size=size, max_size=size)),
        ents=data.draw(_iob(size)),
    )
    check(doc)


@st.composite
def _iob(draw: st.DrawFn, size: int) -> list[str]:
    """A sound sequence of IOB tags."""
    tags: list[str] = []
    while len(tags) < size:
        label = draw(st.sampled_from(["", *LABELS]))
        length = min(draw(st.integers(1, 4)), size - len(tags))
        tags += [f"B-{label}", *[f"I-{label}"] * (length - 1)] if label else ["O"] * length
    return tags


@pytest.mark.parametrize(
    "sentence",
    [["Ada", "Marlow", "of", "Velden", "("], ["Boeing", "737", "-", "800"], ["Mr", "Osei", "Osei", "/", "US"]],
    ids=["names", "models", "titles"],
)
def test_cost_grows_with_the_length(sentence: list[str]) -> None:
    """One sentence of 50,000 words costs no more a word than one of 5,000, noise and caches allowed for."""
    short, long = (_cost(sentence, size) / size for size in (5_000, 50_000))
    assert long < 4 * short


def _cost(sentence: list[str], size: int) -> float:
    """Processor seconds for one sentence of so many words, each of them a mention to the model; the best of three."""
    words = (sentence * (size // len(sentence) + 1))[:size]
    unlike = [f"{word}{chr(97 + place % 26)}{place}" if place % 7 == 0 else word for place, word in enumerate(words)]
    doc = Doc(
        nlp().vocab,
        words=unlike,
        tags=["NNP"] * size,
        deps=["compound"] * size,
        heads=[min(place + 1, size - 1) for place in range(size)],
        ents=["B-PERSON" if place % 2 else "B-ORG" for place in range(size)],
    )
    seconds = []
    for _ in range(3):
        started = process_time()
        found(doc)
        seconds.append(process_time() - started)
    return min(seconds)
