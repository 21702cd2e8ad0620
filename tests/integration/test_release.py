"""`make release` makes everything that a release consists of, all of one version."""

import json
import os
import re
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from services import __version__

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the release script makes of the checkout as it is."""
    if not (ROOT / ".git").exists():
        pytest.skip("a release is made in a git checkout")
    folder = tmp_path_factory.mktemp("release") / "dist"
    environment = os.environ | {"ALLOW_CHANGES": "1"}
    subprocess.run(["sh", "scripts/release.sh", folder], cwd=ROOT, env=environment, check=True, capture_output=True)
    return folder


def test_there_is_all_that_a_release_needs(dist: Path) -> None:
    """Wheel, source distribution, image context, components, and a checksum of each."""
    names = {path.name for path in dist.iterdir()}
    release = f"dateline-{__version__}"
    wanted = {f"{release}-py3-none-any.whl", f"{release}.tar.gz", f"{release}-image.tar.gz", f"{release}.cdx.json"}
    assert names == wanted | {"SHA256SUMS"}
    assert {line.split()[1] for line in (dist / "SHA256SUMS").read_text("utf-8").splitlines()} == wanted
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=dist, check=True)


def test_the_wheel_holds_code_and_data(dist: Path) -> None:
    """Python files alone would not do: the language work reads tables, the local broker its list of jars."""
    with zipfile.ZipFile(next(dist.glob("*.whl"))) as wheel:
        packed = set(wheel.namelist())
    for folder in ("services", "schemas"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert path.relative_to(ROOT).as_posix() in packed


def test_the_image_context_holds_what_the_dockerfile_copies(dist: Path) -> None:
    """Every COPY from the context finds its source there."""
    with tarfile.open(next(dist.glob("*-image.tar.gz"))) as archive:
        packed = {name for member in archive.getnames() for name in (member, *map(str, Path(member).parents))}
    dockerfile = (ROOT / "deploy/Dockerfile").read_text("utf-8")
    copied = re.findall(r"^COPY (?!--from)(.*) \S+$", dockerfile, re.MULTILINE)
    assert copied
    for sources in copied:
        assert set(sources.split()) <= packed


def test_the_components_are_those_that_are_pinned(dist: Path) -> None:
    """The SBOM is CycloneDX, of this version, and lists every package of the image, with hashes."""
    components = json.loads(next(dist.glob("*.cdx.json")).read_text("utf-8"))
    assert components["bomFormat"] == "CycloneDX"
    assert components["metadata"]["component"]["version"] == __version__
    pinned = re.findall(r"^[A-Za-z0-9][^\\\n]*", (ROOT / "requirements/runtime.txt").read_text("utf-8"), re.MULTILINE)
    names = {canonicalize_name(Requirement(line).name) for line in pinned}
    assert names <= {canonicalize_name(component["name"]) for component in components["components"]}
    assert all(reference["hashes"] for each in components["components"] for reference in each["externalReferences"])


def test_the_cluster_gets_this_version() -> None:
    """The production overlay names the version that the code has."""
    overlay = yaml.safe_load((ROOT / "deploy/k8s/overlays/production/kustomization.yaml").read_text("utf-8"))
    assert overlay["images"][0]["newTag"] == __version__
