"""The one writer of a practice's event log: what is offered at once shares a commit, and is answered once durable.

A job runs inside the transaction of its group. It sees everything before it, so what it decides is still so when
it is written. If a group fails, each of its jobs is tried alone, so that one cannot take others with it. If it fails
for what passes by itself, as a server that is started again, it is tried again for a moment.
"""

import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import structlog
from sqlalchemy import Connection

from kiosk.hub.clock import Clock
from kiosk.hub.database import Database
from kiosk.hub.erasing import erase_names
from kiosk.hub.home import OutcomeUnknownError
from kiosk.hub.projections import project_new
from kiosk.hub.writing import Logged, Writing

_log = structlog.get_logger(__name__)

MAX_GROUP = 256
"""Jobs that share a commit at most."""

MAX_WRITERS = 8
"""Practices that are written to at the same time."""

PATIENCE_S = 3.0
"""For how long a group is tried again; tablets and clicks wait for it, and come again by themselves."""

_PAUSES_S = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 1.0)

T = TypeVar("T")
Work = Callable[[Connection, Writing], T]
"""What is done within a group's transaction."""


class LogClosedError(Exception):
    """The hub is stopping; nothing more is written."""


@dataclass(frozen=True)
class _Job(Generic[T]):
    work: Work[T]
    answer: "Future[T]"


def writers() -> ThreadPoolExecutor:
    """Threads for the logs of all practices: each log uses one at a time, and none while it has nothing to write."""
    return ThreadPoolExecutor(MAX_WRITERS, thread_name_prefix="hub-log")


class EventLog:
    """A practice's log: takes jobs from any thread and answers each by a future, in the order they were offered."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        on_commit: Callable[[list[Logged]], None],
        threads: ThreadPoolExecutor | None = None,
    ) -> None:
        """`on_commit` is called by a writing thread with what has become durable, in the order of cursors.

        `threads` of several logs are shut down by whoever made them.
        """
        self._database = database
        self._clock = clock
        self._on_commit = on_commit
        self._threads = threads or writers()
        self._owns_threads = threads is None
        self._jobs: deque[_Job[Any]] = deque()
        self._changed = threading.Condition()
        self._closing = False
        self._writes = False

    def submit(self, work: Work[T]) -> "Future[T]":
        """Runs `work` in the next group's transaction; the future is done once that is durable.

        The future carries what `work` raises, a sqlalchemy.exc.DBAPIError if the database failed, or
        LogClosedError; nothing of the job is written then.
        """
        answer: Future[T] = Future()
        # Who waits may give up; what was offered is written all the same, and its answer must have a place to go.
        answer.set_running_or_notify_cancel()
        with self._changed:
            if self._closing:
                answer.set_exception(LogClosedError())
                return answer
            self._jobs.append(_Job(work, answer))
            if not self._writes:
                self._writes = True
                self._threads.submit(self._run)
        return answer

    def close(self) -> None:
        """Writes what was offered so far, and takes nothing more."""
        with self._changed:
            self._closing = True
            self._changed.wait_for(lambda: not self._writes)
        if self._owns_threads:
            self._threads.shutdown()

    def _run(self) -> None:
        """One group; another one takes its turn behind those of other logs."""
        with self._changed:
            group = [self._jobs.popleft() for _ in range(min(MAX_GROUP, len(self._jobs)))]
        self._write(group)
        with self._changed:
            self._writes = bool(self._jobs)
            if self._writes:
                self._threads.submit(self._run)
            else:
                self._changed.notify_all()

    def _write(self, group: list[_Job[Any]]) -> None:
        """Writes `group` and answers its jobs: all at once, or else each alone."""
        deadline = time.monotonic() + PATIENCE_S
        error = self._try(group)
        for pause in _PAUSES_S:
            if error is None or not self._database.will_pass(error) or time.monotonic() + pause > deadline:
                break
            _log.warning("group tried again", jobs=len(group), reason=type(error).__name__)
            time.sleep(pause)
            error = self._try(group)
        if error is None:
            return
        if len(group) > 1 and not isinstance(error, OutcomeUnknownError) and not self._database.will_pass(error):
            for job in group:
                self._write([job])
        else:
            for job in group:
                job.answer.set_exception(error)

    def _try(self, group: list[_Job[Any]]) -> Exception | None:
        """One transaction for `group`; why it failed, if nothing was answered."""
        try:
            with self._database.begin() as (connection, start):
                writing = Writing(connection, start, self._clock())
                results = [job.work(connection, writing) for job in group]
                erased = project_new(connection, writing) if writing.logged else set()
                forget = erase_names(connection, erased) or writing.forget
                writing.finish()
        except Exception as error:  # noqa: BLE001 - it is handed to whoever asked
            return error
        if forget:
            self._database.forget()
        if writing.logged:
            self._on_commit(writing.logged)
        for job, result in zip(group, results, strict=True):
            job.answer.set_result(result)
        return None
