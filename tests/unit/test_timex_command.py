"""`dateline timex`: whatever it is given to read, and what it writes."""

import json
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import spacy
from typer.testing import CliRunner

from services.cli.exits import CommandError, ExitCode
from services.cli.main import app
from services.nlp.timex import tagging


@pytest.fixture(autouse=True)
def blank(monkeypatch: pytest.MonkeyPatch) -> None:
    """No model: these tests are about the command."""
    monkeypatch.setattr(tagging, "default_pipeline", lambda: spacy.blank("en"))


def timex(*arguments: str, stdin: str | bytes = "", **environment: str) -> str:
    """What the command writes. Raises CommandError as the command line does."""
    done = CliRunner(env=environment).invoke(app, ["timex", *arguments], input=stdin)
    if isinstance(done.exception, CommandError):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done.stdout_bytes.decode()


def spans(written: str, text: str) -> list[str]:
    """The words of each expression, which must be what the text has at its offsets."""
    found = json.loads(written)["timexes"]
    assert [text[one["start"] : one["end"]] for one in found] == [one["text"] for one in found]
    return [one["text"] for one in found]


def test_a_file_and_standard_input_say_the_same(tmp_path: Path) -> None:
    """FILE and - are read alike."""
    file = tmp_path / "harbour.txt"
    file.write_text("The harbour reopened on 3 May 2016.", "utf-8")
    written = timex(str(file), "--json")
    assert written == timex("-", "--json", stdin=file.read_bytes())
    assert spans(written, file.read_text("utf-8")) == ["3 May 2016"]


@pytest.mark.parametrize("text", ["", " ", "\n", "No times."])
def test_a_text_without_times_is_no_error(text: str) -> None:
    """Nothing found is an answer in each form."""
    assert json.loads(timex("-", "--json", stdin=text))["timexes"] == []
    assert ET.fromstring(timex("-", "--timeml", stdin=text)).find("TEXT") is not None  # noqa: S314  # our own XML
    assert "reference time: none" in timex("-", stdin=text)


def test_line_ends_and_signs_keep_their_offsets() -> None:
    """Line ends of every system, markup, control characters and emoji are kept, in TimeML as in JSON."""
    text = "A & B <b>\r\n\U0001f600 opened\ron 3 May 2016 \x0c and \x85 shut on 5 May.\n"
    options = ("--reference-time", "2016-05-10")
    written = timex("-", "--json", *options, stdin=text.encode())
    assert spans(written, text) == ["3 May 2016", "5 May"]
    root = ET.fromstring(timex("-", "--timeml", *options, stdin=text.encode()))  # noqa: S314  # our own XML
    inner = root.find("TEXT")
    assert inner is not None
    assert "".join(inner.itertext()) == text.replace("\x0c", " ")


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    """Offsets are counted from the first character behind it."""
    assert spans(timex("-", "--json", stdin=b"\xef\xbb\xbf3 May 2016"), "3 May 2016") == ["3 May 2016"]


def test_data_is_utf_8_on_any_terminal() -> None:
    """TimeML and JSON say that they are UTF-8, and are, where the terminal speaks another encoding."""
    runner = CliRunner(charset="latin-1")
    for form in ("--timeml", "--json"):
        done = runner.invoke(app, ["timex", "-", form], input="On 3 May 2016 \u2014 \u6771.".encode())
        assert done.exit_code == 0
        done.stdout_bytes.decode("utf-8")


def test_a_long_text_is_read_to_its_end() -> None:
    """There is no length at which the command gives up."""
    text = "The ferry sailed. " * 60_000 + "It came back on 3 May 2016."
    assert spans(timex("-", "--json", stdin=text), text) == ["3 May 2016"]


@pytest.mark.parametrize(
    ("data", "complaint"),
    [(b"\xff\xfe\x00", "standard input is not UTF-8: byte 0xff at 0"), (b"Ren\xe9", "byte 0xe9 at 3")],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, complaint: str) -> None:
    """The error names the byte and says what to do."""
    with pytest.raises(CommandError, match=complaint) as raised:
        timex("-", stdin=data)
    assert raised.value.code == ExitCode.USAGE
    assert "iconv" in str(raised.value.hint)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """A missing file and a folder are errors with a hint, not tracebacks."""
    for path in (tmp_path / "missing.txt", tmp_path):
        with pytest.raises(CommandError, match=f"cannot read {path}") as raised:
            timex(str(path))
        assert "name a text file" in str(raised.value.hint)


def test_a_missing_model_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the model the command says who can help."""

    def missing() -> None:
        message = "[E050] Can't find model"
        raise OSError(message)

    monkeypatch.setattr(tagging, "default_pipeline", missing)
    with pytest.raises(CommandError, match="cannot load the model") as raised:
        timex("-")
    assert raised.value.code == ExitCode.CONFIGURATION
    assert "doctor" in str(raised.value.hint)


@pytest.mark.parametrize("wrong", ["yesterday", "2016-13-45", "10 May"])
def test_a_mistyped_day_is_refused(wrong: str) -> None:
    """The option and what it wants are named."""
    done = CliRunner().invoke(app, ["timex", "-", "--reference-time", wrong], input="today")
    assert done.exit_code == ExitCode.USAGE
    assert "no ISO date" in done.output


def test_both_forms_at_once_are_refused() -> None:
    """TimeML and JSON exclude each other."""
    assert CliRunner().invoke(app, ["timex", "-", "--json", "--timeml"], input="").exit_code == ExitCode.USAGE


def test_reference_time_resolves_what_is_relative() -> None:
    """A day or an instant is taken; the table shows it."""
    for given in ("2016-05-10", "2016-05-10T23:30:00+02:00"):
        assert json.loads(timex("-", "--json", "--reference-time", given, stdin="yesterday"))["timexes"][0][
            "value"
        ] == str(date(2016, 5, 9))
    assert "2016-05-09" in timex("-", "--reference-time", "2016-05-10", stdin="yesterday", COLUMNS="120")
