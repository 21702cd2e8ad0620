"""What speaks for a label: a few kinds of things, and how much a sign beside a name counts."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from schemas.vocabulary import EntityLabel

Kind = Literal["TOWN", "PLACE", "PERSON", "ORG", "PRODUCT", "WORK", "PEOPLE"]

LABELS: Mapping[Kind, EntityLabel] = {
    "TOWN": "GPE", "PLACE": "GPE", "PERSON": "PERSON", "ORG": "ORG", "PRODUCT": "PRODUCT",
    "WORK": "WORK_OF_ART", "PEOPLE": "NORP",
}  # fmt: skip
"""The label of what a sign speaks for, where the model sees something else."""

HINT, WEAK, FIRM, SURE, TOLD = 1, 2, 3, 5, 6
"""A name that a firm has among others; a phrase that leads to other things as well; one that seldom does; a title,
an age or a firm's own name; a description."""


class Vote(Struct, frozen=True, gc=False):
    """One sign beside a name: for what it speaks, and how much."""

    kind: Kind
    weight: int
