"""Whether an event can lie at the time of the one above it in its sentence."""

from services.nlp.events.dating.state import Dating
from services.nlp.events.dating.testimony import testifies
from services.nlp.events.tables import DATING


def is_compatible(dating: Dating, token: int, below: int, above: int) -> bool:
    """Whether its tense, and what the one above says of it, leave it at the same time."""
    group, dep = dating.groups[token], dating.syntax.deps[below]
    if dep in ("ccomp", "parataxis") and above in dating.status.reporting:
        if group.perfect or group.tense not in ("past", "none"):
            return False
        return group.tense == "none" or not testifies(dating.syntax, above)
    if dep == "conj" and (group.modal is not None or _has_come_since(dating, token, above)):
        return False
    if (dep == "relcl" and group.perfect) or (dep == "advcl" and _blames_what_comes(dating, token, above)):
        return False
    before = group.perfect and (group.tense == "past" or group.infinitive)  # "had taken", "to have taken"
    return not before and not _looks_back(dating, token, below, above)


def _looks_back(dating: Dating, token: int, below: int, above: int) -> bool:
    """Whether the one above tells of what was before: "heard that he took it", "I remember lying there"."""
    syntax, lists, lemma = dating.syntax, DATING, dating.triggers[above].lemma
    dep, gerund = syntax.deps[below], syntax.tags[below] == "VBG"
    learns = dep == "ccomp" and dating.groups[token].tense == "past" and lemma in lists["learning"]
    return learns or (gerund and dep in ("ccomp", "xcomp") and lemma in lists["recalling"])


def _has_come_since(dating: Dating, token: int, above: int) -> bool:
    """As in "which killed nine in May and has threatened to return": the second lies nearer."""
    group, other = dating.groups[token], dating.groups[above]
    return group.perfect and group.tense == "present" and not other.perfect


def _blames_what_comes(dating: Dating, token: int, above: int) -> bool:
    """As in "is to close next year, blaming costs": somebody blames them now."""
    if token not in dating.status.reporting and dating.triggers[token].lemma not in DATING["speaking"]:
        return False
    date, reference = dating.explicit.get(above) or dating.dates.get(above), dating.reference.value
    return bool(date and date.earliest and reference and date.earliest > reference)
