"""With which symbols a match of a rule can begin, so that only rules that can match are tried."""

from collections.abc import Iterable

Beginning = tuple[frozenset[str], ...]
"""The first symbols of a match, each one of a set; fewer than were asked for where the match ends with them."""


def beginnings(pattern: str, depth: int = 2) -> frozenset[Beginning]:
    """Every way in which a match of a compiled pattern can begin, so many symbols deep."""
    return frozenset(one for one in Beginnings(pattern, depth).alternatives() if one)


def thirds(pattern: str) -> frozenset[str] | None:
    """The symbols that can stand third in a match; None where a match may be shorter."""
    found = beginnings(pattern, 3)
    return None if any(len(one) < 3 for one in found) else frozenset().union(*(one[2] for one in found))  # noqa: PLR2004  # the third


class Beginnings:
    """Reads the regular expression of a rule, which holds classes, groups, `|`, `?` and looks to either side."""

    def __init__(self, pattern: str, depth: int) -> None:
        self._pattern = pattern
        self._depth = depth
        self._at = 0

    def alternatives(self) -> set[Beginning]:
        """Beginnings of an alternation, up to its closing bracket."""
        found: set[Beginning] = set()
        sequence: set[Beginning] = {()}
        while self._at < len(self._pattern) and self._pattern[self._at] != ")":
            if self._pattern[self._at] == "|":
                self._at += 1
                found |= sequence
                sequence = {()}
                continue
            item = self._item()
            sequence = {
                (left + right)[: self._depth]
                for left in sequence
                for right in (item if len(left) < self._depth else ((),))
            }
        return found | sequence

    def _item(self) -> set[Beginning]:
        if self._pattern[self._at] == "[":
            close = self._pattern.index("]", self._at)
            found: set[Beginning] = {(frozenset(self._pattern[self._at + 1 : close]),)}
            self._at = close + 1
        elif self._pattern.startswith(("(?!", "(?<!"), self._at):
            self._at = self._pattern.index(")", self._at) + 1
            return {()}
        else:
            self._at = self._pattern.index(">" if self._pattern.startswith("(?P", self._at) else ":", self._at) + 1
            found = self.alternatives()
            self._at += 1
        if self._pattern.startswith("?", self._at):
            self._at += 1
            found = found | {()}
        return found


class BeginningIndex:
    """From the first two symbols at a place to the numbers of the rules that can begin there."""

    def __init__(self, patterns: Iterable[str]) -> None:
        # symbol -> (number of a rule, the symbols that can come second, whether the first alone is a match)
        self._by_first: dict[str, list[tuple[int, frozenset[str], bool]]] = {}
        for number, pattern in enumerate(patterns):
            self._add(number, beginnings(pattern))

    def _add(self, number: int, found: frozenset[Beginning]) -> None:
        for symbol in frozenset().union(*(one[0] for one in found)):
            mine = [one for one in found if symbol in one[0]]
            second = frozenset().union(*(one[1] for one in mine if len(one) > 1))
            entry = (number, second, any(len(one) == 1 for one in mine))
            self._by_first.setdefault(symbol, []).append(entry)

    @property
    def firsts(self) -> str:
        """Every symbol with which a rule can begin."""
        return "".join(sorted(self._by_first))

    def rules(self, pair: str) -> tuple[int, ...]:
        """The rules, in order, that can begin with two symbols, or with the one that is left at the end of a text."""
        second = pair[1:]
        return tuple(
            number
            for number, follow, alone in self._by_first.get(pair[0], ())
            if alone or (second and second in follow)
        )
