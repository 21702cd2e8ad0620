#!/bin/sh
# Resolve pyproject.toml into requirements/*.txt: every version pinned, every hash listed, no registry address.
set -eu
compile() {
    uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate \
        --python-version 3.11 "$@"
}
compile pyproject.toml --group dev --extra local --extra otel --output-file requirements/dev.txt
compile pyproject.toml --extra otel --constraint requirements/dev.txt --output-file requirements/runtime.txt
# What turns the project into a wheel, for the container's first stage.
echo hatchling | compile - --constraint requirements/dev.txt --output-file requirements/build.txt
