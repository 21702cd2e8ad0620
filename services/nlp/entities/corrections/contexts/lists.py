"""What stands in one list is of one kind: `in Ostwick, Lyon and Kolvane`, `Louis Marten and Jan Orre`."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from services.nlp.entities.corrections.contexts.bearers import Bearers, is_full_name, key_of, may_be_person
from services.nlp.entities.corrections.contexts.signs import signs_beside
from services.nlp.entities.firms import may_be_firm
from services.nlp.entities.first_names import first_names
from services.nlp.entities.gazetteer import is_great, sites
from services.nlp.entities.mention import Mention
from services.nlp.entities.words import Words

LAST_LINKS = frozenset({("and",), ("or",), (",", "and")})
"""Between the last two items; what follows `, or` is another word for the same."""
LINKS = LAST_LINKS | {(",",)}
LONG_LIST = 3
"""Items of a list behind a preposition of place that needs no known town."""
WITHIN = frozenset({"in", "near", "around"})
LEADING = frozenset({"in", "from", "near", "to", "between", "of", "through", "around", "outside", "via", "as", "like"})
STRAYED = frozenset({"GPE", "LOC", "NORP", "PRODUCT", "FAC"})
"""What the model now and then takes a full name for."""
FIRMLIKE = frozenset({"PERSON", "GPE", "LOC", "FAC", "PRODUCT", "NORP"})
MENTIONS = 20
"""Mentions of a name that are asked for signs."""
TOWNLIKE = frozenset({"ORG", "PERSON", "FAC", "LOC", "NORP", "PRODUCT"})


def label_lists(words: Words, mentions: list[Mention], bearers: Bearers) -> list[Mention]:
    """Mentions with the doubtful items of lists of towns towns, of organisations organisations, of persons persons."""
    mentions = _label_persons(words, mentions)
    runs = list(_runs(words, mentions))
    return _label_firms(words, _label_towns(words, mentions, runs), runs, bearers) if runs else mentions


def _label_persons(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Mentions with each full name that `and` ties to a person's one as well, unless a town has it."""
    found: set[int] = set()
    for place in range(1, len(mentions)):
        pair = mentions[place - 1 : place + 1]
        if words.lower[pair[0].end : pair[1].start] == ("and",):
            full = any(m.label == "PERSON" and m.end - m.start > 1 for m in pair)
            found.update(place - 1 + n for n, m in enumerate(pair) if full and _may_be_bearer(words, m))
    return (
        [replace(m, label="PERSON") if place in found else m for place, m in enumerate(mentions)] if found else mentions
    )


def _may_be_bearer(words: Words, mention: Mention) -> bool:
    """Whether a doubtful full name can be a person's: no organisation's, no town's, no landmark's."""
    if mention.sure or mention.label not in STRAYED or mention.end - mention.start == 1:
        return False
    shaped = is_full_name(key_of(words, mention)) and may_be_person(words.forms[mention.start : mention.end])
    return shaped and words.said(mention.start, mention.end) not in sites()


def _label_firms(words: Words, mentions: list[Mention], runs: list[range], bearers: Bearers) -> list[Mention]:
    """Mentions with each doubtful item of a list of firms one: `Denso, Aisin and Karvo`; not `Clinton and Congress`."""
    firms = {place for run in runs for place in _strangers(words, mentions, run, bearers)}
    return [replace(m, label="ORG") if place in firms else m for place, m in enumerate(mentions)] if firms else mentions


def _strangers(words: Words, mentions: Sequence[Mention], run: range, bearers: Bearers) -> Iterator[int]:
    """The lone names that nobody bears in a list with an organisation that is none of those everybody knows."""
    fellows = [m for m in mentions[run.start : run.stop] if m.label == "ORG" and _is_fellow(words, m)]
    if not fellows or any(_is_other(words, m) for m in mentions[run.start : run.stop]):
        return
    for place in run:
        mention = mentions[place]
        lone = mention.end - mention.start == 1 and words.proper_before(mention.start, 1) == mention.start
        doubtful = mention.label in FIRMLIKE and not mention.sure
        if lone and doubtful and _may_be_firm(words, mention, bearers):
            yield place


def _is_other(words: Words, mention: Mention) -> bool:
    """Whether a mention shows that a list names more than organisations: a full name, a place that is known."""
    if mention.label == "PERSON":
        return mention.end - mention.start > 1
    return mention.label == "GPE" and (mention.sure or words.said(mention.start, mention.end) in sites())


def _is_fellow(words: Words, mention: Mention) -> bool:
    """Whether an organisation says something of its neighbours: a firm, or one that no list of bodies has."""
    return not mention.sure or may_be_firm(words.forms[mention.start : mention.end])


def _may_be_firm(words: Words, mention: Mention, bearers: Bearers) -> bool:
    """Whether no place and no person has the name, and nothing beside any of its mentions says so."""
    form = words.forms[mention.start]
    if form in sites() or is_great(form) or form in bearers.surnames or form in first_names():
        return False
    group = bearers.names.get(key_of(words, mention), (mention,))
    return all(vote.kind == "ORG" for one in group[:MENTIONS] for vote in signs_beside(words, one))


def _label_towns(words: Words, mentions: list[Mention], runs: list[range]) -> list[Mention]:
    """Mentions with each doubtful item of a list of towns a town, and the other end of a way: `from Paris to Lyon`."""
    towns = {place for run in runs for place in _doubtful(words, mentions, run)}
    return [replace(m, label="GPE") if place in towns else m for place, m in enumerate(mentions)] if towns else mentions


def _runs(words: Words, mentions: Sequence[Mention]) -> Iterator[range]:
    """The lists among the mentions, each a range of their numbers up to the last that `and` or `or` joins to it."""
    start = end = 0
    for place in range(1, len(mentions) + 1):
        between = words.lower[mentions[place - 1].end : mentions[place].start] if place < len(mentions) else ()
        if between in LAST_LINKS:
            end = place + 1
        elif between == ("to",) and words.lower[mentions[place - 1].start - 1] in {"from", "between"}:
            yield range(place - 1, place + 1)
        if between not in LINKS:
            if end > start:
                yield range(start, end)
            start = end = place


def _doubtful(words: Words, mentions: Sequence[Mention], run: range) -> Iterator[int]:
    """The items of a list with a town that the model takes for something else and for which nothing else speaks."""
    first = mentions[run.start].start - 1
    of_places = len(run) >= LONG_LIST and first >= 0 and words.lower[first] in WITHIN
    if not of_places and all(mentions[place].label != "GPE" for place in run):
        return
    closed = words.forms[mentions[run.stop - 1].end : mentions[run.stop - 1].end + 1] == (",",)
    led = first >= 0 and words.lower[first] in LEADING and (closed or not words.opens[first])
    for place in run:
        mention = mentions[place]
        if mention.label in TOWNLIKE and not mention.sure and _may_be_town(words, mention, led=led):
            yield place


def _may_be_town(words: Words, mention: Mention, *, led: bool) -> bool:
    """Whether a mention can be a town: one that the gazetteer has, or a lone word behind a preposition of place."""
    name = words.said(mention.start, mention.end)
    if mention.label == "ORG" and name.isupper():
        return False
    if any(vote.kind not in {"PLACE", "TOWN"} for vote in signs_beside(words, mention)):
        return False
    if any(site.population for site in sites().get(name, ())):
        return True
    lone = mention.end - mention.start == 1 and not (name.isupper() and len(name) > 1)
    return led and lone and not is_great(name)
