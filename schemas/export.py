"""The contracts as JSON Schema (draft 2020-12), for readers and writers in other languages."""

import json
from pathlib import Path

from pydantic import JsonValue
from pydantic.json_schema import GenerateJsonSchema

from schemas.dead_letter import HEADER_NAMES, DeadLetterHeaders
from schemas.enriched import EnrichedArticle
from schemas.raw import RawArticle

JsonSchema = dict[str, JsonValue]

HEADERS_NOTE = "One property a record header; its value is the UTF-8 text of what stands here, numbers in decimal."


def schemas() -> dict[str, JsonSchema]:
    """File name -> schema. Of raw articles what a writer may send, of enriched ones what a reader may rely on."""
    return {
        "raw-article.v1.json": _named("raw-article", RawArticle.model_json_schema(mode="validation")),
        "enriched-article.v1.json": _named("enriched-article", EnrichedArticle.model_json_schema(mode="serialization")),
        "dead-letter-headers.v1.json": _named("dead-letter-headers", _dead_letter_headers()),
    }


def encode(schema: JsonSchema) -> str:
    """As it stands in a file: indented, ending in a newline, the same for the same contract."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def export(folder: Path) -> list[Path]:
    """Write every schema into the folder, which is made where it is missing. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in schemas().items():
        path = folder / name
        path.write_text(encode(schema), encoding="utf-8")
        written.append(path)
    return written


def _named(name: str, schema: JsonSchema) -> JsonSchema:
    return {"$schema": GenerateJsonSchema.schema_dialect, "$id": f"urn:dateline:schema:{name}:v1", **schema}


def _dead_letter_headers() -> JsonSchema:
    schema: JsonSchema = DeadLetterHeaders.model_json_schema(mode="serialization")
    properties = schema["properties"]
    required = schema["required"]
    assert isinstance(properties, dict)  # noqa: S101  # for the type checker: pydantic writes no other
    assert isinstance(required, list)  # noqa: S101  # the same
    return {
        **schema,
        "description": f"{schema['description']} {HEADERS_NOTE}",
        "properties": {HEADER_NAMES[field]: value for field, value in properties.items()},
        "required": [HEADER_NAMES[str(field)] for field in required],
    }
