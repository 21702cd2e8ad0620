"""The timeline of an article on a terminal: what happened, in the order of its dates, and what has no place there."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from schemas import EnrichedArticle, Event
from services.cli.article_view import TRIGGER, dated_by, participants, status, when
from services.nlp.events.timeline import TOLD, UNREAL, Entry, timeline

DETAIL_WIDTH = 90
"""Terminals narrower than this show no column for how a date is known."""


def timeline_table(article: EnrichedArticle, width: int) -> RenderableType:
    """What happened, in the order of its dates, one row an event; below it the events that have no place there."""
    if not article.events:
        return Text("  no events", style="dim")
    detailed = width >= DETAIL_WIDTH
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", expand=False)
    table.add_column("  when", style="yellow", no_wrap=True)
    table.add_column("event", style=TRIGGER, no_wrap=True, max_width=18)
    table.add_column("who and what", ratio=1)
    table.add_column("status", style="dim", max_width=12)
    if detailed:
        table.add_column("dated by", style="dim", max_width=28, no_wrap=True)
    entries = timeline(article.events)
    for entry in entries:
        event = surest(entry)
        told = event if event.participants else next((each for each in entry.mentions if each.participants), event)
        table.add_row(
            f"  {when(event)}",
            event.trigger.text,
            participants(article, told),
            ", ".join(status(event)),
            *([dated_by(article, event)] if detailed else []),
        )
    shown = {mention.id for entry in entries for mention in entry.mentions}
    beside = lists_beside(event for event in article.events if event.id not in shown)
    return Group(*([table] if entries else [Text("  nothing dated", style="dim")]), "", *beside)


def surest(entry: Entry[Event]) -> Event:
    """The mention whose date is the entry's."""
    dates = (entry.earliest, entry.latest)
    return next(each for each in entry.mentions if (each.date.earliest, each.date.latest) == dates)


def lists_beside(events: Iterable[Event]) -> Iterator[Text]:
    """What a timeline has no place for, a paragraph each: there may be many, and little to say of each."""
    words: dict[str, list[str]] = {"undated": [], "did not happen": [], "said, felt, or so": []}
    for event in events:
        is_unreal = event.polarity == "negated" or event.modality in UNREAL
        kind = "did not happen" if is_unreal else "undated" if event.class_ in TOLD else "said, felt, or so"
        words[kind].append(event.trigger.text)
    for kind, triggers in words.items():
        if triggers:
            yield Text(f"  {kind}  ", style="dim").append(", ".join(triggers), style="red not dim")
