"""The practice's settings as this tablet heard them last."""

import msgspec
import structlog

from kiosk.store import Store
from kiosk.visits.settings import Settings, decode

SETTINGS_KEY = "settings"
"""Under this key the store keeps them over a restart."""

_log = structlog.get_logger(__name__)


def last_settings(store: Store) -> Settings | None:
    """What the hub said last; None if it has said nothing yet, or nothing that this version can use.

    Raises StoreFault.
    """
    kept = store.remembered(SETTINGS_KEY)
    if kept is None:
        return None
    try:
        return decode(kept)
    except msgspec.DecodeError as error:
        _log.error("sync.unusable_settings", error=str(error))
        return None
