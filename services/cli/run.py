"""`dateline run`: the service."""

import asyncio
import sys
from typing import Annotated, Any

import typer

from services.cli.exits import CommandError, ExitCode


def run(
    workers: Annotated[int | None, typer.Option(min=1, help="Worker processes; one a core unless set.")] = None,
    model: Annotated[str | None, typer.Option(help="An installed spaCy package or a path.")] = None,
    bootstrap_servers: Annotated[str | None, typer.Option(help="host:port, several with commas.")] = None,
    group_id: Annotated[str | None, typer.Option(help="Consumer group.")] = None,
    http_port: Annotated[int | None, typer.Option(min=0, max=65535, help="/livez /readyz /metrics; 0: any.")] = None,
    log_format: Annotated[str | None, typer.Option(help="auto, json or console.")] = None,
) -> None:
    """Run the service: raw topic in, enriched topic out, exactly once. SIGTERM drains and exits 0.

    Every option is also an environment variable with the prefix DATELINE_, and there are more of those.
    """
    import structlog
    from pydantic import ValidationError

    from services.enricher.fork_server import start_fork_server
    from services.enricher.settings import EnricherSettings
    from services.kafka.settings import ConfigurationError, connection_settings, explain

    given: dict[str, Any] = {
        "workers": workers, "model": model, "group_id": group_id, "http_port": http_port, "log_format": log_format,
    }  # fmt: skip
    try:
        settings = EnricherSettings(**{name: value for name, value in given.items() if value is not None})
        connection = connection_settings(bootstrap_servers=bootstrap_servers)
    except ValidationError as error:
        raise CommandError(explain(error), code=ExitCode.CONFIGURATION) from error
    except ConfigurationError as error:
        raise CommandError(str(error), code=ExitCode.CONFIGURATION) from error
    # The model takes the longest to load: it begins before the rest of the service is even imported.
    start_fork_server(settings.worker_spec)
    from services.enricher.app import serve
    from services.enricher.faults import explain as explain_error
    from services.enricher.logs import configure_logs

    configure_logs(settings.log_format, settings.log_level)
    try:
        asyncio.run(serve(settings, connection))
    except Exception as error:  # noqa: BLE001  # what ends the service is said in one line, not lost in a traceback
        structlog.get_logger().critical("fatal", problem=explain_error(error))
        sys.exit(_exit_code(error))


def _exit_code(error: BaseException) -> ExitCode:
    """The code for what ended the service; of several errors that of the first."""
    from aiokafka.errors import KafkaError

    from services.enricher.faults import MisconfiguredError
    from services.enricher.process import WorkerUnusableError
    from services.kafka.reach import BrokerRefusesError
    from services.kafka.settings import ConfigurationError

    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    if isinstance(error, (MisconfiguredError, WorkerUnusableError, ConfigurationError)):
        return ExitCode.CONFIGURATION
    return ExitCode.BROKER if isinstance(error, (KafkaError, BrokerRefusesError)) else ExitCode.INTERNAL
