"""An enriched article on a terminal: its text with entities, times and events marked, and a timeline of its events."""

from collections.abc import Iterator
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from schemas import EnrichedArticle, Event

ENTITY_STYLES = {
    "PERSON": "bold cyan",
    "ORG": "bold magenta",
    "GPE": "bold green",
    "LOC": "bold green",
    "FAC": "bold green",
    "NORP": "bold blue",
}
OTHER_ENTITY = "bold blue"
TIMEX = "yellow underline"
TRIGGER = "bold red"
LEGEND = (("person", "PERSON"), ("organisation", "ORG"), ("place", "GPE"), ("other", ""))
UNDATED = "?"
DETAIL_WIDTH = 90
"""Terminals narrower than this show no column for how a date is known."""


def article_view(article: EnrichedArticle, *, width: int) -> RenderableType:
    """Headline, what is known of the article, its text and its timeline, for a terminal of `width` columns."""
    return Group(facts(article), "", Padding(marked_text(article), (0, 2)), "", legend(), "", timeline(article, width))


def facts(article: EnrichedArticle) -> Text:
    """One line: id, language, reference time, how many of what."""
    when = article.reference_time
    dated = sum(1 for event in article.events if event.date.earliest or event.date.latest)
    known = f"{when.value} ({when.method.replace('_', ' ')})" if when.value else "unknown"
    parts = (
        f"{article.article_id} v{article.version}",
        f"language {article.language.code} ({article.language.method})",
        f"reference time {known}",
        f"{len(article.entities)} entities, {len(article.timexes)} times, {len(article.events)} events, {dated} dated",
    )
    line = Text("  ".join(parts), style="dim")
    if article.analysis.status != "complete":
        line.append(f"  {article.analysis.status.replace('_', ' ')}", style="yellow")
    return line


def marked_text(article: EnrichedArticle) -> Text:
    """The analysed text, character for character; entities, times and triggers in their styles."""
    text = Text(article.text, end="")
    if article.headline:
        text.stylize("bold", 0, len(article.headline))
    for timex in article.timexes:
        text.stylize(TIMEX, timex.start, timex.end)
    for event in article.events:
        text.stylize(TRIGGER, event.trigger.start, event.trigger.end)
    for entity in article.entities:
        style = ENTITY_STYLES.get(entity.label, OTHER_ENTITY)
        for mention in entity.mentions:
            text.stylize(style, mention.start, mention.end)
    return text


def legend() -> Text:
    """What the styles mean."""
    line = Text("  ")
    for name, label in LEGEND:
        line.append(name, style=ENTITY_STYLES.get(label, OTHER_ENTITY)).append("  ")
    return line.append("time", style=TIMEX).append("  ").append("event", style=TRIGGER)


def timeline(article: EnrichedArticle, width: int) -> RenderableType:
    """The article's events in the order of their dates; those that nobody can date are listed below."""
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
    known = [event for event in article.events if when(event) != UNDATED]
    for event in sorted(known, key=_by_date):
        table.add_row(
            f"  {when(event)}",
            event.trigger.text,
            participants(article, event),
            ", ".join(status(event)),
            *([dated_by(article, event)] if detailed else []),
        )
    return Group(table, "", undated(article)) if len(known) < len(article.events) else table


def undated(article: EnrichedArticle) -> Text:
    """The events that nobody can date, in one paragraph: there may be many, and little to say of each."""
    line = Text("  undated  ", style="dim")
    words = [event.trigger.text for event in article.events if when(event) == UNDATED]
    return line.append(", ".join(words), style="red not dim")


def when(event: Event) -> str:
    """The date as a person reads it: a day, a month, an interval, or `?`."""
    found = event.date
    first, last = found.earliest, found.latest
    if first is None and last is None:
        return UNDATED
    if first == last:
        return str(first)
    if found.value and found.granularity in {"month", "year"} and found.value[:1].isdigit():
        return found.value
    return f"{first or '…'} – {_end(first, last)}"


def _end(first: date | None, last: date | None) -> str:
    if last is None:
        return "…"
    return f"{last:%m-%d}" if first and first.year == last.year else str(last)


def participants(article: EnrichedArticle, event: Event) -> Text:
    """Who takes part, agents first; a name stands for the phrase where it is an entity's."""
    names = {entity.id: entity for entity in article.entities}
    line = Text(overflow="fold")
    for participant in event.participants:
        if line:
            line.append(", ")
        entity = names.get(participant.entity or "")
        if entity:
            line.append(entity.name, style=ENTITY_STYLES.get(entity.label, OTHER_ENTITY).removeprefix("bold "))
        else:
            line.append(" ".join(participant.text.split()))
    return line


def status(event: Event) -> Iterator[str]:
    """What keeps the event from being a plain fact of its date."""
    if event.polarity == "negated":
        yield "not"
    if event.modality != "asserted":
        yield event.modality


def dated_by(article: EnrichedArticle, event: Event) -> str:
    """How the date is known, and the words that say so."""
    method = event.date.method.replace("_", " ")
    words = next((timex.text for timex in article.timexes if timex.id == event.date.timex), None)
    return f"{method}: {' '.join(words.split())}" if words else ("" if method == "none" else method)


def _by_date(event: Event) -> tuple[date, int]:
    return event.date.earliest or event.date.latest or date.max, event.trigger.start
