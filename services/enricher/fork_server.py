"""The process that loads the model once and of which every worker is a fork (see `preload`): started, used, ended."""

import multiprocessing
import os
import signal
import socket
from contextlib import suppress
from multiprocessing import forkserver
from multiprocessing.context import ForkServerProcess

from services.enricher import preload, worker
from services.enricher.worker import WorkerSpec


def start_fork_server(spec: WorkerSpec) -> None:
    """Start the fork server if none runs, without waiting for it; what it is to load stands in its environment.

    Call it in the main thread: the fork server ends with the thread that started it.
    """
    multiprocessing.get_context("forkserver").set_forkserver_preload([preload.__name__])
    os.environ[preload.SPEC_VARIABLE] = spec.to_json()
    os.environ[preload.SERVICE_VARIABLE] = str(os.getpid())
    forkserver.ensure_running()


def end_fork_server() -> None:
    """End the fork server and all workers, at once: when the service ends early it is still loading a model.

    A worker that is being started would otherwise hold the end up until the model is there.
    """
    if (pid := forkserver._forkserver._forkserver_pid) is not None:  # type: ignore[attr-defined]  # noqa: SLF001  # has no end
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def start_process(theirs: socket.socket, spec: WorkerSpec) -> ForkServerProcess:
    """Fork a worker and hand the socket over to it.

    The socket is closed here, and not by whoever waits and may go away: a fork server whose caller hangs up on it in
    the middle of a request ends with an EOFError.
    """
    context = multiprocessing.get_context("forkserver")
    with theirs:
        process = context.Process(target=worker.main, args=(theirs, spec), name="dateline-worker", daemon=True)
        process.start()
    return process
