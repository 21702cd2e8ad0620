"""Reads the corpora of events: what a sentence reports, as a journalist would note it.

A file is `about` one property of events and holds one case a line, sentence first:

    about: triggers      "Rebels attacked the town on Sunday.": [attacked]     exactly these words name events
    about: polarity      "The minister did not resign.": {resign: negated}     this event has this property
    about: participants  "Rebels attacked the town.": {attacked: {agent: Rebels, patient: the town}}
    about: attribution   "Officials said rebels attacked.": {attacked: Officials said}     source and cue; or null
    about: groups        "They attacked. The attack failed.": [[attacked, attack]]     mentions of one event
    about: dates         "It opened on 3 May.": {opened: 2026-05-03}

An event is named by its word, with "#2" for the second of that word. " // " ends a headline. Dates stand as a TIMEX3
value, as `first..last` where a side may be open, or as `none`; a method may follow: `2026-05-03 narrative`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import yaml

from services.nlp.annotations import Document, Event

HERE = Path(__file__).parent
HEADLINE_ENDS = " // "


@dataclass(frozen=True)
class Case:
    """One sentence and what must hold of it."""

    about: str
    sentence: str
    expected: Any
    published: date | None

    @property
    def document(self) -> Document:
        """The sentence as the service would get it."""
        headline, found, body = self.sentence.partition(HEADLINE_ENDS)
        published = datetime.combine(self.published, time(12), UTC) if self.published else None
        if not found:
            return Document(self.sentence, 0, published)
        return Document(f"{headline}\n\n{body}", len(headline), published)


def cases_of(path: Path) -> list[Case]:
    """The cases of a file."""
    content = yaml.safe_load(path.read_text("utf-8"))
    published = content.get("reference_time")
    return [Case(content["about"], sentence, expected, published) for sentence, expected in content["cases"].items()]


def files(folder: str) -> list[Path]:
    """The files of one corpus."""
    return sorted((HERE / folder).glob("*.yaml"))


def misses(case: Case, events: tuple[Event, ...]) -> list[str]:
    """What differs between a case and what was found, one short sentence each."""
    if case.about == "triggers":
        found = [event.trigger.text for event in events]
        return [] if found == case.expected else [f"events {found}, not {case.expected}"]
    named = dict(_named(events))
    if case.about == "groups":
        return list(_group_misses(case.expected, named))
    return [miss for name, wanted in case.expected.items() for miss in _event_misses(case.about, name, wanted, named)]


def _named(events: tuple[Event, ...]) -> Iterator[tuple[str, Event]]:
    """Events by word; the second of a word is `word#2`."""
    seen: dict[str, int] = {}
    for event in events:
        word = event.trigger.text
        seen[word] = seen.get(word, 0) + 1
        yield (word if seen[word] == 1 else f"{word}#{seen[word]}"), event


def _event_misses(about: str, name: str, wanted: Any, named: dict[str, Event]) -> Iterator[str]:  # noqa: ANN401  # as YAML has it
    event = named.get(name)
    if event is None:
        yield f"no event {name!r} among {sorted(named)}"
        return
    found = _READERS[about](event)
    if about == "dates":
        value, _, method = str(wanted).partition(" ")
        if value != _date(event) or (method and method != event.date.method):
            yield f"{name}: {_date(event)} {event.date.method}, not {wanted}"
    elif found != wanted:
        yield f"{name}: {found}, not {wanted}"


def _date(event: Event) -> str:
    when = event.date
    if when.value:
        return when.value
    if when.earliest is None and when.latest is None:
        return "none"
    return f"{when.earliest or ''}..{when.latest or ''}"


def _participants(event: Event) -> dict[str, str | list[str]]:
    roles: dict[str, list[str]] = {}
    for participant in event.participants:
        roles.setdefault(participant.role, []).append(participant.text)
    return {role: texts[0] if len(texts) == 1 else texts for role, texts in roles.items()}


def _attribution(event: Event) -> str | None:
    said = event.attribution
    return " ".join(span.text for span in (said.source, said.cue) if span) if said else None


def _group_misses(groups: list[list[str]], named: dict[str, Event]) -> Iterator[str]:
    together: dict[str, list[str]] = {}
    for name, event in named.items():
        if event.group:
            together.setdefault(event.group, []).append(name)
    found = [names for names in together.values() if len(names) > 1]
    if found != groups:
        yield f"groups {found}, not {groups}"


_READERS = {
    "polarity": lambda event: event.polarity,
    "modality": lambda event: event.modality,
    "class": lambda event: event.class_,
    "kind": lambda event: event.kind,
    "section": lambda event: event.section,
    "lemma": lambda event: event.lemma,
    "participants": _participants,
    "attribution": _attribution,
    "dates": _date,
}
