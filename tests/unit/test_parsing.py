"""Texts of any length are parsed into one document."""

from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from services.nlp import parsing
from services.nlp.timex import tag


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces so short that a test's text has some."""
    monkeypatch.setattr(parsing, "LONGEST_TEXT", 60)
    monkeypatch.setattr(parsing, "PIECE", 40)


@given(text=st.text(alphabet=" \nab.\u00e9\U0001f600", max_size=300))
def test_pieces_are_the_text(text: str) -> None:
    """Nothing is lost between pieces, and none is too long."""
    cut = list(parsing.pieces(text))
    assert "".join(cut) == text
    assert all(len(piece) <= parsing.PIECE for piece in cut)


def test_pieces_end_where_the_text_pauses() -> None:
    """A paragraph is not broken where it can end, a word not where a space can."""
    text = "\n\n".join(["The ferry sailed at noon."] * 4) + " word" * 40
    cut = list(parsing.pieces(text))
    assert all(not first[-1].isalnum() or not second[0].isalnum() for first, second in pairwise(cut))
    assert sum(piece.endswith("\n\n") for piece in cut) == 3


def test_a_long_text_is_one_document() -> None:
    """Its tokens lie where they lie in the text, and its times are told from one another across pieces."""
    text = "The ferry sailed on 3 May 1871. \n\n" + "It was cold and wet out there. " * 3 + "Two days later it sank."
    doc = parsing.parse(spacy.blank("en"), text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)
    found = tag(text, nlp=spacy.blank("en"))
    assert [(timex.text, timex.value) for timex in found] == [
        ("3 May 1871", "1871-05-03"),
        ("Two days later", "1871-05-05"),
    ]
