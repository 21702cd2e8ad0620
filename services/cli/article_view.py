"""An enriched article on a terminal: its text with entities, times and events marked, and a timeline of its events."""

from collections.abc import Iterator
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
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


def article_view(article: EnrichedArticle, *, width: int) -> RenderableType:
    """Headline, what is known of the article, its text and its timeline, for a terminal of `width` columns."""
    # What happens on a timeline is for the analysis to say, which brings spaCy with it; `dateline tail` need not wait.
    from services.cli.timeline_view import timeline_table

    text = Padding(marked_text(article), (0, 2))
    return Group(facts(article), "", text, "", legend(), "", timeline_table(article, width))


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
