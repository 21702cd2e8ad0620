"""What the words around a time expression say of it."""

from typing import Literal, Protocol

Tense = Literal["past", "present", "future", "open"]
"""`open`: what is said reaches up to the date ("until May"), which may lie on either side."""


class Around(Protocol):
    """What the words around one expression say of it."""

    def tense(self) -> Tense | None:
        """The tense of the verb that governs it."""

    def is_any(self) -> bool:
        """Whether it is any such time, not a certain one."""

    def is_regular(self) -> bool:
        """Whether it is so every week, as opening hours are."""

    def is_rate(self) -> bool:
        """Whether it says how often."""

    def is_adverbial(self) -> bool:
        """Whether it says when something will happen."""

    def is_within(self) -> bool:
        """Whether something was or is in it: "in the first half"."""

    def is_told(self) -> bool:
        """Whether something was done in it: "closed in May"."""

    def is_compared(self) -> bool:
        """Whether it is what something else is told from: "up from May"."""

    def is_aside(self) -> bool:
        """Whether figures of another time are compared with those of it: "up from May", "from 1.2 million in May"."""

    def is_of_accounts(self) -> bool:
        """Whether figures of it are said to include something, or not: "net excludes a gain in the year"."""

    def leads_entry(self) -> bool:
        """Whether it stands alone before what is told of it."""

    def leads(self) -> bool:
        """Whether it stands before its verb."""

    def opens_sentence(self) -> bool:
        """Whether a sentence begins with it."""

    def opens_line(self) -> bool:
        """Whether a line begins with it, as an entry of a log does."""

    def looks_back(self) -> bool:
        """Whether it is told from a later one."""

    def comes_first(self) -> bool:
        """Whether it is told of what came before the rest: "they sat down after she came at 8 a.m."."""

    def is_quoted(self) -> bool:
        """Whether it stands in a quotation."""

    def is_set_against(self) -> bool:
        """Whether it is that of an amount to which another is compared: "from $2 million last year"."""

    def is_begun(self) -> bool:
        """Whether something begins it, or is the first in it: "opened the year", "the first storm of the year"."""

    def reaches_now(self) -> bool:
        """Whether it is since then: "since the start of the year, prices have risen"."""
