"""`dateline enrich`: annotate articles here and now, without Kafka."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from services.cli.exits import CommandError, ExitCode
from services.cli.terminal import err, out

if TYPE_CHECKING:
    from schemas import EnrichedArticle
    from services.enricher.core.work import PipelineOptions
    from services.enricher.pipeline import Pipeline
    from services.replayer.articles import Article

STDIN = Path("-")


def enrich(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE…|-", help="Texts, JSON or JSONL, folders of them, or - for standard input."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print enriched articles as JSON, one a line.")] = False,
    stream: Annotated[
        bool, typer.Option("--jsonl", help="Raw articles in on standard input, enriched out, one JSON a line.")
    ] = False,
    published_at: Annotated[
        datetime | None,
        typer.Option(help="When the articles were published that do not say so; relative dates hang on it."),
    ] = None,
    model: Annotated[
        str | None, typer.Option(envvar="DATELINE_MODEL", help="An installed spaCy package, or a path.")
    ] = None,
    authority: Annotated[
        Path | None,
        typer.Option(
            envvar="DATELINE_AUTHORITY_FILE",
            exists=True,
            dir_okay=False,
            help="CSV or JSON Lines of your own ids for entities.",
        ),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, envvar="DATELINE_WORKERS", help="Processes for --jsonl; default: all cores.")
    ] = None,
) -> None:
    """Show what Dateline finds in articles: entities, times, and a timeline of events. Needs no Kafka.

    With --jsonl raw articles are read from standard input, one JSON a line, and enriched ones written to standard
    output in the same order, on all cores. Lines that cannot be enriched are named on standard error; then it exits 1.
    """
    published = published_at.replace(tzinfo=published_at.tzinfo or UTC) if published_at else None
    if stream:
        if paths or published:
            raise typer.BadParameter("--jsonl reads standard input and takes no files and no --published-at")
        from services.cli.enrich_stream import enrich_stream

        raise typer.Exit(enrich_stream(sys.stdin.buffer, sys.stdout.buffer, _options(model, authority), workers))
    if not paths:
        raise typer.BadParameter("name a file, a folder, or - for standard input")
    failed = False
    for name, enriched in enriched_articles(paths, published, model=model, authority=authority):
        if isinstance(enriched, str):
            failed = True
            err().print(f"[bold red]skipped[/] {escape(name)}: {escape(enriched)}", soft_wrap=True)
        else:
            _show(name, enriched, as_json=as_json)
    if failed:
        raise typer.Exit(ExitCode.PROBLEM)


def enriched_articles(
    paths: Iterable[Path], published_at: datetime | None, *, model: str | None, authority: Path | None = None
) -> "Iterator[tuple[str, EnrichedArticle | str]]":
    """Every article of the files with its name, or the reason why there is none. Raises CommandError."""
    articles = _read(paths, published_at)
    pipeline = _load(_options(model, authority))
    for name, article in articles:
        yield name, article if isinstance(article, str) else _enrich(pipeline, article)


def _read(paths: Iterable[Path], published_at: datetime | None) -> "Iterator[tuple[str, Article | str]]":
    """Every article with its name, or the reason why there is none. Raises CommandError before anything is read."""
    from services.replayer.files import Problem, find_files, read_file

    named = [path for path in paths if path != STDIN]
    if missing := [path for path in named if not path.exists()]:
        raise CommandError(f"there is no {missing[0]}", code=ExitCode.USAGE)
    found = list(find_files(named))

    def read() -> "Iterator[tuple[str, Article | str]]":
        if STDIN in paths:
            yield _read_stdin(published_at)
        for file in found:
            for item in [file] if isinstance(file, Problem) else read_file(file, published_at):
                if isinstance(item, Problem):
                    yield str(item.place), item.reason
                else:
                    yield str(item[0]), item[1]

    return read()


def _read_stdin(published_at: datetime | None) -> "tuple[str, Article | str]":
    """One article: a JSON object if it starts like one, else a plain text."""
    from services.replayer.articles import BadArticleError, from_json, from_text

    data = sys.stdin.buffer.read()
    read = from_json if data.lstrip()[:1] == b"{" else from_text
    try:
        return "standard input", read(data, published_at)
    except BadArticleError as error:
        return "standard input", str(error)


def _options(model: str | None, authority: Path | None) -> "PipelineOptions":
    from services.enricher.core.work import PipelineOptions

    options = PipelineOptions(authority=str(authority) if authority else None)
    return replace(options, model=model) if model else options


def _load(options: "PipelineOptions") -> "Pipeline":
    """Load the model, saying so, as it takes a second or two. Raises CommandError where it can't be done."""
    with err().status("loading the model"):
        from services.enricher.pipeline import Pipeline
        from services.nlp.entities.authority import AuthorityError

        try:
            return Pipeline.load(options)
        except AuthorityError as error:
            raise CommandError(str(error), code=ExitCode.CONFIGURATION) from error
        except OSError as error:
            raise CommandError(
                f"cannot load the model {options.model}: {str(error).splitlines()[0]}",
                code=ExitCode.CONFIGURATION,
                hint="`dateline doctor` checks the model; DATELINE_MODEL names an installed spaCy package or a path",
            ) from error


def _enrich(pipeline: "Pipeline", article: "Article") -> "EnrichedArticle | str":
    from schemas import EnrichedArticle
    from services.enricher.core.outcome import DeadLetter, Enriched
    from services.enricher.core.work import Item

    (done,) = pipeline.run([Item(article.key, article.value)])
    if isinstance(done.outcome, Enriched):
        return EnrichedArticle.model_validate_json(done.outcome.value)
    return done.outcome.message if isinstance(done.outcome, DeadLetter) else "no article"


def _show(name: str, article: "EnrichedArticle", *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(article.model_dump(mode="json"), ensure_ascii=False))
        return
    from services.cli.article_view import article_view

    console = out()
    console.rule(f"[bold]{escape(name)}[/]", align="left", style="dim")
    console.print(article_view(article, width=console.width))
    console.print()
