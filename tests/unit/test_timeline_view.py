"""The timeline that `dateline enrich` shows: what happened, once, in order; everything else beside it."""

from datetime import date

import pytest
from rich.console import Console

from schemas import EnrichedArticle, Event, EventDate
from services.cli.timeline_view import timeline_table
from tests.contract.articles import enriched_article

DAYS = {"day": ("2026-05-03", "2026-05-03"), "week": ("2026-04-27", "2026-05-05"), "before": (None, "2026-05-04")}


def article(*fields: dict[str, object]) -> EnrichedArticle:
    """The example with events that differ from its own in these fields."""
    example = enriched_article()
    own = example.events[0]
    events = tuple(
        own.model_copy(update={"id": f"v{number}", "group": None} | each) for number, each in enumerate(fields, 1)
    )
    return example.model_copy(update={"events": events})


def when(name: str | None) -> EventDate:
    """One of DAYS, or no date."""
    first, last = DAYS[name] if name else (None, None)
    return EventDate(
        value=None,
        earliest=date.fromisoformat(first) if first else None,
        latest=date.fromisoformat(last) if last else None,
        method="timex" if name else "none",
    )


def trigger(event: Event, word: str) -> dict[str, object]:
    """A field that makes the trigger say a word."""
    return {"trigger": event.trigger.model_copy(update={"text": word})}


def shown(*fields: dict[str, object]) -> list[str]:
    """The lines of the timeline without white space at their ends."""
    console = Console(width=100, force_terminal=False, color_system=None)
    with console.capture() as captured:
        console.print(timeline_table(article(*fields), 100))
    return [line.strip() for line in captured.get().splitlines() if line.strip()]


@pytest.fixture
def own() -> Event:
    """The example's event."""
    return enriched_article().events[0]


def test_events_stand_in_order_and_ranges_as_ranges(own: Event) -> None:
    """The earlier beginning comes first; what is open on a side says so."""
    _, first, second, third = shown(
        {"date": when("before")} | trigger(own, "left"),
        {"date": when("day")} | trigger(own, "came"),
        {"date": when("week")} | trigger(own, "fought"),
    )
    assert first.startswith("2026-04-27 – 05-05  fought")
    assert second.startswith("2026-05-03")
    assert third.startswith("… – 2026-05-04")


def test_mentions_of_one_event_are_one_row(own: Event) -> None:
    """The row has the narrowest date, and who takes part where another mention says it."""
    _, row = shown(
        {"date": when("week"), "group": "g1"} | trigger(own, "withdrawal"),
        {"date": when("day"), "group": "g1", "participants": ()} | trigger(own, "withdrew"),
    )
    assert row.startswith("2026-05-03")
    assert "Mara Lindqvist" in row


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"class_": "reporting"}, "said, felt, or so"),
        ({"class_": "state"}, "said, felt, or so"),
        ({"polarity": "negated"}, "did not happen"),
        ({"modality": "denied"}, "did not happen"),
        ({"date": when(None)}, "undated"),
    ],
)
def test_what_is_no_dated_happening_stands_beside(own: Event, fields: dict[str, object], where: str) -> None:
    """Reports and states, what did not happen and what nobody can date are no rows, and none of them is lost."""
    assert shown(fields | trigger(own, "word")) == ["nothing dated", f"{where}  word"]


def test_no_events_is_said() -> None:
    """An article without events has no empty table."""
    assert shown() == ["no events"]
