"""Programs of ours in processes of their own.

To load everything that a hub is made of takes longer than most tests. So a server of Python's own loads it once, and
each hub is forked from there: a process like any other, that is killed like any other.
"""

import multiprocessing
import os
import subprocess
import sys
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

_SERVER = multiprocessing.get_context("forkserver")
_SERVER.set_forkserver_preload(["tests.preloaded"])


@dataclass(frozen=True)
class Process:
    """A process that runs."""

    pid: int
    stdout: int
    """The reading end, a file descriptor; whoever has the process closes it."""
    wait: Callable[[float], int]
    """Waits for its end, at most so many seconds; gives the exit code, or the signal as a negative number.

    Raises TimeoutError, or subprocess.TimeoutExpired.
    """


def spawned(program: str, arguments: Sequence[str], log: Path, *, before: Sequence[str] = ()) -> Process:
    """A module as a program, begun from nothing. `before`: what its command line begins with."""
    reading, writing = os.pipe()
    with log.open("ab") as stderr:
        process = subprocess.Popen(
            [*before, sys.executable, "-m", program, *arguments],
            stdout=writing,
            stderr=stderr,
            env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": "error"},
        )
    os.close(writing)
    return Process(process.pid, reading, process.wait)


def forked(arguments: Sequence[str], log: Path) -> Process:
    """`kiosk` with these arguments."""
    reading, writing = _SERVER.Pipe(duplex=False)
    process = _SERVER.Process(target=_run, args=(arguments, writing, log, dict(os.environ), Path.cwd()))
    process.start()
    writing.close()
    assert process.pid is not None

    def wait(most_s: float) -> int:
        process.join(most_s)
        if process.exitcode is None:
            raise TimeoutError(f"{arguments} did not end")
        return process.exitcode

    stdout = os.dup(reading.fileno())
    reading.close()
    return Process(process.pid, stdout, wait)


def _run(arguments: Sequence[str], stdout: Connection, log: Path, environ: Mapping[str, str], folder: Path) -> None:
    os.dup2(stdout.fileno(), sys.__stdout__.fileno())  # type: ignore[union-attr]
    stdout.close()
    with log.open("ab") as stderr:
        os.dup2(stderr.fileno(), sys.__stderr__.fileno())  # type: ignore[union-attr]
    sys.stdout.reconfigure(write_through=True)  # type: ignore[union-attr]
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environ)
    warnings.simplefilter("error")
    from kiosk.cli import cli

    cli(arguments, prog_name="kiosk")
