"""Properties of the replayer's pure core: ids, plans, pace and progress."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import RawArticle
from services.replayer.articles import Article, BadArticleError, content_id, from_json, from_text
from services.replayer.files import Place
from services.replayer.pace import AtOnce, Rate, Speed
from services.replayer.plan import Entry, in_order
from services.replayer.progress import ArchiveChangedError, Progress, remaining

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: bool(text.strip()))
TIMES = st.datetimes(datetime(1990, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # the zone follows
ENTRIES = st.lists(
    st.builds(Entry, st.builds(Place, st.just(Path("a.txt"))), st.binary(min_size=16, max_size=16), TIMES | st.none()),
    max_size=12,
).map(tuple)

SCALARS = st.none() | st.booleans() | st.floats() | st.text()
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))


def attempt(read: Callable[[bytes], Article], data: bytes) -> Article | BadArticleError:
    """What a reader makes of the bytes."""
    try:
        return read(data)
    except BadArticleError as error:
        return error


@given(st.binary())
def test_any_bytes_are_a_text_or_a_named_problem(data: bytes) -> None:
    """A plain text is read into a valid raw article or refused with a reason; nothing else can happen."""
    article = attempt(from_text, data)
    if isinstance(article, BadArticleError):
        assert str(article)
    else:
        assert RawArticle.model_validate_json(article.value).article_id.encode() == article.key


@given(st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_json_or_a_named_problem(data: bytes) -> None:
    """A JSON value is read into a valid raw article or refused with a reason; nothing else can happen."""
    article = attempt(from_json, data)
    if isinstance(article, BadArticleError):
        assert str(article)
    else:
        assert RawArticle.model_validate_json(article.value).article_id.encode() == article.key


@given(WORDS, WORDS, st.dictionaries(WORDS, st.integers() | st.text(st.characters(exclude_categories=["Cs"]))))
def test_json_passes_through_untouched(headline: str, body: str, extra: dict[str, object]) -> None:
    """An article's own fields, known or not, are sent as they stand; only a missing id is added, from the content."""
    fields = {name: value for name, value in extra.items() if name not in RawArticle.model_fields}
    fields |= {"headline": headline, "body": body}
    article = from_json(json.dumps(fields).encode())
    assert json.loads(article.value) == {"article_id": content_id(headline, body), **fields}


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Mill burns\n\nA mill burned.", "Mill burns"),
        ("A mill burned on Friday.\n\nNobody was hurt.", None),
        ('"A mill burned," the mayor said, "on Friday."\n\nNobody was hurt.', None),
        (f"{'A mill ' * 40}burned\n\nNobody was hurt.", None),
        ("A mill burned.", None),
    ],
)
def test_a_text_that_begins_with_a_paragraph_has_no_headline(text: str, headline: str | None) -> None:
    """A first line is a headline unless it is long or a sentence; nothing of the text is lost."""
    article = RawArticle.model_validate_json(from_text(text.encode()).value)
    assert article.headline == headline
    assert article.text == text


@given(WORDS, WORDS)
def test_ids_come_from_the_content(one: str, other: str) -> None:
    """The same words have the same id, other words another."""
    assert (content_id(one, other) == content_id(other, one)) == (one == other)


@given(ENTRIES, st.data())
def test_a_replay_goes_on_exactly_where_it_stopped(entries: tuple[Entry, ...], data: st.DataObject) -> None:
    """However often a replay stops, what its runs send adds up to the plan, in order, each entry once."""
    stops = sorted(data.draw(st.lists(st.integers(0, len(entries)), max_size=4)))
    progress = Progress()
    sent: list[Entry] = []
    for stop in [*stops, len(entries)]:
        now = remaining(entries, progress, limit=stop)
        sent += now
        stored = progress.after(now)
        progress = Progress.from_offset(stored.sent, stored.to_metadata())
    assert tuple(sent) == entries


@given(ENTRIES, ENTRIES, st.integers(0, 12))
def test_a_changed_archive_is_refused(old: tuple[Entry, ...], new: tuple[Entry, ...], stop: int) -> None:
    """A replay goes on only over files that begin with what was sent; otherwise it says so and sends nothing."""
    progress = Progress().after(old[:stop])
    same = [entry.digest for entry in new[: len(old[:stop])]] == [entry.digest for entry in old[:stop]]
    if same:
        assert remaining(new, progress) == new[progress.sent :]
    else:
        with pytest.raises(ArchiveChangedError):
            remaining(new, progress)


@given(ENTRIES)
def test_chronological_order_keeps_every_entry_once(entries: tuple[Entry, ...]) -> None:
    """Sorting loses nothing, doubles nothing, and leaves no article before one published earlier."""
    ordered = in_order(entries)
    assert sorted(map(id, ordered)) == sorted(map(id, entries))
    times = [entry.published_at for entry in ordered if entry.published_at]
    assert times == sorted(times)


@given(ENTRIES, st.sampled_from([AtOnce(), Rate(7.5), Speed(60)]))
def test_articles_never_become_due_earlier_than_those_before(
    entries: tuple[Entry, ...], pace: AtOnce | Rate | Speed
) -> None:
    """Every pace gives one time an entry, none negative, none before the last."""
    due = list(pace.due(entries))
    assert len(due) == len(entries)
    assert all(0 <= earlier <= later for earlier, later in pairwise(due))


def test_speed_keeps_the_proportions_of_the_archive() -> None:
    """At sixty times the pace of publication an hour's wait lasts a minute."""
    first = datetime(2026, 5, 4, 6, tzinfo=UTC)
    published = [first, first + timedelta(hours=1), None, first + timedelta(hours=3)]
    entries = [Entry(Place(Path("a.txt")), bytes(16), time) for time in published]
    assert list(Speed(60).due(entries)) == [0, 60, 60, 180]


@given(st.binary(max_size=20), st.binary(max_size=20), st.binary(max_size=20), st.binary(max_size=20))
def test_digests_tell_key_from_value(key: bytes, value: bytes, other_key: bytes, other_value: bytes) -> None:
    """Two records have one digest exactly if both key and value agree."""
    one, other = Article(key, value, 1, None), Article(other_key, other_value, 1, None)
    assert (one.digest == other.digest) == ((key, value) == (other_key, other_value))
