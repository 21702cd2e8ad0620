"""TimeML of any text is XML that gives the text back, and every reference in it resolves."""

import re
from datetime import date
from functools import cache
from xml.etree import ElementTree as ET

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from services.nlp.annotations import ReferenceTime
from services.nlp.timex import tag, to_timeml

SCRAPS = (
    "3 May 2016", "yesterday", "two days later", "the past two weeks", "twice a week", "about", "more than", "a year",
    "late", "last year", "every Monday", "from March to May", "the 1980s", "nearly", "5 p.m.", "the next three days",
    "<TIMEX3 tid='t1'>", "</TEXT>", "&amp;", "]]>", '"', "'", "\r", "\r\n", "\n", "\x00", "\x0b", "\x85", "\u2028",
    "\ufeff", "\uffff", "\ufdd0", "\U0001f600", "\u202e", "\ud800", ".", ",",
)  # fmt: skip
texts = st.lists(st.sampled_from(SCRAPS) | st.text(max_size=4), max_size=25).map(" ".join)
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
ATTRIBUTES = {
    "tid": r"t\d+",
    "type": "DATE|TIME|DURATION|SET",
    "value": r"[\dXPTBCWQHSNWIREMODLVUYAFG_.:+\-]+E?",
    "mod": "BEFORE|AFTER|ON_OR_BEFORE|ON_OR_AFTER|LESS_THAN|MORE_THAN|EQUAL_OR_LESS|EQUAL_OR_MORE|START|MID|END|APPROX",
    "quant": ".+",
    "freq": r"\d+(\.\d+)?X|X|\w+",
    "temporalFunction": "true|false",
    "functionInDocument": "NONE|CREATION_TIME",
    "anchorTimeID": r"t\d+",
    "beginPoint": r"t\d+",
    "endPoint": r"t\d+",
}
"""What TimeML 1.2.1 lets a TIMEX3 carry."""


@cache
def bare() -> Language:
    """A pipeline without a model."""
    return spacy.blank("en")


@settings(max_examples=200, deadline=None)
@given(text=texts, reference_time=st.none() | st.dates())
def test_timeml_of_any_text_is_valid(text: str, reference_time: date | None) -> None:
    """The text comes back, but for characters that XML cannot hold; attributes are TimeML's; ids are there."""
    reference = ReferenceTime(reference_time, "published_at" if reference_time else "none")
    timexes = tag(text, reference_time, nlp=bare())
    root = ET.fromstring(to_timeml(text, timexes, reference).encode())  # noqa: S314  # our own XML
    inner = root.find("TEXT")
    assert inner is not None
    assert "".join(inner.itertext()) == NO_XML.sub(" ", text)
    assert len(inner) == len(timexes)
    elements = list(root.iter("TIMEX3"))
    ids = [one.attrib["tid"] for one in elements]
    assert len(ids) == len(set(ids))
    for one in elements:
        assert {"tid", "type", "value"} <= one.attrib.keys()
        assert all(re.fullmatch(ATTRIBUTES[name], value) for name, value in one.attrib.items()), one.attrib
        assert {one.get(name) for name in ("anchorTimeID", "beginPoint", "endPoint")} <= {None, *ids}
