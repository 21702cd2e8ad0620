"""The JSON Schema files are those of the contracts, and say the same as the models."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from polyfactory.factories.pydantic_factory import ModelFactory

from schemas import DeadLetterHeaders, RawArticle
from schemas.dead_letter import HEADER_NAMES
from schemas.export import encode, export, schemas
from tests.contract.articles import enriched_article

FOLDER = Path(__file__).parents[2] / "schemas" / "json"


@pytest.mark.parametrize("name", schemas())
def test_files_are_up_to_date(name: str) -> None:
    """The committed file is what `dateline schema export --out schemas/json` writes."""
    assert (FOLDER / name).read_text("utf-8") == encode(schemas()[name])


def test_no_file_is_left_over() -> None:
    """Every committed file belongs to a contract."""
    assert {path.name for path in FOLDER.iterdir()} == set(schemas())


@pytest.mark.parametrize("name", schemas())
def test_files_are_valid_json_schema(name: str) -> None:
    """Each is a schema of the draft that it names."""
    Draft202012Validator.check_schema(schemas()[name])


def test_export_writes_every_contract(tmp_path: Path) -> None:
    """Exporting makes the folder and one file a contract, and names them."""
    written = export(tmp_path / "new")
    assert {path.name: json.loads(path.read_text("utf-8")) for path in written} == schemas()


def test_raw_articles_satisfy_their_schema() -> None:
    """Whatever the model writes, the schema accepts."""

    class Factory(ModelFactory[RawArticle]):
        __random_seed__ = 4
        extra: dict[str, object] = {}  # noqa: RUF012  # polyfactory reads a class attribute

    validator = Draft202012Validator(schemas()["raw-article.v1.json"])
    for article in Factory.batch(100):
        validator.validate(article.model_dump(mode="json"))


def test_enriched_articles_satisfy_their_schema() -> None:
    """Whatever the model writes, the schema accepts."""
    validator = Draft202012Validator(schemas()["enriched-article.v1.json"])
    validator.validate(json.loads(enriched_article().model_dump_json()))


def test_the_header_schema_names_the_headers() -> None:
    """Its properties are the headers' names, not the model's fields."""
    schema = schemas()["dead-letter-headers.v1.json"]
    assert set(schema["properties"] or ()) == set(HEADER_NAMES.values())  # type: ignore[arg-type]  # JSON


def test_dead_letter_headers_round_trip() -> None:
    """Headers read back equal those written, whatever stands before them on the record."""

    class Factory(ModelFactory[DeadLetterHeaders]):
        __random_seed__ = 4

    for headers in Factory.batch(100):
        assert DeadLetterHeaders.from_headers([("traceparent", b"\xff"), *headers.to_headers()]) == headers
