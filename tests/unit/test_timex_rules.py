"""Every rule of the temporal tagger does what its own examples say."""

import re
from collections import Counter

import pytest

from services.nlp.timex.resolution import grammar
from services.nlp.timex.rule import Rule
from services.nlp.timex.scanner import TOKEN

RULES = grammar().rules


def rules_that_read(text: str) -> set[str]:
    """The names of the rules that fire at any stage, every word taken for the time that it may be."""
    nodes = grammar().scanner.scan(text)
    symbols = [grammar().symbol(node) for node in nodes]
    names: set[str] = set()
    for stage in grammar()._stages:
        nodes, symbols = stage.rewrite(nodes, symbols, grammar().symbol)
        names |= {node.rule for node in nodes}
    return names


@pytest.mark.parametrize(
    ("rule", "example"),
    [(rule, example) for rule in RULES for example in rule.examples],
    ids=[f"{rule.name}: {example}" for rule in RULES for example in rule.examples],
)
def test_example_is_read_by_its_rule(rule: Rule, example: str) -> None:
    """An example is read by the rule above which it stands, not by another."""
    assert rule.name in rules_that_read(example)


def test_every_rule_has_an_example() -> None:
    """A rule without an example could break unseen."""
    assert [rule.name for rule in RULES if not rule.examples] == []


def test_names_are_unique() -> None:
    """A timex names the rule that found it, so a name must lead to one rule."""
    assert [name for name, times in Counter(rule.name for rule in RULES).items() if times > 1] == []


def test_no_rule_repeats_without_bound() -> None:
    """Bounded patterns keep the whole pass linear in the length of a text."""
    assert [rule.name for rule in RULES if set("*+") & set(rule.pattern.replace("\\+", ""))] == []


def test_the_expression_of_tokens_has_nothing_possessive() -> None:
    """Python 3.11.2 matches beyond a possessive repetition inside another: times at the end of sentences were lost."""
    assert not re.search(r"(?<!\\)[*+?}]\+", TOKEN.pattern)
