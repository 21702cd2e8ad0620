"""The parts of a service end together: each is asked until it has ended, and none goes missing."""

import asyncio
from contextlib import suppress

import pytest

from services.enricher import parts
from services.enricher.faults import FatalError
from services.enricher.parts import run_parts


async def _for_ever() -> None:
    await asyncio.Event().wait()


async def _fail(after: float = 0.0) -> None:
    await asyncio.sleep(after)
    raise FatalError("no more")


async def _swallow(asked: list[str]) -> None:
    """Take the first wish to end for a connection's, as the client does while it closes one."""
    with suppress(asyncio.CancelledError):
        await _for_ever()
    asked.append("once")
    await _for_ever()


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "ASK_AGAIN_SECONDS", 0.01)


async def test_all_end_when_told() -> None:
    """Told to end they are cancelled, and that is no error; a part that had returned before is no end of the others."""
    until = asyncio.Event()
    running = asyncio.create_task(run_parts({"load": asyncio.sleep(0), "work": _for_ever()}, until))
    await asyncio.sleep(0.05)
    assert not running.done()
    until.set()
    await running


async def test_what_one_fails_with_is_raised() -> None:
    """The first error ends the others and is raised; what fails in its wake is not."""
    with pytest.raises(FatalError, match="no more"):
        await run_parts({"work": _for_ever(), "break": _fail()}, asyncio.Event())


async def test_a_part_that_swallows_its_end_is_asked_again() -> None:
    """A cancellation that was lost in the client holds nothing up, neither a wish to end nor an error."""
    asked: list[str] = []
    until = asyncio.Event()
    until.set()
    async with asyncio.timeout(5):
        await run_parts({"stubborn": _swallow(asked)}, until)
        with pytest.raises(FatalError):
            await run_parts({"stubborn": _swallow(asked), "break": _fail(0.01)}, asyncio.Event())
    assert asked == ["once", "once"]


async def test_a_part_that_is_cancelled_by_nobody_is_fatal() -> None:
    """A CancelledError out of the client is no end in peace: the service would go on without the part."""

    async def cancelled() -> None:
        raise asyncio.CancelledError

    async with asyncio.timeout(5):
        with pytest.raises(FatalError, match="'consume'"):
            await run_parts({"consume": cancelled(), "observe": _for_ever()}, asyncio.Event())
