"""What must hold of decode and plan for whatever a producer sends."""

import json
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from schemas import DeadLetterHeaders, EnrichedArticle, Language, RawArticle
from services.enricher.core.assemble import Provenance, assemble
from services.enricher.core.decode import Limits, decode
from services.enricher.core.outcome import DeadLetter, Enriched, Outcome, Tombstone
from services.enricher.core.plan import Topics, plan
from services.enricher.core.record import Record

NOW = datetime(2026, 5, 4, 6, 30, tzinfo=UTC)
TOPICS = Topics("enriched", "letters")
SMALL = Limits(record_bytes=4000, text_characters=500, result_bytes=3000)
HEADERS = st.lists(st.tuples(st.text(st.characters(codec="utf-8"), max_size=9), st.none() | st.binary(max_size=9)))
OUTCOMES: st.SearchStrategy[Outcome] = st.one_of(
    st.builds(Enriched, key=st.binary(), value=st.binary(), status=st.just("complete")),
    st.just(Tombstone()),
    st.builds(
        DeadLetter,
        reason=st.sampled_from(["not_json", "contract", "worker_crash"]),
        stage=st.sampled_from(["decode", "worker"]),
        error=st.text(st.characters(codec="utf-8"), min_size=1),
        message=st.text(st.characters(codec="utf-8")),
        tries=st.integers(1, 5),
    ),
)
PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
JSON = st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8)
ARTICLES = st.fixed_dictionaries(
    {"article_id": st.text(min_size=1, max_size=40) | JSON, "body": st.text(min_size=1) | JSON},
    optional={
        "version": st.integers() | JSON,
        "headline": st.text() | JSON,
        "extra": JSON,
        "feed": JSON,
        "published_at": st.datetimes().map(str) | JSON,
        "language": st.text(max_size=5) | JSON,
    },
)


@st.composite
def batches(draw: st.DrawFn) -> tuple[list[Record], list[Outcome]]:
    """Records of one partition in order, with gaps as compaction and transactions leave them, and their outcomes."""
    offsets = sorted(draw(st.sets(st.integers(0, 2**40), min_size=1, max_size=12)))
    records = [
        Record("raw", 3, offset, draw(st.integers(-1, 2**62)), draw(st.none() | st.binary(max_size=9)),
               draw(st.none() | st.binary(max_size=9)), tuple(draw(HEADERS)))
        for offset in offsets
    ]  # fmt: skip
    return records, [draw(OUTCOMES) for _ in records]


@given(batches())
def test_each_record_is_sent_once_in_order_to_its_own_partition(batch: tuple[list[Record], list[Outcome]]) -> None:
    """A plan has one send a record, in their order, on their partition, and commits the offset after the last one."""
    records, outcomes = batch
    planned = plan(records, outcomes, TOPICS, NOW)
    assert planned.next_offset == records[-1].offset + 1
    assert len(planned.sends) == len(records)
    for record, outcome, send in zip(records, outcomes, planned.sends, strict=True):
        assert send.partition == record.partition
        assert send.topic == ("letters" if isinstance(outcome, DeadLetter) else "enriched")
        if isinstance(outcome, Enriched):
            assert (send.key, send.value) == (outcome.key, outcome.value)


@given(batches())
def test_a_dead_letter_is_its_record_byte_for_byte_and_says_why(batch: tuple[list[Record], list[Outcome]]) -> None:
    """Key, value and headers come first and unchanged; what follows reads back as the contract's headers."""
    records, outcomes = batch
    for record, outcome, send in zip(records, outcomes, plan(records, outcomes, TOPICS, NOW).sends, strict=True):
        if isinstance(outcome, DeadLetter):
            assert (send.key, send.value) == (record.key, record.value)
            assert send.headers[: len(record.headers)] == record.headers
            read = DeadLetterHeaders.from_headers([(name, value or b"") for name, value in send.headers])
            assert (read.topic, read.partition, read.offset) == (record.topic, record.partition, record.offset)
            assert (read.reason, read.exception_message) == (outcome.reason, outcome.message)
            assert read.attempts >= outcome.tries


@given(st.none() | st.binary(max_size=20), st.none() | st.binary() | ARTICLES.map(lambda a: json.dumps(a).encode()))
def test_decode_has_an_answer_for_every_record(key: bytes | None, value: bytes | None) -> None:
    """Whatever the bytes, the answer is an article, a tombstone or a reason, and its message can be a header."""
    found = decode(key, value, SMALL)
    if value is None:
        assert isinstance(found, DeadLetter if key is None else Tombstone)
    elif isinstance(found, DeadLetter):
        assert found.message.encode("utf-8")
    else:
        assert isinstance(found, RawArticle)
        assert len(found.text) <= SMALL.text_characters


@given(ARTICLES)
def test_what_is_decoded_is_assembled_the_same_way_twice(article: dict[str, object]) -> None:
    """The same bytes give the same bytes, the text is the raw one, and no field of the raw article is lost."""
    value = json.dumps(article).encode()
    raw = decode(None, value, SMALL)
    if not isinstance(raw, RawArticle):
        return
    made = [
        assemble(raw, Language(code="und", method="detected"), None, Provenance("p", "m"), SMALL.result_bytes)
        for _ in range(2)
    ]
    assert made[0] == made[1]
    if isinstance(made[0], Enriched):
        assert len(made[0].value) <= SMALL.result_bytes
        enriched = EnrichedArticle.model_validate_json(made[0].value)
        assert enriched.text == raw.text
        assert enriched.text.endswith(str(article["body"]))
        assert set(article) - set(RawArticle.model_fields) <= set(enriched.extra)
    else:
        assert isinstance(made[0], DeadLetter)
        assert made[0].reason == "result_too_large"
