#!/bin/sh
# Resolve pyproject.toml into requirements/*.txt: every version pinned, every hash listed, no registry address.
set -eu
compile() {
    uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate \
        --python-version 3.11 pyproject.toml "$@"
}
compile --group dev --extra local --extra otel --output-file requirements/dev.txt
compile --extra otel --constraint requirements/dev.txt --output-file requirements/runtime.txt
