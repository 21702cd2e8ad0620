"""Whatever a producer can send ends as a dead letter with its reason or as a defined result, and the stream goes on."""

import json
from collections.abc import Callable
from typing import Any

from schemas import DeadLetterHeaders
from tests.generated_articles import generate_articles
from tests.service import RunningService
from tests.stage import Message, Stage

ServiceOn = Callable[..., RunningService]


def raw(article_id: str, body: str, **more: Any) -> bytes:  # noqa: ANN401  # any field of an article
    """A raw article as JSON in ASCII, so that every strange character is escaped."""
    return json.dumps({"article_id": article_id, "body": body} | more).encode()


LETTERS: dict[str, tuple[bytes | None, str]] = {
    "not json": (b"<article/>", "not_json"),
    "wrong types": (b'{"article_id": 7, "body": ["text"]}', "contract"),
    "missing body": (b'{"article_id": "x"}', "contract"),
    "blank body": (raw("blank", " \n\t "), "contract"),
    "an array": (b"[1, 2, 3]", "contract"),
    "20 MB body": (raw("large", "word " * 4_000_000), "too_large"),
    "long text": (raw("long", "word " * 60_000), "too_large"),
    "large result": (raw("result", "Nothing happened.", feed="x" * 1_500_000), "result_too_large"),
    "invalid UTF-8": (b'{"article_id": "x", "body": "\xff\xfe"}', "not_json"),
    "lone surrogate": (b'{"article_id": "x", "body": "a \\ud800 b"}', "not_json"),
    "raw NUL": (b'{"article_id": "x", "body": "a\x00b"}', "not_json"),
    "deeply nested": (b'{"article_id": "x", "body": "y", "e": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "not_json"),
    "not a number": (b'{"article_id": "x", "body": "y", "e": NaN}', "not_json"),
    "empty value": (b"", "not_json"),
    "impossible date": (raw("date", "y", published_at="2026-02-30T00:00:00Z"), "contract"),
}
"""Key of the record, its value, and the reason for which it becomes a dead letter."""

RESULTS = {
    "escaped NUL": raw("nul", "The harbour\u0000 reopened on 3 May 2026 in London."),
    "no space": raw("nospace", "a" * 100_000),
    "brackets": raw("brackets", "(" * 100_000),
    "mixed run": raw("mixed", "The ferry sank near Oslo on 3 May 2026. " + "'(" * 50_000),
    "nested": raw("nested", "The bridge opened.", tree=json.loads("[" * 100 + "]" * 100)),
    "emoji": raw("emoji", "😀 The mayor of Paris resigned on 3 May 2026. 😀"),
    "another language": raw("german", "Der Hafen wurde am Montag nach langen Verhandlungen wieder geöffnet."),
    "declared": raw("declared", "Le port a rouvert.", language="fr-CA"),
    "no words": raw("digits", "1234 5678"),
}
"""Key of the record and its value; each becomes an enriched article."""


async def test_bad_input_has_a_defined_end_and_the_stream_goes_on(stage: Stage, service_on: ServiceOn) -> None:
    """Each bad record is a dead letter, byte for byte, with its reason; each odd one an article; the good ones pass."""
    service = await service_on(stage).start()
    good = [Message(article.key, article.value) for article in generate_articles(4)]
    headers = (("traceparent", b"00-aa-bb-01"), ("desk", b"\x00\xff"))
    letters = [Message(key.encode(), value, headers) for key, (value, _) in LETTERS.items()]
    odd = [Message(key.encode(), value) for key, value in RESULTS.items()]
    tombstones = [Message(b"withdrawn", None, headers), Message(None, None, headers), Message(b"", None)]
    stage.produce([*good[:2], *letters, *odd, *tombstones, *good[2:]])

    found = stage.dead_letters(len(LETTERS) + 1, seconds=120)
    reasons = {read.key: DeadLetterHeaders.from_headers(list(read.headers)).reason for read in found}
    assert reasons == {key.encode(): reason for key, (_, reason) in LETTERS.items()} | {None: "no_key"}
    for read in found:
        assert read.headers[: len(headers)] == headers
        if read.key is not None:
            assert read.value == LETTERS[read.key.decode()][0]

    enriched = stage.enriched(len(good) + len(odd) + 2, seconds=120)
    by_key = {read.key: read for read in enriched}
    assert len(by_key) == len(enriched) == len(good) + len(odd) + 2
    assert by_key[b"withdrawn"].value is None
    assert by_key[b"withdrawn"].headers[:2] == headers
    assert by_key[b""].value is None
    status = {key: read.article["analysis"]["status"] for key, read in by_key.items() if read.value is not None}
    assert {key for key, value in status.items() if value == "unsupported_language"} >= {b"german", b"declared"}
    assert status[b"nul"] == status[b"emoji"] == "complete"
    assert by_key[b"mixed"].article["text"] == json.loads(RESULTS["mixed run"])["body"]
    assert {entity["name"] for entity in by_key[b"mixed"].article["entities"]} >= {"Oslo"}
    assert await service.is_ready()


async def test_a_record_that_kills_stalls_or_bloats_its_worker_is_dead_lettered_alone(
    stage: Stage, service_on: ServiceOn
) -> None:
    """The guilty record goes to the dead letters after a second try alone; its neighbours and the service live on."""
    service = await service_on(
        stage,
        DATELINE_PIPELINE="tests.unruly_pipeline:load",
        PYTHONPATH=".",
        DATELINE_WORK_SECONDS="4",
        DATELINE_WORKER_MEMORY_BYTES=str(300 * 1024**2),
    ).start()
    guilty = {b"crash": "worker_crash", b"stall": "worker_stall", b"grow": "worker_memory"}
    neighbours = [Message(b"%d" % number, b"echo %d" % number) for number in range(30)]
    killers = [Message(key, key) for key in guilty]
    stage.produce([*neighbours[:10], *killers, *neighbours[10:]], partition=0)
    letters = stage.dead_letters(3, seconds=90)
    reasons = {read.key: DeadLetterHeaders.from_headers(list(read.headers)) for read in letters}
    assert {key: headers.reason for key, headers in reasons.items()} == guilty
    assert all(headers.attempts >= 2 for headers in reasons.values())
    enriched = stage.enriched(30)
    assert [read.key for read in enriched] == [message.key for message in neighbours]
    assert await service.is_ready()
    assert await service.metric('dateline_worker_restarts_total{reason="worker_crash"}') >= 2


async def test_every_compression_that_a_producer_may_choose_is_read(stage: Stage, service_on: ServiceOn) -> None:
    """Producers choose the codec of a batch; one that could not be read would stop its partition for ever."""
    service = await service_on(stage, DATELINE_PIPELINE="tests.quick_pipeline:load", PYTHONPATH=".").start()
    codecs = ("none", "gzip", "snappy", "lz4", "zstd")
    for codec in codecs:
        value = raw(codec, "A quiet day in the harbour of Aldmoor. " * 20)
        stage.produce([Message(codec.encode(), value)] * 3, partition=0, codec=codec)
    found = stage.enriched(3 * len(codecs))
    assert [read.key for read in found] == [codec.encode() for codec in codecs for _ in range(3)]
    assert await service.is_ready()
