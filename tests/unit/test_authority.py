"""The authority file: read with clear errors, linked only where one entry is meant."""

from pathlib import Path

import pytest

from services.nlp.annotations import Document
from services.nlp.engine import Engine
from services.nlp.entities.authority import Authority, AuthorityError, load_authority

HEADER = "id,name,label,aliases,context\n"
SAMPLE = Path(__file__).parents[2] / "seeds" / "authority.csv"


def written(folder: Path, text: str, name: str = "authority.csv") -> Path:
    """A file with this text."""
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_the_sample_is_read() -> None:
    """The sample that ships with the seeds is a valid authority file."""
    assert load_authority(SAMPLE).link(["Mara Lindqvist"], "PERSON", frozenset()) == "newsroom:person/mara-lindqvist"


def test_json_lines_say_the_same_as_csv(tmp_path: Path) -> None:
    """Both forms of one entry give the same authority."""
    table = written(tmp_path, HEADER + "n:1,Calder Energy,ORG,Calder|CE,gas|power\n")
    entry = '{"id": "n:1", "name": "Calder Energy", "label": "ORG", "aliases": ["Calder", "CE"], '
    entry += '"context": ["gas", "power"]}'
    lines = written(tmp_path, entry, "authority.jsonl")
    assert load_authority(table) == load_authority(lines)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("id,name\nn:1,Ada\n", "line 1: the header lacks label"),
        (HEADER + "n:1,Ada,HUMAN,,\n", "line 2: label"),
        (HEADER + ",Ada,PERSON,,\n", "line 2: id"),
        (HEADER + "n:1,Ada,PERSON,,\nn:1,Ben,PERSON,,\n", "line 3: id 'n:1' stands in line 2 already"),
        (HEADER + "n:1,Ada,PERSON,,,,\n", "line 2: more cells"),
        ("id,name,label,colour\nn:1,Ada,PERSON,red\n", "line 2: colour"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, text: str, complaint: str) -> None:
    """The message names the file, the line and what is wrong."""
    path = written(tmp_path, text)
    with pytest.raises(AuthorityError, match=complaint) as raised:
        load_authority(path)
    assert str(path) in str(raised.value)


def test_a_file_that_is_no_json_is_named(tmp_path: Path) -> None:
    """A line that is no JSON is an error with its number."""
    with pytest.raises(AuthorityError, match="line 2: not JSON"):
        load_authority(written(tmp_path, '{"id": "a", "name": "Ada", "label": "PERSON"}\n{oops\n', "a.jsonl"))


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    """Only .csv and .jsonl are read."""
    with pytest.raises(AuthorityError, match=r"ends in \.csv or \.jsonl"):
        load_authority(written(tmp_path, "", "authority.xlsx"))


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    """A file in another encoding is an error, not a traceback."""
    path = tmp_path / "authority.csv"
    path.write_bytes(b"id,name,label\nn:1,Ren\xe9,PERSON\n")
    with pytest.raises(AuthorityError, match="not UTF-8"):
        load_authority(path)


@pytest.fixture
def fairburns(tmp_path: Path) -> Authority:
    """Two men with one surname, one of them known by his trade."""
    rows = "p:owen,Owen Fairburn,PERSON,Fairburn,cup|goal\np:louis,Louis Fairburn,PERSON,Fairburn,trial|court\n"
    return load_authority(written(tmp_path, HEADER + rows))


@pytest.mark.parametrize(
    ("vocabulary", "link"),
    [({"cup", "won"}, "p:owen"), ({"court"}, "p:louis"), ({"cup", "court"}, None), ({"weather"}, None)],
)
def test_context_decides_between_bearers(fairburns: Authority, vocabulary: set[str], link: str | None) -> None:
    """The bearer whose context the article holds is meant; a tie or no context gives no link."""
    assert fairburns.link(["Fairburn"], "PERSON", frozenset(vocabulary)) == link


def test_the_label_must_fit(fairburns: Authority) -> None:
    """A place of the same name is not the person."""
    assert fairburns.link(["Fairburn"], "GPE", frozenset({"cup"})) is None


def test_an_article_is_linked() -> None:
    """The engine gives the ids of the authority file to the entities of an article."""
    engine = Engine.load(authority=load_authority(SAMPLE))
    text = "President Mara Lindqvist met Lina Haddad and Ada Marlow."
    [(annotations, _)] = engine.analyse([Document(text)])
    links = {entity.name: entity.link for entity in annotations.entities}
    assert links == {
        "Mara Lindqvist": "newsroom:person/mara-lindqvist",
        "Lina Haddad": "newsroom:person/lina-haddad",
        "Ada Marlow": None,
    }
