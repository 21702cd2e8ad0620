"""What a rule is, and families of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Build = Callable[..., object]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its human name, what it looks for, what it makes, what the made thing may serve as."""

    name: str
    pattern: str
    examples: tuple[str, ...]
    gives: frozenset[str]
    build: Build
    family: str


@dataclass(frozen=True, slots=True)
class Parts:
    """What a rule returns for a list or a range: a value for each named part, each an expression of its own."""

    values: Mapping[str, object]


@dataclass(slots=True)
class Family:
    """Rules of one kind, collected by its decorator."""

    name: str
    rules: list[Rule] = field(default_factory=list)

    def rule(self, name: str, pattern: str, *examples: str, gives: str = "") -> Callable[[Build], Build]:
        """Make a rule of a function from the meanings of a pattern's parts to a value (None: no match)."""

        def add(build: Build) -> Build:
            self.rules.append(Rule(name, pattern, examples, frozenset(gives.split()), build, self.name))
            return build

        return add
