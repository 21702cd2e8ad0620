"""A hook of MkDocs: every decision is in the navigation, in the order of its number."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Append the decisions to the navigation, so that writing one down takes a file and nothing else."""
    docs = Path(config.docs_dir)
    pages = sorted(path.relative_to(docs).as_posix() for path in docs.glob("decisions/[0-9]*.md"))
    config.nav = [*(config.nav or []), {"Decisions": ["decisions/index.md", *pages]}]
    return config
