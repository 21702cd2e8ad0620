"""Where downloads go."""

from pathlib import Path

import pytest

from services.kafka import cache
from services.kafka.cache import cache_folder


def test_the_environment_decides() -> None:
    """DATELINE_CACHE wins over everything."""
    assert cache_folder({"DATELINE_CACHE": "/somewhere"}) == Path("/somewhere")


def test_a_checkout_keeps_its_own() -> None:
    """In a checkout it is the folder that git ignores and `make clean` deletes."""
    assert cache_folder({}) == Path(__file__).parents[3] / ".cache"


def test_an_installed_package_uses_the_users_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Outside a checkout it is the user's cache folder."""
    monkeypatch.setattr(cache, "_CHECKOUT", tmp_path)
    assert cache_folder({"XDG_CACHE_HOME": "/home/me/.cache"}) == Path("/home/me/.cache/dateline")
