"""Places in the analysed text."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from schemas.base import Contract

Offset = Annotated[int, Field(ge=0, description="Unicode code points from the start of `text`")]


class Range(Contract):
    """A stretch of the analysed text: `start` inclusive, `end` exclusive, in Unicode code points. Never empty."""

    start: Offset
    end: Offset

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if self.start >= self.end:
            msg = f"a span must not be empty: start {self.start}, end {self.end}"
            raise ValueError(msg)
        return self


class Span(Range):
    """A stretch of the analysed text with the words that stand there: `article.text[start:end] == text`."""

    text: str
