"""The practice's settings come down the stream, and are kept before anybody hears of them."""

from typing import Any

import pytest

from kiosk.sync.settings import last_settings
from kiosk.visits.settings import Settings, encode
from kiosk.visits.wire import SETTINGS
from tests.sync.conftest import Device
from tests.sync.servers import caught_up, message

OURS = Settings(name="Elm Road", accent="#7A1F5C")


def test_settings_are_durable_when_they_are_heard(fake: Any, device: Device) -> None:
    reply = fake.stream(fake.hello(), message(SETTINGS, encode(OURS)), caught_up())
    fake.on_stream = lambda: (reply, True)
    heard = device.connect(fake.url, token="any")
    heard.until(lambda: heard.settings)
    assert heard.settings == [OURS]
    assert last_settings(device.store) == OURS


@pytest.mark.parametrize(
    "unusable", [b'{"name": "Elm Road", "accent": "#FFFFFF"}', b'{"languages": ["tlh"]}', b"no json", b"[]"]
)
def test_settings_that_cannot_be_used_are_refused_whole_and_the_old_ones_stay(
    fake: Any, device: Device, unusable: bytes
) -> None:
    reply = fake.stream(fake.hello(), message(SETTINGS, encode(OURS)), message(SETTINGS, unusable), caught_up("x-1"))
    fake.on_stream = lambda: (reply, True)
    heard = device.connect(fake.url, token="any")
    heard.until(lambda: device.store.cursor == "x-1")
    assert heard.settings == [OURS]
    assert last_settings(device.store) == OURS
