"""Drives tablets in processes of their own, and notes what they acknowledge."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

from tests.faults.ledger import Fact, Ledger
from tests.faults.tablet_process import FACTS
from tests.hubs import TOKENS

WAIT_S = 40.0


class Tablet:
    """One tablet, which may be killed and started again on the same data."""

    def __init__(
        self,
        folder: Path,
        url: str,
        ledger: Ledger,
        device: str = "front-door",
        *,
        log: Path,
        before: Sequence[str] = (),
    ) -> None:
        """`log`: where its stderr goes. `before`: what its command line begins with, to run it where it is worse."""
        self.folder = folder
        self.device = device
        self.url = url
        self.before = tuple(before)
        self.failures: list[str] = []
        """Why facts were not saved, in words."""
        self.log = log
        self._ledger = ledger
        self._news = threading.Condition()
        self._lines: list[dict[str, Any]] = []
        self._process: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None
        self._waiting: list[Fact] = []
        self._has_ended = False
        self._number = 0

    def start(self, *, syncing: bool = True) -> "Tablet":
        """Starts it, and waits until its store is open. Raises AssertionError with what it said if it refuses."""
        self._lines = []
        self._has_ended = False
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *self.before,
                    sys.executable,
                    "-m",
                    "tests.faults.tablet_process",
                    str(self.folder),
                    self.url,
                    TOKENS[self.device],
                    self.device,
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": "error"},
            )
        self._reader = threading.Thread(target=self._read, args=(self._process,), daemon=True)
        self._reader.start()
        opened = self.until(lambda line: "opened" in line or "refused" in line)
        assert "opened" in opened, opened
        if syncing:
            self.tell(do="sync")
        return self

    @property
    def runs(self) -> bool:
        """Whether it was started and not ended since."""
        return self._process is not None

    def tell(self, **order: Any) -> None:
        """Gives an order; one that has died hears nothing."""
        assert self._process is not None
        assert self._process.stdin is not None
        # It may have been killed meanwhile; what was begun stays unknown.
        with suppress(BrokenPipeError):
            self._process.stdin.write(json.dumps(order) + "\n")
            self._process.stdin.flush()

    def save(self, facts: Iterable[Fact], name: str = "") -> None:
        """Begins facts without waiting."""
        for fact in facts:
            self._ledger.begin(fact, self.device)
            with self._news:
                self._waiting.append(fact)
            self._number += 1
            visit, what = fact
            self.tell(do="save", visit=visit, fact=what, name=name, number=self._number)

    def save_visits(self, count: int, name: str = "") -> list[Fact]:
        """Begins whole visits; their facts."""
        facts = [(visit, what) for visit in (str(uuid4()) for _ in range(count)) for what in FACTS]
        self.save(facts, name)
        return facts

    def saved(self) -> None:
        """Waits until every fact was answered, by yes or no."""
        self._wait(lambda: not self._waiting)

    def until(self, wanted: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        """The first line of this run that is as wanted."""
        self._wait(lambda: any(wanted(line) for line in self._lines))
        return next(line for line in self._lines if wanted(line))

    def hears(self, link: str) -> None:
        """Waits until the line to the hub is as `link` says."""
        self._wait(lambda: [line["link"] for line in self._lines if "link" in line][-1:] == [link])

    def state(self) -> dict[str, Any]:
        """How it is doing now."""
        with self._news:
            before = sum("state" in line for line in self._lines)
        self.tell(do="state")
        self._wait(lambda: sum("state" in line for line in self._lines) > before)
        return [line for line in self._lines if "state" in line][before]

    def drained(self, patience_s: float = WAIT_S) -> None:
        """Waits until every fact was answered and nothing is left to send."""
        self.saved()
        deadline = time.monotonic() + patience_s
        while (state := self.state()).get("unsent") != 0:
            assert time.monotonic() < deadline, f"not drained: {state}; {self.log.read_text()[-2000:]}"
            self._pause()

    @property
    def pid(self) -> int:
        """The process id of the running tablet."""
        assert self._process is not None
        return self._process.pid

    def kill(self, sig: signal.Signals = signal.SIGKILL) -> None:
        """At once. What was not acknowledged by now is unknown."""
        assert self._process is not None
        self._process.send_signal(sig)
        self._ended()

    def stop(self) -> None:
        """Ends it in good order."""
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._ended()

    def close(self) -> None:
        """Ends it, if it runs."""
        if self._process is not None:
            self._process.kill()
            self._ended()

    def _ended(self) -> None:
        assert self._process is not None
        assert self._reader is not None
        self._process.wait(WAIT_S)
        # What it said before its end counts.
        self._reader.join(WAIT_S)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None and not pipe.closed:
                # An order may be left that nobody will read.
                with suppress(BrokenPipeError):
                    pipe.close()
        self._process = None
        self._waiting = []

    def _read(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdout is not None
        for text in process.stdout:
            if not text.endswith("\n"):
                # Cut in the middle: it was not said.
                break
            line = json.loads(text)
            with self._news:
                self._hear(line)
                self._lines.append(line)
                self._news.notify_all()
        with self._news:
            self._has_ended = True
            self._news.notify_all()

    def _hear(self, line: dict[str, Any]) -> None:
        for answer in ("saved", "failed"):
            if line.get(answer):
                visit, what = line[answer]
                self._waiting.remove((visit, what))
                if answer == "saved":
                    self._ledger.acknowledge((visit, what))
                else:
                    self.failures.append(line["why"])

    def _wait(self, true: Callable[[], object]) -> None:
        with self._news:
            if not self._news.wait_for(lambda: true() or self._has_ended, WAIT_S):
                raise AssertionError(f"waited in vain: {self._lines[-5:]}; {self.log.read_text()[-2000:]}")
            assert true(), f"it ended: {self._lines[-5:]}; {self.log.read_text()[-2000:]}"

    def _pause(self) -> None:
        with self._news:
            self._news.wait(0.05)
