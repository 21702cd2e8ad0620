"""Puts together what the rules of this room say of each trigger."""

from services.nlp.annotations import Entity, Event, Range, ReferenceTime, Span, Timex
from services.nlp.events.attribution import Sources
from services.nlp.events.classes import class_of
from services.nlp.events.dating import date_events
from services.nlp.events.dating.anchors import tokens_of
from services.nlp.events.dating.of_dateline import with_dateline
from services.nlp.events.dating.state import Status
from services.nlp.events.definite import takes_up
from services.nlp.events.groups import Mention, group_mentions, same_roots, share_dates, told_again
from services.nlp.events.kind_contexts import kind_of
from services.nlp.events.modality import modality_of
from services.nlp.events.names import Names
from services.nlp.events.participants import find_participants
from services.nlp.events.performed import performed
from services.nlp.events.polarity import polarity_of
from services.nlp.events.roots import root_at
from services.nlp.events.syntax import Sentence, Syntax
from services.nlp.events.triggers import Trigger, find_triggers, first_token

_GROUPED = frozenset({"occurrence", "intentional_action"})


def assemble(
    syntax: Syntax, timexes: tuple[Timex, ...], entities: tuple[Entity, ...], reference_time: ReferenceTime
) -> tuple[Event, ...]:
    """Every event of a document, in the order of the text."""
    triggers = find_triggers(syntax)
    names = Names(entities, syntax)
    classes = {trigger.token: class_of(syntax, trigger) for trigger in triggers}
    reporting = frozenset(token for token, name in classes.items() if name == "reporting")
    polarities = {trigger.token: polarity_of(syntax, trigger) for trigger in triggers}
    modalities = {trigger.token: modality_of(syntax, trigger) for trigger in triggers}
    negated = frozenset(token for token, polarity in polarities.items() if polarity == "negated")
    dating = date_events(syntax, triggers, timexes, reference_time, Status(reporting, negated))
    dates = with_dateline(dating.dates, syntax.text, timexes, reference_time)
    sources = Sources(syntax, reporting, names)
    apart = tokens_of(syntax, timexes) | {trigger.token for trigger in triggers}
    participants = {trigger.token: find_participants(syntax, trigger, names, apart) for trigger in triggers}
    numbers = {syntax.sentence_of[trigger.token] for trigger in triggers}
    sentences = {number: _range(syntax, syntax.sentences[number]) for number in numbers}
    happenings = [t for t in triggers if classes[t.token] in _GROUPED and t.part != "adjective"]
    verbs = performed(syntax, happenings)
    done = set(verbs.values())
    alone = [trigger for trigger in happenings if trigger.token not in done]
    roots = same_roots({trigger.token: root_at(syntax, trigger) for trigger in alone}, dating.shown)
    again = told_again(roots) | verbs.keys()
    mentions = [
        Mention(
            trigger.token,
            roots[trigger.token],
            trigger.token in dating.shown or (trigger.part == "noun" and takes_up(syntax, trigger.token)),
            trigger.token in negated,
            modalities[trigger.token] == "asserted",
            frozenset([p.entity for p in participants[trigger.token] if p.entity and p.role != "place"]),
            dates[trigger.token],
        )
        for trigger in alone
        if trigger.token in again
    ]
    groups = group_mentions(mentions, verbs)
    dates |= share_dates(mentions, groups)
    return tuple(
        Event(
            id=f"v{number}",
            trigger=_span(syntax, trigger),
            lemma=trigger.lemma,
            class_=classes[trigger.token],
            kind=kind_of(syntax, trigger),
            section=syntax.sentence(trigger.token).section.kind,
            sentence=sentences[syntax.sentence_of[trigger.token]],
            date=dates[trigger.token],
            participants=participants[trigger.token],
            polarity=polarities[trigger.token],
            modality=modalities[trigger.token],
            attribution=sources.of(trigger.token),
            group=groups.get(trigger.token),
        )
        for number, trigger in enumerate(triggers, start=1)
    )


def _span(syntax: Syntax, trigger: Trigger) -> Span:
    start, end = syntax.starts[first_token(syntax, trigger)], syntax.ends[trigger.token]
    return Span(start, end, syntax.text[start:end])


def _range(syntax: Syntax, sentence: Sentence) -> Range:
    """Where a sentence with a word in it stands, without white space at its ends."""
    first, last = sentence.first, sentence.end - 1
    while syntax.lower[first].isspace():
        first += 1
    while syntax.lower[last].isspace():
        last -= 1
    return Range(syntax.starts[first], syntax.ends[last])
