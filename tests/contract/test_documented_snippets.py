"""What the pages on times, entities, events and the timeline print runs as printed, and says what they say."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from rich.console import Console

from services.cli.articles_table import articles_table
from services.cli.enrich import enriched_articles

ROOT = Path(__file__).parents[2]
PAGES = (
    "README.md", "docs/tutorial.md", "docs/how-to/add-an-authority-file.md", "docs/reference/timex.md",
    "docs/reference/entities.md", "docs/reference/events.md",
)  # fmt: skip
BLOCK = re.compile(r"```(python|console)\n(.*?)```(?:\n\n```text\n(.*?)```)?", re.DOTALL)
WITHOUT_KAFKA = re.compile(r"\bdateline (?:enrich|timex|--version)\b")
RAW = (
    '{"article_id": "a", "headline": "Harbour reopens", "body": "ALDMOOR, 3 May 2026 (Example) - It reopened today."}\n'
)


@dataclass(frozen=True)
class Snippet:
    """Something to run, and the lines that it prints, if the page shows them."""

    page: str
    language: str
    text: str
    output: tuple[str, ...]


def snippets(page: str) -> Iterator[Snippet]:
    """The programs and the commands of a page that need no Kafka."""
    for language, content, output in BLOCK.findall((ROOT / page).read_text("utf-8")):
        if language == "python":
            yield Snippet(page, language, content, tuple(output.splitlines()))
            continue
        for part in re.split(r"^\$ ", content, flags=re.MULTILINE)[1:]:
            command, *shown = part.replace("\\\n", " ").splitlines()
            if WITHOUT_KAFKA.search(command):
                yield Snippet(page, language, command, tuple(line for line in shown if line.strip()))


ALL = [each for page in PAGES for each in snippets(page)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the seeds, raw articles, and the command of this checkout on its path."""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    (tmp_path / "raw.jsonl").write_text(RAW, "utf-8")
    command = tmp_path / "bin" / "dateline"
    command.parent.mkdir()
    program = "from services.cli.main import main; main()"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{program}" "$@"\n', "utf-8")
    command.chmod(0o755)
    return tmp_path


def test_there_is_something_to_run() -> None:
    """Each page shows at least one command or program, but for that on entities."""
    assert {each.page for each in ALL} == set(PAGES) - {"docs/reference/entities.md"}


@pytest.mark.parametrize("snippet", ALL, ids=[f"{each.page}: {each.text.strip()[:50]}" for each in ALL])
def test_snippet_runs_as_printed(snippet: Snippet, folder: Path) -> None:
    """It ends without an error and prints what the page shows."""
    if "jq" in snippet.text.split() and not shutil.which("jq"):
        pytest.skip("jq is not here")
    shell = ["bash", "-c", snippet.text]
    python = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        shell if snippet.language == "console" else [sys.executable, "-c", snippet.text],
        cwd=folder,
        env=os.environ | {"PATH": f"{folder / 'bin'}{os.pathsep}{python}", "PYTHONPATH": str(ROOT), "COLUMNS": "100"},
        capture_output=True,
        check=False,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    # A program in the middle of a pipe fails without a word of the shell.
    assert not re.search("Traceback|error:|Error", done.stderr)
    if snippet.output:
        assert [line.strip() for line in done.stdout.splitlines()] == [line.strip() for line in snippet.output]


def test_the_readme_shows_what_the_demo_shows() -> None:
    """Every word of its table stands in the table that the articles give today."""
    (table,) = re.findall(r"```text\n(  headline.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    files = [ROOT / "seeds" / name for name in ("03-court-bridge-verdict.txt", "08-obituary-conductor.txt")]
    articles = [article for _, article in enriched_articles(files, None, model=None) if not isinstance(article, str)]
    console = Console(width=109)
    with console.capture() as captured:
        console.print(articles_table(articles, 109))
    assert set(table.split()) <= set(captured.get().split())
