"""Log lines: structured, JSON for machines and colours for people, the Kafka client's among them."""

import logging
import sys

import structlog

from services.kafka.log_limit import RateLimit


def configure_logs(form: str, level: str) -> None:
    """Send every line to standard error. `form` is json, console, or auto, which is console on a terminal."""
    is_console = form == "console" or (form == "auto" and sys.stderr.isatty())
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last: list[structlog.typing.Processor] = (
        [structlog.dev.ConsoleRenderer()]
        if is_console
        else [structlog.processors.dict_tracebacks, structlog.processors.JSONRenderer()]
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last]
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    # The client tells of each attempt to reach a broker that is away (docs/explanation/exactly-once.md, rule 19). The
    # event loop's own lines are about the same: futures of abandoned producers that nobody waits for any more.
    handler.addFilter(RateLimit("aiokafka"))
    handler.addFilter(RateLimit("asyncio"))
    handler.setLevel(level.upper())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    # Whatever is written: `reach` reads in the client's warnings whether a broker is away or refuses us.
    logging.getLogger("aiokafka").setLevel(logging.WARNING)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level.upper())),
        cache_logger_on_first_use=False,
    )
