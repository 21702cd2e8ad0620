"""Light verbs with the noun that says what was done: "took a decision" tells one event in two words."""

from collections.abc import Iterable

from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import VERBS
from services.nlp.events.triggers import Trigger

_DONE = frozenset({"dobj", "nsubjpass"})


def performed(syntax: Syntax, triggers: Iterable[Trigger]) -> dict[int, int]:
    """The light verb of each noun that is done: also as its subject, "a decision was taken"."""
    verbs = {trigger.token for trigger in triggers if trigger.part == "verb" and trigger.lemma in VERBS["performing"]}
    nouns = (trigger.token for trigger in triggers if trigger.part == "noun")
    return {noun: verb for noun in nouns if syntax.deps[noun] in _DONE and (verb := syntax.heads[noun]) in verbs}
