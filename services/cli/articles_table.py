"""Enriched articles as rows of a table: what `dateline demo` and `dateline tail` show of each."""

from collections.abc import Iterable, Iterator

from rich.box import HORIZONTALS
from rich.table import Table
from rich.text import Text

from schemas import EnrichedArticle, Event
from services.cli.article_view import ENTITY_STYLES, OTHER_ENTITY, TRIGGER, UNDATED, when

ENTITIES = 4
EVENTS = 3
EVENTS_WIDTH = 27
WIDE = 100
"""Terminals narrower than this show no column for the language."""

FROM_THE_TEXT = frozenset({"timex", "duration", "coreference"})
"""How dates are known where the text says so; the other methods infer them from the day of the report."""


def articles_table(articles: Iterable[EnrichedArticle], width: int, title: str | None = None) -> Table:
    """One row an article, for a terminal of `width` columns."""
    table = Table(
        title=title,
        title_justify="left",
        header_style="bold",
        border_style="dim",
        expand=True,
        box=HORIZONTALS,
        show_lines=True,
    )
    columns(table, width)
    for article in articles:
        table.add_row(*row(article, width))
    return table


def columns(table: Table, width: int) -> Table:
    """Give the table the columns that `row` fills."""
    table.add_column("headline", ratio=7)
    table.add_column("date", no_wrap=True, width=10, style="yellow")
    if width >= WIDE:
        table.add_column("lang", no_wrap=True, width=4, style="dim")
    table.add_column("entities", ratio=7)
    table.add_column("dated events", no_wrap=True, width=EVENTS_WIDTH)
    return table


def row(article: EnrichedArticle, width: int) -> Iterator[Text]:
    """The cells of one article."""
    headline = article.headline or article.text
    yield Text(headline.splitlines()[0], overflow="ellipsis")
    yield Text(str(article.reference_time.value or "unknown"), style="" if article.reference_time.value else "dim")
    if width >= WIDE:
        yield Text(article.language.code)
    yield _entities(article)
    yield _events(article)


def _entities(article: EnrichedArticle) -> Text:
    """The most salient ones."""
    if article.analysis.status != "complete":
        return Text(article.analysis.status.replace("_", " "), style="dim")
    line = Text()
    for entity in sorted(article.entities, key=lambda e: -e.salience)[:ENTITIES]:
        if line:
            line.append(", ")
        line.append(entity.name, style=ENTITY_STYLES.get(entity.label, OTHER_ENTITY))
    return _and_more(line, len(article.entities) - ENTITIES)


def _events(article: EnrichedArticle) -> Text:
    """A few of those with a date: the surest of each day, so that a row spans the story's time."""
    dated = [event for event in article.events if when(event) != UNDATED]
    by_day: dict[str, Event] = {}
    for event in sorted(dated, key=_sureness):
        by_day.setdefault(when(event), event)
    shown = sorted(list(by_day.values())[:EVENTS], key=_day)
    lines = [Text.assemble((when(event), "yellow"), " ", (event.trigger.text, TRIGGER)) for event in shown]
    return _and_more(Text("\n", no_wrap=True, overflow="ellipsis").join(lines), len(dated) - len(shown))


def _and_more(line: Text, more: int) -> Text:
    return line.append(f" +{more}", style="dim") if more > 0 else line


def _sureness(event: Event) -> tuple[bool, bool, bool, int]:
    """Plain facts that the text itself dates come first, then the order of the text."""
    is_fact = event.polarity == "affirmed" and event.modality == "asserted"
    return event.date.method not in FROM_THE_TEXT, not is_fact, event.section == "caption", event.trigger.start


def _day(event: Event) -> str:
    return str(event.date.earliest or event.date.latest)
