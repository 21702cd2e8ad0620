"""The README's picture of `dateline enrich`: `python -m services.cli.picture FILE > docs/images/enrich.svg`."""

import sys
from datetime import datetime
from io import StringIO
from pathlib import Path

from rich.console import Console

WIDTH = 112


def picture(file: Path, published_at: datetime | None = None) -> str:
    """The view of the first article in a file, as SVG. The same file and pipeline give the same picture."""
    from services.cli.article_view import article_view
    from services.cli.enrich import enriched_articles

    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True, color_system="truecolor")
    _, article = next(enriched_articles([file], published_at, model=None))
    if isinstance(article, str):
        raise ValueError(article)  # noqa: TRY004  # the file is wrong, not the caller
    console.print(article_view(article, width=WIDTH))
    return console.export_svg(title=f"dateline enrich {file}", unique_id="enrich")


if __name__ == "__main__":
    sys.stdout.write(picture(Path(sys.argv[1])))
