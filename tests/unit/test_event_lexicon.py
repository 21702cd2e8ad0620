"""The word tables of events, and the lemmas that look words up in them."""

import tomllib

import pytest

from services.nlp.events import lexicon
from services.nlp.events.classes import CLASSES
from services.nlp.events.kinds import KINDS, kind_of_noun, kind_of_verb
from services.nlp.events.roots import family_of, root_of


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("fell", "fall"),
        ("planned", "plan"),
        ("falling", "fall"),
        ("announces", "announce"),
        ("carried", "carry"),
        ("freed", "free"),
        ("reopened", "reopen"),
        ("clashes", "clash"),
        ("put", "put"),
        ("blorfed", "blorfed"),
    ],
)
def test_verb_forms_lead_to_their_lemma(form: str, lemma: str) -> None:
    """Irregular, doubled and regular forms are known, and an unknown form is its own lemma."""
    assert lexicon.verb_lemma(form) == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("attacks", "attack"), ("crises", "crisis"), ("losses", "loss"), ("talks", "talk"), ("war", "war")],
)
def test_noun_forms_lead_to_their_lemma(form: str, lemma: str) -> None:
    """Plurals lead to the singular that the tables hold."""
    assert lexicon.noun_lemma(form) == lemma


def test_nouns_know_the_verb_they_derive_from() -> None:
    """The noun "withdrawal" is looked up as "withdraw"; a noun without a verb stays itself."""
    assert root_of("withdrawal", noun=True) == "withdraw"
    assert root_of("tsunami", noun=True) == "tsunami"
    assert root_of("leave", noun=False) == "leave"


def test_words_for_one_thing_share_a_family() -> None:
    """An article that says "murder" after "killed" means one event."""
    assert family_of("murder") == family_of("kill")
    assert family_of("kill") != family_of("resign")


def test_every_class_of_the_tables_is_one_of_timeml() -> None:
    """A misspelt key of a table would silently classify nothing."""
    assert set(lexicon.table("classes")) | set(lexicon.table("noun_classes")) <= set(CLASSES)


def test_every_kind_is_documented_and_unique() -> None:
    """A kind is one lower-case word, found by its verbs and its nouns."""
    assert all(kind.isalpha() and kind.islower() for kind in KINDS)
    assert kind_of_verb("bomb") == kind_of_noun("bombing") == "attack"
    assert kind_of_verb("blorf") is None


def test_verb_lists_name_verbs() -> None:
    """A word that WordNet does not know as a verb is a slip of the pen."""
    known = lexicon.verbs()
    exceptions = {"co-operate", "tweet", "demobilise", "unionise", "unionize", "baptise"}
    for name in ("classes", "roles", "lending"):
        for key, listed in lexicon.table(name).items():
            if key in ("received", "speeches"):
                continue
            assert {word for word in listed if word not in known and word not in exceptions} == set(), f"{name}: {key}"


@pytest.mark.parametrize("name", ["adjectives", "classes", "families", "noun_classes", "nouns"])
def test_no_word_stands_under_two_keys_of_a_table(name: str) -> None:
    """A second entry would have no effect, and a reader would take it for one."""
    words = [word for listed in lexicon.table(name).values() for word in listed]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("part", ["verbs", "nouns"])
def test_no_word_stands_under_two_kinds(part: str) -> None:
    """A verb or noun has one kind, whatever stands beside it."""
    content = tomllib.loads((lexicon.DATA / "kinds.toml").read_text("utf-8"))
    words = [word for kind in content.values() for word in kind.get(part, "").split()]
    assert sorted(words) == sorted(set(words))
