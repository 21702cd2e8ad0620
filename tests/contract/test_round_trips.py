"""Any enriched article that holds its promises survives JSON, whatever its text is made of."""

import json
from hashlib import sha256
from typing import Any, get_args

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from schemas import EnrichedArticle
from schemas.export import schemas
from schemas.vocabulary import DatingMethod, EntityLabel, EventClass, Modality, ParticipantRole, TimexType

VALIDATOR = Draft202012Validator(schemas()["enriched-article.v1.json"])
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
JSON = st.recursive(st.none() | st.booleans() | st.integers() | TEXTS, lambda inner: st.lists(inner, max_size=2))


@st.composite
def spans(draw: st.DrawFn, text: str) -> dict[str, Any]:
    """Any span of the text."""
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return {"start": start, "end": end, "text": text[start:end]}


@st.composite
def intervals(draw: st.DrawFn) -> dict[str, Any]:
    """No day, one day, or two in order."""
    days = sorted(str(day) for day in draw(st.lists(st.dates(), max_size=2)))
    return {"value": "X", "earliest": days[0] if days else None, "latest": days[-1] if days else None}


@st.composite
def articles(draw: st.DrawFn) -> dict[str, Any]:
    """An enriched article as JSON, each reference to something that is there."""
    text = draw(TEXTS)
    entities = [
        {
            "id": f"e{number}",
            "name": draw(TEXTS),
            "label": draw(st.sampled_from(get_args(EntityLabel))),
            "salience": draw(st.floats(0, 1)),
            "mentions": draw(st.lists(spans(text), min_size=1, max_size=2)),
        }
        for number in range(1, draw(st.integers(1, 3)))
    ]
    timexes = [
        {
            **draw(spans(text)),
            **draw(intervals()),
            "id": f"t{number}",
            "type": draw(st.sampled_from(get_args(TimexType))),
            "anchor": draw(st.sampled_from([None, "reference_time", f"t{number}"])),
            "rule": "rule",
        }
        for number in range(1, draw(st.integers(1, 3)))
    ]
    some_entity = st.sampled_from([None, *(entity["id"] for entity in entities)])
    some_timex = st.sampled_from([None, *(timex["id"] for timex in timexes)])
    events = [
        {
            "id": f"v{number}",
            "trigger": draw(spans(text)),
            "lemma": draw(TEXTS),
            "class": draw(st.sampled_from(get_args(EventClass))),
            "sentence": {"start": 0, "end": len(text)},
            "date": {
                **draw(intervals()),
                "method": draw(st.sampled_from(get_args(DatingMethod))),
                "timex": draw(some_timex),
            },
            "participants": [
                {
                    **draw(spans(text)),
                    "role": draw(st.sampled_from(get_args(ParticipantRole))),
                    "entity": draw(some_entity),
                }
            ],
            "modality": draw(st.sampled_from(get_args(Modality))),
        }
        for number in range(1, draw(st.integers(1, 3)))
    ]
    return {
        "article_id": draw(TEXTS),
        "version": draw(st.integers(1, 9)),
        "headline": None,
        "published_at": draw(st.none() | st.just("2026-05-04T06:30:00Z")),
        "source": draw(st.none() | TEXTS),
        "url": None,
        "extra": draw(st.dictionaries(TEXTS, JSON, max_size=2)),
        "language": {"code": "en", "method": "declared"},
        "text": text,
        "reference_time": {"value": None, "method": "none"},
        "entities": entities,
        "timexes": timexes,
        "events": events,
        "analysis": {
            "status": "complete",
            "pipeline": "p",
            "model": None,
            "content_hash": f"sha256:{sha256(text.encode()).hexdigest()}",
        },
    }


@given(articles())
def test_articles_survive_json(fields: dict[str, Any]) -> None:
    """Read, written and read again: equal, the same bytes, valid by the schema, nothing that came in has changed."""
    article = EnrichedArticle.model_validate_json(json.dumps(fields))
    written = article.model_dump_json()
    assert EnrichedArticle.model_validate_json(written) == article
    assert EnrichedArticle.model_validate_json(written).model_dump_json() == written
    VALIDATOR.validate(json.loads(written))
    assert holds(json.loads(written), fields)


def holds(found: Any, wanted: Any) -> bool:  # noqa: ANN401  # JSON
    """Whether all that is wanted is there, as it was; fields with defaults may have been added."""
    if isinstance(wanted, dict):
        return all(name in found and holds(found[name], value) for name, value in wanted.items())
    if isinstance(wanted, list):
        return len(found) == len(wanted) and all(map(holds, found, wanted))
    return bool(found == wanted)
