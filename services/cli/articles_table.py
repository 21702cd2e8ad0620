"""Enriched articles as rows of a table: what `dateline demo` and `dateline tail` show of each."""

from collections.abc import Iterable, Iterator

from rich.table import Table
from rich.text import Text

from schemas import EnrichedArticle, Event
from services.cli.article_view import ENTITY_STYLES, OTHER_ENTITY, TRIGGER, when

ENTITIES = 4
EVENTS = 3
WIDE = 100
"""Terminals narrower than this show no column for the language."""

SURE_METHODS = ("timex", "dateline", "duration", "coreference", "narrative", "tense", "reference_time")
"""How dates are known, the surest first: the table shows those that the text says, before those that follow from it."""


def articles_table(articles: Iterable[EnrichedArticle], width: int, title: str | None = None) -> Table:
    """One row an article, for a terminal of `width` columns."""
    table = Table(title=title, title_justify="left", title_style="bold", header_style="bold", expand=True, box=None)
    columns(table, width)
    for article in articles:
        table.add_row(*row(article, width))
    return table


def columns(table: Table, width: int) -> Table:
    """Give the table the columns that `row` fills."""
    table.add_column("headline", ratio=6)
    table.add_column("date", no_wrap=True, width=10, style="yellow")
    if width >= WIDE:
        table.add_column("lang", no_wrap=True, width=4, style="dim")
    table.add_column("entities", ratio=5)
    table.add_column("dated events", ratio=5)
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
    """Those with the surest dates, in the order of their dates."""
    dated = [event for event in article.events if event.date.earliest or event.date.latest]
    shown = sorted(sorted(dated, key=_sureness)[:EVENTS], key=_day)
    line = Text()
    for event in shown:
        if line:
            line.append("\n")
        line.append(when(event), style="yellow").append(" ").append(event.trigger.text, style=TRIGGER)
    return _and_more(line, len(dated) - EVENTS)


def _and_more(line: Text, more: int) -> Text:
    return line.append(f" +{more}", style="dim") if more > 0 else line


def _sureness(event: Event) -> int:
    return SURE_METHODS.index(event.date.method) if event.date.method in SURE_METHODS else len(SURE_METHODS)


def _day(event: Event) -> str:
    return str(event.date.earliest or event.date.latest)
