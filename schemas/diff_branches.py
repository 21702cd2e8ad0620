"""A JSON Schema as the list of its alternatives, so that `string`, `[string, null]` and `anyOf` compare alike."""

from dataclasses import dataclass
from typing import TypeAlias

from pydantic import JsonValue

Schema: TypeAlias = JsonValue
ANNOTATIONS = frozenset({
    "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "$comment", "$id", "$schema",
    "$defs", "definitions", "$anchor",
})  # fmt: skip
"""Keywords that say something about a value and allow or forbid none."""

MAX_REFS = 100
"""Of references that lead to references: more is a circle."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One alternative: its kind (a type's name, or `any`), its keywords, and the definition it was looked up in."""

    kind: str
    schema: dict[str, JsonValue]
    definition: str | None = None

    @property
    def unconstrained(self) -> bool:
        """Whether any value at all fits."""
        return self.kind == "any" and self.schema.keys() <= ANNOTATIONS

    @property
    def name(self) -> str:
        """As a person would call it."""
        return str(self.schema.get("title") or self.definition or self.kind)

    def mapping(self, keyword: str) -> dict[str, JsonValue]:
        """The keyword's object, empty where it lacks."""
        value = self.schema.get(keyword)
        return value if isinstance(value, dict) else {}

    def array(self, keyword: str) -> list[JsonValue]:
        """The keyword's array, empty where it lacks."""
        value = self.schema.get(keyword)
        return value if isinstance(value, list) else []

    def names(self, keyword: str) -> list[str]:
        """The keyword's array of strings."""
        return [str(name) for name in self.array(keyword)]

    def values(self) -> list[JsonValue] | None:
        """The closed vocabulary, or None where any value will do."""
        if "const" in self.schema:
            return [self.schema["const"]]
        return self.array("enum") if "enum" in self.schema else None


def branches(schema: Schema, root: Schema) -> list[Branch]:
    """The alternatives of a schema; none for `false`. Raises ValueError on a reference that leads nowhere."""
    if schema is False:
        return []
    if not isinstance(schema, dict):
        return [Branch("any", {})]
    schema, definition = _resolved(schema, root)
    for union in ("anyOf", "oneOf"):
        if isinstance(alternatives := schema.get(union), list):
            return [branch for alternative in alternatives for branch in branches(alternative, root)]
    types = schema.get("type")
    kinds = [str(kind) for kind in types] if isinstance(types, list) else [str(types or _implied(schema))]
    return [Branch(kind, schema, definition) for kind in kinds]


Paired: TypeAlias = tuple[list[tuple[Branch, Branch]], list[Branch], list[Branch]]


def pair(old: list[Branch], new: list[Branch]) -> Paired:
    """Which alternative became which, which are gone and which have come.

    Alike first, then of the same definition, then of the same kind in order; a number may become an integer.
    """
    pairs: list[tuple[Branch, Branch]] = []
    gone, come = list(old), list(new)
    for fits in (_alike, _same_definition, _same_kind, _both_numbers):
        for one in list(gone):
            other = next((candidate for candidate in come if fits(one, candidate)), None)
            if other is not None:
                pairs.append((one, other))
                gone.remove(one)
                come.remove(other)
    return pairs, gone, come


def _alike(one: Branch, other: Branch) -> bool:
    return one == other


def _same_definition(one: Branch, other: Branch) -> bool:
    return one.definition is not None and one.definition == other.definition and one.kind == other.kind


def _same_kind(one: Branch, other: Branch) -> bool:
    return one.kind == other.kind


def _both_numbers(one: Branch, other: Branch) -> bool:
    return {one.kind, other.kind} == {"integer", "number"}


def _resolved(schema: dict[str, JsonValue], root: Schema) -> tuple[dict[str, JsonValue], str | None]:
    """Follow references within the document. Keywords beside a reference hold, too (draft 2019-09 on)."""
    definition = None
    for _ in range(MAX_REFS):
        if not isinstance(reference := schema.get("$ref"), str):
            return schema, definition
        definition = reference.rsplit("/", 1)[-1]
        beside = {word: value for word, value in schema.items() if word != "$ref"}
        schema = _look_up(reference, root) | beside
    raise ValueError(f"{reference!r} leads in a circle")


def _look_up(reference: str, root: Schema) -> dict[str, JsonValue]:
    if not reference.startswith("#"):
        raise ValueError(f"{reference!r} leads out of the file")
    found = root
    for step in reference.removeprefix("#").strip("/").split("/"):
        if step:
            name = step.replace("~1", "/").replace("~0", "~")
            found = found.get(name) if isinstance(found, dict) else None
    if not isinstance(found, dict):
        raise ValueError(f"{reference!r} leads nowhere")  # noqa: TRY004  # the value is wrong, not the caller
    return found


def _implied(schema: dict[str, JsonValue]) -> str:
    """The kind of a schema that names no type: that of its values, else any."""
    kinds = {None: "null", True: "boolean", False: "boolean"}
    if "const" in schema and isinstance(schema["const"], str):
        return "string"
    enum = schema.get("enum")
    if isinstance(enum, list) and enum and all(isinstance(value, str) for value in enum):
        return "string"
    if "const" in schema and (schema["const"] is None or isinstance(schema["const"], bool)):
        return kinds[schema["const"]]
    return "any"
