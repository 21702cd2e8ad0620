"""The ways to use the temporal tagger on its own: TimeML, the spaCy component, the plain function."""

import json
import os
import pickle
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from services.nlp.annotations import Document, ReferenceTime
from services.nlp.timex import find_reference_time, find_timexes, tag, to_timeml

MEETING = "They met on Friday and left two days later."
FOUND = [("Friday", "DATE", "2016-05-06"), ("two days later", "DATE", "2016-05-08")]
"""What MEETING says on 12 May 2016."""
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


def test_timeml_says_what_a_value_was_counted_from() -> None:
    """A value told from another has temporalFunction and anchorTimeID, a length up to now its endPoint."""
    text = (
        "The pier, shut on 3 May 2016, opened two days later. It was full for the past two weeks and will be tomorrow."
    )
    day = date(2016, 5, 20)
    root = ET.fromstring(  # noqa: S314  # our own XML
        to_timeml(text, tag(text, day, nlp=spacy.blank("en")), ReferenceTime(day, "published_at"))
    )
    names = ("temporalFunction", "anchorTimeID", "beginPoint", "endPoint")
    assert [tuple(one.get(name) for name in names) for one in root.findall("TEXT/TIMEX3")] == [
        ("false", None, None, None),
        ("true", "t1", None, None),
        ("true", "t0", None, "t0"),
        ("true", "t0", None, None),
    ]


def said(doc: Doc) -> list[tuple[str, str, str]]:
    """Words, label and value of the spans."""
    return [(span.text, span.label_, span._.timex.value) for span in doc.spans["timexes"]]


@pytest.fixture
def pipeline() -> Language:
    """A pipeline with nothing but the component."""
    nlp = spacy.blank("en")
    nlp.add_pipe("dateline_timex", config={"reference_time": "2016-05-12"})
    return nlp


@pytest.mark.parametrize("configured", ["2016-05-10", None])
def test_component_annotates_spans_and_extensions(configured: str | None) -> None:
    """Spans carry their type and their Timex, and a document's own reference time goes first."""
    nlp = spacy.blank("en")
    nlp.add_pipe("dateline_timex", config={"reference_time": configured})
    doc = nlp.make_doc(MEETING)
    doc._.reference_time = date(2016, 5, 12)
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert said(doc) == FOUND
    assert doc._.reference_time == ReferenceTime(date(2016, 5, 12), "published_at")
    assert [timex.id for timex in doc._.timexes] == ["t1", "t2"]


ELSEWHERE = """
import json, sys
import spacy

if __name__ == "__main__":
    nlp = spacy.load(sys.argv[1])
    docs = [nlp.make_doc(sys.argv[2]) for _ in range(3)]
    docs[1]._.reference_time = "2001-01-01"
    found = [
        [[(span.text, span.label_, span._.timex.value) for span in doc.spans["timexes"]], str(doc._.timexes[0].latest)]
        for doc in nlp.pipe(docs, n_process=2)
    ]
    print(json.dumps(found))
"""


def test_component_is_saved_with_its_pipeline_and_works_in_many_processes(pipeline: Language, tmp_path: Path) -> None:
    """A program that never heard of us loads the pipeline from disk and runs it in two processes: all comes back whole.

    A document brings its own reference time along as text.
    """
    pipeline.to_disk(tmp_path / "pipeline")
    (tmp_path / "program.py").write_text(ELSEWHERE, "utf-8")
    done = subprocess.run(
        [sys.executable, "program.py", "pipeline", MEETING],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        check=True,
    )
    first, second, third = json.loads(done.stdout)
    assert first == third == [[list(each) for each in FOUND], "2016-05-06"]
    assert second == [[["Friday", "DATE", "2000-12-29"], ["two days later", "DATE", "2000-12-31"]], "2000-12-29"]


@pytest.mark.filterwarnings("ignore:.W101.")
def test_documents_are_written_and_read_with_their_times(pipeline: Language) -> None:
    """Bytes, DocBin, pickle and a merge of documents keep every time."""
    doc = pipeline(MEETING)
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (unpacked,) = DocBin().from_bytes(stored).get_docs(pipeline.vocab)
    for copy in (Doc(pipeline.vocab).from_bytes(doc.to_bytes()), unpacked, pickle.loads(pickle.dumps(doc))):  # noqa: S301  # our own bytes
        assert said(copy) == FOUND
        assert tuple(copy._.timexes) == doc._.timexes
        assert copy._.reference_time == doc._.reference_time
    merged = Doc.from_docs([doc, pipeline(MEETING)])
    assert merged is not None
    assert said(merged) == FOUND * 2


def test_component_takes_a_place_in_any_pipeline() -> None:
    """It needs no other component, reads any language's tokens, and may stand there twice under two keys."""
    nlp = spacy.blank("xx")
    nlp.add_pipe("dateline_timex")
    nlp.add_pipe("dateline_timex", name="again", config={"spans_key": "again"})
    doc = nlp("Am 3 May 2016.")
    assert [span.text for span in doc.spans["again"]] == [span.text for span in doc.spans["timexes"]] == ["3 May 2016"]


@pytest.mark.parametrize("wrong", ["10 May", "2016-13-01"])
def test_component_refuses_a_day_that_is_none(wrong: str) -> None:
    """A mistyped day is an error when the pipeline is made, or when the document comes, never a silent lack of one."""
    nlp = spacy.blank("en")
    with pytest.raises(ValueError, match="no ISO date"):
        nlp.add_pipe("dateline_timex", config={"reference_time": wrong})
    nlp.add_pipe("dateline_timex")
    doc = nlp.make_doc(MEETING)
    doc._.reference_time = wrong
    with pytest.raises(ValueError, match="no ISO date"):
        nlp.get_pipe("dateline_timex")(doc)


def test_plain_function_takes_any_pipeline_and_any_form_of_a_day() -> None:
    """A day, a datetime and an ISO text mean the same reference time."""
    nlp = spacy.blank("en")
    forms = (date(2016, 5, 10), datetime.fromisoformat("2016-05-10T09:30:00+00:00"), "2016-05-10")
    assert {tag("It rained yesterday.", form, nlp=nlp)[0].value for form in forms} == {"2016-05-09"}


def test_a_reference_time_that_is_no_date_is_refused() -> None:
    """A mistyped day is an error, not a silent lack of one."""
    with pytest.raises(ValueError, match="no ISO date"):
        tag("It rained yesterday.", "10 May", nlp=spacy.blank("en"))
