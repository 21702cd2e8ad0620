"""Reference pages that are made from the code are what the code makes, and the site builds."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from schemas import reference as contracts
from services.cli import settings_reference as settings

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("page", "reference"), [("settings.md", settings.reference), ("contracts.md", contracts.reference)]
)
def test_the_page_is_up_to_date(page: str, reference: Callable[[], str]) -> None:
    """The committed page is what its module writes."""
    assert (ROOT / "docs/reference" / page).read_text("utf-8") == reference()


def test_no_default_of_this_machine_is_written_down() -> None:
    """Whoever makes the page on whatever machine gets the same."""
    assert "| `DATELINE_WORKERS` | the processor cores" in settings.reference()


def test_the_site_builds_without_a_dead_link(tmp_path: Path) -> None:
    """Every page is in the navigation, every link leads somewhere, and no page fetches anything from the net."""
    built = subprocess.run(
        [Path(sys.executable).with_name("mkdocs"), "build", "--strict", "--site-dir", tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    pages = list(tmp_path.rglob("*.html"))
    assert len(pages) > 20
    fetches = re.compile(r"<(?:script|img|iframe)[^>]*\ssrc=\"?https?:|<link[^>]*stylesheet[^>]*href=\"?https?:")
    for page in pages:
        assert not fetches.search(page.read_text("utf-8")), page
