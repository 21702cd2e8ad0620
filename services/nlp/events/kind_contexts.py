"""The kind of an event in its surroundings: shares fall on the market, a minister falls ill; the rules are data."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from services.nlp.events import lexicon
from services.nlp.events.kinds import kind_of_noun, kind_of_verb
from services.nlp.events.lexicon import DATA
from services.nlp.events.syntax import Syntax
from services.nlp.events.triggers import Trigger


@dataclass(frozen=True, slots=True)
class _Rule:
    """What the company of a word makes of its kind; the empty kind is none."""

    near: frozenset[str]
    kind: str
    otherwise: str | None


def kind_of(syntax: Syntax, trigger: Trigger) -> str | None:
    """The kind that lists the word, corrected by what stands with it."""
    noun = trigger.part == "noun"
    known = kind_of_noun(trigger.lemma) if noun else kind_of_verb(trigger.lemma)
    rules = _rules().get((trigger.part, trigger.lemma), ())
    company = frozenset(_company(syntax, trigger)) if rules else frozenset()
    for rule in rules:
        if rule.near & company:
            return rule.kind or None
        if rule.otherwise is not None:
            known = rule.otherwise or None
    return known


@cache
def _rules() -> dict[tuple[str, str], tuple[_Rule, ...]]:
    found: dict[tuple[str, str], tuple[_Rule, ...]] = {}
    for entry in tomllib.loads((DATA / "kind_contexts.toml").read_text("utf-8"))["rule"]:
        rule = _Rule(frozenset(entry["near"].split()), entry["kind"], entry.get("otherwise"))
        for part in entry["part"].split():
            for word in entry["words"].split():
                found[part, word] = (*found.get((part, word), ()), rule)
    return found


def _company(syntax: Syntax, trigger: Trigger) -> Iterator[str]:
    """The words that stand with a trigger: its dependents and theirs, and for a noun what stands above it.

    That is the verb, or the preposition with a sign: "on~" in "went on strike", "on" in "a strike on a depot". For the
    verb of a clause beside a noun it is the noun.
    """
    token = trigger.token
    for child in (*syntax.children[token], *_shared_subject(syntax, token)):
        yield from _forms(syntax, child)
        for grandchild in syntax.children[child]:
            yield from _forms(syntax, grandchild)
    head = syntax.heads[token]
    if trigger.part == "noun":
        above = lexicon.verb_lemma(syntax.lower[head])
        yield f"{above}~" if syntax.tags[head] == "IN" else above
    elif syntax.deps[token] in ("acl", "relcl"):
        yield from _forms(syntax, head)


def _shared_subject(syntax: Syntax, token: int) -> tuple[int, ...]:
    """The subject of the verb that this one is coordinated with: "shares rose and fell"."""
    if syntax.deps[token] != "conj":
        return ()
    subject = syntax.child(syntax.heads[token], "nsubj", "nsubjpass")
    return () if subject is None else (subject,)


def _forms(syntax: Syntax, token: int) -> tuple[str, str]:
    return syntax.lower[token], lexicon.noun_lemma(syntax.lower[token])
