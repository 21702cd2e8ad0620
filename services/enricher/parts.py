"""The tasks that make up a service: they run side by side, and the end of one that should not end is the end of all.

asyncio.TaskGroup does not fit. It takes a task that was cancelled for one that was asked to end, and the client raises
CancelledError unprompted (docs/explanation/exactly-once.md, rule 13): the part would be missing and nobody told. And it
asks a task to end once, while a client that is closing itself swallows that (`AIOKafkaClient.close`).
"""

import asyncio
from collections.abc import Collection, Coroutine, Mapping

import structlog

from services.enricher.faults import FatalError, explain

log = structlog.get_logger()

ASK_AGAIN_SECONDS = 1.0
"""A part that was asked to end and still runs after this is asked again: closing a connection takes milliseconds."""


async def run_parts(parts: Mapping[str, Coroutine[object, object, None]], until: asyncio.Event) -> None:
    """Run coroutines by their names until the event is set or one of them fails; then end them all.

    Raises what the first failed with, FatalError where one was cancelled without our asking. One that returns is done;
    what fails while it is ended is logged.
    """
    tasks = {asyncio.create_task(part, name=name) for name, part in parts.items()}
    told = asyncio.create_task(until.wait())
    running = {told, *tasks}
    try:
        while not told.done():
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done - {told}:
                _raise_for(task)
    finally:
        await _end(running | {told})


def _raise_for(task: asyncio.Task[object]) -> None:
    if task.cancelled():
        raise FatalError(f"the task {task.get_name()!r} was cancelled by something else than its end")
    task.result()


async def _end(running: Collection[asyncio.Task[object]]) -> None:
    while running:
        for task in running:
            task.cancel()
        ended, running = await asyncio.wait(running, timeout=ASK_AGAIN_SECONDS)
        for task in ended:
            if not task.cancelled() and (error := task.exception()) is not None:
                log.warning("a part failed while it was ended", part=task.get_name(), problem=explain(error))
