"""Dates that an event has from what it governs: "began trading in July", "was found abandoned in December"."""

from services.nlp.annotations import EventDate
from services.nlp.events import lexicon
from services.nlp.events.dating.apart import APART
from services.nlp.events.dating.coreference import from_coreference
from services.nlp.events.dating.leaps import is_calamity
from services.nlp.events.dating.state import Dating
from services.nlp.events.kinds import kind_of_verb
from services.nlp.events.outcomes import is_outcome
from services.nlp.events.series import opens_series
from services.nlp.events.subjects import subject_of
from services.nlp.events.tables import CLASSES, CLASSES_BY_WORD, DATING, MODALITY

_REACH = 6
"""Steps down the tree at most."""
_DOWN = frozenset({"dobj", "prep", "pobj", "xcomp", "oprd", "pcomp", "nsubjpass", "attr", "agent"})
_HAPPENING = frozenset({"happen", "occur", "come", "take"})
_WHILE = frozenset({"as", "when", "while"})
_PAST = frozenset({"VBD", "VBN"})
_SAME_TIME = frozenset({"try", "manage", "help", "seem", "appear", "fail", "go", "come"})


def from_below(dating: Dating, token: int) -> EventDate | None:
    """The date of an event among the arguments."""
    level = [token]
    for _ in range(_REACH):
        children = dating.syntax.children
        level = [child for parent in level for child in children[parent] if _leads_down(dating, token, child)]
        if not level:
            break
        for child in level:
            date = dating.explicit.get(child)
            if date and (date.value or _is_over(dating, token, date)):
                return date
    return None


def _is_over(dating: Dating, token: int, date: EventDate) -> bool:
    """Whether it lasted from one day to another: "failed to stop a leak between 2017 and 2019"."""
    if token in dating.status.reporting or date.method != "timex":
        return False
    return date.earliest is not None and dating.is_over(date.latest)


def _leads_down(dating: Dating, token: int, child: int) -> bool:
    """Whether a date below holds above: of arguments, and of the verb that a phasal one begins or ends."""
    syntax = dating.syntax
    dep, head = syntax.deps[child], syntax.heads[child]
    if dep == "advcl" and syntax.tags[child] == "VB":
        return is_outcome(syntax, child, head)
    if dep == "advcl":
        return head == token and (_goes_together(dating, token, child) or opens_series(syntax, token) == child)
    if dep == "xcomp" and syntax.tags[child] == "VB":
        lemma = lexicon.verb_lemma(syntax.lower[head])
        return lemma in CLASSES["aspectual"] or lemma in _SAME_TIME
    if dep in ("relcl", "acl"):
        return syntax.tags[head].startswith("NN") and syntax.tags[child] != "VB" and _tells_of(dating, token, child)
    return dep in _DOWN and syntax.lower[child] not in APART and not _lies_elsewhere(dating, head, child)


def _lies_elsewhere(dating: Dating, verb: int, child: int) -> bool:
    """Whether a verb looks ahead or back to what it governs: "demanded talks", "a vote over the 2023 spill"."""
    syntax = dating.syntax
    dep = syntax.deps[child]
    if dep == "prep":
        if syntax.lower[child] == "in" and lexicon.verb_lemma(syntax.lower[verb]) in DATING["judging"]:
            return True  # "convicted in the 1998 theft"
        reason, tag = syntax.lower[child] in DATING["reasons"], syntax.tags[verb]
        return reason and (tag.startswith("VB") or (tag.startswith("NN") and syntax.lower[child] != "of"))
    if dep not in ("dobj", "nsubjpass") or verb not in dating.triggers:
        return False
    lemma = dating.triggers[verb].lemma
    looks_back = lemma in DATING["reviewing"] or lemma in DATING["overruling"]
    return looks_back or (dep == "dobj" and lemma in DATING["wishing"])


def _goes_together(dating: Dating, token: int, clause: int) -> bool:
    """As in "scored as they beat Velden on Friday", "died when his car hit a tree on Friday"."""
    verb, below = dating.groups[_bearer(dating, token)], dating.groups.get(clause)
    if below is None or not (verb.tense == below.tense == "past") or verb.perfect or below.perfect:
        return False
    if token in dating.status.negated or token in dating.vague or token in dating.status.reporting:
        return False
    return any(
        dating.syntax.lower[child] in _WHILE and dating.syntax.deps[child] in ("mark", "advmod")
        for child in dating.syntax.children[clause]
    )


def _bearer(dating: Dating, token: int) -> int:
    """The verb whose "were" a second participle shares: "nine were killed and forty injured when …"."""
    syntax, head = dating.syntax, dating.syntax.heads[token]
    gapped = syntax.tags[token] in _PAST and syntax.deps[token] == "conj" and dating.groups[token].tense == "none"
    return head if gapped and head in dating.groups else token


def _tells_of(dating: Dating, token: int, clause: int) -> bool:
    """Whether a clause beside a noun has the time of what stands above: unless it only says when the noun began."""
    noun, verb = dating.syntax.heads[clause], dating.triggers.get(clause)
    name = dating.syntax.child(noun, "appos")
    if name is not None and name < clause:  # "before his arrival the mill, which closed in May, …"
        return False
    if verb is None or CLASSES_BY_WORD.get(verb.lemma) == "aspectual":
        return False
    if noun in dating.triggers:
        planned = verb.lemma in MODALITY["planned"]
        return not planned or dating.triggers[token].part == "noun"
    if dating.triggers[token].part == "noun":  # "the collapse of a bridge, which killed nine people"
        return kind_of_verb(verb.lemma) in ("die", "injure")
    says = token in dating.status.reporting or dating.triggers[token].lemma in DATING["showing"]
    return says and dating.syntax.lower[noun] in DATING["documents"]


def from_phase(dating: Dating, token: int) -> EventDate | None:
    """What begins, goes on or ends has the time of its beginning: "will start clearing the road on Wednesday"."""
    group = dating.groups[token]
    if dating.triggers[token].part != "verb" or (group.tense == "none" and group.modal is None):
        return None
    return dating.of_beginning(token)


def from_subject(dating: Dating, token: int) -> EventDate | None:
    """What a calamity did was done on its day: "the attack in May killed nine people", "the blast happened at noon"."""
    group, trigger = dating.groups[token], dating.triggers[token]
    if trigger.part != "verb" or group.tense != "past" or group.perfect or token in dating.status.reporting:
        return None
    if trigger.lemma not in _HAPPENING and dating.syntax.child(token, "dobj") is None:
        return None
    subject = subject_of(dating.syntax, token, passive=False)
    if subject is None or subject not in dating.triggers or not is_calamity(dating, subject):
        return None
    date = dating.explicit.get(subject) or from_coreference(dating, subject) or from_below(dating, subject)
    return date if date and date.value else None
