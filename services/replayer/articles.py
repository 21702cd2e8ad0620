"""One raw article from the bytes of a file or of a line. Pure: the same bytes give the same record."""

import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import NoReturn

from pydantic import JsonValue, ValidationError

from schemas import RawArticle

ID_PREFIX = "urn:sha256:"
DIGEST_BYTES = 16
HEADLINE = 160
"""A first line longer than this many code points is a paragraph."""
_FULL_STOPS = (".", '."', ".”", ".'", ".’")


class BadArticleError(Exception):
    """The bytes are no raw article; the message says why, in one line."""


@dataclass(frozen=True, slots=True)
class Article:
    """A record for the raw topic: key and value in UTF-8, and what the plan needs to know of it."""

    key: bytes
    value: bytes
    version: int
    published_at: datetime | None

    @property
    def digest(self) -> bytes:
        """Of key and value, 16 bytes: tells whether a file still says what it said."""
        return sha256(len(self.key).to_bytes(4) + self.key + self.value).digest()[:DIGEST_BYTES]


def from_text(data: bytes, published_at: datetime | None = None) -> Article:
    """A plain text: the first line is the headline, the rest the body; a text of one line is a body alone.

    So is one whose first line is a paragraph: longer than a headline, or a sentence with its full stop.
    Raises BadArticleError where the bytes are not UTF-8 or hold nothing but white space.
    """
    lines = _decode(data).strip().splitlines()
    if not lines:
        raise BadArticleError("the file is empty")
    headline, body = lines[0].rstrip(), "\n".join(lines[1:]).strip("\n")
    fields: dict[str, JsonValue] = {"headline": headline, "body": body}
    if not body.strip():
        fields = {"body": headline}
    elif len(headline) > HEADLINE or headline.endswith(_FULL_STOPS):
        fields = {"body": "\n".join([headline, *lines[1:]])}
    return _article(fields, published_at)


def from_json(data: bytes, published_at: datetime | None = None) -> Article:
    """One raw article as a JSON object; `article_id` may lack and is then made from the content.

    `published_at` is for articles that do not say when they were published. Raises BadArticleError.
    """
    return from_object(parse(data), published_at)


def from_object(value: JsonValue, published_at: datetime | None = None) -> Article:
    """The same for an object that is already parsed, as in an array. Raises BadArticleError."""
    if not isinstance(value, dict):
        raise BadArticleError(f"a JSON object is wanted, not {type(value).__name__}")
    return _article(value, published_at)


def parse(data: bytes) -> JsonValue:
    """Strict JSON in UTF-8: no NaN, no Infinity. Raises BadArticleError."""
    try:
        value: JsonValue = json.loads(_decode(data), parse_constant=_refuse_constant)
    except ValueError as error:
        raise BadArticleError(f"not JSON: {error}") from error
    except RecursionError as error:
        raise BadArticleError("JSON nested too deeply") from error
    return value


def content_id(headline: str | None, body: str) -> str:
    """The id of an article that brings none: the same for the same words, whatever file they stand in."""
    return ID_PREFIX + sha256(f"{headline or ''}\0{body}".encode()).hexdigest()[:32]


def _article(fields: dict[str, JsonValue], published_at: datetime | None) -> Article:
    fields = dict(fields)
    body, headline = fields.get("body"), fields.get("headline")
    try:
        if "article_id" not in fields:
            made = content_id(headline if isinstance(headline, str) else None, body if isinstance(body, str) else "")
            fields = {"article_id": made, **fields}
        if fields.get("published_at") is None and published_at is not None:
            fields["published_at"] = published_at.isoformat()
        value = json.dumps(fields, ensure_ascii=False, allow_nan=False).encode()
        raw = RawArticle.model_validate_json(value)
    except UnicodeEncodeError as error:
        raise BadArticleError(f"text that is no Unicode: {error.reason}") from error
    except ValidationError as error:
        raise BadArticleError(_one_line(error)) from error
    return Article(raw.article_id.encode(), value, raw.version, raw.published_at)


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadArticleError(f"not UTF-8: byte 0x{data[error.start]:02x} at {error.start}") from error


def _one_line(error: ValidationError) -> str:
    return "; ".join(f"{'.'.join(map(str, e['loc'])) or 'article'}: {e['msg']}" for e in error.errors())


def _refuse_constant(name: str) -> NoReturn:
    message = f"{name} is no JSON number"
    raise ValueError(message)
