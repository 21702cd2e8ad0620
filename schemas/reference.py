"""docs/reference/contracts.md: `python -m schemas.reference > docs/reference/contracts.md`."""

import sys
from typing import Any

from schemas.dead_letter import HEADER_NAMES, DeadLetterHeaders
from schemas.enriched import EnrichedArticle
from schemas.raw import RawArticle

HEAD = """# Contracts

Written by `python -m schemas.reference` from the models in `schemas/`; a test fails where it differs from them.

All values are JSON in UTF-8. Positions are in Unicode code points into `text`, end exclusive, and
`text[start:end]` is the span's own text. The same as JSON Schema: `dateline schema export`, and in `schemas/json`.

| topic | key | value |
|---|---|---|
| `news.articles.raw.v1` | `article_id` | [RawArticle](#rawarticle), or null to withdraw an article |
| `news.articles.enriched.v1`, compacted | `article_id` | [EnrichedArticle](#enrichedarticle), or null |
| `news.articles.raw.v1.dlq` | as it came | as it came; the reason is in the [headers](#headers-of-a-dead-letter) |

An enriched record is on the partition of its raw record, with the raw record's headers and these besides:
`dateline.raw.topic`, `dateline.raw.partition`, `dateline.raw.offset`, `dateline.raw.timestamp` (milliseconds),
`dateline.processed_at`. `traceparent` and `tracestate` continue the producer's trace.

"""

Schema = dict[str, Any]


def reference() -> str:
    """The page, in Markdown."""
    raw = RawArticle.model_json_schema(by_alias=True)
    enriched = EnrichedArticle.model_json_schema(by_alias=True)
    models = {"RawArticle": raw, "EnrichedArticle": enriched} | raw.get("$defs", {}) | enriched["$defs"]
    pages = (_model(name, schema) for name, schema in models.items() if "properties" in schema)
    return HEAD + "".join(pages) + _headers()


def _model(name: str, schema: Schema) -> str:
    required = schema.get("required", [])
    rows = "".join(_row(field, found, is_required=field in required) for field, found in schema["properties"].items())
    return f"## {name}\n\n{_line(schema.get('description', ''))}\n\n| field | type | meaning |\n|---|---|---|\n{rows}\n"


def _row(name: str, schema: Schema, *, is_required: bool) -> str:
    meaning = _line(schema.get("description", ""))
    if not is_required and schema.get("default") not in (None, [], {}):
        meaning = f"{meaning}; default `{schema['default']}`".removeprefix("; ")
    return f"| `{name}`{'' if is_required else ' ?'} | {_type(schema)} | {meaning} |\n"


def _type(schema: Schema) -> str:
    """A type as a reader would say it, with links to the other models."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if name == "JsonValue":
            return "any JSON"
        return f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        return " or ".join(_type(choice) for choice in schema["anyOf"])
    if values := schema.get("enum", [schema["const"]] if "const" in schema else []):
        return " ".join(f"`{value}`" for value in values)
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    return " ".join(str(schema[key]) for key in ("type", "format") if key in schema) or "any"


def _headers() -> str:
    meanings = DeadLetterHeaders.model_json_schema(by_alias=False)["properties"]
    rows = "".join(
        f"| `{header}` | {_type(meanings[field])} | {_line(meanings[field].get('description', ''))} |\n"
        for field, header in HEADER_NAMES.items()
    )
    return f"## Headers of a dead letter\n\n| header | type | meaning |\n|---|---|---|\n{rows}"


def _line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(reference())
