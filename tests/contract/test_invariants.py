"""What an enriched article promises holds in every one that exists: a broken promise is refused at construction."""

from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from schemas import EnrichedArticle, Range, RawArticle
from schemas.intervals import Interval
from tests.contract.articles import TEXT, enriched_article

Fields = dict[str, Any]
UNICODE = st.text(st.characters(exclude_categories=["Cs"]))


def test_an_article_survives_json() -> None:
    """Written as JSON and read again it is equal, and its JSON is the same bytes."""
    article = enriched_article()
    again = EnrichedArticle.model_validate_json(article.model_dump_json())
    assert again == article
    assert again.model_dump_json() == article.model_dump_json()


def test_the_class_of_an_event_is_called_class() -> None:
    """JSON says `class`, as TimeML does, although Python cannot."""
    event = enriched_article().model_dump(mode="json")["events"][0]
    assert event["class"] == "occurrence"
    assert "class_" not in event


def _spans_of(fields: Fields) -> dict[str, Fields]:
    event = fields["events"][0]
    return {
        "mention": fields["entities"][0]["mentions"][0],
        "timex": fields["timexes"][0],
        "trigger": event["trigger"],
        "sentence": event["sentence"],
        "evidence": event["date"]["evidence"],
        "participant": event["participants"][0],
        "head": event["participants"][0]["head"],
        "source": event["attribution"]["source"],
        "cue": event["attribution"]["cue"],
    }


SPANS = list(_spans_of(enriched_article().model_dump(mode="json")))


@pytest.mark.parametrize("where", SPANS)
def test_no_span_reaches_beyond_the_text(where: str) -> None:
    """Every span of every kind ends within the text."""
    fields = enriched_article().model_dump(mode="json")
    _spans_of(fields)[where]["end"] = len(TEXT) + 1
    with pytest.raises(ValidationError, match="reaches beyond the text"):
        read(fields)


@pytest.mark.parametrize("where", [name for name in SPANS if name not in {"sentence", "evidence", "head"}])
def test_spans_say_what_the_text_says(where: str) -> None:
    """A span that carries words carries those that stand there."""
    fields = enriched_article().model_dump(mode="json")
    _spans_of(fields)[where]["text"] += "!"
    with pytest.raises(ValidationError, match="the text"):
        read(fields)


@pytest.mark.parametrize("where", SPANS)
def test_no_span_is_empty(where: str) -> None:
    """Every span of every kind holds at least one character."""
    fields = enriched_article().model_dump(mode="json")
    found = _spans_of(fields)[where]
    found["end"] = found["start"]
    with pytest.raises(ValidationError, match="must not be empty"):
        read(fields)


def _entity_again(fields: Fields) -> None:
    fields["entities"].append(deepcopy(fields["entities"][0]))


def _event_named_as_timex(fields: Fields) -> None:
    fields["events"][0]["id"] = "t1"


@pytest.mark.parametrize("repeat", [_entity_again, _event_named_as_timex])
def test_ids_are_unique(repeat: Callable[[Fields], None]) -> None:
    """No id names two things, not even of different kinds."""
    fields = enriched_article().model_dump(mode="json")
    repeat(fields)
    with pytest.raises(ValidationError, match="ids used more than once"):
        read(fields)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("timexes", 0, "anchor"), "t9"),
        (("events", 0, "date", "timex"), "e1"),
        (("events", 0, "participants", 0, "entity"), "t1"),
        (("events", 0, "attribution", "entity"), "e9"),
    ],
)
def test_references_resolve(path: tuple[str | int, ...], value: str) -> None:
    """A reference names something of the right kind that is there."""
    fields: Any = enriched_article().model_dump(mode="json")
    place = fields
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(ValidationError, match="that is not there"):
        read(fields)


@pytest.mark.parametrize("version", ["2.0", "1", "one"])
def test_a_reader_refuses_another_major_version(version: str) -> None:
    """Within 1.x a reader understands every article; beyond it, it says that it does not."""
    fields = enriched_article().model_dump(mode="json")
    with pytest.raises(ValidationError):
        read(fields | {"schema_version": version})
    assert read(fields | {"schema_version": "1.7", "mood": "calm"}).schema_version == "1.7"


@given(st.dates(), st.dates())
def test_intervals_run_forwards(one: Any, other: Any) -> None:  # noqa: ANN401  # dates
    """`earliest` never lies after `latest`; one day is an interval."""
    first, last = sorted((one, other))
    assert Interval(value=None, earliest=first, latest=last).latest == last
    if first != last:
        with pytest.raises(ValidationError, match="lies after"):
            Interval(value=None, earliest=last, latest=first)


@given(st.integers(), st.integers())
def test_ranges_are_forward_and_within_reach(start: int, end: int) -> None:
    """A range exists exactly if it starts at nought or later and ends after its start."""
    if 0 <= start < end:
        assert Range(start=start, end=end).end == end
    else:
        with pytest.raises(ValidationError):
            Range(start=start, end=end)


@given(UNICODE | st.none(), UNICODE.filter(str.strip))
def test_the_analysed_text_is_never_changed(headline: str | None, body: str) -> None:
    """Headline, blank line, body, character by character; the body alone where there is no headline."""
    article = RawArticle(article_id="a", headline=headline, body=body)
    assert article.text == (f"{headline}\n\n{body}" if headline else body)


JSON = TypeAdapter(dict[str, Any])


@given(
    UNICODE.filter(lambda text: 0 < len(text) <= 1024),
    UNICODE.filter(str.strip),
    st.dictionaries(UNICODE, st.integers() | UNICODE | st.lists(UNICODE)),
)
def test_unknown_fields_are_kept(article_id: str, body: str, unknown: Fields) -> None:
    """What the feed says and the contract does not know is found under `extra`."""
    unknown = {name: value for name, value in unknown.items() if name not in RawArticle.model_fields}
    fields = {"article_id": article_id, "body": body} | unknown
    assert RawArticle.model_validate_json(JSON.dump_json(fields)).extra == unknown


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-05-04T06:30:00Z", datetime(2026, 5, 4, 6, 30, tzinfo=UTC)),
        ("2026-05-04T08:30:00+02:00", datetime(2026, 5, 4, 6, 30, tzinfo=UTC)),
        ("2026-05-04T06:30:00", datetime(2026, 5, 4, 6, 30, tzinfo=UTC)),
        ("2026-05-04", datetime(2026, 5, 4, tzinfo=UTC)),
    ],
)
def test_times_of_publication(written: str, meant: datetime) -> None:
    """ISO 8601; without an offset it is UTC, without a time midnight."""
    article = RawArticle.model_validate({"article_id": "a", "body": "b", "published_at": written})
    assert article.published_at == meant


@pytest.mark.parametrize(
    "fields",
    [
        {"article_id": "a"},
        {"body": "b"},
        {"article_id": "", "body": "b"},
        {"article_id": "a", "body": " \n"},
        {"article_id": 7, "body": "b"},
        {"article_id": "a", "body": "b", "version": 0},
        {"article_id": "a", "body": "b", "version": "2"},
        {"article_id": "a", "body": "b", "published_at": "yesterday"},
        {"article_id": "a", "body": "b", "extra": []},
    ],
)
def test_bad_raw_articles_are_refused(fields: Fields) -> None:
    """Missing, empty or mistyped fields break the contract."""
    with pytest.raises(ValidationError):
        RawArticle.model_validate_json(JSON.dump_json(fields))


def read(fields: Fields) -> EnrichedArticle:
    """As a reader of the topic does it: from JSON."""
    return EnrichedArticle.model_validate_json(JSON.dump_json(fields))
