"""What changed between two versions of a JSON Schema, and whom it breaks.

A *reader* knows the old schema and gets what the new one allows: it breaks where the new one allows more. A *writer*
follows the old schema and is read by the new one: it breaks where the new one allows less. (Confluent's names for
the two: forward and backward compatibility.) Fields are open, as our contracts are: a reader ignores a field that it
does not know. Keywords outside those below count as breaking both when they change: nobody can tell.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from pydantic import JsonValue

from schemas.diff_branches import ANNOTATIONS, Branch, branches, pair

Side: TypeAlias = Literal["reader", "writer"]
Schema: TypeAlias = JsonValue

ANYTHING: tuple[Schema, ...] = (True, {})
BOTH: tuple[Side, ...] = ("reader", "writer")
LOWER_BOUNDS = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains")
UPPER_BOUNDS = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains")
CONSTRAINTS = ("pattern", "format", "multipleOf", "uniqueItems", "contentEncoding", "contentMediaType")
"""Keywords that only ever narrow: adding one allows less, dropping one allows more, changing one may do both."""

UNDERSTOOD = ANNOTATIONS | {
    *LOWER_BOUNDS, *UPPER_BOUNDS, *CONSTRAINTS, "type", "enum", "const", "properties", "required",
    "additionalProperties", "items", "prefixItems", "anyOf", "oneOf", "$ref",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: where, what, and whom it breaks (nobody, if empty)."""

    path: str
    what: str
    breaks: tuple[Side, ...] = ()

    def __str__(self) -> str:
        """One line, as `$.events[].date: …`."""
        return f"{self.path}: {self.what}"


def diff(old: Schema, new: Schema) -> list[Change]:
    """Every difference between two schemas. Raises ValueError on a `$ref` that leads out of its file or nowhere."""
    return list(_Comparison(old, new).compare(old, new, "$"))


@dataclass
class _Comparison:
    """Two documents, and the pairs of definitions under comparison, so that recursive ones end."""

    old_root: Schema
    new_root: Schema
    under_way: set[tuple[str, str]] = field(default_factory=set)

    def compare(self, old: Schema, new: Schema, path: str) -> Iterator[Change]:
        """Differences of two schemas that stand in the same place."""
        if old in ANYTHING and new in ANYTHING:
            return
        before, after = branches(old, self.old_root), branches(new, self.new_root)
        pairs, gone, come = pair(before, after)
        for branch in gone:
            yield _dropped(path, branch, covered=any(other.unconstrained for other in after))
        for branch in come:
            yield _added(path, branch, covered=any(other.unconstrained for other in before))
        for one, other in pairs:
            names = (one.definition, other.definition)
            if names[0] and names[1]:
                if names in self.under_way:
                    continue
                self.under_way.add((names[0], names[1]))
            yield from self._branch(one, other, path)

    def _branch(self, old: Branch, new: Branch, path: str) -> Iterator[Change]:
        if (old.kind, new.kind) == ("integer", "number"):
            yield Change(path, "integer became number", ("reader",))
        elif (old.kind, new.kind) == ("number", "integer"):
            yield Change(path, "number became integer", ("writer",))
        yield from _values(old, new, path)
        yield from _limits(old, new, path)
        yield from _unknown(old, new, path)
        yield from self._fields(old, new, path)
        yield from self._items(old, new, path)

    def _fields(self, old: Branch, new: Branch, path: str) -> Iterator[Change]:
        before, after = old.mapping("properties"), new.mapping("properties")
        was_required: set[str] = set(old.names("required"))
        is_required: set[str] = set(new.names("required"))
        for name in sorted(before.keys() | after.keys() | was_required | is_required):
            place = f"{path}.{name}"
            if name in was_required - is_required:
                how = "no longer written always" if name in after else "removed, and readers rely on it"
                yield Change(place, f"required field: {how}", ("reader",))
            elif name in is_required - was_required:
                yield Change(place, f"{'optional' if name in before else 'new'} field became required", ("writer",))
            elif name in before and name not in after:
                closed = new.schema.get("additionalProperties") is False
                yield Change(place, "optional field removed", ("writer",) if closed else ())
            elif name in after and name not in before:
                closed = old.schema.get("additionalProperties") is False
                yield Change(place, "new optional field", ("reader",) if closed else ())
            if name in before and name in after:
                yield from self.compare(before[name], after[name], place)
        rest_before, rest_after = (b.schema.get("additionalProperties", True) for b in (old, new))
        yield from self.compare(rest_before, rest_after, f"{path}.*")

    def _items(self, old: Branch, new: Branch, path: str) -> Iterator[Change]:
        before, after = old.array("prefixItems"), new.array("prefixItems")
        rest = (old.schema.get("items", True), new.schema.get("items", True))
        for index in range(max(len(before), len(after))):
            one = before[index] if index < len(before) else rest[0]
            other = after[index] if index < len(after) else rest[1]
            yield from self.compare(one, other, f"{path}[{index}]")
        yield from self.compare(*rest, f"{path}[]")


def _dropped(path: str, branch: Branch, *, covered: bool) -> Change:
    """An alternative is gone; `covered` says that another one takes any value."""
    if covered:
        return Change(path, f"{branch.name} is no longer named, but any value is allowed")
    return Change(path, f"no longer allows {branch.name}", ("writer",))


def _added(path: str, branch: Branch, *, covered: bool) -> Change:
    """An alternative has come; `covered` says that any value was allowed before."""
    if covered:
        return Change(path, f"{branch.name} is now named; any value was allowed before")
    return Change(path, f"now allows {branch.name}", ("reader",))


def _values(old: Branch, new: Branch, path: str) -> Iterator[Change]:
    """Closed vocabularies: `enum` and `const`."""
    before, after = old.values(), new.values()
    if before is None or after is None:
        if after is not None:
            yield Change(path, f"any value became one of {_listed(after)}", ("writer",))
        elif before is not None:
            yield Change(path, f"one of {_listed(before)} became any value", ("reader",))
        return
    if added := [value for value in after if value not in before]:
        yield Change(path, f"new values {_listed(added)}", ("reader",))
    if removed := [value for value in before if value not in after]:
        yield Change(path, f"values removed {_listed(removed)}", ("writer",))


def _limits(old: Branch, new: Branch, path: str) -> Iterator[Change]:
    for word in (*LOWER_BOUNDS, *UPPER_BOUNDS, *CONSTRAINTS):
        before, after = old.schema.get(word), new.schema.get(word)
        if before == after:
            continue
        what = f"{word} {_said(before)} became {_said(after)}"
        if before is None or before is False:
            yield Change(path, what, ("writer",))
        elif after is None or after is False:
            yield Change(path, what, ("reader",))
        elif word in CONSTRAINTS or not (isinstance(before, int | float) and isinstance(after, int | float)):
            yield Change(path, what, BOTH)
        else:
            narrower = after > before if word in LOWER_BOUNDS else after < before
            yield Change(path, what, ("writer",) if narrower else ("reader",))


def _unknown(old: Branch, new: Branch, path: str) -> Iterator[Change]:
    for word in sorted((old.schema.keys() | new.schema.keys()) - UNDERSTOOD):
        if old.schema.get(word) != new.schema.get(word):
            yield Change(path, f"{word} changed; what that breaks cannot be told", BOTH)


def _listed(values: list[JsonValue]) -> str:
    return ", ".join(map(repr, values))


def _said(value: JsonValue) -> str:
    return "(none)" if value is None else repr(value)
