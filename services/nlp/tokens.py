"""The tokens of a document with what the model says of each, read out once: asking spaCy token by token is slow."""

from dataclasses import dataclass
from itertools import accumulate
from operator import add

from spacy.attrs import DEP, HEAD, LENGTH, SENT_START, SPACY, TAG
from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel sequences, one item a token; `heads` are token numbers, `starts` and `ends` code points into `text`.

    `begins` says whether a token begins a sentence; `names` are the model's entities: first token, end, label.
    """

    text: str
    forms: tuple[str, ...]
    lower: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    begins: tuple[bool, ...]
    names: tuple[tuple[int, int, str], ...]

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.forms)


def read_tokens(doc: Doc, text: str) -> Tokens:
    """Read out a parsed document. `text` is the document's: putting it together again from its words is slow."""
    if not len(doc):
        return Tokens(text, (), (), (), (), (), (), (), (), ())
    labels, relations = doc.to_array([TAG, DEP]).T.tolist()
    strings = doc.vocab.strings
    named = {key: strings[key] for key in {*labels, *relations}}
    # The distance to the head may be negative: spaCy hands it out as an unsigned number.
    offsets, openings, lengths, spaces = doc.to_array([HEAD, SENT_START, LENGTH, SPACY]).astype("int64").T.tolist()
    afters = tuple(accumulate(map(add, lengths, spaces)))
    starts = (0, *afters[:-1])
    ends = tuple(map(add, starts, lengths))
    # One string for a word, however often it stands there: it is lowered once, and hashed once for all who look it up.
    once: dict[str, str] = {}
    forms = tuple([once.setdefault(form := text[start:end], form) for start, end in zip(starts, ends, strict=True)])
    lowered = {form: form.lower() for form in once}
    return Tokens(
        text=text,
        forms=forms,
        lower=tuple(map(lowered.__getitem__, forms)),
        tags=tuple(map(named.__getitem__, labels)),
        deps=tuple(map(named.__getitem__, relations)),
        heads=tuple(map(add, range(len(forms)), offsets)),
        starts=starts,
        ends=ends,
        begins=tuple([opening == 1 for opening in openings]),
        names=tuple([(name.start, name.end, name.label_) for name in doc.ents]),
    )
