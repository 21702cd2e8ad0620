"""docs/reference/settings.md: `python -m services.cli.settings_reference > docs/reference/settings.md`."""

import sys
from typing import Any

from pydantic import SecretStr
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings

from services.enricher.settings import EnricherSettings
from services.kafka.settings import PREFIX, ConnectionSettings

HEAD = """# Settings

Written by `python -m services.cli.settings_reference`; a test fails where it differs from the code.

Every setting is an environment variable. A few are options of a command, too; then the option wins. A variable with a
wrong value is named when the command starts, which then exits with 3. `dateline doctor` checks them all.

"""

ELSEWHERE = """## Of tools

| variable | default | meaning |
|---|---|---|
| `DATELINE_CACHE` | `.cache` in a checkout, else the user's cache | where `dateline kafka up` keeps Kafka's jars |
| `DATELINE_MAVEN_REPOSITORY` | Maven Central | where `dateline kafka up` fetches them from |
| `DATELINE_TEST_BOOTSTRAP_SERVERS` | unset | the broker that the tests use, instead of one of their own |
| `DATELINE_REQUIRE_PROMETHEUS` | unset | `1`: tests fail, instead of being skipped, without Prometheus on the PATH |
| `OTEL_*` | | with `DATELINE_TRACING`: OpenTelemetry's own, such as `OTEL_EXPORTER_OTLP_ENDPOINT` |
| `NO_COLOR` | unset | no colours in the output of commands |
"""

SECTIONS: tuple[tuple[str, type[BaseSettings]], ...] = (
    ("The connection, for every command", ConnectionSettings),
    ("The service, `dateline run`", EnricherSettings),
)

COMPUTED = {"workers": "the processor cores it may use"}
"""Defaults that depend on the machine, and what they are."""


def reference() -> str:
    """The page, in Markdown."""
    return HEAD + "".join(_section(title, settings) for title, settings in SECTIONS) + ELSEWHERE


def _section(title: str, settings: type[BaseSettings]) -> str:
    rows = "".join(_row(name, field) for name, field in settings.model_fields.items())
    return f"## {title}\n\n| variable | default | meaning |\n|---|---|---|\n{rows}\n"


def _row(name: str, field: FieldInfo) -> str:
    default = COMPUTED.get(name) or _default(field)
    return f"| `{PREFIX}{name.upper()}` | {default} | {field.description or name.replace('_', ' ')} |\n"


def _default(field: FieldInfo) -> str:
    value: Any = field.get_default(call_default_factory=True, validated_data={})
    if value is None or isinstance(value, SecretStr):
        return "unset"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


if __name__ == "__main__":
    sys.stdout.write(reference())
