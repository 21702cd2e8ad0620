"""Compares what was found in the seed articles with what an editor marked there."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from services.nlp.annotations import Annotations, Event, Span
from tests.corpus.seed_gold import Gold, Happening, Name

NONE = "none"


Stretch = Name | Happening | Span
"""Anything that stands somewhere in the text."""


@dataclass
class Layer:
    """Counts of one layer: how many are right, of how many found and of how many wanted."""

    right: float = 0
    found: float = 0
    wanted: float = 0

    @property
    def precision(self) -> float:
        """In per cent."""
        return 100 * self.right / self.found

    @property
    def recall(self) -> float:
        """In per cent."""
        return 100 * self.right / self.wanted


@dataclass
class Scores:
    """All layers, and in words what was missed."""

    names: Layer = field(default_factory=Layer)
    labels: Layer = field(default_factory=Layer)
    clusters_found: Layer = field(default_factory=Layer)
    clusters_wanted: Layer = field(default_factory=Layer)
    events: Layer = field(default_factory=Layer)
    dates: Layer = field(default_factory=Layer)
    methods: Layer = field(default_factory=Layer)
    negations: Layer = field(default_factory=Layer)
    misses: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, tuple[float, float]]:
        """Precision and recall by layer, in per cent. Clusters are B-cubed over the names that both sides have."""
        layers = ("names", "labels", "events", "dates", "methods", "negations")
        return {name: (getattr(self, name).precision, getattr(self, name).recall) for name in layers} | {
            "clusters": (self.clusters_found.precision, self.clusters_wanted.precision)
        }

    def assert_holds(self, layer: str, floor: tuple[float, float]) -> None:
        """Precision and recall of a layer are not below a floor; what is missed is printed with a failure."""
        misses = "\n".join(miss for miss in self.misses if f": {layer}:" in miss)
        reached = self.figures()[layer]
        assert reached[0] >= floor[0], f"precision {reached[0]:.2f}\n{misses}"
        assert reached[1] >= floor[1], f"recall {reached[1]:.2f}\n{misses}"

    def add(self, gold: Gold, found: Annotations) -> None:
        """Count one article."""
        self._add_names(gold, found)
        self._add_events(gold, found)

    def _miss(self, gold: Gold, layer: str, at: Stretch, message: str) -> None:
        around = gold.text[max(0, at.start - 25) : at.end + 25].replace("\n", " ")
        self.misses.append(f"{gold.path.stem}: {layer}: {message} in '…{around}…'")

    def _add_names(self, gold: Gold, found: Annotations) -> None:
        at = {(m.start, m.end): (entity.id, entity.label, m) for entity in found.entities for m in entity.mentions}
        wanted = {(name.start, name.end): name for name in gold.names if name.label}
        ignored = [name for name in gold.names if not name.label]
        for place, name in wanted.items():
            if place not in at:
                self._miss(gold, "names", name, "not found")
            elif at[place][1] != name.label:
                self._miss(gold, "labels", name, f"{at[place][1]}, not {name.label}")
        for place, (_, label, mention) in at.items():
            if place not in wanted and not _overlap(mention, ignored):
                self._miss(gold, "names", mention, f"'{mention.text}' is no {label}")
                self.names.found += 1
        both = {place: (name, at[place]) for place, name in wanted.items() if place in at}
        self.names.right += len(both)
        self.names.found += len(both)
        self.names.wanted += len(wanted)
        self.labels.right += sum(name.label == entity[1] for name, entity in both.values())
        self.labels.found += len(both)
        self.labels.wanted += len(both)
        self._add_clusters(gold, [(name, entity[0]) for name, entity in both.values()])

    def _add_clusters(self, gold: Gold, pairs: list[tuple[Name, str]]) -> None:
        together = Counter((name.key, identity) for name, identity in pairs)
        keys, identities = Counter(name.key for name, _ in pairs), Counter(identity for _, identity in pairs)
        for name, identity in pairs:
            for layer, others in (
                (self.clusters_found, identities[identity]),
                (self.clusters_wanted, keys[name.key]),
            ):
                layer.right += together[name.key, identity] / others
                layer.found += 1
                if together[name.key, identity] < others:
                    self._miss(gold, "clusters", name, f"{together[name.key, identity]} of {others} together")

    def _add_events(self, gold: Gold, found: Annotations) -> None:
        met = set[str]()
        for happening in gold.happenings:
            matched = [each for each in found.events if _overlap(happening, [each.trigger])]
            met |= {each.id for each in matched}
            self._add_event(gold, happening, matched[0] if matched else None)
        for event in found.events:
            if event.id not in met:
                self.events.found += 1
                self._miss(gold, "events", event.trigger, f"'{event.trigger.text}' is none")
                self._add_date(gold, event.trigger, (NONE,), event)
                self.negations.found += event.polarity == "negated"

    def _add_event(self, gold: Gold, happening: Happening, event: Event | None) -> None:
        if happening.optional:
            return
        self.events.wanted += 1
        self.negations.wanted += happening.negated
        if event is None:
            self._miss(gold, "events", happening, "not found")
        else:
            self.events.right += 1
            self.events.found += 1
            negated = event.polarity == "negated"
            self.negations.found += negated
            self.negations.right += negated and happening.negated
            if negated != happening.negated:
                self._miss(gold, "negations", happening, event.polarity)
        if happening.dates and self._add_date(gold, happening, happening.dates, event) and event and happening.method:
            self._add_method(gold, happening, event)

    def _add_date(self, gold: Gold, at: Stretch, dates: Sequence[str], event: Event | None) -> bool:
        given = written_date(event) if event else NONE
        wanted = next((date for date in dates if _day(date) == _day(given)), dates[0])
        right = _day(given) == _day(wanted)
        self.dates.wanted += wanted != NONE
        self.dates.found += given != NONE
        self.dates.right += right and wanted != NONE
        if not right:
            self._miss(gold, "dates", at, f"{given} ({event.date.method if event else 'no event'}), not {wanted}")
        return right

    def _add_method(self, gold: Gold, happening: Happening, event: Event) -> None:
        self.methods.found += 1
        self.methods.wanted += 1
        self.methods.right += event.date.method == happening.method
        if event.date.method != happening.method:
            self._miss(gold, "methods", happening, f"{event.date.method}, not {happening.method}")


def written_date(event: Event) -> str:
    """The date as the corpora write it: a value, `first..last`, or `none`."""
    when = event.date
    if when.value:
        return when.value
    if when.earliest is None and when.latest is None:
        return NONE
    return f"{when.earliest or ''}..{when.latest or ''}"


def _day(date: str) -> str:
    """Without the time of day."""
    return date.partition("T")[0]


def _overlap(at: Stretch, others: Sequence[Stretch]) -> bool:
    """Whether any of the others shares a character with it."""
    return any(other.start < at.end and at.start < other.end for other in others)
