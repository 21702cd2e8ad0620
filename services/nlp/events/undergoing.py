"""Who undergoes what happens by itself."""

from services.nlp.events.heads import is_animate, is_person
from services.nlp.events.names import Names
from services.nlp.events.syntax import Syntax
from services.nlp.events.tables import ROLES


def subject_undergoes(syntax: Syntax, root: str, subject: int, names: Names) -> bool:
    """Whether the subject of a verb without an object undergoes it: "prices fell", "the letter arrived"."""
    if root in ROLES["unaccusative"]:
        return not (root in ROLES["willed"] and is_person(syntax, subject, names))
    return root in ROLES["moving"] and not is_animate(syntax, subject, names)
