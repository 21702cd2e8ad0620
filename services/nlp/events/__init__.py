"""Events: triggers, participants, dates, polarity, modality, attribution."""

from spacy.tokens import Doc

from services.nlp.annotations import Document, Entity, Event, Range, ReferenceTime, Span, Timex
from services.nlp.events.classes import class_of
from services.nlp.events.dating import date_events
from services.nlp.events.dating.anchors import tokens_of
from services.nlp.events.names import Names
from services.nlp.events.participants import find_participants
from services.nlp.events.polarity import polarity_of
from services.nlp.events.syntax import Syntax, read
from services.nlp.events.triggers import Trigger, find_triggers


def find_events(
    doc: Doc,
    document: Document,
    timexes: tuple[Timex, ...],
    entities: tuple[Entity, ...],
    reference_time: ReferenceTime,
) -> tuple[Event, ...]:
    """Every event of a document, in the order of the text."""
    syntax = read(doc, document.headline_end)
    triggers = find_triggers(syntax)
    names = Names(entities)
    classes = {trigger.token: class_of(syntax, trigger) for trigger in triggers}
    reporting = frozenset(token for token, name in classes.items() if name == "reporting")
    dates = date_events(syntax, triggers, timexes, reference_time, reporting)
    excluded = tokens_of(syntax, timexes) | {trigger.token for trigger in triggers}
    return tuple(
        Event(
            id=f"v{number}",
            trigger=_span(syntax, trigger),
            lemma=trigger.lemma,
            class_=classes[trigger.token],
            sentence=_sentence(syntax, trigger),
            date=dates[trigger.token],
            section=syntax.sentence(trigger.token).section.kind,
            participants=find_participants(syntax, trigger, names, excluded),
            polarity=polarity_of(syntax, trigger),
        )
        for number, trigger in enumerate(triggers, start=1)
    )


def _span(syntax: Syntax, trigger: Trigger) -> Span:
    start, end = syntax.starts[trigger.token], syntax.ends[trigger.token]
    return Span(start, end, syntax.text[start:end])


def _sentence(syntax: Syntax, trigger: Trigger) -> Range:
    """The sentence without white space at its ends."""
    sentence = syntax.sentence(trigger.token)
    first, last = sentence.first, sentence.end - 1
    while syntax.lower[first].isspace():
        first += 1
    while syntax.lower[last].isspace():
        last -= 1
    return Range(syntax.starts[first], syntax.ends[last])
