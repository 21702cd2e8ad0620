"""The day of what is said: that of the report, unless it was said in the story itself."""

from msgspec.structs import replace

from services.nlp.annotations import EventDate
from services.nlp.events import lexicon
from services.nlp.events.claims import is_mistaken
from services.nlp.events.dating.apart import APART
from services.nlp.events.dating.beside import is_restrictive
from services.nlp.events.dating.interval import on
from services.nlp.events.dating.state import Dating
from services.nlp.events.dating.story import whole_day
from services.nlp.events.dating.testimony import hears
from services.nlp.events.quotes import quote_at
from services.nlp.events.tables import DATING

_ASIDE = APART | {"when", "once", "because"}
"""Conjunctions of what was said in the story and not to who reports; "as the minister said" is a report."""
_WHILE = frozenset({"as", "when", "while"})
_LIKEWISE = frozenset({"do", "have"})
_PAST = frozenset({"VBN", "VBD"})
_QUOTING = frozenset({"quote", "cite"})
_GOES_ON = 1
"""Sentences for which the day of a report goes on."""


def from_report(dating: Dating, token: int) -> EventDate | None:
    """A verb of saying belongs to the day of the report: the one last named, else the reference time.

    One in somebody's words, or in a clause that says who somebody is, tells of earlier.
    """
    if not _tells(dating, token) or _is_told_elsewhere(dating, token):
        return None
    if (date := _said_with(dating, token)) is not None:
        return date
    clause = _while(dating, token)
    if clause is not None:
        date = dating.explicit.get(clause)
        return replace(whole_day(date), method="reference_time") if date else None
    hearing = token not in dating.status.reporting and hears(dating, token)
    if dating.lead and (hearing or (not dating.looks_back and _is_told_there(dating, token))):
        return replace(whole_day(dating.lead), method="narrative")
    if dating.reported and dating.syntax.sentence_of[token] - dating.reported_in <= _GOES_ON:
        return dating.reported
    return on(dating.reference, "reference_time")


def _said_with(dating: Dating, token: int) -> EventDate | None:
    """The date of the verb that a participle goes on from: "announced in May a retreat from the city, saying …"."""
    if dating.syntax.deps[token] != "acl" or dating.syntax.tags[token] != "VBG":
        return None
    for above in dating.syntax.ancestors(token):
        if above in dating.triggers and dating.triggers[above].part == "verb":
            date = dating.explicit.get(above)
            return date if date and date.value and dating.groups[above].tense == "past" else None
    return None


def _is_told_elsewhere(dating: Dating, token: int) -> bool:
    """Whether it was said to somebody else than who reports, or is not said yet."""
    group, syntax = dating.groups[token], dating.syntax
    if group.perfect or group.modal or group.infinitive or quote_at(syntax.quotes, syntax.starts[token]) is not None:
        return True
    if _is_personal(dating, token) or syntax.sentence(token).section.start in dating.entries:
        return True
    return _says_who(dating, token) or _is_aside(dating, token) or _is_of_the_story(dating, token)


def _is_told_there(dating: Dating, token: int) -> bool:
    """As in "told the crowd", where it happened, and not to who reports."""
    hearer = dating.syntax.child(token, "dobj", "dative")
    return hearer is not None and lexicon.noun_lemma(dating.syntax.lower[hearer]) in DATING["audiences"]


def _tells(dating: Dating, token: int) -> bool:
    """Whether a verb tells something to who reports."""
    if dating.triggers[token].part != "verb":
        return False
    if token in dating.status.reporting:
        return True
    return hears(dating, token) or _declines_to_say(dating, token) or _identifies(dating, token)


def _is_personal(dating: Dating, token: int) -> bool:
    """As in "I said", "they wrote to me", "she wrote a novel", "the article said": nobody says it to who reports."""
    syntax = dating.syntax
    any_day, speakers, works = DATING["any_day"], DATING["speakers"], DATING["works"]
    for child in syntax.children[token]:
        word, dep = syntax.lower[child], syntax.deps[child]
        if (word in any_day and dep == "advmod") or (word in speakers and dep != "conj"):
            return True
        if dep == "nsubj" and word in DATING["own_texts"]:
            return True
        if dep == "dobj" and dating.triggers[token].lemma in works and syntax.child(token, "ccomp") is None:
            return True
    return False


def _says_who(dating: Dating, token: int) -> bool:
    """Whether it stands in a clause that says who is meant: "the man who warned", "the bishop, who was criticised".

    So does a participle, "a man accused of theft", but for that of who speaks, "an official quoted by the paper".
    """
    if dating.syntax.deps[token] == "acl" and dating.syntax.tags[token] in _PAST:
        return dating.triggers[token].lemma not in _QUOTING
    if dating.syntax.deps[token] != "relcl":
        return False
    return is_restrictive(dating.syntax, token) or _is_told_of(dating, token)


def _is_of_the_story(dating: Dating, token: int) -> bool:
    """Whether it was said in the story and not to who reports.

    As in "the court upheld it, citing a precedent"; "had complained but was told to wait"; "did not reply" to a letter;
    in a paragraph about long ago "denied the charge and expelled the envoy".
    """
    syntax, head = dating.syntax, dating.syntax.heads[token]
    if syntax.tags[token] == "VBG" and syntax.deps[token] == "advcl":
        return head in dating.dates and dating.dates[head].method == "none"
    if is_mistaken(syntax, token):
        return True
    if dating.away_in == syntax.sentence(token).section.start and _is_joined(dating, token):
        return True
    if syntax.deps[token] == "conj" and head in dating.groups:
        return dating.groups[head].perfect and dating.groups[head].tense == "past"
    return token in dating.status.negated and dating.told_in == syntax.sentence(token).section.start


def _while(dating: Dating, token: int) -> int | None:
    """What happened while it was said: "denied it as the trial opened"."""
    syntax = dating.syntax
    clause = syntax.child(token, "advcl")
    if clause not in dating.groups or clause in dating.status.reporting or clause < token:
        return None
    if dating.triggers[clause].lemma in _LIKEWISE:  # "repeated it, as he did two weeks ago"
        return None
    group = dating.groups[clause]
    told = group.tense == "past" and not group.perfect and syntax.tags[clause] in ("VBD", "VBN")
    return clause if told and syntax.said(clause, _WHILE, "mark", "advmod") is not None else None


def _is_joined(dating: Dating, token: int) -> bool:
    """Whether it is one of two things that somebody did, the other of which is no saying."""
    other = dating.syntax.child(token, "conj")
    return other in dating.groups and other not in dating.status.reporting and dating.groups[other].tense == "past"


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
