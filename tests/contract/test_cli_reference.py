"""The reference of the command line is the command line's."""

from pathlib import Path

from services.cli.exits import MEANINGS, ExitCode
from services.cli.reference import reference

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "cli.md"


def test_the_page_is_up_to_date() -> None:
    """docs/reference/cli.md is what `python -m services.cli.reference` writes."""
    assert PAGE.read_text("utf-8") == reference()


def test_every_exit_code_has_a_meaning() -> None:
    """No code is without a line in the table."""
    assert set(MEANINGS) == set(ExitCode)
