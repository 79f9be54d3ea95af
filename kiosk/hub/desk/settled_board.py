"""The Today page's content, by the settings that hold when it is drawn."""

from collections.abc import Callable

from jinja2 import Environment

from kiosk.config import Config
from kiosk.hub.clock import Clock
from kiosk.hub.database import Database
from kiosk.hub.desk.board import Board, Rendered
from kiosk.hub.live import Live


class SettledBoard(Board):
    """Asks for the configuration anew before each drawing."""

    def __init__(
        self,
        config: Callable[[], Config],
        database: Database,
        live: Live,
        clock: Clock,
        environment: Environment,
    ) -> None:
        super().__init__(config(), database, live, clock, environment)
        self._config = config

    def _render(self, version: int) -> Rendered:
        config = self._config()
        self._practice = config.practice
        self._asking = bool(config.hub.checkout_tablet)
        return super()._render(version)
