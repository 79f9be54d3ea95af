"""The practice around the virtual tablet: a hub on this machine, IT and a receptionist with browsers, a USB stick."""

import json
import subprocess
from pathlib import Path
from typing import Any

from kiosk.hub.desk import accounts
from kiosk.hub.desk.roles import Role
from tests.hub.browserless import PASSCODE, Visitor
from tests.hubs import HubProcess

HOST = "10.0.2.2"
"""This machine, as the guest sees it."""
NAME = "Front door tablet"

_SETTINGS = """
[practice]
name = "Cedar Street Family Practice"

[tablet]
hub = "http://{host}:{port}"
data = "/var/lib/front-desk-kiosk"
diagonal_inches = 10.1
"""


class Desk:
    """The hub and those who use it."""

    def __init__(self, folder: Path) -> None:
        self.hub = HubProcess(folder)
        self._folder = folder
        accounts.create(self.hub.config, "Ines", PASSCODE, Role.IT)
        accounts.create(self.hub.config, "Maria", PASSCODE)

    def stick(self) -> Path:
        """A USB stick with the tablets' settings, as the guide says to make it."""
        settings = self._folder / "front-desk-kiosk.toml"
        settings.write_text(_SETTINGS.format(host=HOST, port=self.hub.port))
        image = self._folder / "stick.img"
        image.unlink(missing_ok=True)
        for command in (
            ["mkfs.vfat", "-C", "-n", "KIOSK", str(image), "4096"],
            ["mcopy", "-i", str(image), str(settings), "::front-desk-kiosk.toml"],
        ):
            subprocess.run(command, check=True, capture_output=True)
        return image

    def code(self) -> str:
        """What the new tablet shows; empty before it has asked."""
        rows = self.hub.rows("SELECT user_code FROM enrolment WHERE device IS NULL ORDER BY asked_at DESC")
        return str(rows[0]["user_code"]) if rows else ""

    def let_in(self) -> None:
        """IT types the code in."""
        ines = Visitor(self.hub)
        ines.sign_in("Ines")
        ines.get("/desk/tablets/enrol", params={"code": self.code()})
        ines.post("/desk/tablets/enrol", code=self.code(), name=NAME, place="Front door", letter="K")

    def click(self, visit: str, what: str, **fields: str) -> None:
        """A receptionist does this with a visit: seen, call or close."""
        maria = Visitor(self.hub)
        maria.sign_in("Maria")
        maria.get("/desk")
        maria.post(f"/desk/visits/{visit}/{what}", **fields)

    def facts(self) -> list[dict[str, Any]]:
        """Every event in the hub's database, in the order of its log."""
        return [json.loads(row["body"]) for row in self.hub.rows("SELECT body FROM event ORDER BY cursor")]

    def kinds(self) -> list[str]:
        """Their kinds."""
        return [fact["kind"] for fact in self.facts()]

    def of_tablet(self) -> set[str]:
        """The ids of what the hub has of the tablet."""
        return {fact["id"] for fact in self.facts() if not str(fact["device"]).startswith("desk")}
