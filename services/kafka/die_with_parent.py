"""Become another program, one that the kernel kills when the thread that started it ends.

Run as a script (`die_with_parent.py PARENT_PID COMMAND…`) because a `preexec_fn` is unsafe in a process with
threads. The process id stays the same.
"""

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1  # prctl(2)


def main(parent: int, command: list[str]) -> None:
    """Ask for the signal, then make sure the parent had not gone before that."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit("the process that wanted this one is gone")
    os.execv(command[0], command)  # noqa: S606  # the command is our own Java, not a shell's line


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
