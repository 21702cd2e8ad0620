"""What stands beside a name says what it names: `the town of Ostwick`, `Marlow, 43,`, `shares of Corvanta`.

All mentions of the same words are weighed together, so that an article has one Ostwick: the model has a vote for each,
the words beside them have more. What a rule is sure of, a country and a great city stay what they are.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence

from msgspec.structs import replace

from schemas.vocabulary import EntityLabel
from services.nlp.entities.corrections.contexts.bearers import Bearers, Key, key_of, may_be_person
from services.nlp.entities.corrections.contexts.initials import missed_initials
from services.nlp.entities.corrections.contexts.lists import label_lists
from services.nlp.entities.corrections.contexts.missed import missed, missed_companies, missed_firms
from services.nlp.entities.corrections.contexts.signs import signs_beside
from services.nlp.entities.corrections.contexts.votes import FIRM, HINT, LABELS, SURE, TOLD, WEAK, Kind
from services.nlp.entities.firms import is_firm, may_be_firm
from services.nlp.entities.first_names import first_names
from services.nlp.entities.gazetteer import capitals, is_great, is_region, peoples, sites
from services.nlp.entities.mention import PLACES, Mention, fill
from services.nlp.entities.words import Words

MODEL = 2
"""Votes of the model for one name, at most."""
LEAST: Mapping[str, Mapping[Kind, int]] = {
    "PERSON": {"PLACE": WEAK, "ORG": WEAK, "PRODUCT": FIRM, "WORK": FIRM, "PEOPLE": WEAK},
    "ORG": {"PLACE": FIRM, "PERSON": FIRM, "PRODUCT": FIRM, "WORK": FIRM, "PEOPLE": FIRM},
    "PLACE": {"PERSON": FIRM, "ORG": SURE, "PRODUCT": FIRM, "WORK": FIRM, "PEOPLE": SURE},
    "NORP": {"PERSON": SURE, "ORG": TOLD},
    "PRODUCT": {"PLACE": FIRM, "ORG": FIRM, "PERSON": FIRM},
    "EVENT": {"PLACE": FIRM, "WORK": FIRM},
    "WORK_OF_ART": {"PLACE": FIRM, "PERSON": SURE},
}
"""What a name may be instead of what the model says, and the votes that it takes at the least."""


def weigh_contexts(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with the label for which most speaks in the words beside all that are the same name."""
    mentions = fill(mentions, missed_companies(words, mentions))
    mentions = fill(mentions, missed_firms(words, mentions))
    mentions = fill(mentions, missed(words, mentions))
    mentions = fill(mentions, missed_initials(words, mentions))
    keyed = [(key_of(words, mention), mention) for mention in mentions]
    names: dict[Key, list[Mention]] = {}
    for key, mention in keyed:
        names.setdefault(key, []).append(mention)
    bearers = Bearers.of(names)
    labels = {key: label for key in names if (label := _label(words, key, bearers))}
    labels |= _cut_to_persons(words, names, labels)
    if labels:
        weighed = ((mention, labels.get(key, mention.label)) for key, mention in keyed)
        mentions = [m if m.label == label else replace(m, label=label) for m, label in weighed]
    return label_lists(words, mentions, bearers)


def _cut_to_persons(
    words: Words, names: dict[Key, list[Mention]], labels: Mapping[Key, EntityLabel]
) -> dict[Key, EntityLabel]:
    """The labels of full names that are cut down to what only now is a person: `Faith Moreau`, later `Moreau, 29,`."""
    surnames = {key for key, label in labels.items() if label == "PERSON" and len(key) == 1}
    if not surnames:
        return {}
    told = names | {key: [replace(mention, label="PERSON") for mention in names[key]] for key in surnames}
    bearers = Bearers.of(told)
    full = (key for key in names if len(key) > 1 and key[-1:] in surnames and key not in labels)
    return {key: label for key in full if (label := _label(words, key, bearers))}


def _label(words: Words, key: Key, bearers: Bearers) -> EntityLabel | None:
    """The label of a name for which more speaks than for the model's, None where nothing does."""
    group = bearers.names[key]
    given = group[0].label if len(group) == 1 else Counter(mention.label for mention in group).most_common(1)[0][0]
    kind = "PLACE" if given in PLACES else given
    closed = any(mention.sure for mention in group) or (kind in {"ORG", "EVENT"} and not may_be_person(key))
    closed = closed or (kind == "ORG" and len(key) == 1 and all(words.forms[m.end - 1].isupper() for m in group))
    if closed or kind not in LEAST:
        return None
    name = " ".join(key)
    known = is_great(name) or is_region(name) if kind == "PLACE" else kind == "NORP" and name in peoples()
    if known:
        return None
    votes = _votes(words, group, led_to=kind == "PLACE" or _may_be_led_to(key, kind))
    if kind != "PERSON" and bearers.show_person(words, key):
        votes["PERSON"] += FIRM
    if len(key) == 1 and kind in {"PERSON", "ORG"} and _is_capital(name, bearers):
        votes["PLACE"] += FIRM
    if kind != "ORG" and may_be_firm(forms := _bare(words, group[0])):
        votes["ORG"] += HINT if not is_firm(forms) else TOLD if kind == "NORP" else SURE
    if not votes:
        return None
    if votes["TOWN"] and given in {"FAC", "LOC"}:
        return "GPE"
    if votes["PLACE"] and kind != "PLACE" and any(site.population for site in sites().get(name, ())):
        votes["PLACE"] += WEAK
    best = max(LEAST[kind], key=lambda other: votes[other])
    unheard = kind == "PLACE" and name not in sites()
    least = min(LEAST[kind][best], FIRM) if unheard else LEAST[kind][best]
    if votes[best] < least or votes[best] <= votes[kind] + _of_the_model(key, kind, len(group), bearers.surnames):
        return None
    return LABELS[best]


def _votes(words: Words, group: Sequence[Mention], *, led_to: bool) -> defaultdict[str, int]:
    """All that speaks for a label beside the mentions of a name; without `led_to` a preposition alone says nothing."""
    votes: defaultdict[str, int] = defaultdict(int)
    signs = [vote for mention in group for vote in signs_beside(words, mention)]
    if not signs:
        return votes
    led_to = led_to or any(vote.kind in {"PLACE", "TOWN"} and vote.weight > WEAK for vote in signs)
    for vote in signs:
        if led_to or vote.kind != "PLACE":
            votes["PLACE" if vote.kind == "TOWN" else vote.kind] += vote.weight
            votes["TOWN"] += vote.kind == "TOWN"
    return votes


def _bare(words: Words, mention: Mention) -> Sequence[str]:
    """The words of a mention as they stand, without the article."""
    forms = words.forms[mention.start : mention.end]
    return forms[1:] if len(forms) > 1 and forms[0] in {"the", "The"} else forms


def _may_be_led_to(key: Key, kind: str) -> bool:
    """Whether `in` or `from` says something of a name: of a lone one of a person, of one that a town has, too."""
    if kind == "PERSON":
        return len(key) == 1
    return kind != "ORG" or (" ".join(key) in sites() and not key[0].isupper())


def _is_capital(name: str, bearers: Bearers) -> bool:
    """Whether a country has this capital, and nobody in the article is called so."""
    return name in capitals() and name not in bearers.surnames and name not in first_names()


def _of_the_model(key: Key, kind: str, mentions: int, surnames: Container[str]) -> int:
    """The votes of the model: more where it sees an organisation, or a person whose first name or surname is known."""
    if kind == "ORG" and len(key) == 1:
        # For a word that it has not seen the model says so at every mention.
        return MODEL
    votes = min(mentions, MODEL) + (kind == "ORG")
    if kind == "PERSON":
        known = key[0] in first_names() if len(key) > 1 else key[0] in surnames
        votes += FIRM if known else 0
    return votes
