"""Every fault in a mixed order that a seed decides, over tablets that are in use the whole time."""

import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.faults.ledger import Ledger, Verdict
from tests.faults.proxy import Proxy, Trouble
from tests.faults.tablets import Tablet
from tests.hubs import HubProcess

DEVICES = ("front-door", "side-door")
LONGEST_LOAD_S = 0.08
"""A kill comes at a random moment this long after work was begun."""
YEAR_MS = 365 * 86_400_000
AFTERWARDS_S = 120.0


@dataclass(frozen=True)
class Plan:
    """How long it goes on: until every number is reached."""

    seed: int
    tablet_kills: int
    hub_kills: int
    facts: int


class Mixed:
    """One run."""

    def __init__(self, folder: Path, plan: Plan) -> None:
        self.plan = plan
        self.counts: Counter[str] = Counter()
        self.ledger = Ledger()
        self._random = random.Random(plan.seed)
        self._hub = HubProcess(folder / "hub")
        self._proxy = Proxy(self._hub.port, plan.seed)
        self._tablets = [
            Tablet(folder / device, self._proxy.url, self.ledger, device, log=folder / f"{device}.log")
            for device in DEVICES
        ]
        self._began = time.monotonic()

    def run(self, progress: Callable[[str], None] = lambda _: None) -> Verdict:
        """Does it all, lets the dust settle, and judges."""
        try:
            self._hub.start()
            for tablet in self._tablets:
                tablet.start()
            while wanted := self._wanted():
                self._step(wanted)
                if self.counts["steps"] % 50 == 0:
                    progress(self._line())
            return self._settle()
        finally:
            for tablet in self._tablets:
                tablet.close()
            self._proxy.close()
            self._hub.kill()

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
            missing.append(self._kill_tablet)
        if counts["hub kills"] < plan.hub_kills:
            missing.append(self._kill_hub)
        if len(self.ledger.acknowledged) < plan.facts:
            missing.append(self._work)
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
        self._hub.kill()
        self._work()
        self._hub.start()
        self.counts["hub kills"] += 1

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

    def _any_moment(self) -> None:
        # The one place where time and not a condition decides: faults do not wait for one.
        time.sleep(self._random.random() * LONGEST_LOAD_S)

    def _settle(self) -> Verdict:
        self._proxy.troubles = ()
        for tablet in self._tablets:
            tablet.saved()
            tablet.drained(AFTERWARDS_S)
        return self.ledger.judge(self._hub)

    def _line(self) -> str:
        kills = f"{self.counts['tablet kills']} tablet kills, {self.counts['hub kills']} hub kills"
        return f"{time.monotonic() - self._began:5.0f} s  {kills}, {len(self.ledger.acknowledged)} facts acknowledged"
