"""`schema diff` sorts changes into those that break readers and those that break writers."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from schemas.diff import diff
from schemas.export import schemas

ANY = True
"""The schema that takes every value."""

OBJECT: dict[str, Any] = {
    "type": "object",
    "properties": {"a": {"type": "string"}, "b": {"type": "integer", "minimum": 0}},
    "required": ["a"],
}


def changed(**keywords: Any) -> dict[str, Any]:  # noqa: ANN401  # JSON
    """The object with other keywords."""
    return deepcopy(OBJECT) | keywords


def with_a(schema: object) -> dict[str, Any]:
    """The object with another schema for its field `a`."""
    return changed(properties=OBJECT["properties"] | {"a": schema})


CASES: list[tuple[str, Any, Any, set[str]]] = [
    ("nothing", OBJECT, OBJECT, set()),
    ("a new optional field", OBJECT, changed(properties=OBJECT["properties"] | {"c": {"type": "null"}}), set()),
    ("an optional field is gone", OBJECT, changed(properties={"a": {"type": "string"}}), set()),
    ("a required field is gone", OBJECT, changed(properties={"b": OBJECT["properties"]["b"]}, required=[]), {"reader"}),
    ("a field is no longer always there", OBJECT, changed(required=[]), {"reader"}),
    ("a field must now be there", OBJECT, changed(required=["a", "b"]), {"writer"}),
    ("another type", OBJECT, with_a({"type": "integer"}), {"reader", "writer"}),
    ("null allowed", OBJECT, with_a({"anyOf": [{"type": "string"}, {"type": "null"}]}), {"reader"}),
    ("null allowed, written short", OBJECT, with_a({"type": ["string", "null"]}), {"reader"}),
    ("null forbidden", with_a({"type": ["string", "null"]}), OBJECT, {"writer"}),
    ("anything allowed", OBJECT, with_a({}), {"reader"}),
    ("no longer anything", with_a(ANY), OBJECT, {"writer"}),
    ("a vocabulary grows", with_a({"enum": ["x"]}), with_a({"enum": ["x", "y"]}), {"reader"}),
    ("a vocabulary shrinks", with_a({"enum": ["x", "y"]}), with_a({"enum": ["x"]}), {"writer"}),
    ("const and enum are the same", with_a({"const": "x"}), with_a({"enum": ["x"]}), set()),
    ("a vocabulary closes", OBJECT, with_a({"type": "string", "enum": ["x"]}), {"writer"}),
    ("a lower bound rises", with_a({"type": "integer", "minimum": 0}), with_a({"type": "integer", "minimum": 1}),
     {"writer"}),
    ("an upper bound rises", with_a({"type": "string", "maxLength": 5}), with_a({"type": "string", "maxLength": 9}),
     {"reader"}),
    ("a bound goes", with_a({"type": "string", "maxLength": 5}), OBJECT, {"reader"}),
    ("another pattern", with_a({"type": "string", "pattern": "a"}), with_a({"type": "string", "pattern": "b"}),
     {"reader", "writer"}),
    ("integer to number", with_a({"type": "integer"}), with_a({"type": "number"}), {"reader"}),
    ("number to integer", with_a({"type": "number"}), with_a({"type": "integer"}), {"writer"}),
    ("other words", OBJECT, OBJECT | {"title": "T", "description": "D"}, set()),
    ("the object closes", OBJECT, changed(additionalProperties=False), {"writer"}),
    ("a closed object gets a field", changed(additionalProperties=False),
     changed(additionalProperties=False, properties=OBJECT["properties"] | {"c": {}}), {"reader"}),
    ("items change", {"type": "array", "items": {"type": "string"}}, {"type": "array", "items": {"type": "null"}},
     {"reader", "writer"}),
    ("a tuple grows", {"type": "array", "prefixItems": [{"type": "string"}]},
     {"type": "array", "prefixItems": [{"type": "string"}, {"type": "null"}]}, {"writer"}),
    ("a keyword that nobody understands", OBJECT, changed(dependentRequired={"a": ["b"]}), {"reader", "writer"}),
    ("a definition moves", {"$ref": "#/$defs/A", "$defs": {"A": OBJECT}},
     {"$ref": "#/$defs/B", "$defs": {"B": OBJECT}}, set()),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "breaks"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_each_kind_of_change(old: Any, new: Any, breaks: set[str]) -> None:  # noqa: ANN401  # JSON
    """Each kind of change breaks exactly those whom it breaks."""
    assert {side for change in diff(old, new) for side in change.breaks} == breaks


@pytest.mark.parametrize("name", schemas())
def test_a_contract_does_not_differ_from_itself(name: str) -> None:
    """Our own schemas, recursive definitions and all, compare equal."""
    assert diff(schemas()[name], deepcopy(schemas()[name])) == []


def test_a_change_deep_inside_is_found_at_its_place() -> None:
    """A change behind a definition is reported with the path from the root."""
    new = deepcopy(schemas()["enriched-article.v1.json"])
    new["$defs"]["EventDate"]["properties"]["method"]["enum"].append("hearsay")  # type: ignore[index, call-overload, union-attr]  # JSON
    (change,) = diff(schemas()["enriched-article.v1.json"], new)
    assert (change.path, change.breaks) == ("$.events[].date.method", ("reader",))


@pytest.mark.parametrize("reference", ["https://other.example/schema", "#/$defs/Missing", "#"])
def test_references_that_cannot_be_followed_are_errors(reference: str) -> None:
    """A reference out of the file, to nothing or to itself is said to be one, not passed over."""
    with pytest.raises(ValueError, match="leads"):
        diff({"$ref": reference}, OBJECT)


VALUES = st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from([0.5, "", "x", "yy"])
DATA = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2),
    max_leaves=4,
)
LEAVES = st.one_of(
    st.just(ANY),
    st.builds(lambda kind: {"type": kind}, st.sampled_from(["null", "boolean", "string", "integer", "number"])),
    st.builds(
        lambda kinds: {"type": kinds},
        st.lists(st.sampled_from(["null", "string", "integer"]), min_size=1, unique=True),
    ),
    st.builds(lambda values: {"enum": values}, st.lists(st.sampled_from(["", "x", "yy"]), min_size=1, unique=True)),
    st.builds(lambda low: {"type": "integer", "minimum": low}, st.integers(-2, 2)),
    st.builds(lambda most: {"type": "string", "maxLength": most}, st.integers(0, 2)),
)  # fmt: skip
SCHEMAS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(lambda items: {"type": "array", "items": items}, inner),
        st.builds(lambda one, other: {"anyOf": [one, other]}, inner, inner),
        st.builds(
            lambda a, b, required: {"type": "object", "properties": {"a": a, "b": b}, "required": required},
            inner, inner, st.lists(st.sampled_from("ab"), unique=True),
        ),
    ),
    max_leaves=4,
)  # fmt: skip


@settings(max_examples=400)
@given(SCHEMAS, SCHEMAS, st.lists(DATA, min_size=5, max_size=20))
def test_what_is_called_safe_is_safe(old: Any, new: Any, values: list[Any]) -> None:  # noqa: ANN401  # JSON
    """Where no change breaks a reader, the old schema takes every value of the new one; for writers the reverse.

    An independent validator decides; objects here name the same two fields, as fields unknown to one side are open.
    """
    broken = {side for change in diff(old, new) for side in change.breaks}
    takes_old, takes_new = Draft202012Validator(old).is_valid, Draft202012Validator(new).is_valid
    for value in values:
        assert "reader" in broken or takes_old(value) or not takes_new(value)
        assert "writer" in broken or takes_new(value) or not takes_old(value)
