"""What every contract has in common."""

from pydantic import BaseModel, ConfigDict


class Contract(BaseModel):
    """A model that another team reads: immutable, a tolerant reader, built from JSON or from objects of the same shape.

    Unknown fields are ignored, so that a reader of version 1.0 understands version 1.1.
    """

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="ignore",
        from_attributes=True,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )
