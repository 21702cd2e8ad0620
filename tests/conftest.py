"""Options of the test command, and the brokers that integration tests use."""

import signal

import pytest

pytest_plugins = ["tests.broker", "tests.stage", "tests.service"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Slow suites have a long form by command; benchmarks run only when asked for."""
    parser.addoption("--long", action="store_true", help="run the long forms of the slow suites, too")
    parser.addoption("--bench", action="store_true", help="run the benchmarks, which print what they measure")


def pytest_configure() -> None:
    """Take control-C again where a shell ignores it for what it runs in the background: processes hand that on."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what was not asked for, saying so."""
    for marker in ("long", "bench"):
        if not config.getoption(f"--{marker}"):
            skip = pytest.mark.skip(reason=f"runs with --{marker}")
            for item in items:
                if marker in item.keywords:
                    item.add_marker(skip)
