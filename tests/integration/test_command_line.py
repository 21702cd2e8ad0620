"""The `dateline` command as its users start it; nothing here needs a broker."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from schemas import EnrichedArticle
from services import __version__
from tests.generated_articles import generate_articles

COMMAND = Path(sys.executable).with_name("dateline")
SEEDS = Path(__file__).parents[2] / "seeds"
HARBOUR = str(SEEDS / "01-harbour-reopens.txt")
ESCAPE = b"\x1b["


def dateline(*arguments: str, stdin: bytes | None = None, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command to its end, 120 columns wide."""
    return subprocess.run(
        [COMMAND, *arguments],
        input=stdin,
        capture_output=True,
        env=os.environ | {"COLUMNS": "120"} | environment,
        timeout=120,
        check=False,
    )


def test_version_and_help() -> None:
    """Both answer, and the help names every command."""
    assert dateline("--version").stdout.decode().strip() == f"dateline {__version__}"
    said = dateline("--help").stdout.decode()
    for command in ("demo", "enrich", "timex", "run", "replay", "tail", "doctor", "dlq", "topics", "schema", "kafka"):
        assert command in said


def test_help_loads_nothing_heavy() -> None:
    """The command line is there before spaCy, aiokafka or pydantic are: they cost seconds."""
    code = "import sys, services.cli.main; print([m for m in ('spacy', 'aiokafka', 'pydantic') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_for_each_shell(shell: str) -> None:
    """Every usual shell gets a script that completes."""
    script = dateline("--show-completion", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1", SHELL=f"/bin/{shell}")
    answer = dateline(_DATELINE_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="dateline do")
    assert script.returncode in {0, 2}  # two: this process hangs below no shell that could be recognised
    assert b"doctor" in answer.stdout


@pytest.mark.parametrize(
    "arguments", [["--nonsense"], ["enrich"], ["enrich", "no-such-file.txt"], ["replay"], ["dlq", "redrive"]]
)
def test_wrong_usage_exits_2(arguments: list[str]) -> None:
    """Unknown options, missing arguments and files that are not there are the caller's to mend."""
    done = dateline(*arguments)
    assert done.returncode == 2
    assert done.stderr
    assert not done.stdout


def test_wrong_settings_exit_3() -> None:
    """A setting that cannot be is named."""
    done = dateline("topics", "check", DATELINE_BOOTSTRAP_SERVERS="nowhere")
    assert done.returncode == 3
    assert b"DATELINE_BOOTSTRAP_SERVERS" in done.stderr


def test_a_missing_model_exits_3() -> None:
    """A model that is not installed is a setting to mend, with a hint, not a traceback."""
    for arguments in (
        ["enrich", HARBOUR, "--model", "no_such_model"],
        ["enrich", "--jsonl", "--model", "no_such_model"],
    ):
        done = dateline(*arguments, stdin=b"")
        assert done.returncode == 3
        assert b"hint" in done.stderr
        assert b"Traceback" not in done.stderr


def test_no_broker_exits_4() -> None:
    """A broker that does not answer has its own code."""
    assert dateline("topics", "check", DATELINE_BOOTSTRAP_SERVERS="127.0.0.1:1").returncode == 4


def test_doctor_finds_what_is_wrong() -> None:
    """Each check says how things are; what is wrong comes with a hint, and the exit code says that something is."""
    done = dateline("doctor", "--json", DATELINE_BOOTSTRAP_SERVERS="127.0.0.1:1", DATELINE_MODEL="no_such_model")
    assert done.returncode == 1
    checks = {check["name"]: check for check in json.loads(done.stdout)}
    assert {name: check["status"] for name, check in checks.items() if name != "python"} == {
        "settings": "ok", "model": "wrong", "broker": "wrong", "topics": "skipped",
    }  # fmt: skip
    assert checks["model"]["hint"]
    assert checks["broker"]["hint"]


def test_enrich_shows_text_and_timeline() -> None:
    """Read by a person: the text as it stands, and a dated timeline; no control codes where it is no terminal."""
    done = dateline("enrich", HARBOUR)
    assert done.returncode == 0, done.stderr.decode()
    said = done.stdout.decode()
    assert "Harbour reopens three weeks after storm" in said
    assert "2026-05-03" in said
    assert ESCAPE not in done.stdout


def test_colours_obey_the_terminal_and_no_color() -> None:
    """Colours come where they are forced as on a terminal, and go where NO_COLOR is set."""
    assert b"\x1b[1;3" in dateline("enrich", HARBOUR, FORCE_COLOR="1").stdout
    assert b"\x1b[1;3" not in dateline("enrich", HARBOUR, FORCE_COLOR="1", NO_COLOR="1").stdout


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """Whatever the width, lines fit."""
    said = dateline("enrich", HARBOUR, COLUMNS=str(width)).stdout.decode()
    assert max(map(len, said.splitlines())) <= width


def test_enrich_json_keeps_the_contract() -> None:
    """--json prints one valid enriched article a line, for texts, JSON and JSONL alike, in the order of the files."""
    done = dateline("enrich", str(SEEDS), "--json")
    assert done.returncode == 0, done.stderr.decode()
    articles = [EnrichedArticle.model_validate_json(line) for line in done.stdout.splitlines()]
    assert len(articles) == 24
    assert articles[0].headline == "Harbour reopens three weeks after storm"
    german = next(article for article in articles if article.language.code == "de")
    assert german.analysis.status == "unsupported_language"
    undated = next(article for article in articles if "clockmaker" in (article.headline or ""))
    assert undated.reference_time.method == "none"


def test_enrich_reads_standard_input() -> None:
    """A dash reads a plain text or a JSON object; relative dates hang on --published-at."""
    text = b"Harbour reopens\n\nThe harbour of Aldmoor reopened yesterday."
    (line,) = dateline("enrich", "-", "--json", "--published-at", "2026-05-04", stdin=text).stdout.splitlines()
    article = EnrichedArticle.model_validate_json(line)
    assert "2026-05-03" in {timex.value for timex in article.timexes}
    assert dateline("enrich", "-", "--json", stdin=b'{"body": "It rained."}').returncode == 0
    refused = dateline("enrich", "-", "--json", stdin=b"\xff\xfe")
    assert refused.returncode == 1
    assert b"not UTF-8" in refused.stderr


def test_jsonl_keeps_order_and_names_bad_lines() -> None:
    """Enriched articles come in the order of the lines, on several processes; bad lines are named with reasons."""
    lines = [article.value for article in generate_articles(70)]
    lines[10:10] = [b"not json", b'{"article_id": "x"}', b""]
    done = dateline("enrich", "--jsonl", "--workers", "2", stdin=b"\n".join(lines))
    assert done.returncode == 1
    found = [EnrichedArticle.model_validate_json(line).article_id for line in done.stdout.splitlines()]
    assert found == [f"urn:generated:0:{number}" for number in range(70)]
    said = done.stderr.decode().splitlines()
    assert [line.split(":")[0] for line in said] == ["line 11", "line 12"]
    assert "not_json" in said[0]
    assert "body" in said[1]


def test_jsonl_answers_are_those_of_the_pipeline() -> None:
    """A stream and a single file give the same enriched article."""
    (article,) = generate_articles(1)
    (streamed,) = dateline("enrich", "--jsonl", stdin=article.value).stdout.splitlines()
    (single,) = dateline("enrich", "-", "--json", stdin=article.value).stdout.splitlines()
    assert json.loads(streamed) == json.loads(single)


def test_authority_files_give_links(tmp_path: Path) -> None:
    """An entity of the newsroom's authority file carries its id, in a stream as in a single file."""
    authority = tmp_path / "people.csv"
    authority.write_text("id,label,name\nQ7,PERSON,Mara Lindqvist\n", "utf-8")
    body = "Mara Lindqvist reopened the harbour of London on 3 May 2026."
    raw = json.dumps({"article_id": "urn:example:1", "language": "en", "body": body}).encode()
    for way in (["--jsonl"], ["-", "--json"]):
        done = dateline("enrich", *way, "--authority", str(authority), stdin=raw)
        assert done.returncode == 0, done.stderr.decode()
        assert "Q7" in {entity["link"] for entity in json.loads(done.stdout)["entities"]}


def test_schema_commands(tmp_path: Path) -> None:
    """`schema export` writes files that `schema diff` finds unchanged; a change that breaks readers exits 1."""
    assert dateline("schema", "export", "--out", str(tmp_path)).returncode == 0
    assert dateline("schema", "diff", str(tmp_path)).returncode == 0
    changed = tmp_path / "enriched-article.v1.json"
    old = changed.read_text("utf-8")
    changed.write_text(old.replace('"salience",', ""), "utf-8")
    (tmp_path / "old.json").write_text(old, "utf-8")
    done = dateline("schema", "diff", str(tmp_path / "old.json"), str(changed), "--json")
    assert done.returncode == 1
    (change,) = json.loads(done.stdout)
    assert (change["path"], change["breaks"]) == ("$.entities[].salience", ["reader"])
