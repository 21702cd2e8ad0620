"""A hook of MkDocs: a page that mkdocs.yml does not name joins the end of its section, decisions in their order."""  # noqa: INP001  # a hook, not a package

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

SECTIONS = {"How to": "how-to", "Reference": "reference", "Explanation": "explanation"}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Complete the navigation, so that a new page takes a file and nothing else."""
    docs = Path(config.docs_dir)
    nav: list[Any] = list(config.nav or [])
    named = set(_pages(nav))
    for entry in nav:
        for title, pages in entry.items():
            if folder := SECTIONS.get(title):
                pages += [page for page in _in(docs, folder) if page not in named]
    config.nav = [*nav, {"Decisions": ["decisions/index.md", *_in(docs, "decisions")]}]
    return config


def _in(docs: Path, folder: str) -> list[str]:
    return sorted(page.relative_to(docs).as_posix() for page in (docs / folder).glob("*.md") if page.stem != "index")


def _pages(nav: object) -> list[str]:
    """Every page that a part of the navigation names."""
    if isinstance(nav, str):
        return [nav]
    parts = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    return [page for part in parts for page in _pages(part)]
