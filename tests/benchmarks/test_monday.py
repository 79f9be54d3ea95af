"""A busy Monday of ten thousand tablets at two hubs on one PostgreSQL: how soon the desk knows; all is kept."""

import asyncio
import os
import resource
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kiosk.hub.database import open_database
from tests import databases
from tests.benchmarks.rows import percentile, record
from tests.benchmarks.visits import pss_mib
from tests.hubs import HubProcess
from tests.monday import Monday, Played, account, furnish

PRACTICES = int(os.environ.get("KIOSK_MONDAY", "500"))
TABLETS = 20
WATCHED = PRACTICES // 10
PLAYED_S = float(os.environ.get("KIOSK_MONDAY_S", "60"))
"""Ten minutes of the Monday."""


def test_monday(tmp_path: Path) -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    url = databases.create(on=databases.embedded_url())
    open_database(url).close()
    furnish(url, PRACTICES, TABLETS)
    lines = f'database = "{url.render_as_string(hide_password=False)}"'
    hubs = [HubProcess(tmp_path / name, hub=lines).start() for name in "ab"]
    try:
        before = sum(map(_cpu_s, hubs))
        # Playwright may have left a loop in the main thread.
        with ThreadPoolExecutor(1) as thread:
            played = thread.submit(asyncio.run, _play([hub.port for hub in hubs])).result()
        cpu_s = sum(map(_cpu_s, hubs)) - before
        memory = sum(pss_mib(hub.pid) for hub in hubs)
        lost, doubled = account(url, played)
    finally:
        for hub in hubs:
            hub.kill()
        databases.drop(url)
    assert (lost, doubled) == (0, 0)
    record(
        "hub.monday",
        "ms",
        played.to_desk_ms,
        value=percentile(played.to_desk_ms, 99),
        limit=500,
        peer="the answer to the push",
        peer_value=percentile(played.pushes_ms, 99),
    )
    record("hub.monday_events", "events/s", [len(played.acknowledged) / PLAYED_S])
    record("hub.monday_cpu", "s", [cpu_s])
    record("hub.monday_memory", "MiB", [memory])


async def _play(ports: list[int]) -> Played:
    monday = await Monday(ports, PRACTICES, TABLETS, WATCHED).open()
    return await monday.play(PLAYED_S)


def _cpu_s(hub: HubProcess) -> float:
    fields = Path(f"/proc/{hub.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
