"""What was acknowledged to whoever tapped; and what a hub makes of it."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TypeAlias

from tests.hubs import HubProcess

Fact: TypeAlias = tuple[str, str]
"""A visit's id and what happened in it: each once, so that two of them are one too many."""


@dataclass(frozen=True)
class Verdict:
    """What became of the facts at one hub."""

    acknowledged: int
    unknown: int
    """Begun and not acknowledged: each may be there once, or not."""
    stored: int
    lost: list[Fact]
    doubled: list[Fact]
    disordered: list[str]
    """Visits whose facts came in another order than they happened."""
    invented: list[Fact]
    """Never begun by anybody."""

    @property
    def is_clean(self) -> bool:
        """Nothing lost, nothing doubled, all in order."""
        return not (self.lost or self.doubled or self.disordered or self.invented)

    def __str__(self) -> str:
        return (
            f"{self.acknowledged} acknowledged, {self.unknown} unknown, {self.stored} stored: "
            f"{len(self.lost)} lost, {len(self.doubled)} doubled, {len(self.disordered)} out of order, "
            f"{len(self.invented)} invented"
        )


@dataclass
class Ledger:
    """Every fact that a test has begun, by device."""

    begun: dict[Fact, str] = field(default_factory=dict)
    acknowledged: dict[Fact, str] = field(default_factory=dict)

    def begin(self, fact: Fact, device: str) -> None:
        """Before it is said to the tablet."""
        assert fact not in self.begun
        self.begun[fact] = device

    def acknowledge(self, fact: Fact) -> None:
        """After the tablet has said that it is saved."""
        self.acknowledged[fact] = self.begun[fact]

    def judge(self, hub: HubProcess) -> Verdict:
        """Compares with the hub's log, as far as it is about these visits."""
        visits = {visit for visit, _ in self.begun}
        query = "SELECT visit, kind, device, epoch, n FROM event WHERE device <> 'hub' ORDER BY cursor"
        rows = [row for row in hub.rows(query) if row["visit"] in visits and row["kind"] != "names_erased"]
        found = Counter((row["visit"], row["kind"]) for row in rows)
        order: dict[tuple[str, str], list[int]] = defaultdict(list)
        for row in rows:
            order[row["visit"], row["epoch"]].append(row["n"])
        return Verdict(
            acknowledged=len(self.acknowledged),
            unknown=len(self.begun) - len(self.acknowledged),
            stored=len(rows),
            lost=[fact for fact in self.acknowledged if fact not in found],
            doubled=[fact for fact, times in found.items() if times > 1],
            disordered=[visit for (visit, _), numbers in order.items() if numbers != sorted(numbers)],
            invented=[fact for fact in found if fact not in self.begun],
        )
