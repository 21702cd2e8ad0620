"""The ways to use the temporal tagger on its own: TimeML, the spaCy component, the plain function."""

from datetime import date, datetime
from xml.etree import ElementTree as ET

import pytest
import spacy

from services.nlp.annotations import Document, ReferenceTime
from services.nlp.timex import find_reference_time, find_timexes, tag, to_timeml

TEXT = "Fish & chips <cheap>: the harbour, shut since 3 May 2016, reopened yesterday.\x00\x0b The end."


def test_timeml_parses_and_keeps_the_text() -> None:
    """TimeML is XML that holds the text, but for characters that XML cannot hold, and our expressions."""
    nlp = spacy.blank("en")
    doc = nlp(TEXT)
    document = Document(TEXT, 0, datetime.fromisoformat("2016-05-10"))
    reference = find_reference_time(doc, document)
    timexes = find_timexes(doc, reference)
    root = ET.fromstring(to_timeml(TEXT, timexes, reference, "a&b").encode())  # noqa: S314  # our own XML
    text = root.find("TEXT")
    assert text is not None
    assert "".join(text.itertext()) == TEXT.replace("\x00", " ").replace("\x0b", " ")
    found = [(one.get("tid"), one.get("type"), one.get("value"), one.text) for one in text.findall("TIMEX3")]
    assert found == [("t1", "DATE", "2016-05-03", "3 May 2016"), ("t2", "DATE", "2016-05-09", "yesterday")]
    (created,) = (one for one in root.iter("TIMEX3") if one.get("functionInDocument") == "CREATION_TIME")
    assert created.get("value") == "2016-05-10"


@pytest.mark.parametrize("configured", ["2016-05-10", None])
def test_component_annotates_spans_and_extensions(configured: str | None) -> None:
    """Spans carry their type and their Timex, and a document's own reference time goes first."""
    nlp = spacy.blank("en")
    nlp.add_pipe("dateline_timex", config={"reference_time": configured})
    doc = nlp.make_doc("They met on Friday and left two days later.")
    doc._.reference_time = date(2016, 5, 12)
    for _, component in nlp.pipeline:
        doc = component(doc)
    spans = [(span.text, span.label_, span._.timex.value) for span in doc.spans["timexes"]]
    assert spans == [("Friday", "DATE", "2016-05-06"), ("two days later", "DATE", "2016-05-08")]
    assert doc._.reference_time == ReferenceTime(date(2016, 5, 12), "published_at")
    assert [timex.id for timex in doc._.timexes] == ["t1", "t2"]


def test_plain_function_takes_any_pipeline_and_any_form_of_a_day() -> None:
    """A day, a datetime and an ISO text mean the same reference time."""
    nlp = spacy.blank("en")
    forms = (date(2016, 5, 10), datetime.fromisoformat("2016-05-10T09:30:00+00:00"), "2016-05-10")
    assert {tag("It rained yesterday.", form, nlp=nlp)[0].value for form in forms} == {"2016-05-09"}


def test_a_reference_time_that_is_no_date_is_refused() -> None:
    """A mistyped day is an error, not a silent lack of one."""
    with pytest.raises(ValueError, match="Invalid isoformat"):
        tag("It rained yesterday.", "10 May", nlp=spacy.blank("en"))
