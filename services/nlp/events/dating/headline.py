"""The dates of a headline's events: those of the body's events that it reports."""

from dataclasses import dataclass, field

from msgspec.structs import replace

from services.nlp.annotations import EventDate
from services.nlp.events.dating.state import Dating
from services.nlp.events.dating.story import NEWS
from services.nlp.events.dating.testimony import is_testimony
from services.nlp.events.kinds import kind_of_noun, kind_of_verb
from services.nlp.events.roots import family_of, root_at
from services.nlp.events.tables import DATING, HEADS, VERBS
from services.nlp.events.tense import Verbal

_VERBS = frozenset({"VBN", "VBD", "NNS"})
"""Tags of verbs without a tense; a plural that is taken for a verb is one in the present."""
_LEAD = 3
"""Sentences of the body in which a headline's news is told in other words."""


@dataclass(slots=True)
class Told:
    """The first dated event of the body by its root, and of the lead by its family and its kind."""

    by_root: dict[str, EventDate] = field(default_factory=dict)
    by_family: dict[str, EventDate] = field(default_factory=dict)
    by_kind: dict[str, EventDate] = field(default_factory=dict)
    undated: set[str] = field(default_factory=set)
    """The roots of what the lead tells without a date."""
    before: set[str] = field(default_factory=set)
    """Those of them that had happened before: "said that hackers had stolen"."""
    opening: EventDate | None = None
    """Of the first sentence, where that says what has happened."""

    def leave_open(self, root: str, number: int, group: Verbal) -> None:
        """Note what a sentence of the lead tells without a date."""
        if number < _LEAD and root not in self.by_root:
            self.undated.add(root)
        if number == 0 and group.perfect and group.tense == "past":
            self.before.add(root)


def in_headline(dating: Dating, token: int) -> bool:
    """Whether a token stands in the headline."""
    return dating.syntax.sentence(token).section.kind == "headline"


def read_body(dating: Dating, body: list[list[int]]) -> Told:
    """What the sentences of the body tell, once they are dated."""
    told, telling = Told(), DATING["telling"]
    for number, tokens in enumerate(body):
        for token in tokens:
            date = dating.dates[token]
            if token in dating.status.negated:
                continue
            root, kind = _root_at(dating, token), _kind_at(dating, token)
            if not (date.earliest or date.latest):
                told.leave_open(root, number, dating.groups[token])
                continue
            if number == 0 and told.opening is None and _is_perfect(dating, token) and date.latest:
                told.opening = date
            if root in VERBS["light"]:
                continue
            told.by_root.setdefault(root, date)
            if number < _LEAD:
                if not date.value:
                    continue
                told.by_family.setdefault(family_of(root), date)
                if kind in telling:
                    told.by_kind.setdefault(kind, date)
    return told


def from_body(dating: Dating, told: Told, token: int) -> EventDate | None:
    """The date of the event that the body tells by the same word, or the lead by one of its family or kind.

    What the body does not tell in any such word is the lead's news if a verb reports it: "Court clears engineers".
    What a headline denies has no day.
    """
    if token in dating.status.negated:
        return None
    group = dating.groups[token]
    lies_ahead = group.modal is not None or group.tense == "future"
    root, kind = _root_at(dating, token), _kind_at(dating, token)
    if root in told.before and root not in told.by_root:
        return EventDate(method="none")
    date = told.by_root.get(root) or told.by_family.get(family_of(root)) or told.by_kind.get(kind or "")
    if date and (root in told.undated or lies_ahead) and _is_background(dating, date):
        date = None
    if _is_news(dating, token) and (date is None or not date.value or _is_background(dating, date)):
        date = told.opening or dating.lead or date
    return replace(date, method="coreference") if date else None


def _root_at(dating: Dating, token: int) -> str:
    """The root of an event; "a new round" is another one than "the round"."""
    syntax, root = dating.syntax, root_at(dating.syntax, dating.triggers[token])
    if dating.triggers[token].part != "noun":
        return root
    of = syntax.heads[token]
    nouns = (token, syntax.heads[of]) if syntax.deps[token] == "pobj" and syntax.lower[of] == "of" else (token,)
    return f"{root}+" if any(syntax.said(noun, HEADS["others"], "amod") is not None for noun in nouns) else root


def _is_perfect(dating: Dating, token: int) -> bool:
    """As in "has resigned"."""
    group = dating.groups[token]
    return group.perfect and group.tense == "present" and dating.syntax.deps[token] in ("ROOT", "ccomp")


def _is_background(dating: Dating, date: EventDate) -> bool:
    """Whether a date lies before the news: a headline does not tell what the same word tells of long ago."""
    lead, last = dating.lead.earliest if dating.lead else None, date.latest
    return lead is not None and last is not None and (lead - last).days > NEWS


def _kind_at(dating: Dating, token: int) -> str | None:
    trigger = dating.triggers[token]
    return kind_of_noun(trigger.lemma) if trigger.part == "noun" else kind_of_verb(trigger.lemma)


def _is_news(dating: Dating, token: int) -> bool:
    """Whether a verb of the headline tells what has happened."""
    group, syntax, noun = dating.groups[token], dating.syntax, dating.syntax.heads[token]
    if syntax.deps[token] == "relcl" or (syntax.deps[token] == "acl" and syntax.deps[noun] != "ROOT"):
        return False  # "Nurse who fled dies", "Court frees man jailed for arson"
    if is_testimony(dating, token):
        return False
    return dating.triggers[token].part == "verb" and (
        group.tense in ("present", "past") or dating.syntax.tags[token] in _VERBS
    )
