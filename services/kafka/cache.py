"""Where downloads and local brokers are kept."""

from collections.abc import Mapping
from pathlib import Path

_CHECKOUT = Path(__file__).parents[2]


def cache_folder(environment: Mapping[str, str]) -> Path:
    """DATELINE_CACHE where set; in a checkout its .cache, so that `make clean` finds it; else the user's cache."""
    if chosen := environment.get("DATELINE_CACHE"):
        return Path(chosen).expanduser().absolute()
    if (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / "services").is_dir():
        return _CHECKOUT / ".cache"
    return Path(environment.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dateline"
