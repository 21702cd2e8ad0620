"""Who wrote a report, said at its end: no event of it, "(Reporting by Mara Lindqvist; editing by Ola Brandt)"."""

from services.nlp.events.syntax import Syntax

BYLINES = frozenset({"reporting", "editing", "writing", "compiled", "photography"})
"""Words that open such a note or a part of it."""
_OPENING = frozenset({"(", "[", "additional", "extra", "further", "-", "—", "–", '"'})


def is_byline(syntax: Syntax, token: int) -> bool:
    """Whether a word opens such a note or goes on with one: "was caught writing by hand" is none."""
    first, end = syntax.sentence(token).first, len(syntax)
    while first < token and (syntax.lower[first] in _OPENING or syntax.lower[first].isspace()):
        first += 1
    return all(
        syntax.lower[word] in BYLINES and word + 1 < end and syntax.lower[word + 1] == "by" for word in (first, token)
    )
