"""What a monitoring system reads of this hub process: how its tablets are doing, what it takes in, who listens.

In the Prometheus text format, without names or tokens; the only labels are ids of devices. What the database knows is
read when somebody asks, so that several hub processes tell the same of a tablet, each beside its own streams.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import sqlalchemy as sa
from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from kiosk.hub import tablets
from kiosk.hub.clock import Clock
from kiosk.hub.database import Database
from kiosk.hub.live import Live
from kiosk.hub.schema import practice
from kiosk.hub.tablets import Known
from kiosk.hub.tenant import mine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.visits.wire import Answer

_TABLET = "kiosk_tablet_"
_HUB = "kiosk_hub_"


class Metrics:
    """The figures of one hub process."""

    def __init__(self, database: Database, live: Live, clock: Clock) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._registry.register(_Standing(database, live, clock))
        self._ingest = Histogram(
            f"{_HUB}ingest_seconds",
            "From a push that was read to its durable commit.",
            registry=self._registry,
            buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0),
        )
        self._answers = Counter(f"{_HUB}answers", "Answers to events of tablets.", ["result"], registry=self._registry)

    @contextmanager
    def ingesting(self) -> Iterator[None]:
        """Times one push; one that fails counts, too."""
        with self._ingest.time():
            yield

    def answered(self, answers: "Sequence[Answer]") -> None:
        """Counts what was said of a push's events."""
        for answer in answers:
            self._answers.labels(answer.result).inc()

    def text(self) -> bytes:
        """Everything, as it is now. Reads the database. Raises sqlalchemy.exc.DBAPIError."""
        return generate_latest(self._registry)


class _Standing(Collector):
    """What is so at the moment when somebody asks."""

    def __init__(self, database: Database, live: Live, clock: Clock) -> None:
        self._database = database
        self._live = live
        self._clock = clock

    def describe(self) -> list[Metric]:
        """Nothing: else the database would be read to learn the names."""
        return []

    def collect(self) -> Iterator[Metric]:
        """Everything that the database knows, and who listens to this process."""
        with self._database.read() as connection:
            cursor = connection.execute(sa.select(practice.c.cursor).where(mine(connection, practice))).scalar_one()
            let_in = [each for each in tablets.everybody(connection) if each.revoked_at is None]
        here = self._live.here()
        yield CounterMetricFamily(f"{_HUB}events", "Events in the log.", cursor)
        yield GaugeMetricFamily(f"{_HUB}streams", "Tablets whose stream this process holds open.", len(here))
        yield from _of_tablets(let_in, here, self._clock())


def _of_tablets(let_in: list[Known], here: frozenset[str], now: int) -> Iterator[Metric]:
    def family(name: str, what: str) -> GaugeMetricFamily:
        return GaugeMetricFamily(f"{_TABLET}{name}", what, labels=["device"])

    lag = family("sync_lag_seconds", "How long its oldest unsent event has waited, as far as is known; 0 without one.")
    heard = family("reported_timestamp_seconds", "When it reported last, in seconds since 1970 UTC.")
    unsent = family("unsent_events", "Events that wait to be sent, by its last report.")
    quarantined = family("quarantined_events", "Events that were rejected and set aside, by its last report.")
    skew = family("clock_offset_seconds", "How far its wall clock is behind the hub's, by its last report.")
    listens = family("stream_open", "1 while this process holds its stream open.")
    for known in let_in:
        device = [known.device]
        listens.add_metric(device, known.device in here)
        if known.health is None or known.heard_at is None:
            continue
        silent = now - known.heard_at
        waited = known.health.waiting_ms + silent if known.health.unsent else 0
        lag.add_metric(device, waited / 1000)
        heard.add_metric(device, known.heard_at / 1000)
        unsent.add_metric(device, known.health.unsent)
        quarantined.add_metric(device, known.health.rejected)
        skew.add_metric(device, (known.offset_ms or 0) / 1000)
    yield from (lag, heard, unsent, quarantined, skew, listens)
