"""Times with two ends: "from 3 to 9 May", "between 1974 and 1982", "Monday to Friday"."""

from msgspec.structs import replace

from services.nlp.events.dating.anchors import Anchor
from services.nlp.events.syntax import Syntax

_OPENERS = {
    "between": frozenset({"and"}),
    "from": frozenset({"to", "until", "till", "through", "-", "–"}),
    "since": frozenset({"until", "till"}),
}
"""The word before the first time, and those that may stand between the two."""
_ALONE = frozenset({"through", "until", "till", "–"})
"""What joins two times of one unit without a word before the first; "this year through May" has two units."""


def join_ranges(syntax: Syntax, anchors: list[Anchor]) -> list[Anchor]:
    """The anchors with both ends of a range as one."""
    joined: list[Anchor] = []
    for anchor in anchors:
        if joined and _is_range(syntax, joined[-1], anchor):
            joined[-1] = replace(joined[-1], signal=None, end=anchor.timex, last=anchor.last)
        else:
            joined.append(anchor)
    return joined


def _is_range(syntax: Syntax, first: Anchor, second: Anchor) -> bool:
    if first.end is not None or second.first - first.last not in (2, 3):
        return False
    ends = first.timex, second.timex
    if any(one.type not in ("DATE", "TIME") for one in ends) or second.timex.latest is None:
        return False
    if first.timex.earliest is None or first.timex.earliest > second.timex.latest:
        return False
    opener = syntax.lower[first.first - 1] if first.first else ""
    joiner = syntax.lower[first.last + 1]
    if second.first - first.last == 3 and syntax.lower[second.first - 1] != "the":  # noqa: PLR2004  # room for one article
        return False
    if opener in _OPENERS:
        return joiner in _OPENERS[opener]
    return joiner in _ALONE and first.timex.granularity == second.timex.granularity
