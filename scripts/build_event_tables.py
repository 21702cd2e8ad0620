"""Derive the event tables from a WordNet 3.0 database folder: build_event_tables.py /usr/share/wordnet.

Writes these tables into services/nlp/events/data, WordNet's licence stands beside them:
  wordnet_nouns.tsv       lemma, share (0-100) of its uses that are acts, events, processes or phenomena, category, verb
  wordnet_verbs.tsv       lemma, main category
  wordnet_abstract.tsv    nouns for what cannot take part in an event: lemma, main category
  wordnet_persons.tsv     nouns for persons: lemma
  wordnet_exceptions.tsv  irregular form, part of speech, lemma
"""

import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent.parent / "services/nlp/events/data"
HEADER = "# derived from WordNet 3.0 by scripts/build_event_tables.py; licence: WORDNET-LICENSE.txt\n"
NOUN_CATEGORIES = {
    3: "tops", 4: "act", 5: "animal", 6: "artifact", 7: "attribute", 8: "body", 9: "cognition", 10: "communication",
    11: "event", 12: "feeling", 13: "food", 14: "group", 15: "location", 16: "motive", 17: "object", 18: "person",
    19: "phenomenon", 20: "plant", 21: "possession", 22: "process", 23: "quantity", 24: "relation", 25: "shape",
    26: "state", 27: "substance", 28: "time",
}  # fmt: skip
VERB_CATEGORIES = {
    29: "body", 30: "change", 31: "cognition", 32: "communication", 33: "competition", 34: "consumption",
    35: "contact", 36: "creation", 37: "emotion", 38: "motion", 39: "perception", 40: "possession", 41: "social",
    42: "stative", 43: "weather",
}  # fmt: skip
ABSTRACT = {
    "act", "attribute", "cognition", "event", "feeling", "motive", "phenomenon", "process", "quantity", "relation",
    "shape", "state", "time",
}  # fmt: skip
HAPPENING = {"act", "event", "process", "phenomenon"}
USEFUL_SHARE = 5
"""Nouns with a smaller share are kept only where a verb derives from them."""


@dataclass(frozen=True)
class Synset:
    """One synset: its category, its words and the verbs it derives from, by position of the word."""

    category: str
    proper: bool
    words: tuple[str, ...]
    verbs: tuple[tuple[int, int, str], ...]


def read_synsets(path: Path, categories: dict[int, str]) -> dict[str, Synset]:
    """Synsets of a data file by offset (wndb(5WN))."""
    synsets = {}
    for line in path.read_text("utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        words = tuple(fields[4 + 2 * i].lower() for i in range(count))
        at = 4 + 2 * count
        pointers = [fields[at + 1 + 4 * i : at + 5 + 4 * i] for i in range(int(fields[at]))]
        # a derivation names the positions of both words in their synsets as two hexadecimal digits each
        verbs = tuple((*bytes.fromhex(p[3]), p[1]) for p in pointers if p[0] == "+" and p[2] == "v")
        synsets[fields[0]] = Synset(categories[int(fields[1])], fields[4][0].isupper(), words, verbs)
    return synsets


def read_index(path: Path) -> dict[str, list[str]]:
    """Offsets of each lemma's synsets, most frequent sense first."""
    lines = (line.split() for line in path.read_text("utf-8").splitlines() if not line.startswith(" "))
    return {fields[0]: fields[-int(fields[2]) :] for fields in lines}


def read_counts(path: Path, kind: str) -> Counter[tuple[str, int]]:
    """How often each sense of a lemma is tagged in the semantic concordance."""
    counts: Counter[tuple[str, int]] = Counter()
    for line in path.read_text("utf-8").splitlines():
        key, sense, count = line.split()
        lemma, rest = key.split("%")
        if rest[0] == kind:
            counts[lemma, int(sense)] = int(count)
    return counts


def weigh(lemma: str, offsets: list[str], synsets: dict[str, Synset], counts: Counter[tuple[str, int]]) -> Counter[str]:
    """Weight of each category: tagged uses, smoothed by the rank of the sense."""
    weights: Counter[str] = Counter()
    for rank, offset in enumerate(offsets, 1):
        weights[synsets[offset].category] += counts[lemma, rank] + 1 / (rank + 1)  # type: ignore[assignment]
    return weights


def related_verb(lemma: str, offsets: list[str], nouns: dict[str, Synset], verbs: dict[str, Synset]) -> str:
    """The verb that the noun's most frequent senses derive from; the longest common beginning where several do."""
    found: dict[str, int] = defaultdict(int)
    for rank, offset in enumerate(offsets):
        synset = nouns[offset]
        for position, word, target in synset.verbs:
            if synset.words[position - 1] == lemma:
                found[verbs[target].words[word - 1]] += len(offsets) - rank
    return min(found, key=lambda verb: (-found[verb], verb)) if found else ""


def write(name: str, rows: list[tuple[str, ...]]) -> None:
    """One table, sorted."""
    (DATA / name).write_text(HEADER + "".join("\t".join(row) + "\n" for row in sorted(rows)), "utf-8")


def single(lemma: str) -> bool:
    """Whether the lemma is one plain word, as tokens are."""
    return lemma.replace("-", "").isalpha() and len(lemma) > 1


def main() -> None:
    """Read WordNet, write the tables."""
    source = Path(sys.argv[1])
    nouns, verbs = (
        read_synsets(source / "data.noun", NOUN_CATEGORIES),
        read_synsets(source / "data.verb", VERB_CATEGORIES),
    )
    noun_counts, verb_counts = read_counts(source / "cntlist.rev", "1"), read_counts(source / "cntlist.rev", "2")
    noun_rows, abstract_rows, person_rows = [], [], []
    for lemma, offsets in read_index(source / "index.noun").items():
        weights = weigh(lemma, offsets, nouns, noun_counts)
        share = round(100 * sum(weights[category] for category in HAPPENING) / sum(weights.values()))
        verb = related_verb(lemma, offsets, nouns, verbs)
        main_category = nouns[offsets[0]].category
        heaviest = max(weights, key=weights.__getitem__)
        tagged = any(noun_counts[lemma, rank + 1] for rank in range(len(offsets)))
        if single(lemma) and heaviest == "person" and not nouns[offsets[0]].proper:
            person_rows.append((lemma,))
        if single(lemma) and heaviest in ABSTRACT and tagged:
            abstract_rows.append((lemma, heaviest))
        if single(lemma) and (share >= USEFUL_SHARE or (verb and main_category not in ("person", "artifact"))):
            noun_rows.append((lemma, str(share), heaviest, verb))
    verb_rows = []
    for lemma, offsets in read_index(source / "index.verb").items():
        if single(lemma):
            weights = weigh(lemma, offsets, verbs, verb_counts)
            verb_rows.append((lemma, max(weights, key=weights.__getitem__)))
    known = {"n": set(read_index(source / "index.noun")), "v": {row[0] for row in verb_rows}}
    exceptions = [
        (form, kind, lemma)
        for kind, file in (("n", "noun.exc"), ("v", "verb.exc"))
        for form, lemma, *_ in (line.split() for line in (source / file).read_text("utf-8").splitlines())
        if single(form) and lemma in known[kind] and form != lemma
    ]
    write("wordnet_nouns.tsv", noun_rows)
    write("wordnet_verbs.tsv", verb_rows)
    write("wordnet_abstract.tsv", abstract_rows)
    write("wordnet_persons.tsv", person_rows)
    write("wordnet_exceptions.tsv", exceptions)


main()
