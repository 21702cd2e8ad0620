"""How an enriched article looks on a terminal."""

from datetime import date

import pytest
from rich.console import Console

from schemas import Event, EventDate
from services.cli.article_view import article_view, dated_by, marked_text, participants, status, when
from services.cli.articles_table import articles_table
from tests.contract.articles import TEXT, enriched_article


def test_the_text_is_shown_as_it_is() -> None:
    """Marks add styles and change no character."""
    assert marked_text(enriched_article()).plain == TEXT


def test_every_mention_time_and_trigger_is_marked() -> None:
    """Each has a style where it stands."""
    article = enriched_article()
    styled = {(span.start, span.end) for span in marked_text(article).spans}
    for found in (*article.entities[0].mentions, *article.timexes, article.events[0].trigger):
        assert (found.start, found.end) in styled


@pytest.mark.parametrize("width", [40, 80, 89, 90, 120, 200])
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    """At every width lines fit, the text is there, and the event with its date is in the timeline."""
    console = Console(width=width, record=True, file=None, quiet=False, force_terminal=False, color_system=None)
    with console.capture() as captured:
        console.print(article_view(enriched_article(), width=width))
        console.print(articles_table([enriched_article()], width))
    lines = captured.get().splitlines()
    assert max(map(len, lines)) <= width
    assert any("2026-05-03" in line and "reopened" in line for line in lines)


def event(**fields: object) -> Event:
    """The example's event with another date or status."""
    return enriched_article().events[0].model_copy(update=fields)


def known(first: str | None, last: str | None, granularity: str | None = None) -> EventDate:
    """A date between two days; its value is the first month."""
    return EventDate.model_validate(
        {
            "value": first[:7] if first else None,
            "earliest": date.fromisoformat(first) if first else None,
            "latest": date.fromisoformat(last) if last else None,
            "granularity": granularity,
            "method": "timex",
        }
    )


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (known(None, None), "?"),
        (known("2026-05-03", "2026-05-03", "day"), "2026-05-03"),
        (known("2026-05-01", "2026-05-31", "month"), "2026-05"),
        (known("2026-05-01", "2026-06-02"), "2026-05-01 – 06-02"),
        (known("2025-05-01", "2026-06-02"), "2025-05-01 – 2026-06-02"),
        (known("2026-05-01", None), "2026-05-01 – …"),
        (known(None, "2026-05-01"), "… – 2026-05-01"),
    ],
)
def test_dates_read_as_people_write_them(found: EventDate, shown: str) -> None:
    """A day, a month, an interval, one that is open on a side, or a question mark."""
    assert when(event(date=found)) == shown


def test_doubts_are_shown() -> None:
    """An event that did not happen or was only planned never looks like a fact."""
    assert list(status(event())) == []
    assert list(status(event(polarity="negated", modality="planned"))) == ["not", "planned"]


def test_a_date_comes_with_its_words() -> None:
    """The method and the words that gave the date; who takes part by name."""
    article = enriched_article()
    assert dated_by(article, article.events[0]) == "timex: 3 May"
    assert participants(article, article.events[0]).plain == "Mara Lindqvist"
