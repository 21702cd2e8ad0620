"""An article as it comes from the newsroom's feed."""

from datetime import UTC, date, datetime, time
from typing import Any

from pydantic import Field, JsonValue, field_validator, model_validator

from schemas.base import Contract


class RawArticle(Contract):
    """One raw article. `article_id` and `body` are required; unknown fields are kept under `extra`, never dropped."""

    article_id: str = Field(min_length=1, max_length=1024)
    version: int = Field(default=1, ge=1)
    headline: str | None = None
    body: str = Field(min_length=1)
    published_at: datetime | None = Field(default=None, description="ISO 8601; without an offset it is taken as UTC")
    language: str | None = Field(default=None, description="BCP 47, e.g. en or en-GB")
    source: str | None = None
    url: str | None = None
    extra: dict[str, JsonValue] = Field(default_factory=dict)

    @property
    def text(self) -> str:
        """The exact string that is analysed: headline, blank line, body; the body alone where there is no headline."""
        return f"{self.headline}\n\n{self.body}" if self.headline else self.body

    @model_validator(mode="before")
    @classmethod
    def _keep_unknown_fields(cls, data: Any) -> Any:  # noqa: ANN401  # any JSON value may arrive here
        if not isinstance(data, dict):
            return data
        unknown = {name: value for name, value in data.items() if name not in cls.model_fields}
        if not unknown:
            return data
        known = {name: value for name, value in data.items() if name in cls.model_fields}
        kept = known.get("extra", {})
        return known | {"extra": kept | unknown} if isinstance(kept, dict) else known

    @field_validator("published_at", mode="before")
    @classmethod
    def _date_alone_is_midnight(cls, value: object) -> object:
        if isinstance(value, str) and len(value) == len("2026-05-04"):
            return datetime.combine(date.fromisoformat(value), time.min, UTC)
        return datetime.fromisoformat(value) if isinstance(value, str) else value

    @field_validator("published_at")
    @classmethod
    def _naive_is_utc(cls, value: datetime | None) -> datetime | None:
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value

    @field_validator("body")
    @classmethod
    def _not_blank(cls, value: str) -> str:
        if not value.strip():
            raise ValueError("body holds nothing but white space")
        return value
