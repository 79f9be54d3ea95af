"""What a real tablet tells the hub of itself, as IT sees it."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.store import SYSTEM_CLOCK, Store, StoreFault
from kiosk.store.opening import FILE_NAME
from kiosk.tablet.display import Size
from kiosk.tablet.health import HealthReport
from kiosk.visits.wire import Worry
from tests.hub.device import close_all
from tests.hub.people import IT, signed_in, with_roles
from tests.hub.test_tablets import card
from tests.hubs import TOKENS, HubProcess, hub  # noqa: F401 - a fixture
from tests.store.conftest import done, rated
from tests.tablets import TabletDriver, config

SIZE = Size(width_mm=218, height_mm=136, believed=True)


def test_it_sees_how_the_tablet_is_doing(
    qapp: QGuiApplication,
    tmp_path: Path,
    hub: HubProcess,  # noqa: F811
) -> None:
    with_roles(hub)
    driver = TabletDriver(config(tmp_path / "tablet", hub=hub.url, token=TOKENS["front-door"]))
    try:
        driver.tablet.sync.start()
        driver.wait(lambda: bool(hub.rows("SELECT 1 FROM tablet WHERE health IS NOT NULL")), "a report")
        ida = signed_in(hub, IT)
        ida.get("/desk/tablets")
        text = card(ida, "front-door")
    finally:
        driver.close()
        close_all()
    assert "0 events" in text
    assert "No staff PIN" not in text
    assert "connected" in text
    assert "tickets with the letter" not in text


def test_a_damaged_file_is_told_of_until_somebody_takes_it_away(qapp: QGuiApplication, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"this was a database once" * 500)
    for taken_away in (False, False, True):
        if taken_away:
            for file in tmp_path.glob("*-damaged-*"):
                file.unlink()
        store = Store.open(tmp_path, "tablet")
        report = HealthReport(config(tmp_path).tablet, store, SYSTEM_CLOCK, SIZE)()
        store.close()
        assert (Worry.STORE_SET_ASIDE in report.warnings) is not taken_away


@pytest.mark.parametrize(
    ("code", "told"),
    [(sqlite3.SQLITE_IOERR_FSYNC, Worry.STORE_FAILING), (sqlite3.SQLITE_FULL, Worry.STORAGE_FULL)],
)
def test_a_disk_that_takes_no_tap_is_told_of_until_it_takes_one(
    qapp: QGuiApplication, tmp_path: Path, code: int, told: Worry
) -> None:
    def fail(_: object) -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = code
        raise error

    store = Store.open(tmp_path, "tablet")
    report = HealthReport(config(tmp_path).tablet, store, SYSTEM_CLOCK, SIZE)
    try:
        assert not {Worry.STORE_FAILING, Worry.STORAGE_FULL} & set(report().warnings)
        with pytest.raises(StoreFault):
            store._writer.submit(fail).result()
        assert told in report().warnings
        done(store.append(rated()))
        store.tend().result()
        assert told not in report().warnings
    finally:
        store.close()
