"""How far a mention reaches around the bare name: determiner, bare title, the region behind a town.

All rules of names, clusters and links work on the bare name; only what is published reaches further.
"""

from collections.abc import Mapping, Sequence

from services.nlp.entities.extents.determiners import determiner_of
from services.nlp.entities.extents.regions import regions_of
from services.nlp.entities.extents.titles import bare_title_of
from services.nlp.entities.mention import Mention
from services.nlp.entities.words import Words


def extents(words: Words, names: Sequence[Mention]) -> Mapping[int, tuple[int, int]]:
    """The first word and the end of each mention with all that belongs to it, by the first word of the bare name.

    The names stand in order, each with the label of its cluster. A mention may lie inside another one, Alabama in
    `Mobile, Alabama`; two never cross.
    """
    ends = regions_of(words, names)
    found: dict[int, tuple[int, int]] = {}
    before: Mention | None = None
    outer, clear = (0, 0), 0
    for name in names:
        if name.start < outer[1]:
            found[name.start] = name.start, ends[name.start]
        else:
            start = determiner_of(words, name, before, outer[0])
            if start == name.start:
                start = bare_title_of(words, name, outer[1])
            # All that belongs to the mention before is taken in, or nothing of it.
            start = start if start >= outer[1] or clear <= start <= outer[0] else name.start
            clear = outer[1]
            found[name.start] = outer = start, ends[name.start]
        before = name
    return found
