"""The tense that governs a token, from the tags and the tree."""

from spacy.tokens import Doc, Token

from services.nlp.timex.context import Tense

CLIMB = 12
"""Heads to climb at most: deeper trees are tables and lists."""


def tense_at(doc: Doc, index: int) -> Tense | None:
    """The tense of the verb that governs a token; None without a parse or a verb."""
    token: Token = doc[index]
    for _ in range(CLIMB):
        if token.tag_.startswith(("VB", "MD")):
            found = tense_of(token)
            if found:
                return found
        if token.head.i == token.i:
            break
        token = token.head
    return None


def tense_of(verb: Token) -> Tense | None:
    """The tense of one verb with its auxiliaries; None where it is a mere participle or infinitive."""
    tags = {child.tag_: child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if "MD" in tags:
        return "future" if tags["MD"] in {"will", "shall", "'ll", "wo", "can", "may", "must", "should"} else None
    if "VBD" in tags or verb.tag_ == "VBD":
        return "past"
    if verb.tag_ == "VBN" and tags:
        return "past" if {"VBZ", "VBP"} & tags.keys() and "be" not in tags.values() and "is" not in tags.values() and "are" not in tags.values() else "present"
    if verb.tag_ == "VB" and "TO" in tags:
        return "future"
    if verb.tag_ in {"VBZ", "VBP"} or {"VBZ", "VBP"} & tags.keys():
        return "present"
    return None
