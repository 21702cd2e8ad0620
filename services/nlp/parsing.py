"""Texts parsed by a spaCy pipeline: noise is blanked out, and what is too long for a model is read in pieces."""

import re
import warnings
from collections.abc import Iterator

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex
from thinc.api import NumpyOps, set_current_ops

from services.nlp.sections import COMPONENT as SECTIONS

LONGEST_RUN = 256
"""Characters without white space that are read as words. The tokenizer peels punctuation off a run one sign at a time
and looks at the whole rest each time: 100,000 brackets in a row would keep it busy for minutes, 400 runs of 256 take
half a second. What is longer is an address with tracking parameters, an encoded picture or noise."""

LONGEST_TEXT = 200_000
"""Characters that are parsed at once. A model takes about a gigabyte of memory for 100,000, and refuses a million."""

PIECE = 50_000
"""Characters of the pieces in which a longer text is parsed, at most."""

UNUSED = ("attribute_ruler", "lemmatizer")
"""Parts of a model that nobody here reads: tags and dependencies are enough, lemmas are looked up for triggers alone.
They take a quarter of the model's time."""

GLUED_DASH = r"-(?=[A-Z][a-z])"
"""A dash that is printed onto the first word of a report: "(Example) -At least four", else one word for the model."""

WHOLE = r"(?<!\bre)(?<!\bRe)(?<!\bex)(?<!\bEx)(?<!\bco)(?<!\bCo)"
"""Behind these a hyphen parts no words: the model was taught "re-elected" and "ex-minister" as one word each."""

_TOO_LONG = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")
_NO_CHARACTER = re.compile("[\ud800-\udfff]")


def load_pipeline(model: str) -> Language:
    """The pipeline that everything here reads texts with. Raises OSError without the model."""
    # Without BLIS numpy's own BLAS is used: much faster on some processors, as fast on the others.
    set_current_ops(NumpyOps(use_blis=False))
    with warnings.catch_warnings():
        # spaCy warns that the model is a minor version older than itself: our corpora hold for the pair, and
        # `dateline doctor` says so on request.
        warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
        nlp = spacy.load(model, exclude=UNUSED)
    nlp.tokenizer.prefix_search = compile_prefix_regex([*nlp.Defaults.prefixes, GLUED_DASH]).search
    infixes = [_parting(infix) for infix in nlp.Defaults.infixes]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    nlp.add_pipe(SECTIONS, first=True)
    return nlp


def _parting(infix: str) -> str:
    """One of spaCy's rules of what parts a word; the one for hyphens leaves some words whole."""
    return f"{WHOLE}(?:{infix})" if "---|——|~" in infix else infix


def readable(text: str) -> str:
    """The text with every overlong run of characters blanked out; every other character keeps its offset.

    Halves of surrogate pairs, which spaCy cannot read, become the sign for what is no character.
    """
    if not text.isascii():
        text = _NO_CHARACTER.sub("\ufffd", text)
    return _TOO_LONG.sub(lambda run: " " * len(run[0]), text)


def parse(nlp: Language, text: str) -> Doc:
    """One document of the readable text, as long as it may be; its tokens have the offsets of the text."""
    text = readable(text)
    if len(text) <= LONGEST_TEXT:
        return nlp(text)
    return Doc.from_docs(list(nlp.pipe(pieces(text), batch_size=1)), ensure_whitespace=False)


def pieces(text: str) -> Iterator[str]:
    """The text in pieces that end with a paragraph, else with a line, else with a word."""
    start = 0
    while len(text) - start > PIECE:
        last = start + PIECE
        end = next((found + len(mark) for mark in ("\n\n", "\n", " ")
                    if (found := text.rfind(mark, start + PIECE // 2, last - len(mark))) != -1), last)  # fmt: skip
        yield text[start:end]
        start = end
    yield text[start:]
