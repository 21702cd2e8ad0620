"""The noun phrase of a head."""

from services.nlp.events.heads import is_place
from services.nlp.events.names import Names
from services.nlp.events.syntax import Syntax

_INSIDE = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "predet", "case"})
_WHERE = frozenset({"in", "at", "near", "around", "across", "throughout", "within", "outside"})
_OPENING = frozenset({"``", "''", "$", "-LRB-"})
"""Signs that belong to a phrase; the dash of a list does not."""
_MAX_DEPTH = 8


def phrase_of(syntax: Syntax, head: int, names: Names) -> tuple[int, int]:
    """First and last token, without relative clauses and appositions.

    The phrase holds what "of" brings in, the place of what it names ("banks in Spain"), unnamed things that are
    coordinated with the head, and all words of a name.
    """
    first, last = head, _last_of(syntax, head, names)
    for child in syntax.children[head]:
        if syntax.deps[child] in _INSIDE and syntax.lefts[child] < first:
            first = syntax.lefts[child]
    first, last = _with_name(syntax, head, first, last, names)
    while first < head and not any(map(str.isalnum, syntax.lower[first])) and syntax.tags[first] not in _OPENING:
        first += 1
    while last > head and syntax.lower[last].isspace():
        last -= 1
    return first, last


def _last_of(syntax: Syntax, head: int, names: Names, depth: int = 0) -> int:
    """The last token of the phrase, down through "of" and places."""
    last = head
    if depth > _MAX_DEPTH:
        return last
    for child in syntax.children[head]:
        dep = syntax.deps[child]
        if dep == "prep" and (syntax.lower[child] == "of" or _says_where(syntax, child, names)):
            last = max(last, _last_of_objects(syntax, child, names, depth + 1))
        elif dep == "conj" and (depth or _is_unnamed_thing(syntax, child, names)):
            last = max(last, _last_of(syntax, child, names, depth + 1))
        elif dep in _INSIDE:
            last = max(last, syntax.rights[child])
    return last


def _last_of_objects(syntax: Syntax, preposition: int, names: Names, depth: int) -> int:
    objects = [child for child in syntax.children[preposition] if syntax.deps[child] == "pobj"]
    if not objects:
        return syntax.rights[preposition]
    return max(_last_of(syntax, child, names, depth) for child in objects)


def _says_where(syntax: Syntax, preposition: int, names: Names) -> bool:
    if syntax.lower[preposition] not in _WHERE:
        return False
    return any(
        syntax.deps[child] == "pobj" and is_place(syntax, child, names) for child in syntax.children[preposition]
    )


def _with_name(syntax: Syntax, head: int, first: int, last: int, names: Names) -> tuple[int, int]:
    """The phrase widened to the whole name of its head, which a parser may have torn apart."""
    mention = names.mention(head)
    if mention is None:
        return first, last
    while first and syntax.starts[first - 1] >= mention.start:
        first -= 1
    while last + 1 < len(syntax) and syntax.ends[last + 1] <= mention.end:
        last += 1
    return first, last


def _is_unnamed_thing(syntax: Syntax, token: int, names: Names) -> bool:
    return syntax.tags[token] in ("NN", "NNS") and token not in names
