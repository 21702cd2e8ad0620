"""The region or country behind a town belongs to the town's mention, and is a mention itself: `Mobile, Alabama`."""

from collections.abc import Mapping, Sequence

from services.nlp.entities.gazetteer import Site, countries, is_region, sites
from services.nlp.entities.mention import Mention
from services.nlp.entities.words import Words

LETTERED = frozenset({"US"})
"""Countries whose regions GeoNames and ISO 3166-2 give the same codes; elsewhere the country must do."""


def regions_of(words: Words, names: Sequence[Mention]) -> Mapping[int, int]:
    """The end of each mention, with the region behind a town, by the first word; names in order."""
    ends = {name.start: name.end for name in names}
    for town, wider in zip(reversed(names[:-1]), reversed(names[1:]), strict=True):
        if town.label == wider.label == "GPE" and _follows(words, town, wider) and _lies_in(words, town, wider):
            ends[town.start] = ends[wider.start]
    return ends


def _follows(words: Words, town: Mention, wider: Mention) -> bool:
    """Whether a comma, and an article at most, part the two."""
    return words.lower[town.end : wider.start] in {(",",), (",", "the")}


def _lies_in(words: Words, town: Mention, wider: Mention) -> bool:
    """Whether the gazetteer has the town in that region, or knows no such place and reads no list."""
    name, region = words.said(town.start, town.end), words.said(wider.start, wider.end)
    if not is_region(region) or words.is_name(wider.end):  # "In Newark, U.S. Attorney Ada Marlow"
        return False
    known = sites().get(name, ()) or sites().get(name.title(), ())
    if any(site.population and _is_in(site, region) for site in known):
        return True
    return not known and not is_region(name) and not _goes_on(words, wider.end)


def _is_in(site: Site, region: str) -> bool:
    """Whether a town lies in a country or a region of that name."""
    if region in countries():
        return site.country == countries()[region]
    wider = [other for other in sites()[region] if not other.population and other.country == site.country]
    return any(other.region == site.region or other.country not in LETTERED for other in wider)


def _goes_on(words: Words, end: int) -> bool:
    """Whether `and` or `or` follows, so that the region may be the next item of a list."""
    return end < len(words) and words.lower[end] in {"and", "or"}
