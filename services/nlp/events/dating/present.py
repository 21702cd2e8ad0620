"""Dates that need no time expression: of what is said, holds or will happen, seen from the day of the report."""

from msgspec.structs import replace

from services.nlp.annotations import EventDate
from services.nlp.events import lexicon
from services.nlp.events.dating.interval import on
from services.nlp.events.dating.sharing import APART, is_restrictive
from services.nlp.events.dating.state import Dating
from services.nlp.events.quotes import quote_at

_SAYING = 4
"""Steps up to who said so."""
_ASIDE = APART | {"when", "once", "because"}
"""Conjunctions of what was said in the story and not to who reports; "as the minister said" is a report."""
_GOES_ON = 1
"""Sentences for which the day of a report goes on."""


def from_tense(dating: Dating, token: int) -> EventDate | None:
    """The present is the reference time; the future lies after it, open-ended."""
    group = dating.groups[token]
    if dating.triggers[token].part == "noun":
        return None
    ahead = group.tense == "present" and _is_condition(dating, token)
    if group.tense == "present" and not group.perfect and not ahead:
        return on(dating.reference, "tense")
    if group.tense == "future" or ahead:
        day = dating.reference.value
        return EventDate(method="tense", earliest=day, granularity="interval" if day else None)
    return None


def from_plan(dating: Dating, token: int) -> EventDate | None:
    """What somebody said "would" happen lies after the day on which it was said, open-ended."""
    group = dating.groups[token]
    if group.modal != "would" or group.perfect or dating.triggers[token].part != "verb":
        return None
    quoted = quote_at(dating.syntax.quotes, dating.syntax.starts[token]) is not None
    if quoted or dating.syntax.deps[token] not in ("ccomp", "acl", "relcl"):
        return None
    for above in dating.syntax.ancestors(token, _SAYING):
        if above in dating.triggers and dating.groups[above].tense == "past":
            said = dating.explicit.get(above) or dating.dates.get(above)
            if above in dating.status.reporting and said and said.value and said.earliest:
                return replace(said, value=None, latest=None, granularity="interval")
    return None


def _is_condition(dating: Dating, token: int) -> bool:
    """Whether a present tense speaks of what is to come: "if she wins", "once it is signed"."""
    words, syntax = lexicon.table("dating")["conditions"], dating.syntax
    return any(
        syntax.lower[child] in words and syntax.deps[child] in ("mark", "advmod") for child in syntax.children[token]
    )


def from_report(dating: Dating, token: int) -> EventDate | None:
    """A verb of saying belongs to the day of the report: the one last named, else the reference time.

    One in somebody's words, or in a clause that says who somebody is, tells of earlier.
    """
    group = dating.groups[token]
    if dating.triggers[token].part != "verb" or not (
        token in dating.status.reporting or _declines_to_say(dating, token) or _identifies(dating, token)
    ):
        return None
    if dating.syntax.deps[token] == "relcl" and (is_restrictive(dating.syntax, token) or _is_told_of(dating, token)):
        return None
    if quote_at(dating.syntax.quotes, dating.syntax.starts[token]) is not None or _is_aside(dating, token):
        return None
    if group.perfect or group.modal or group.infinitive or _is_of_the_story(dating, token):
        return None
    if dating.reported and dating.syntax.sentence_of[token] - dating.reported_in <= _GOES_ON:
        return dating.reported
    return on(dating.reference, "reference_time")


def _is_of_the_story(dating: Dating, token: int) -> bool:
    """Whether it was said in the story and not to who reports.

    As in "the court upheld it, citing a precedent"; "had complained but was told to wait"; "did not reply" to a letter.
    """
    syntax, head = dating.syntax, dating.syntax.heads[token]
    if syntax.tags[token] == "VBG" and syntax.deps[token] == "advcl":
        return head in dating.dates and dating.dates[head].method == "none"
    if syntax.deps[token] == "conj" and head in dating.groups:
        return dating.groups[head].perfect and dating.groups[head].tense == "past"
    return token in dating.status.negated and dating.told_in == syntax.sentence(token).section.start


def _is_told_of(dating: Dating, token: int) -> bool:
    """As in "the bishop, who was criticised"; but "the dead, who were not named" is of the report."""
    return dating.syntax.child(token, "auxpass") is not None and token not in dating.status.negated


def _is_aside(dating: Dating, token: int) -> bool:
    """Whether it was said before or after something else: "closed in 2024 after it accused its neighbour"."""
    syntax = dating.syntax
    above, below = syntax.heads[token], token
    if syntax.deps[token] == "pcomp":
        return syntax.lower[above] in APART
    if syntax.deps[below] == "conj":
        below = above
    if syntax.deps[below] != "advcl":
        return False
    return any(
        syntax.lower[child] in _ASIDE and syntax.deps[child] in ("mark", "advmod") for child in syntax.children[below]
    )


def _identifies(dating: Dating, token: int) -> bool:
    """As in "the dead were named as …": a report of who they were."""
    if dating.triggers[token].lemma not in ("name", "identify") or dating.groups[token].tense == "none":
        return False
    return any(dating.syntax.lower[child] == "as" for child in dating.syntax.children[token])


def _declines_to_say(dating: Dating, token: int) -> bool:
    """As in "declined to comment": an answer to who reports."""
    if dating.triggers[token].lemma not in ("decline", "refuse"):
        return False
    said = dating.syntax.child(token, "xcomp")
    return said in dating.triggers and (
        said in dating.status.reporting or dating.triggers[said].lemma in ("comment", "discuss", "elaborate")
    )
