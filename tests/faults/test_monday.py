"""A small busy Monday at two hubs on one PostgreSQL, in the middle of which one is killed and the server is stopped."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kiosk.hub.database import open_database
from tests import databases
from tests.hubs import HubProcess
from tests.monday import Monday, Played, account, furnish

PRACTICES, TABLETS, WATCHED = 6, 3, 2
AN_HOUR = 300
"""Patients of each tablet: more than anybody could greet."""

PLAYED_S = 6.0
MEANWHILE = 40
"""Events that are acknowledged between one trouble and the next."""


def test_nothing_is_lost_whatever_ends_in_the_middle(tmp_path: Path) -> None:
    url = databases.create(on=databases.embedded_url())
    open_database(url).close()
    furnish(url, PRACTICES, TABLETS)
    hubs = [HubProcess(tmp_path / name, on=url).start() for name in "ab"]
    try:
        # In a thread of its own: a browser that an earlier test has opened keeps its loop running in this one.
        with ThreadPoolExecutor(1) as thread:
            played = thread.submit(asyncio.run, _play(hubs)).result()
        assert account(url, played) == (0, 0)
        assert played.retried
        assert played.to_desk_ms
    finally:
        for hub in hubs:
            hub.kill()
        databases.drop(url)


async def _play(hubs: list[HubProcess]) -> Played:
    monday = await Monday([hub.port for hub in hubs], PRACTICES, TABLETS, WATCHED, AN_HOUR).open()
    return await monday.play(PLAYED_S, _trouble(monday.played, hubs[0]))


async def _trouble(played: Played, hub: HubProcess) -> None:
    server = databases.embedded()
    await _more(played)
    hub.kill()
    await _more(played)
    await asyncio.to_thread(hub.start)
    await asyncio.to_thread(server.stop)
    await asyncio.to_thread(server.ensure_postgres_running)


async def _more(played: Played) -> None:
    before = len(played.acknowledged)
    while len(played.acknowledged) < before + MEANWHILE:
        await asyncio.sleep(0.01)
