"""Where the places of an article are.

The rules, in this order; what none of them decides has no place:

1. a name that is a country and nothing else is that country, without a point: a country is no dot on a map;
2. a place named together with its region or country, `Aldmoor, Ohio`, is the one there;
3. the name of an American state is the state, unless a city of 300,000 inhabitants bears it;
4. of the places of one name those in countries that the article names are preferred;
5. the largest is meant if it has ten times the inhabitants of the next, and 100,000 where the article does not name
   its country;
6. if all that remain lie in one country, the country is known and the point is not.
"""

from collections.abc import Iterable, Mapping, Sequence

from services.nlp.annotations import Place
from services.nlp.entities.clusters import Cluster
from services.nlp.entities.gazetteer import GREAT as KNOWN_EVERYWHERE
from services.nlp.entities.gazetteer import Site, countries, is_region, peoples, sites
from services.nlp.entities.lexicon import sections
from services.nlp.entities.words import Words

LARGER = 10
GREAT = 100_000


def locate(words: Words, clusters: Sequence[Cluster]) -> Mapping[int, Place]:
    """The place of each cluster that is one, by its number from 1; those that cannot be told are left out."""
    near = _countries_named(clusters)
    found: dict[int, Place] = {}
    for number, one in enumerate(clusters, start=1):
        if one.label == "GPE" and (place := _place(one, _beside(words, one), near)):
            found[number] = place
    return found


def _place(cluster: Cluster, beside: str | None, near: frozenset[str]) -> Place | None:
    """The place of one cluster."""
    code = next((countries()[name] for name in _names(cluster) if name in countries()), None)
    if code:
        return Place(code)
    candidates = next((sites()[name] for name in _names(cluster) if name in sites()), ())
    if beside:
        there = _within(candidates, beside)
        return _choose(there) if there else None
    if _is_state(cluster.name, candidates):
        return Place("US")
    expected = _choose([site for site in candidates if site.country in near])
    return expected or (_choose(candidates) if _is_great(candidates) else None)


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
    yield cluster.name.removeprefix("the ").removesuffix(" City")


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


def _countries_named(clusters: Iterable[Cluster]) -> frozenset[str]:
    """The countries that the article names, by their names and their peoples'."""
    names = [one.name for one in clusters if one.label in {"GPE", "NORP"}]
    named = {countries().get(name) or peoples().get(name) or peoples().get(name.removesuffix("s")) for name in names}
    return frozenset(code for code in named if code)
