"""Imported once by multiprocessing's fork server: loads the model, so that each worker is a fork that has it already.

A fork of the fork server has no threads and no event loop to inherit, shares the model's pages with its siblings
(`gc.freeze()` keeps the garbage collector from touching, and so copying, them) and is ready in milliseconds.
"""

import ctypes
import gc
import os
import signal
import sys
from contextlib import suppress

# One BLAS thread a process: two threads in one process are slower than two processes. Numpy reads this on import.
for _variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_variable] = "1"

from services.enricher.worker import LOADED, WorkerSpec, load  # noqa: E402  # numpy must not be imported before this

SPEC_VARIABLE = "DATELINE_WORKER_SPEC"
"""Where the service says what to load: the fork server is started without arguments of our own."""

SERVICE_VARIABLE = "DATELINE_SERVICE_PID"
"""The service's process id, so that a fork server can tell whether the service is still there."""

PR_SET_PDEATHSIG = 1  # prctl(2)


def die_with(parent: int) -> None:
    """Have the kernel kill this process when its parent ends (docs/explanation/exactly-once.md, rule 15).

    The signal is asked for first and the parent checked after it: the other way round, a parent that dies in between
    is never noticed.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit("the process that wanted this one is gone")


def _is_fork_server() -> bool:
    """Whether this is imported by the fork server that a service started for its workers.

    Not so in the service itself, and not in a worker of a fork server that was started for something else. A fork
    server whose service is gone by now has no workers either and ends by itself.
    """
    return os.environ.get(SERVICE_VARIABLE) == str(os.getppid()) and SPEC_VARIABLE in os.environ


SERVER: int | None = None
"""The fork server's process id where it imported this; a worker whose parent is another has outlived it. None where the
fork server was started before for something else: its workers load the model themselves."""

if _is_fork_server():
    SERVER = os.getpid()
    # The fork server ends by itself only when every worker has, so a stalled worker would keep it, and itself, alive.
    die_with(int(os.environ[SERVICE_VARIABLE]))
    # Control-C reaches every process of a terminal; the service drains on it and still needs its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Nearly all that is made here stays; looking through it again and again for garbage only delays the start.
    gc.disable()
    _spec = os.environ[SPEC_VARIABLE]
    # What can't be loaded here is tried again by the worker, which has a way to say what is wrong with it.
    with suppress(Exception):
        LOADED[WorkerSpec.from_json(_spec)] = load(WorkerSpec.from_json(_spec))
    # No collection before it, as gc.freeze's docs advise: it would leave holes in pages, and filling them copies them.
    gc.freeze()
    gc.enable()
