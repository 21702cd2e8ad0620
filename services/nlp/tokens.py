"""The tokens of a document with what the model says of each, read out once: asking spaCy token by token is slow."""

from dataclasses import dataclass
from itertools import accumulate
from operator import add

from spacy.attrs import DEP, HEAD, LENGTH, ORTH, SENT_START, SPACY, TAG
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


def read_tokens(doc: Doc) -> Tokens:
    """Read out a parsed document."""
    if not len(doc):
        return Tokens(doc.text, (), (), (), (), (), (), (), (), ())
    keys = doc.to_array([ORTH, TAG, DEP]).T.tolist()
    strings = doc.vocab.strings
    spelt = {key: strings[key] for key in {key for column in keys for key in column}}
    forms, tags, deps = (tuple([spelt[key] for key in column]) for column in keys)
    # The distance to the head may be negative: spaCy hands it out as an unsigned number.
    offsets, openings, lengths, spaces = doc.to_array([HEAD, SENT_START, LENGTH, SPACY]).astype("int64").T.tolist()
    afters = tuple(accumulate(map(add, lengths, spaces)))
    starts = (0, *afters[:-1])
    return Tokens(
        text=doc.text,
        forms=forms,
        lower=tuple([form.lower() for form in forms]),
        tags=tags,
        deps=deps,
        heads=tuple(map(add, range(len(forms)), offsets)),
        starts=starts,
        ends=tuple(map(add, starts, lengths)),
        begins=tuple([opening == 1 for opening in openings]),
        names=tuple([(name.start, name.end, name.label_) for name in doc.ents]),
    )
