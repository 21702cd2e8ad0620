#!/bin/sh
# Everything that a release consists of, in dist/ or the folder given: wheel, source distribution, the image's build context, the list of its
# components (CycloneDX), checksums. Nothing is published. Runs in the root of a checkout without changes.
set -eu
bin=.venv/bin
version=$("$bin/python" -c 'import services; print(services.__version__)')
name=dateline-$version
dist=${1:-dist}

if [ -n "$(git status --porcelain)" ] && [ "${ALLOW_CHANGES:-}" != 1 ]; then
    echo "There are changes that are not committed, and a release is made of commits. ALLOW_CHANGES=1 makes one all the same." >&2
    exit 1
fi
grep -q "^## \[$version\]" CHANGELOG.md || echo "==> CHANGELOG.md has no entry for $version yet" >&2

rm -rf "$dist"
mkdir -p "$dist"
echo "==> Wheel and source distribution"
"$bin/python" -m build --no-isolation --outdir "$dist" . >/dev/null 2>&1
echo "==> Build context of the image"
git archive --format=tar.gz --output="$dist/$name-image.tar.gz" HEAD \
    .dockerignore deploy/Dockerfile requirements/build.txt requirements/runtime.txt \
    pyproject.toml README.md LICENSE schemas services
echo "==> Components of the image"
"$bin/cyclonedx-py" requirements requirements/runtime.txt --pyproject pyproject.toml --mc-type application \
    --spec-version 1.6 --output-reproducible --output-format JSON --output-file "$dist/$name.cdx.json" 2>/dev/null
# The version is dynamic in pyproject.toml, so the tool leaves it out.
"$bin/python" - "$dist/$name.cdx.json" "$version" <<'PYTHON'
import json, pathlib, sys
path, version = pathlib.Path(sys.argv[1]), sys.argv[2]
components = json.loads(path.read_text("utf-8"))
components["metadata"]["component"]["version"] = version
path.write_text(json.dumps(components, indent=2) + "\n", "utf-8")
PYTHON
echo "==> Checksums"
(cd "$dist" && sha256sum -- * >SHA256SUMS && cat SHA256SUMS)
