"""Every fault in a mixed order that a seed decides, over tablets that are in use the whole time."""

import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from kiosk.store.opening import FILE_NAME
from tests import databases
from tests.disks import MS_RDONLY, disk, fill, remount
from tests.faults.ledger import Ledger, Verdict
from tests.faults.proxy import Proxy, Trouble
from tests.faults.tablets import Tablet
from tests.hubs import HubProcess

DEVICES = ("front-door", "side-door")
LONGEST_LOAD_S = 0.08
"""A kill comes at a random moment this long after work was begun."""
YEAR_MS = 365 * 86_400_000
AFTERWARDS_S = 120.0
DISK_MEBIBYTES = 64


@dataclass(frozen=True)
class Plan:
    """How long it goes on: until every number is reached."""

    seed: int
    tablet_kills: int
    hub_kills: int
    facts: int
    rare: int
    """How often each of the faults that take long: disks, restored hubs, poison, copies of a tablet."""
    on_server: bool = False
    """Two hubs on one PostgreSQL, in the place of one on a file."""


class Mixed:
    """One run."""

    def __init__(self, folder: Path, plan: Plan) -> None:
        self.plan = plan
        self.counts: Counter[str] = Counter()
        self.ledger = Ledger()
        self._random = random.Random(plan.seed)
        self._server = databases.create(on=databases.embedded_url()) if plan.on_server else None
        self._hub = HubProcess(folder / "hub", on=self._server)
        self._hubs = [self._hub, *([HubProcess(folder / "other", beside=self._hub)] if self._server else [])]
        self._proxy = Proxy(self._hub.port, plan.seed)
        self._folder = folder
        self._disks = ExitStack()
        self._tablets = [
            Tablet(
                self._disks.enter_context(disk(folder / device, DISK_MEBIBYTES)) / "data",
                self._proxy.url,
                self.ledger,
                device,
                log=folder / f"{device}.log",
            )
            for device in DEVICES
        ]
        self._put_away: list[Tablet] = []
        """Copies that have had their time; what they have not sent, they send at the end."""
        self._backup: Path | None = None
        self._rare: dict[str, Callable[[], None]] = {
            **({"server restarts": self._restart_server} if self._server else {"hub restores": self._restore_hub}),
            "hubs silent": self._silence,
            "tablets copied": self._copy_tablet,
            "poison events": self._poison,
            "disks full": self._fill_disk,
            "disks read-only": self._forbid_writing,
            "file size limits": self._limit_files,
            "disks with errors": self._spoil_disk,
        }
        self._began = time.monotonic()

    def run(self, progress: Callable[[str], None] = lambda _: None) -> Verdict:
        """Does it all, lets the dust settle, and judges."""
        try:
            for hub in self._hubs:
                hub.start()
            for tablet in self._tablets:
                tablet.start()
            while wanted := self._wanted():
                self._step(wanted)
                if self.counts["steps"] % 50 == 0:
                    progress(self._line())
            return self._settle()
        finally:
            for tablet in (*self._tablets, *self._put_away):
                tablet.close()
            self._proxy.close()
            for hub in self._hubs:
                hub.kill()
            self._disks.close()
            if self._server is not None:
                databases.drop(self._server)

    def table(self, verdict: Verdict) -> str:
        """What was done, and what became of it."""
        rows = [
            ("seed", self.plan.seed),
            ("seconds", round(time.monotonic() - self._began)),
            *sorted(self.counts.items()),
            *((f"network: {trouble.value}", times) for trouble, times in sorted(self._proxy.done.items())),
            ("facts acknowledged", verdict.acknowledged),
            ("facts unknown", verdict.unknown),
            ("facts stored", verdict.stored),
            ("LOST", len(verdict.lost)),
            ("DOUBLED", len(verdict.doubled)),
            ("OUT OF ORDER", len(verdict.disordered)),
            ("INVENTED", len(verdict.invented)),
        ]
        return "\n".join(f"{name:<28}{number:>10}" for name, number in rows)

    def _wanted(self) -> list[Callable[[], None]]:
        """What may come next; nothing when the plan is fulfilled."""
        plan, counts = self.plan, self.counts
        missing = []
        if counts["tablet kills"] < plan.tablet_kills:
            # The most that is wanted of anything comes most often.
            missing += [self._kill_tablet] * 4
        if counts["hub kills"] < plan.hub_kills:
            missing += [self._kill_hub] * 2
        if len(self.ledger.acknowledged) < plan.facts:
            missing.append(self._work)
        missing += [do for name, do in self._rare.items() if counts[name] < plan.rare]
        return [*missing, self._spoil_network, self._cut, self._put_clock_wrong] if missing else []

    def _step(self, wanted: list[Callable[[], None]]) -> None:
        self.counts["steps"] += 1
        tablet = self._random.choice(self._tablets)
        # Nobody works faster than a disk for long: what was begun before is answered first.
        tablet.saved()
        tablet.save_visits(self._random.randint(1, 4))
        self._random.choice(wanted)()

    def _work(self) -> None:
        for tablet in self._tablets:
            tablet.save_visits(self._random.randint(1, 6))

    def _kill_tablet(self) -> None:
        tablet = self._random.choice(self._tablets)
        tablet.save_visits(self._random.randint(1, 5))
        self._any_moment()
        tablet.kill()
        tablet.start()
        self.counts["tablet kills"] += 1

    def _kill_hub(self) -> None:
        self._work()
        self._any_moment()
        hub = self._random.choice(self._hubs)
        hub.kill()
        # Whoever is in front of several sends everything to one that lives.
        self._proxy.port = self._random.choice([each for each in self._hubs if each is not hub] or [hub]).port
        self._work()
        hub.start()
        self.counts["hub kills"] += 1

    def _silence(self) -> None:
        """Every line stands, and nobody answers on any."""
        self._proxy.troubles = ()
        for tablet in self._tablets:
            tablet.hears("reachable")
        with ExitStack() as all_:
            for hub in self._hubs:
                all_.enter_context(hub.paused())
            self._work()
            for tablet in self._tablets:
                tablet.hears("unreachable")
        self.counts["hubs silent"] += 1

    def _spoil_network(self) -> None:
        self._proxy.troubles = tuple(self._random.sample(list(Trouble), self._random.randint(1, 4)))
        self._proxy.share = self._random.random()
        self.counts["networks spoilt"] += 1

    def _cut(self) -> None:
        self._proxy.cut()
        self.counts["lines cut"] += 1

    def _put_clock_wrong(self) -> None:
        shift = self._random.randint(-20 * YEAR_MS, 20 * YEAR_MS)
        self._random.choice(self._tablets).tell(do="clock", shift_ms=shift)
        self.counts["clocks put wrong"] += 1

    def _restore_hub(self) -> None:
        """By turns: IT takes a backup; and some time after puts it back, of which the tablets know nothing."""
        if self._backup is None:
            self._backup = self._folder / f"backup-{self.counts['hub restores']}.sqlite3"
            self._care("backup")
            return
        self._hub.stop()
        self._care("restore", "--force")
        self._hub.start()
        self._backup = None
        self.counts["hub restores"] += 1

    def _restart_server(self) -> None:
        self._work()
        self._any_moment()
        server = databases.embedded()
        server.stop()
        self._work()
        server.ensure_postgres_running()
        self.counts["server restarts"] += 1

    def _care(self, what: str, *more: str) -> None:
        command = [sys.executable, "-m", "kiosk", "hub", what, str(self._backup), "--config", str(self._hub.file)]
        subprocess.run([*command, *more], check=True, capture_output=True)

    def _copy_tablet(self) -> None:
        self.counts["tablets copied"] += 1
        if len(self._tablets) > len(DEVICES):
            self._put_away.append(self._tablets.pop())
            self._put_away[-1].stop()
        tablet = self._tablets[0]
        tablet.stop()
        target = self._folder / f"copy-{self.counts['tablets copied']}"
        shutil.copytree(tablet.folder, target)
        tablet.start()
        copy = Tablet(target, self._proxy.url, self.ledger, tablet.device, log=target.with_suffix(".log"))
        self._tablets.append(copy.start())

    def _poison(self) -> None:
        """An event spoils on the disk before it is sent."""
        tablet = self._random.choice(self._tablets[: len(DEVICES)])
        tablet.stop()
        tablet.start(syncing=False)
        ((visit, what), *_) = tablet.save_visits(1)
        tablet.saved()
        tablet.stop()
        with closing(sqlite3.connect(tablet.folder / FILE_NAME)) as raw, raw:
            spoil = "UPDATE event SET body = substr(body, 10) WHERE visit = ? AND kind = ?"
            spoilt = raw.execute(spoil, (visit, what)).rowcount
        self.ledger.acknowledged.pop((visit, what))
        tablet.start()
        self.counts["poison events"] += spoilt

    def _fill_disk(self) -> None:
        tablet = self._random.choice(self._tablets[: len(DEVICES)])
        before, disk_of = len(tablet.failures), tablet.folder.parent
        fillers = [fill(disk_of)]
        while len(tablet.failures) == before:
            tablet.save_visits(20)
            tablet.saved()
            fillers.append(fill(disk_of, f"more-{len(fillers)}"))
        for filler in fillers:
            filler.unlink()
        self.counts["disks full"] += 1

    def _forbid_writing(self) -> None:
        tablet = self._random.choice(self._tablets[: len(DEVICES)])
        tablet.stop()
        remount(tablet.folder.parent, MS_RDONLY)
        try:
            tablet.start()
        except AssertionError as refused:
            if "cannot be" not in str(refused):
                raise
        else:
            raise AssertionError("a tablet started on a disk that can only be read")
        finally:
            tablet.close()
            remount(tablet.folder.parent, 0)
        tablet.start()
        self.counts["disks read-only"] += 1

    def _limit_files(self) -> None:
        tablet = self._random.choice(self._tablets)
        tablet.stop()
        size = (tablet.folder / FILE_NAME).stat().st_size
        before = len(tablet.failures)
        self._run_under(tablet, "prlimit", f"--fsize={size + 200_000}")
        while len(tablet.failures) == before:
            tablet.save_visits(20)
            tablet.saved()
        self._run_under(tablet)
        self.counts["file size limits"] += 1

    def _spoil_disk(self) -> None:
        tablet = self._random.choice(self._tablets)
        calls = self._random.choice(("fdatasync,fsync", "pwrite64"))
        self._run_under(
            tablet, "strace", "-f", "-qq", "-e", f"trace={calls}", "-e", f"inject={calls}:error=EIO:when=60+7"
        )
        for _ in range(6):
            tablet.save_visits(2)
            tablet.saved()
        self._run_under(tablet)
        self.counts["disks with errors"] += 1

    def _run_under(self, tablet: Tablet, *before: str) -> None:
        """Starts it anew with this before its command."""
        if tablet.runs:
            tablet.stop()
        tablet.before = before
        tablet.start(syncing=not before)

    def _any_moment(self) -> None:
        # The one place where time and not a condition decides: faults do not wait for one.
        time.sleep(self._random.random() * LONGEST_LOAD_S)

    def _settle(self) -> Verdict:
        self._proxy.troubles = ()
        for tablet in self._put_away:
            tablet.start()
        for tablet in (*self._tablets, *self._put_away):
            # Who has nothing to send may not have heard yet that the hub was restored: a push tells.
            tablet.save_visits(1)
            tablet.drained(AFTERWARDS_S)
        self.counts["tickets on two tablets"] = self._doubled_tickets()
        return self.ledger.judge(self._hub)

    def _doubled_tickets(self) -> int:
        """Given out by both, because they have the same letter."""
        query = """SELECT ticket FROM visit JOIN event USING (practice, visit) WHERE event.kind = 'arrived'
            GROUP BY ticket HAVING count(DISTINCT event.device) > 1"""
        return len(self._hub.rows(query))

    def _line(self) -> str:
        kills = f"{self.counts['tablet kills']} tablet kills, {self.counts['hub kills']} hub kills"
        return f"{time.monotonic() - self._began:5.0f} s  {kills}, {len(self.ledger.acknowledged)} facts acknowledged"
