"""The labels that tables give are those of the contract."""

from typing import get_args

from schemas.vocabulary import EntityLabel
from services.nlp.entities.corrections.last_words import label_by_last_words


def test_a_last_word_gives_no_label_that_the_contract_does_not_have() -> None:
    """A section of first words, or a misspelt one, would make every article with such a name a dead letter."""
    assert set(label_by_last_words().values()) <= set(get_args(EntityLabel))
