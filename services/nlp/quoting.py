"""Annotations of a text that was read with its noise blanked out, put back into the words that really stand there."""

from typing import TypeVar

from msgspec.structs import replace

from services.nlp.annotations import Annotations, Attribution, Entity, Event, Participant, Span, Timex

Quoted = TypeVar("Quoted", Span, Timex, Participant)


def quote_again(found: Annotations, text: str) -> Annotations:
    """The annotations with every span's words as the text has them."""
    return replace(
        found,
        entities=tuple(_entity(each, text) for each in found.entities),
        timexes=tuple(_quoted(each, text) for each in found.timexes),
        events=tuple(_event(each, text) for each in found.events),
    )


def _entity(entity: Entity, text: str) -> Entity:
    return replace(entity, mentions=tuple(_quoted(each, text) for each in entity.mentions))


def _event(event: Event, text: str) -> Event:
    return replace(
        event,
        trigger=_quoted(event.trigger, text),
        participants=tuple(_quoted(each, text) for each in event.participants),
        attribution=event.attribution and _attribution(event.attribution, text),
    )


def _attribution(said: Attribution, text: str) -> Attribution:
    return replace(said, source=said.source and _quoted(said.source, text), cue=said.cue and _quoted(said.cue, text))


def _quoted(span: Quoted, text: str) -> Quoted:
    return replace(span, text=text[span.start : span.end])
