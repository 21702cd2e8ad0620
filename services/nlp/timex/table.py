"""The table of all rules in docs/reference/timex.md, written from the rules themselves."""

import sys
from itertools import groupby
from pathlib import Path

from services.nlp.timex.resolution import grammar
from services.nlp.timex.rule import Rule

BEGIN, END = "<!-- rules: begin -->", "<!-- rules: end -->"


def rule_table() -> str:
    """One Markdown table a family: name, pattern, examples."""
    parts = []
    for family, rules in groupby(grammar().rules, key=lambda rule: rule.family):
        rows = "\n".join(row(rule) for rule in rules)
        parts.append(f"### {family.capitalize()}\n\n| rule | pattern | examples |\n|---|---|---|\n{rows}\n")
    return "\n".join(parts)


def row(rule: Rule) -> str:
    """One rule; a bar inside a cell is written so that Markdown does not take it for the next cell."""
    pattern = " ".join(rule.pattern.split()).replace("|", "\\|")
    examples = ", ".join(f"“{example}”" for example in rule.examples)
    return f"| {rule.name} | `{pattern}` | {examples} |"


def with_table(page: str) -> str:
    """The page with its table written again. Raises ValueError where a marker is missing."""
    before, rest = page.split(BEGIN, 1)
    _, after = rest.split(END, 1)
    return f"{before}{BEGIN}\n\n{rule_table()}\n{END}{after}"


def main() -> None:
    """Write the table of a page again: python -m services.nlp.timex.table docs/reference/timex.md."""
    page = Path(sys.argv[1])
    page.write_text(with_table(page.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
