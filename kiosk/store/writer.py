"""The one thread that writes. What it reports as done is on the disk."""

import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Generic, TypeVar

import structlog
from sqlite_utils import Database

from kiosk.store.fault import StoreFault, in_words, primary_code
from kiosk.store.key import Key
from kiosk.store.schema import connect_writing

T = TypeVar("T")

ATTEMPTS = 3

_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class _Job(Generic[T]):
    work: Callable[[Database], T]
    future: Future[T]
    committed: Callable[[T], None] | None
    truncate: bool


class Writer:
    """Runs pieces of work one after another, each in a transaction of its own, on the only write connection.

    After an error of the disk the outcome of a commit is unknown: the connection is given up, a new one
    opened, and the work run again, at most `ATTEMPTS` times. So work must look first whether an earlier
    run of it arrived, and give the same result whether or not it did. What is found then proves nothing yet: a
    commit whose fsync failed can be read for as long as the machine runs, and is gone after a power cut. So
    before anything else the log is emptied into the database, which writes and syncs every page anew.
    """

    def __init__(self, path: Path, key: Key | None, relieve: Callable[[], object]) -> None:
        """`relieve` makes room on a full disk, as far as it can."""
        self._path = path
        self._key = key
        self._relieve = relieve
        self._jobs: SimpleQueue[_Job[object] | None] = SimpleQueue()
        self._gate = threading.Lock()
        self._closed = False
        self._db: Database | None = None
        self._doubtful = False
        self.fault: StoreFault | None = None
        """Why the last work failed; None if the disk did its part."""
        self._thread = threading.Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    def submit(
        self,
        work: Callable[[Database], T],
        *,
        committed: Callable[[T], None] | None = None,
        truncate: bool = False,
    ) -> Future[T]:
        """Queues `work`; the future completes after the durable commit, in the order of submission.

        `committed` is called with the result right after the commit, on the writer's thread. `truncate` also
        empties the write-ahead log before the future completes, so that nothing overwritten stays readable.
        The future fails with whatever `work` itself raised, and with StoreFault when the disk does not do it,
        also after `close`: nothing of the work is stored then. Only where the disk has not even let us look
        after a failed commit, or the log cannot be emptied, may it be.
        """
        future: Future[T] = Future()
        with self._gate:
            if self._closed:
                future.set_exception(StoreFault(f"{self._path}: the store is closed."))
            else:
                self._jobs.put(_Job(work, future, committed, truncate))  # type: ignore[arg-type]
        return future

    def close(self) -> None:
        """Finishes what is queued, then ends the thread and the connection. Idempotent."""
        with self._gate:
            if not self._closed:
                self._closed = True
                self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            if job.future.set_running_or_notify_cancel():
                self._finish(job)
        self._drop()

    def _finish(self, job: _Job[object]) -> None:
        try:
            result = self._durably(job)
        except Exception as error:  # noqa: BLE001 - whoever waits for the future is told
            if isinstance(error, StoreFault):
                self.fault = error
            job.future.set_exception(error)
            return
        self.fault = None
        try:
            if job.committed:
                job.committed(result)
        except Exception:  # noqa: BLE001 - ours, and not of those who wait for the result
            # It is stored, so the answer is yes; but somebody was not told of it.
            _log.exception("store.hook_failed")
        job.future.set_result(result)

    def _durably(self, job: _Job[object]) -> object:
        for left in reversed(range(ATTEMPTS)):
            try:
                result = self._transact(job.work)
                if job.truncate:
                    _truncate(self._connection())
            except sqlite3.Error as error:
                _log.warning("store.write_failed", error=str(error), attempts_left=left)
                self._doubtful = True
                self._drop()
                if primary_code(error) == sqlite3.SQLITE_BUSY:
                    # It has not even begun, and has waited long enough.
                    raise in_words(error, self._path) from error
                if primary_code(error) == sqlite3.SQLITE_FULL:
                    self._relieve()
                last = error
            else:
                return result
        try:
            arrived, result = self._look(job.work)
        except sqlite3.Error as error:
            self._doubtful = True
            self._drop()
            raise in_words(error, self._path) from error
        if arrived and not job.truncate:
            return result
        raise in_words(last, self._path) from last

    def _look(self, work: Callable[[Database], object]) -> tuple[bool, object]:
        """Whether an earlier run of `work` arrived after all: then running it once more changes nothing."""
        db = self._connection()
        db.execute("BEGIN IMMEDIATE")
        try:
            before = db.conn.total_changes
            result = work(db)
            return db.conn.total_changes == before, result
        finally:
            db.execute("ROLLBACK")

    def _transact(self, work: Callable[[Database], object]) -> object:
        db = self._connection()
        db.execute("BEGIN IMMEDIATE")
        try:
            result = work(db)
            db.execute("COMMIT")
        except sqlite3.Error:
            raise  # the connection is given up, which rolls back
        except BaseException:
            db.execute("ROLLBACK")
            raise
        return result

    def _connection(self) -> Database:
        if self._db is None:
            self._db = connect_writing(self._path, self._key)
        if self._doubtful:
            _truncate(self._db)
            self._doubtful = False
        return self._db

    def _drop(self) -> None:
        """Gives the connection up; what it had not committed is undone."""
        db, self._db = self._db, None
        if db is not None:
            try:
                db.close()
            except sqlite3.Error as error:
                _log.warning("store.close_failed", error=str(error))


def _truncate(db: Database) -> None:
    """Moves the write-ahead log into the database, durably, and empties it."""
    (busy, _, _) = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise sqlite3.OperationalError("a reader kept the write-ahead log from being emptied")
