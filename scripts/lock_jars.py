"""Resolve the local broker's jars again and print each with its size and SHA-256 (for maintainers).

.venv/bin/python scripts/lock_jars.py > services/kafka/jars.txt
"""

import hashlib
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jgo
from jgo.maven import Artifact, MavenContext

# The broker with all its tools, and a logger that writes to standard error without a configuration file.
ENDPOINT = "org.apache.kafka:kafka_2.13:4.4.0+org.slf4j:slf4j-simple:1.7.36"


def lock(artifact: Artifact, context: MavenContext) -> str:
    """One line of jars.txt: SHA-256, size in bytes, Maven coordinates."""
    component = context.project(artifact.groupId, artifact.artifactId).at_version(artifact.version)
    content = Path(component.artifact().resolve()).read_bytes()
    return f"{hashlib.sha256(content).hexdigest()} {len(content):>8} {component}"


def main() -> None:
    """Print the lines, ordered by coordinates."""
    artifacts = jgo.resolve(ENDPOINT)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(8) as threads:
        context = MavenContext(repo_cache=Path(folder))
        lines = list(threads.map(lambda artifact: lock(artifact, context), artifacts))
    sys.stdout.write("".join(f"{line}\n" for line in sorted(lines, key=lambda line: line.split()[-1])))


if __name__ == "__main__":
    main()
