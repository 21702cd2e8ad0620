"""The words of a document with tags, tree and entities, as rules ask for them: by spaCy's names, without its objects.

To ask spaCy's own tokens costs several times as much, and their children are not safe on a document without a parse.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain

from msgspec import Struct

from services.nlp.tokens import Tokens


class Tree:
    """A document's tokens by number. `tagged` and `parsed`: whether a model has given it tags and a tree."""

    def __init__(self, tokens: Tokens, *, tagged: bool, parsed: bool) -> None:
        self.tokens = tokens
        self.tagged = tagged
        self.parsed = parsed

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.tokens.lower)

    def __getitem__(self, index: int) -> "Token":
        """The token of a number from 0."""
        return Token(self, index)

    def at(self, place: int) -> "Token":
        """The token in which a code point of the text lies."""
        return Token(self, max(bisect_right(self.tokens.starts, place) - 1, 0))

    def between(self, first: int, past: int) -> "list[Token]":
        """The tokens from one up to another, as far as there are such."""
        return [Token(self, index) for index in range(max(first, 0), min(past, len(self)))]

    def word(self, index: int) -> str:
        """A token's word in small letters, nothing beyond either end."""
        lower = self.tokens.lower
        return lower[index] if 0 <= index < len(lower) else ""

    def words_before(self, index: int, number: int) -> tuple[str, ...]:
        """So many words before a token, in small letters."""
        return self.tokens.lower[max(index - number, 0) : max(index, 0)]

    @cached_property
    def labels(self) -> Mapping[int, str]:
        """The label of the entity in which each token stands that is part of one."""
        return {index: label for first, past, label in self.tokens.names for index in range(first, past)}

    @cached_property
    def going_on(self) -> frozenset[int]:
        """The tokens with which an entity goes on that began before them."""
        return frozenset(chain.from_iterable(range(first + 1, past) for first, past, _ in self.tokens.names))

    @cached_property
    def beginning(self) -> frozenset[int]:
        """The tokens that begin a sentence."""
        return frozenset(self.tokens.begins)


class Token(Struct, frozen=True, gc=False):
    """One token: its word, the word in small letters, tag, relation, head and children."""

    tree: Tree
    i: int

    @property
    def text(self) -> str:
        """The word as it stands there."""
        return self.tree.tokens.forms[self.i]

    @property
    def lower(self) -> str:
        """The word in small letters."""
        return self.tree.tokens.lower[self.i]

    @property
    def tag(self) -> str:
        """The tag of the Penn Treebank."""
        return self.tree.tokens.tags[self.i]

    @property
    def dep(self) -> str:
        """The relation to the head, in ClearNLP's labels."""
        return self.tree.tokens.deps[self.i]

    @property
    def start(self) -> int:
        """Where it begins in the text, in code points."""
        return self.tree.tokens.starts[self.i]

    @property
    def head(self) -> "Token":
        """The token that governs it; a root governs itself."""
        return Token(self.tree, self.tree.tokens.heads[self.i])

    @property
    def children(self) -> "list[Token]":
        """The tokens that it governs, in the order of the text."""
        return [Token(self.tree, child) for child in self.tree.tokens.children[self.i]]

    def ancestors(self, most: int) -> "Iterator[Token]":
        """The tokens above it, the nearest first, `most` of them at most."""
        token = self
        for _ in range(most):
            if token.is_root:
                return
            token = token.head
            yield token

    @property
    def is_root(self) -> bool:
        """Whether nothing governs it."""
        return self.tree.tokens.heads[self.i] == self.i

    @property
    def label(self) -> str:
        """The label of the named entity in which it stands, nothing outside all."""
        return self.tree.labels.get(self.i, "")

    @property
    def goes_on(self) -> bool:
        """Whether an entity goes on with it that began before."""
        return self.i in self.tree.going_on

    @property
    def begins_sentence(self) -> bool:
        """Whether a sentence begins with it."""
        return self.i in self.tree.beginning

    @property
    def before(self) -> "Token | None":
        """The token before it, None at the start."""
        return Token(self.tree, self.i - 1) if self.i else None

    @property
    def following(self) -> "Token | None":
        """The token after it, None at the end."""
        return Token(self.tree, self.i + 1) if self.i + 1 < len(self.tree) else None
