"""What witnesses of a calamity say that they saw happened on the day of the news."""

from msgspec.structs import replace

from services.nlp.annotations import EventDate
from services.nlp.events import lexicon
from services.nlp.events.dating.leaps import is_told_aside, leaps
from services.nlp.events.dating.state import Dating
from services.nlp.events.dating.story import whole_day
from services.nlp.events.quotes import quote_at
from services.nlp.events.tables import CLASSES_BY_WORD, DATING

_FIRST = frozenset({"i", "we"})
_MAIN = frozenset({"ROOT", "ccomp", "conj"})
_HAPPENING = frozenset({None, "perception"})
"""Classes of verbs that tell what happened: no wish, no state."""


def from_witness(dating: Dating, token: int) -> EventDate | None:
    """What witnesses say they saw happened on the day of the news: "residents said four men rode in"."""
    syntax, group, above = dating.syntax, dating.groups[token], dating.syntax.heads[token]
    if dating.lead and not dating.looks_back and dating.grave and _is_seen(dating, token):
        return replace(whole_day(dating.lead), method="narrative")
    if syntax.deps[token] != "ccomp" or above not in dating.status.reporting or group.tense != "past" or group.perfect:
        return None
    speaker = syntax.child(above, "nsubj")
    witnesses = DATING["witnesses"]
    if speaker is None or lexicon.noun_lemma(syntax.lower[speaker]) not in witnesses or token in dating.status.negated:
        return None
    date = None if leaps(dating, token) else dating.lead
    return replace(whole_day(date), method="narrative") if date and not dating.looks_back else None


def _is_seen(dating: Dating, token: int) -> bool:
    """Whether it is told by who was there: "I hid under a stall," he said. "Then a soldier shot him."."""
    syntax, group = dating.syntax, dating.groups[token]
    if quote_at(syntax.quotes, syntax.starts[token]) is None or syntax.deps[token] not in _MAIN:
        return False
    if group.tense != "past" or group.perfect or token in dating.status.negated or token in dating.anchors:
        return False
    if CLASSES_BY_WORD.get(dating.triggers[token].lemma) not in _HAPPENING or is_told_aside(dating, token):
        return False
    return _was_there(dating, syntax.sentence(token).section.start)


def _was_there(dating: Dating, section: int) -> bool:
    """Whether who is quoted in a paragraph says "I saw", "we ran", "I was holding her hand"."""
    if dating.seen_in is None:
        sentence = dating.syntax.sentence
        dating.seen_in = {sentence(token).section.start for token in dating.triggers if _sees(dating, token)}
    return section in dating.seen_in


def _sees(dating: Dating, token: int) -> bool:
    """As in "I saw", within a quotation."""
    syntax, group = dating.syntax, dating.groups[token]
    if group.tense != "past" or group.perfect or token in dating.status.negated:
        return False
    if not group.progressive and dating.triggers[token].lemma not in DATING["witnessing"]:
        return False
    quoted = quote_at(syntax.quotes, syntax.starts[token]) is not None
    return quoted and syntax.said(token, _FIRST, "nsubj") is not None
