"""Where the places of an article are.

The rules, in this order; what none of them decides has no place:

1. a name that is a country and nothing else is that country, without a point: a country is no dot on a map;
2. a place named together with its region or country, `Aldmoor, Ohio`, is the one there; where no list has it, the
   country is known and the point is not;
3. a name that a country shares, Georgia or Congo, is the country whose people or capital the article names, else the
   one in which all the towns lie that it names; beside several countries it is the country, unless the other's is one;
4. the name of an American state is the state, unless a city of 300,000 inhabitants bears it;
5. of the places of one name those in countries that the article names are preferred, then a capital, then those in the
   countries in which other towns of the article lie;
6. the largest is meant if it has ten times the inhabitants of the next, and 100,000 where the article does not name
   its country;
7. if all that remain lie in one country, the country is known and the point is not.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from services.nlp.annotations import Place
from services.nlp.entities.clusters import Cluster
from services.nlp.entities.gazetteer import GREAT as KNOWN_EVERYWHERE
from services.nlp.entities.gazetteer import Site, capitals, countries, is_great, is_region, peoples, sites
from services.nlp.entities.lexicon import sections
from services.nlp.entities.words import Words

LARGER, SEVERAL = 10, 2
GREAT = 100_000
KINDS = (" City", " province", " Province", " state", " State", " County", " county", " district", " District")
"""Last words of places that the gazetteer leaves out."""


COMPASS = frozenset({"Eastern", "Western", "Northern", "Southern", "Central"})


class _Told(Struct, frozen=True, gc=False):
    """The countries that an article names, those whose people or capital it names, those of one town, of several."""

    near: frozenset[str]
    peopled: frozenset[str]
    toured: frozenset[str]
    settled: frozenset[str]


def locate(words: Words, clusters: Sequence[Cluster]) -> Mapping[int, Place]:
    """The place of each cluster that is one, by its number from 1; those that cannot be told are left out."""
    told = _told(clusters)
    found: dict[int, Place] = {}
    for number, one in enumerate(clusters, start=1):
        if one.label == "GPE" and (place := _place(one, _beside(words, one), told)):
            found[number] = place
    return found


def _place(cluster: Cluster, beside: str | None, told: _Told) -> Place | None:
    """The place of one cluster."""
    code = next((countries()[name] for name in _names(cluster) if name in countries()), None)
    if code:
        return Place(code)
    candidates = next((sites()[name] for name in _names(cluster) if name in sites()), ())
    if beside and ((there := _within(candidates, beside)) or beside in countries() or is_great(beside)):
        return _choose(there) if there else _around(beside)
    if any(not (site.population or site.region) for site in candidates):
        return _shared(candidates, told)
    return Place("US") if _is_state(cluster.name, candidates) else _likeliest(cluster.name, candidates, told)


def _likeliest(name: str, candidates: Sequence[Site], told: _Told) -> Place | None:
    """The place that is meant by a name of which nothing beside it says more."""
    if expected := _choose([site for site in candidates if site.country in told.near]):
        return expected
    if candidates and candidates[0].population and capitals().get(name) == candidates[0].country:
        return Place(candidates[0].country, candidates[0].latitude, candidates[0].longitude)
    settled = _choose([site for site in candidates if site.country in told.settled])
    elsewhere = not told.near and told.toured - {site.country for site in candidates}
    if settled or (elsewhere and not any(site.population for site in candidates)):
        return settled
    return _choose(candidates) if _is_great(candidates) else None


def _around(wider: str) -> Place | None:
    """The country of a region that is named behind a place of which no list knows."""
    if wider in countries():
        return Place(countries()[wider])
    regions = {site.country for site in sites()[wider] if not site.population}
    return Place(min(regions)) if len(regions) == 1 else None


def _shared(candidates: Sequence[Site], told: _Told) -> Place | None:
    """The country that is meant by a name that others have, too, where something else of it is named."""
    whole = {site.country for site in candidates if not (site.population or site.region)}
    others = {site.country for site in candidates} - whole
    fitting = whole & told.peopled or {site.country for site in candidates if site.country in told.toured}
    if not fitting and len(told.near) >= SEVERAL:
        # Beside other countries it is one, unless the other's country is among them.
        fitting = whole if told.near.isdisjoint(others) else set()
    elif not fitting:
        fitting = (whole | others) & told.near
    return Place(min(fitting)) if len(fitting) == 1 else None


def _is_great(candidates: Sequence[Site]) -> bool:
    """Whether the largest is known beyond its country, or all of them are regions."""
    return all(not site.population for site in candidates) or candidates[0].population >= GREAT


def _is_state(name: str, candidates: Sequence[Site]) -> bool:
    """Whether an American state and no large city has the name: Virginia, not New York, not Georgia."""
    state = any(site.country == "US" and not site.population for site in candidates)
    return state and candidates[0].population < KNOWN_EVERYWHERE and name not in sections("countries")["not alone"]


def _names(cluster: Cluster) -> Iterable[str]:
    """The name, and the name without what tells a capital from a state."""
    yield cluster.name
    if cluster.name.isupper():
        yield cluster.name.title()
    yield cluster.name.replace("St.", "St")
    bare = cluster.name.removeprefix("the ")
    yield next((bare.removesuffix(kind) for kind in KINDS if bare.endswith(kind)), bare)


def _choose(candidates: Sequence[Site]) -> Place | None:
    """The largest candidate if it is far larger than the next, else the country that all share, else none."""
    if not candidates:
        return None
    first, second = candidates[0], candidates[1] if len(candidates) > 1 else None
    rivals = any(not site.population and site.country != first.country for site in candidates)
    known = not rivals or first.population >= KNOWN_EVERYWHERE
    if first.population and known and (second is None or first.population >= LARGER * second.population):
        return Place(first.country, first.latitude, first.longitude)
    alike = {site.country for site in candidates}
    return Place(first.country) if len(alike) == 1 else None


def _within(candidates: Sequence[Site], wider: str) -> list[Site]:
    """The candidates inside a country or region of that name."""
    code = countries().get(wider)
    if code:
        return [site for site in candidates if site.country == code]
    regions = {(site.country, site.region) for site in sites().get(wider, ()) if not site.population}
    exact = [site for site in candidates if (site.country, site.region) in regions and site.population]
    return exact or [site for site in candidates if site.country in {country for country, _ in regions}]


def _beside(words: Words, cluster: Cluster) -> str | None:
    """The country or region named right after a comma: Ohio in `Aldmoor, Ohio`."""
    for mention in cluster.mentions:
        after = mention.end
        if after + 1 < len(words) and words.forms[after] == "," and words.upper[after + 1]:
            for length in (3, 2, 1):
                wider = words.said(after + 1, min(after + 1 + length, len(words)))
                if is_region(wider):
                    return wider
    return None


def _people(name: str) -> str | None:
    """The country of a people, or of a part of it: Syrians, Eastern Libyan."""
    first, _, rest = name.partition(" ")
    named = rest if first in COMPASS else name
    return peoples().get(name) or peoples().get(named) or peoples().get(named.removesuffix("s"))


def _told(clusters: Iterable[Cluster]) -> _Told:
    """What the names of an article say of the countries that it is about."""
    named, peopled, toured = set[str](), set[str](), Counter[str]()
    for one in clusters:
        name = one.name
        if one.label not in {"GPE", "NORP"}:
            continue
        people = _people(name)
        country = countries().get(name)
        if people or name in capitals():
            peopled.add(people or capitals()[name])
        elif country is None:
            lying = {site.country for site in sites().get(name, ())}
            toured.update(lying if len(lying) == 1 and any(site.population for site in sites()[name]) else ())
        named |= {code for code in (country, people) if code}
    settled = frozenset(code for code, towns in toured.items() if towns > 1)
    return _Told(frozenset(named), frozenset(peopled), frozenset(toured), settled)
