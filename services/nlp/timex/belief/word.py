"""A word that may be a time, with what stands around it."""

from msgspec import Struct

from services.nlp.timex.tree import Token


class Word(Struct, frozen=True, gc=False):
    """A word of a text from start to end and the model's token for it."""

    token: Token
    start: int
    end: int

    @property
    def text(self) -> str:
        """The text that it is a word of."""
        return self.token.tree.tokens.text

    @property
    def written(self) -> str:
        """The word as it stands there."""
        return self.text[self.start : self.end]

    @property
    def key(self) -> str:
        """The word in lower case, without the point of an abbreviation."""
        return self.written.lower().rstrip(".")

    @property
    def before(self) -> str:
        """The model's token before it in lower case, nothing at the start."""
        index = self.token.i
        return self.token.tree.tokens.lower[index - 1] if index else ""

    @property
    def following(self) -> Token | None:
        """The model's token after it, None at the end."""
        return self.token.following
