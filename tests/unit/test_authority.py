"""The authority file: read with clear errors, linked only where one entry is meant."""

from pathlib import Path
from time import process_time

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
        ("", "line 1: the header lacks id, name, label; the columns are"),
        ("id;name;label\nn:1;Ada;PERSON\n", "parted by commas"),
        ("id,name,label,id\nn:1,Ada,PERSON,n:2\n", "line 1: the header names a column twice"),
        ('"id" x,name,label\n', "line 1: not CSV"),
        (HEADER, "no entry in it"),
        (HEADER + "n:1,Ada,HUMAN,,\n", "line 2: label: 'HUMAN' is none of PERSON, "),
        (HEADER + "n:1,Ada\n", "line 2: label: '' is none of PERSON, "),
        (HEADER + ",Ada,PERSON,,\n", "line 2: id: must not be empty"),
        (HEADER + 'n:1,"Ada\nMarlow",PERSON,,\nn:2,Bo,HUMAN,,\n', "line 4: label"),
        (HEADER + 'n:1,"Ada" M,PERSON,,\n', "line 2: not CSV"),
        (HEADER + 'n:1,"Ada,PERSON,,\n', "line 2: not CSV: unexpected end"),
        (HEADER + "n:1,Ada,PERSON,,\nn:1,Ben,PERSON,,\n", "line 3: id 'n:1' stands in line 2 already"),
        (HEADER + "n:1,Ada,PERSON,,,,\n", "line 2: more cells"),
        ("id,name,label,colour\nn:1,Ada,PERSON,red\n", "line 1: the header has an unknown column 'colour'"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, text: str, complaint: str) -> None:
    """The message names the file, the line and what is wrong."""
    path = written(tmp_path, text)
    with pytest.raises(AuthorityError, match=complaint) as raised:
        load_authority(path)
    assert str(path) in str(raised.value)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{oops", "line 2: not JSON: Expecting"),
        ('["b", "Bo", "PERSON"]', "line 2: an entry is a JSON object"),
        ("[" * 100_000, "line 2: not JSON that holds an entry"),
        ('{"id": 7, "name": "Bo", "label": "PERSON"}', "line 2: id: "),
        ('{"id": "b", "label": "PERSON"}', "line 2: name: must not be empty"),
        ('{"id": "b", "name": "Bo", "label": "PERSON", "colour": "red"}', "line 2: colour: no such field"),
        ('{"id": "a", "name": "Bo", "label": "PERSON"}', "line 2: id 'a' stands in line 1 already"),
    ],
)
def test_a_line_that_is_no_entry_is_named(tmp_path: Path, line: str, complaint: str) -> None:
    """A line of JSON Lines that is none, or is no entry, is an error with its number."""
    first = '{"id": "a", "name": "Ada", "label": "PERSON"}\n'
    with pytest.raises(AuthorityError, match=complaint):
        load_authority(written(tmp_path, first + line + "\n", "a.jsonl"))


def test_an_empty_list_is_refused(tmp_path: Path) -> None:
    """A list that lost its lines links nothing, and says so at the start."""
    with pytest.raises(AuthorityError, match="no entry in it"):
        load_authority(written(tmp_path, "\n", "a.jsonl"))


@pytest.mark.parametrize("sign", ["\u2028", "\x85", "\x0b"])
def test_only_line_ends_end_a_line(tmp_path: Path, sign: str) -> None:
    """Signs that some take for line ends are part of a name, in both forms."""
    lines = written(
        tmp_path, f'{{"id": "a", "name": "Ada{sign}Marlow", "label": "PERSON"}}'.replace("\x0b", "\\u000b"), "a.jsonl"
    )
    table = written(tmp_path, HEADER + f"a,Ada{sign}Marlow,PERSON,,\n")
    assert load_authority(lines).link(["Ada Marlow"], "PERSON", frozenset()) == "a"
    assert load_authority(table).link(["Ada Marlow"], "PERSON", frozenset()) == "a"


def test_spreadsheets_forms_of_csv_are_read(tmp_path: Path) -> None:
    """A byte order mark, line ends of Windows, empty lines and a suffix in capitals are no errors."""
    path = tmp_path / "LIST.CSV"
    path.write_bytes(b"\xef\xbb\xbf" + (HEADER + "\nn:1,Ada Marlow,PERSON,,\n,,,,\n").replace("\n", "\r\n").encode())
    assert load_authority(path).link(["Ada Marlow"], "PERSON", frozenset()) == "n:1"


def test_a_phrase_of_context_is_held_by_its_words(tmp_path: Path) -> None:
    """Context of several words is there where the article has them all."""
    table = load_authority(written(tmp_path, HEADER + "n:1,Corran,ORG,,North Sea|gas\n"))
    assert table.link(["Corran"], "ORG", frozenset({"the", "north", "sea"})) == "n:1"
    assert table.link(["Corran"], "ORG", frozenset({"the", "north"})) is None


def test_a_list_of_a_hundred_thousand_is_read_in_seconds(tmp_path: Path) -> None:
    """The work for a list grows with its length, and a name is found in it at once."""
    rows = "".join(f"n:{i},Ada Marlow{i},PERSON,Marlow{i}|AM{i},town|mayor\n" for i in range(100_000))
    started = process_time()
    table = load_authority(written(tmp_path, HEADER + rows))
    assert process_time() - started < 20
    assert table.link(["AM99999"], "PERSON", frozenset({"town"})) == "n:99999"


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
