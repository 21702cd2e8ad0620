"""Products named one after another, each with its article: `the Corolla, the Avalon and the Tundra`."""

from msgspec.structs import replace

from services.nlp.entities.corrections.makes import GOODS
from services.nlp.entities.corrections.model_numbers import makers
from services.nlp.entities.mention import Mention
from services.nlp.entities.words import Words

BETWEEN = 4
"""Words between two items at most: `pickup, and the`."""
LINKS = frozenset({",", "and", "or"})


def label_lists(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with each doubtful item behind a sure product in the same list made a product, from left to right."""
    labelled: list[Mention] = []
    for mention in mentions:
        before = labelled[-1] if labelled else None
        alike = before is not None and _may_be_product(words, mention) and _is_next(words, before, mention)
        labelled.append(replace(mention, label="PRODUCT", sure=True) if alike else mention)
    return labelled


def _may_be_product(words: Words, mention: Mention) -> bool:
    """Whether one word is named that no list and no rule is sure of."""
    single = mention.end - mention.start == 1 and mention.label not in {"PRODUCT", "NORP"}
    return single and not mention.sure and makers().at(words.forms, mention.start) is None


def _is_next(words: Words, before: Mention, mention: Mention) -> bool:
    """Whether a comma or `and`, then `the`, part a mention from a sure product that has its article, too."""
    between = words.lower[before.end : mention.start]
    if not (before.sure and before.label == "PRODUCT" and 1 < len(between) <= BETWEEN and between[-1] == "the"):
        return False
    links = between[1:-1] if between[0] in GOODS else between[:-1]
    return bool(links) and LINKS.issuperset(links) and before.start > 0 and words.lower[before.start - 1] == "the"
