"""The reference of the temporal tagger says what its rules are."""

from pathlib import Path

from services.nlp.timex.table import with_table

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "timex.md"


def test_table_of_rules_is_up_to_date() -> None:
    """The tables are those that the rules give; python -m services.nlp.timex.table PAGE writes them."""
    page = PAGE.read_text("utf-8")
    assert with_table(page) == page
