"""Prometheus and promtool for tests: from the PATH, and where they are missing a plain word on how to get them."""

import os
import shutil
from pathlib import Path

import pytest


def require_tool(name: str) -> Path:
    """Where `prometheus` or `promtool` is. Skips the test without it, or fails it where nothing may be skipped."""
    found = shutil.which(name)
    if found is not None:
        return Path(found)
    message = f"{name} is not on the PATH; on Debian or Ubuntu: apt-get install prometheus (it holds promtool, too)"
    if os.environ.get("DATELINE_REQUIRE_PROMETHEUS") == "1":
        pytest.fail(message)
    pytest.skip(message)
