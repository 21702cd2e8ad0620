"""Whether a document is news, told from the day it appeared, or a history, whose dates run on from one another."""

from collections.abc import Sequence

from services.nlp.timex.periods import Period
from services.nlp.timex.scanner import Node


def is_narrative(nodes: Sequence[Node], reference: Period | None) -> bool:
    """A history names many full dates far from its own day and hardly a day relative to it."""
    from services.nlp.timex.expressions import Fixed, InYear, Shifted, Weekday

    far = near = 0
    now = reference.year if reference else None
    for node in nodes:
        expression = next(iter(node.meaning.values()))
        fixed = expression.year if isinstance(expression, InYear) else expression
        if isinstance(fixed, Fixed):
            if now is None or abs(fixed.period.year - now) > 1:
                far += 1
            else:
                near += 1
        elif isinstance(expression, Weekday) or (isinstance(expression, Shifted) and expression.direction == "this"):
            near += 1
    return far > 5 and far > 3 * near
